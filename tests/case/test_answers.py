"""Unknown, declined and not asked are three things, and none of them is an answer."""

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from legalkit.case.answers import Answer, NoAnswer, items, known, said_no, said_yes, unknown, value


class Asked(BaseModel):
    yes: Answer[bool] = None
    many: Answer[tuple[int, ...]] = None


NOT_ANSWERED = [NoAnswer.UNKNOWN, NoAnswer.DECLINED, None]


@pytest.mark.parametrize("word", ["unknown", "declined"])
def it_reads_a_word_for_not_answering(word):
    assert Asked.model_validate({"yes": word, "many": word}).yes is NoAnswer(word)


def it_keeps_not_asked_apart_from_unknown():
    assert Asked().yes is None
    assert Asked.model_validate({"yes": None}).yes is None
    assert not unknown(None)
    assert unknown(NoAnswer.UNKNOWN)
    assert not unknown(NoAnswer.DECLINED)


@pytest.mark.parametrize("answer", NOT_ANSWERED)
def it_takes_no_answer_for_neither_yes_nor_no(answer):
    assert not known(answer)
    assert not said_yes(answer)
    assert not said_no(answer)
    assert value(answer) is None
    assert items(answer) == ()


def it_gives_back_what_was_answered():
    assert known(False)
    assert said_no(False)
    assert said_yes(True)
    assert value(0) == 0
    assert items((1, 2)) == (1, 2)


@pytest.mark.parametrize("answer", [True, False, "unknown", "declined", None])
def it_writes_an_answer_as_it_was_read(answer):
    assert Asked.model_validate({"yes": answer}).model_dump(mode="json")["yes"] == answer


def but_it_names_the_own_type_when_the_answer_is_of_another():
    with pytest.raises(ValidationError) as error:
        Asked.model_validate({"yes": "perhaps", "many": ["x"]})
    assert [detail["type"] for detail in error.value.errors()] == ["bool_parsing", "int_parsing"]


def and_it_shows_the_three_ways_in_the_schema():
    schema = TypeAdapter(Answer[bool]).json_schema()
    assert schema["anyOf"] == [{"type": "boolean"}, {"enum": ["unknown", "declined"]}, {"type": "null"}]
