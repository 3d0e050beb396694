import pytest

from legalkit.errors import InputError
from legalkit.interview import add, remove, start, to_case


def _three():
    draft = start("ko")
    for harm in ("fake", "threat", "messages"):
        draft, _ = add(draft, "incidents", harm=harm)
    return draft


def it_never_gives_an_id_twice():
    draft = remove(_three(), "incidents[2]")
    assert add(draft, "incidents", harm="fake")[0].read("incidents[2].id") == "i4"


def it_moves_what_was_typed_and_seen_with_the_entries():
    draft = _three().changed(typed={"incidents[1].when": {"month": "3"}, "incidents[2].count": "x"})
    draft = draft.changed(seen=("who", "incident_what@incidents[1]"), place="incident_what@incidents[2]")
    after = remove(draft, "incidents[1]")
    assert (dict(after.typed), after.seen, after.place) == (
        {"incidents[1].count": "x"},
        ("who",),
        "incident_what@incidents[1]",
    )


def it_goes_to_the_list_when_the_page_it_was_on_is_gone():
    draft = _three().changed(place="incident_what@incidents[1]")
    assert remove(draft, "incidents[1]").place == "incidents"


def it_takes_out_what_referred_to_an_exhibit():
    draft, _ = add(_three(), "exhibits")
    draft, _ = add(draft.put("incidents[0].exhibits", ["e4"]), "exhibits")
    draft = draft.put("exhibits[0].kind", "chat").put("exhibits[1].kind", "chat").put("exhibits[1].part_of", "e4")
    after = remove(draft, "exhibits[0]")
    assert (after.read("incidents[0].exhibits"), after.read("exhibits[0].part_of")) == ([], None)
    assert to_case(after).exhibits[0].id == "e5"


def and_to_an_act():
    draft = _three().put("provisions", [{"offence": "cc_283_1_threat", "incidents": ["i2"]}])
    assert to_case(remove(draft, "incidents[1]")).provisions == ()


def it_gives_the_only_act_to_the_only_person():
    draft, _ = add(start("ko"), "incidents", harm="fake")
    assert add(draft, "accused")[0].read("incidents[0].actor") == "p2"


@pytest.mark.parametrize("listed", ["wishes", "incidents[0].exhibits", "accused[0].accounts", "", "answers"])
def but_it_adds_to_no_list_that_is_not_there(listed):
    with pytest.raises(InputError) as caught:
        add(start("ko"), listed)
    assert caught.value.problems[0].code == "E-INTERVIEW-LIST"


@pytest.mark.parametrize("at", ["incidents[7]", "incidents", "wishes[0]", "incidents[-1]"])
def and_takes_nothing_out_that_is_not_there(at):
    with pytest.raises(InputError):
        remove(_three(), at)


@pytest.mark.parametrize(
    "files", [[{"name": "a"}], "x", [{"name": "a", "size": -1, "sha256": "0" * 64}], [{"path": "/x"}]]
)
def and_takes_no_file_that_a_case_cannot_hold(files):
    with pytest.raises(InputError) as caught:
        add(start("ko"), "exhibits", files=files)
    assert caught.value.problems[0].path.startswith("exhibits[0].files")


def and_knows_no_other_harm():
    with pytest.raises(InputError):
        add(start("ko"), "incidents", harm="nothing")
