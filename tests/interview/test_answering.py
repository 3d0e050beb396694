"""What a page sends is judged on the server, whatever a screen allows; what is wrong is kept as it was typed."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalkit.errors import InputError
from legalkit.filings import all_filings
from legalkit.interview import add, answer, from_case, page, pages, preview, review, start, to_case, view
from legalkit.interview._fields import Box, field
from legalkit.interview._reading import Reading
from legalkit.interview._tree import placed
from legalkit.language import problem_text
from tests.interview.story import DAY
from tests.interview.test_cases import told


def _one(key, path, form, draft=None):
    draft, problems = answer(draft or start("ko"), key, {path: form}, DAY)
    return draft, [each.code for each in problems]


def _with(listed, **given):
    return add(start("ko"), listed, **given)[0]


BAD = [
    ("who", "reporter.role", "king", "E-CASE-CHOICE"),
    ("who", "reporter.role", {"x": 1}, "E-CASE-CHOICE"),
    ("who", "reporter.role", ["self"], "E-CASE-CHOICE"),
    ("own_words", "own_words", "x" * 40_001, "E-CASE-TOO-LONG"),
    ("own_words", "own_words", 7, "E-CASE-TYPE"),
    ("own_words", "own_words", "a\x00b", "E-CASE-CONTROL"),
    ("own_words", "own_words", "제 번호는 900101-1234567", "E-CASE-REGISTRATION-NUMBER"),
    ("own_words", "own_words", "x" * 2_000_000, "E-INTERVIEW-TOO-LARGE"),
    ("harms", "harms", ["fake", "nothing"], "E-INTERVIEW-CHOICE"),
    ("harms", "harms", {"a": 1}, "E-INTERVIEW-CHOICE"),
    ("filings", "filings", ["family_protection_order", "x"], "E-INTERVIEW-CHOICE"),
    ("victim", "victim.who", {"birth.year": "1998", "birth.month": "13"}, "E-CASE-DATE"),
    ("victim", "victim.who", {"birth.month": "3"}, "E-INTERVIEW-DATE-YEAR"),
    ("victim", "victim.who", {"birth.year": "98"}, "E-CASE-DATE"),
    ("victim", "victim.who", {"name.hangul": "가\n나"}, "E-CASE-ONE-LINE"),
    ("victim", "victim.who", {"name.hangul": "가", "name.rrn": "1"}, "E-INTERVIEW-FIELD"),
    ("victim", "victim.address", {"postcode": "00000"}, "E-CASE-MISSING"),
    ("victim", "victim.disability", "perhaps", "E-CASE-YES-NO"),
    ("alias", "wishes.name", {"alias": "maybe"}, "E-CASE-YES-NO"),
    ("contact", "contact.reach", {"phone": "0" * 1_001}, "E-CASE-TOO-LONG"),
    ("family", "relief.family.months", "13", "E-CASE-TOO-LARGE"),
    ("family", "relief.family.months", "two", "E-CASE-NUMBER"),
    ("nobody", "incidents.rest", "me", "E-INTERVIEW-CHOICE"),
    ("alias_choices", "wishes.alias_choices", "가\n나\n다\n라", "E-CASE-TOO-MANY"),
]


@pytest.mark.parametrize(("key", "path", "form", "code"), BAD)
def it_refuses_what_a_case_cannot_hold(key, path, form, code):
    draft, codes = _one(key, path, form)
    assert code in codes
    assert draft.read(path) is None
    to_case(draft)


@pytest.mark.parametrize(("key", "path", "form", "code"), BAD)
def and_it_says_in_words_how_to_mend_it(key, path, form, code):
    _, problems = answer(start("ko"), key, {path: form}, DAY)
    for problem in problems:
        for language in ("ko", "en"):
            assert len(problem_text(problem, language)) > 10
        assert "900101" not in str(problem.params)


def it_keeps_what_was_typed_until_it_is_mended():
    typed = {"birth.year": "1998", "birth.month": "13"}
    draft, _ = _one("victim", "victim.who", typed)
    drawn = next(each for each in view(draft, DAY, "victim").fields if each.path == "victim.who")
    assert drawn.value == typed
    mended, codes = _one("victim", "victim.who", typed | {"birth.month": "3"}, draft)
    assert (mended.read("victim.birth"), codes, dict(mended.typed)) == ("1998-03", [], {})


def it_keeps_good_answers_beside_a_bad_one():
    forms = {"victim.who": {"birth.month": "3"}, "victim.disability": "no"}
    draft, problems = answer(start("ko"), "victim", forms, DAY)
    assert (draft.read("victim.disability"), [each.path for each in problems]) == (False, ["victim.birth"])


def _couple(kind):
    draft = add(start("ko"), "accused")[0].put("accused[0].name", {"hangul": "가나다"})
    return draft.put("accused[0].relation.kind", kind)


@pytest.mark.parametrize(
    ("kind", "parts"), [("spouse", {"start"}), ("former_spouse", {"start", "divorced"}), ("other_relative", {"lived"})]
)
def it_asks_of_what_belongs_together_what_this_draft_has_a_use_for(kind, parts):
    drawn = view(_couple(kind), DAY, "accused_relation@accused[0]").fields[0]
    assert {each.name.partition(".")[0] for each in drawn.boxes} == parts


def and_it_leaves_the_parts_alone_that_were_not_drawn():
    draft = _couple("former_dating").put("accused[0].relation.divorced", "2020")
    sent = {"accused[0].relation.about": {"start.year": "2024", "none": "unknown"}}
    after, problems = answer(draft, "accused_relation@accused[0]", sent, DAY)
    assert problems == []
    assert after.read("accused[0].relation") == {"kind": "former_dating", "divorced": "2020", "start": "2024"}


@pytest.mark.parametrize("path", ["accused[0].relation.start", "accused[0].relation.end"])
def but_what_is_ticked_alone_is_said_of_all_that_is_asked(path):
    sent = {"accused[0].relation.about": {"none": "declined"}}
    after, _ = answer(_couple("former_dating"), "accused_relation@accused[0]", sent, DAY)
    assert (after.read(path), after.read("accused[0].relation.divorced")) == ("declined", None)


def it_takes_no_field_that_is_not_on_the_page():
    draft, codes = _one("victim", "accused[0].name", "x")
    assert (codes, draft.answers) == (["E-INTERVIEW-FIELD"], start("ko").answers)


def it_refuses_a_page_of_an_entry_that_is_not_there():
    with pytest.raises(InputError):
        answer(start("ko"), "incident_what@incidents[4]", {}, DAY)


ENTRIES = ("accused", "exhibits", "relatives", "reports", "incidents[0].entries", "accused[0].accounts")
FILLED = {
    "tick": (True,),
    "none": ("unknown", "declined"),
    "yes_no_unknown": ("no", "unknown"),
    "number": ("2026", "셋"),
}


def _fillings(box):
    """What may stand in a box: something good, something bad."""
    if box.control in ("choice", "choices"):
        code = box.options[0].code
        return (code if box.control == "choice" else [code],)
    return FILLED.get(box.control, ("21:30", "말 <b>&amp;"))


def _filled(asked):
    """Each box alone and with each other, as the page sends them; with what can be ticked under them too."""
    empty = asked.value if asked.control == "card" else {}
    none = [Box("none", "", "none")] if asked.unknown else []
    boxes = [*(asked.boxes or [Box("", "", "line")]), *none]
    for some in (*combinations(boxes, 1), *combinations(boxes, 2)):
        for held in product(*map(_fillings, some)):
            form = empty | dict(zip((each.name for each in some), held, strict=True))
            yield form if asked.boxes or len(some) > 1 or "none" in form else form[""]


def _stands(shown, form):
    """Whether a page shows all that was filled in."""
    if not isinstance(form, dict):
        return shown.value == form
    own = {box: each for box, each in form.items() if box != "none"}
    held = shown.value if isinstance(shown.value, dict) else {"": shown.value}
    said = shown.none == form.get("none", "") or not _leaves_empty(shown, own)
    return said and all((held.get(box) or "") == (each or "") for box, each in own.items())


def _leaves_empty(shown, own):
    """What is ticked under a card is said of the parts that are left empty: of none, where all are filled."""
    filled = {box.partition(".")[0] for box, each in own.items() if each}
    return shown.control != "card" or {each.name.partition(".")[0] for each in shown.boxes} > filled


@pytest.mark.parametrize("page", [each for each in pages() if each.questions], ids=lambda each: each.id)
def it_leaves_out_in_silence_nothing_that_is_filled_in(page):
    draft = _with("incidents", harm="camera")
    for listed in ENTRIES:
        draft, _ = add(draft, listed)
    at = Reading(draft, DAY).places(page)[0]
    key = f"{page.id}@{at}" if at else page.id
    lost = []
    for question in page.questions:
        boxes = field(Reading(draft, DAY), question, at)
        for form in _filled(boxes) if boxes.boxes or boxes.control in ("line", "words", "number") else ():
            after, _ = answer(draft, key, {boxes.path: form}, DAY)
            if not _stands(field(Reading(after, DAY), question, at), form):
                lost.append((boxes.path, form))
    assert lost == []


@pytest.mark.parametrize("said", ["unknown", "declined"])
def it_tells_not_knowing_and_not_saying_from_not_asked(said):
    draft, codes = _one("victim", "victim.disability", {"none": said})
    assert (draft.read("victim.disability"), codes) == (said, [])
    assert next(each for each in view(draft, DAY, "victim").fields if each.path == "victim.disability").none == said


def but_it_does_not_take_them_where_the_case_has_no_place_for_them():
    _, codes = _one("who", "reporter.role", {"none": "unknown"})
    assert codes == ["E-CASE-CHOICE"]


def it_adds_an_act_for_each_harm_once():
    draft, _ = _one("harms", "harms", ["fake", "spread"])
    draft, _ = _one("harms", "harms", ["spread", "fake", "threat"], draft)
    assert [each["harm"] for each in draft.read("incidents")] == ["fake", "spread", "threat"]


def and_takes_out_one_that_is_unticked_and_empty():
    draft, _ = _one("harms", "harms", ["fake", "threat"])
    draft, codes = _one("harms", "harms", ["threat"], draft)
    assert ([each["harm"] for each in draft.read("incidents")], codes) == (["threat"], [])


def but_it_keeps_one_that_something_is_written_in():
    draft, _ = _one("harms", "harms", ["fake"])
    draft, _ = _one("incident_what@incidents[0]", "incidents[0].when", {"year": "2026"}, draft)
    draft, codes = _one("harms", "harms", [], draft)
    assert (draft.read("incidents[0].when.on"), codes) == ("2026", ["E-INTERVIEW-HARM-FILLED"])


def it_makes_an_entry_of_each_of_200_addresses():
    draft = _with("incidents", harm="posing").put("incidents[0].act", "impersonation")
    pasted = "\r\n".join(f"https://a.example/{n}" for n in range(200)) + "\nhttps://a.example/7\n"
    draft, codes = _one("incident_urls@incidents[0]", "incidents[0].entries", pasted, draft)
    assert (len(draft.read("incidents[0].entries")), codes) == (200, [])
    draft, _ = _one(
        "incident_urls@incidents[0]", "incidents[0].entries", "https://a.example/3\nhttps://b.example/1", draft
    )
    assert len(draft.read("incidents[0].entries")) == 201


def but_not_of_more_than_a_case_can_hold():
    draft = _with("incidents", harm="posing").put("incidents[0].act", "impersonation")
    pasted = [f"https://a.example/{n}" for n in range(1_001)]
    draft, codes = _one("incident_urls@incidents[0]", "incidents[0].entries", pasted, draft)
    assert (draft.read("incidents[0].entries"), codes) == (None, ["E-CASE-TOO-MANY"])


def it_says_who_did_what_from_the_side_of_the_person():
    draft, _ = add(_with("incidents", harm="fake"), "incidents", harm="threat")
    draft, _ = add(draft, "accused")
    draft, _ = _one("accused_who@accused[0]", "accused[0].did", ["i1", "i2"], draft)
    draft, _ = _one("accused_who@accused[0]", "accused[0].did", ["i2"], draft)
    assert [each.get("actor") for each in draft.read("incidents")] == [None, "p3"]
    draft, _ = _one("nobody", "incidents.rest", "unknown", draft)
    assert [each.get("actor") for each in draft.read("incidents")] == ["unknown", "p3"]


def it_keeps_what_an_exhibit_shows_with_the_act():
    draft, _ = add(_with("incidents", harm="fake"), "exhibits")
    draft = draft.put("incidents[0].knowing.how", "actor_said")
    draft, codes = _one("exhibit@exhibits[0]", "exhibits[0].shows", ["i1", "i1/knowing"], draft)
    assert (draft.read("incidents[0].exhibits"), draft.read("incidents[0].knowing.exhibits"), codes) == (
        ["e2"],
        ["e2"],
        [],
    )
    draft, _ = _one("exhibit@exhibits[0]", "exhibits[0].shows", [], draft)
    assert draft.read("incidents[0].exhibits") is None


def it_seals_what_may_show_her_until_she_says_that_it_does_not():
    draft = _with("exhibits", files=[{"name": "a.png", "size": 1, "sha256": "0" * 64, "type": "image/png"}])
    draft = draft.put("exhibits[0].kind", "screenshot")
    assert to_case(draft).exhibits[0].restriction == "sealed"
    draft, _ = _one("exhibit@exhibits[0]", "exhibits[0].intimate", "no", draft)
    assert to_case(draft).exhibits[0].restriction == "masked"


def it_switches_the_screen_with_the_language_of_the_answers():
    draft, _ = _one("language", "reporter.language", "en")
    assert (draft.language, draft.read("reporter.language")) == ("en", "en")


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["unknown", "2026", "yes", "kind"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["none", "text", "kind", "year", "x"]), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([each.id for each in pages() if each.questions]), st.data())
def it_takes_anything_without_falling_over(page, data):
    draft, _ = add(start("en"), "incidents", harm="spread")
    draft = draft.put("incidents[0].act", "link")
    for listed in ("accused", "exhibits", "relatives", "reports", "incidents[0].entries", "accused[0].accounts"):
        draft, _ = add(draft, listed)
    place = next(each for each in pages() if each.id == page)
    at = Reading(draft, DAY).places(place)[0]
    key = f"{page}@{at}" if at else page
    values = {each.path.replace("[]", "[0]"): data.draw(JUNK) for each in place.questions}
    draft, _ = answer(draft, key, values, DAY)
    to_case(draft)
    view(draft, DAY, key)
    review(draft, DAY)
    preview(draft, DAY)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    ("key", "path", "form"),
    [
        ("who", "reporter.role", "king"),
        ("incident_what@incidents[0]", "incidents[0].place", {"kind": "castle"}),
        ("relative@relatives[0]", "relatives[0].who", {"relation": "cousin"}),
        ("accused_reach@accused[0]", "accused[0].reach", {"address.text": "가", "address.region": "moon"}),
    ],
)
def it_names_what_is_allowed_in_the_words_of_the_page(language, key, path, form):
    draft, _ = add(start(language), "incidents", harm="camera")
    draft, _ = add(add(draft, "relatives")[0], "accused")
    _, problems = answer(draft, key, {path: form}, DAY)
    asked = next(
        each for each in page(key.partition("@")[0]).questions if placed(each.path, key.partition("@")[2]) == path
    )
    drawn = field(Reading(draft, DAY), asked, key.partition("@")[2])
    shown = problem_text(problems[0], language)
    offered = drawn.options or next(each.options for each in drawn.boxes if each.options)
    assert all(each.label in shown for each in offered)
    assert "_" not in shown


def it_shows_what_is_not_proposed_with_its_reason_and_never_ticks_it():
    draft = from_case(told("hana"), "ko").put("provisions", None)
    offered = view(draft, DAY, "provisions").fields[0].options
    closed = [each for each in offered if not each.enabled]
    assert any(each.note.startswith("확인 필요: ") and "협박" in each.label for each in closed)
    assert any(each.note.startswith("적지 않는 까닭: ") and "촬영" in each.label for each in closed)
    assert not any(each.ticked for each in closed)
    _, problems = answer(draft, "provisions", {"provisions": [closed[0].code]}, DAY)
    assert [each.code for each in problems] == ["E-INTERVIEW-CHOICE"]


@pytest.mark.parametrize("who", ["seoyeon", "yujin", "hana"])
def it_never_ticks_for_her_what_the_other_side_gets_to_read(who):
    offered = view(from_case(told(who), "ko"), DAY, "filings").fields[0].options
    ticked = {each.code for each in offered if each.ticked}
    assert "complaint" in ticked
    assert not {name for name, filing in all_filings().items() if filing.served} & ticked
