from legalkit.interview.blank import blank_form


def _questions():
    return [each for section in blank_form()["sections"] for each in section["questions"]]


def it_asks_on_paper_what_everybody_hands_in():
    asked = [each["label"].en for each in _questions()]
    assert {"Your name", "When was it?", "A phone number that is safe"} <= set(asked)
    assert 40 <= len(asked) <= 70


def it_says_everything_in_both_languages():
    for each in _questions():
        for words in (each["label"], *(option["label"] for option in each["options"])):
            assert words.ko and words.en
        assert bool(each["hint"].ko) == bool(each["hint"].en)


def it_lists_all_that_can_be_ticked():
    offered = {each["label"].en for question in _questions() for each in question["options"]}
    assert {"I was threatened", "State-appointed lawyer", "Text messages are safe", "a police station"} <= offered


def it_leaves_room_for_every_answer():
    assert [each["label"].en for each in _questions() if not (each["options"] or each["lines"] or each["boxes"])] == []


def it_never_asks_for_a_number_of_the_state():
    said = " ".join(each["label"].ko for each in _questions())
    assert not any(word in said for word in ("주민등록", "여권번호", "외국인등록", "체류"))
