"""Whatever is changed in the log afterwards breaks the chain."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.case import Exhibit, FileRecord, read_case
from legalkit.case.codes import Role
from legalkit.errors import FileError
from legalkit.evidence.custody import START, Action, Log, append, check, hash_of, read, record, who_keeps, write
from tests.evidence.samples import NOON, case, codes

EXHIBIT = Exhibit(id="a", kind="video", files=(FileRecord(name="x", size=1, sha256="1" * 64),))
STEPS = [(Action.FOUND, Role.VICTIM), (Action.LISTED, Role.LAWYER), (Action.SEALED, Role.LAWYER),
         (Action.HANDED_OVER, Role.LAWYER), (Action.RECEIVED, Role.POLICE)]  # fmt: skip


def _log(exhibit=EXHIBIT) -> Log:
    log = Log()
    for hours, (action, actor) in enumerate(STEPS):
        log = append(log, at=NOON + timedelta(hours=hours), action=action, exhibit=exhibit, actor=actor)
    return log


def _with(log: Log, place: int, **changed) -> Log:
    entries = list(log.entries)
    entries[place] = entries[place].model_copy(update=changed)
    return log.model_copy(update={"entries": tuple(entries)})


def it_finds_nothing_wrong_with_a_log_as_it_was_written():
    assert check(_log()) == []
    assert check(read(write(_log()))) == []
    assert check(Log()) == []


def it_chains_each_entry_to_the_one_before():
    log = _log()
    assert log.entries[0].previous == START
    assert [e.previous for e in log.entries[1:]] == [hash_of(e) for e in log.entries[:-1]]
    assert log.head == hash_of(log.entries[-1])


CHANGES = {
    "at": NOON - timedelta(days=1), "action": Action.COPIED, "exhibit": "b", "actor": Role.OTHER,
    "content": "2" * 64, "previous": "3" * 64,
}  # fmt: skip


@given(st.integers(0, len(STEPS) - 1), st.sampled_from(sorted(CHANGES)))
def it_sees_every_change_of_every_entry(place, field):
    assert "E-EVIDENCE-CUSTODY-BROKEN" in codes(check(_with(_log(), place, **{field: CHANGES[field]})))


@given(st.permutations(range(len(STEPS))))
def it_sees_every_other_order(order):
    log = _log()
    turned = log.model_copy(update={"entries": tuple(log.entries[place] for place in order)})
    assert (check(turned) == []) == (list(order) == sorted(order))


@pytest.mark.parametrize("place", range(len(STEPS)))
def it_sees_an_entry_taken_out(place):
    log = _log()
    left = log.entries[:place] + log.entries[place + 1 :]
    assert "E-EVIDENCE-CUSTODY-BROKEN" in codes(check(log.model_copy(update={"entries": left})))


def it_says_where_the_chain_breaks():
    problems = check(_with(_log(), 1, actor=Role.OTHER))
    assert [problem.path for problem in problems] == ["entries[2]"]


def it_says_that_an_entry_is_earlier_than_the_one_before():
    log = append(_log(), at=NOON, action=Action.RETURNED, exhibit=EXHIBIT, actor=Role.POLICE)
    assert [(p.code, p.path) for p in check(log)] == [("E-EVIDENCE-CUSTODY-ORDER", "entries[5]")]


def but_it_cannot_see_a_chain_made_anew():
    """What the page says of it is true: only a head known from before tells."""
    forged = _log(Exhibit(id="b", kind="video"))
    assert check(forged) == []
    assert forged.head != _log().head


def it_compares_the_files_listed_now_with_those_of_the_log():
    listed = case(exhibits=[EXHIBIT.model_dump(mode="json", exclude_none=True)])
    assert check(_log(), listed) == []
    swapped = Exhibit(id="a", kind="video", files=(FileRecord(name="x", size=1, sha256="2" * 64),))
    changed = case(exhibits=[swapped.model_dump(mode="json", exclude_none=True)])
    assert [(p.code, p.path) for p in check(_log(), changed)] == [("E-EVIDENCE-CUSTODY-CONTENT", "exhibits[0]")]


def it_says_nothing_of_an_exhibit_that_it_does_not_know():
    assert check(_log(), case(exhibits=[{"id": "z", "kind": "object"}])) == []


def it_holds_roles_and_no_names():
    assert set(type(_log().entries[0]).model_fields) == {"at", "action", "exhibit", "actor", "content", "previous"}
    assert Role.POLICE.value in write(_log()).decode()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"version": 2}', b'{"entries": [{"at": "now"}]}', b"\xff"])
def but_it_refuses_what_is_no_log(data):
    with pytest.raises(FileError) as error:
        read(data)
    assert codes(error.value.problems) == ["E-EVIDENCE-CUSTODY-UNREADABLE"]
    assert error.value.__suppress_context__


class DescribeRecording:
    def it_adds_an_entry_for_each_exhibit_in_the_order_given(self):
        made = case(exhibits=[{"id": "a", "kind": "log"}, {"id": "b", "kind": "log"}])
        log = record(Log(), made, ["b", "a"], at=NOON, action=Action.SEALED, actor=Role.LAWYER)
        assert [entry.exhibit for entry in log.entries] == ["b", "a"]
        assert check(log, made) == []

    def but_it_adds_nothing_for_an_exhibit_that_is_not_there(self):
        with pytest.raises(FileError) as refused:
            record(Log(), case(), ["a"], at=NOON, action=Action.SEALED, actor=Role.LAWYER)
        assert [(each.code, each.path) for each in refused.value.problems] == [
            ("E-EVIDENCE-UNKNOWN-EXHIBIT", "exhibits[0]")
        ]

    @pytest.mark.parametrize(
        ("role", "keeper"), [("self", "victim"), ("lawyer", "lawyer"), ("organisation", "counsellor")]
    )
    def it_takes_for_the_keeper_whoever_fills_the_case_in(self, role, keeper):
        assert who_keeps(read_case({"id": "case-1", "reporter": {"role": role}})).value == keeper

    @pytest.mark.parametrize("role", ["legal_representative", "third_party"])
    def but_it_names_nobody_it_does_not_know(self, role):
        assert who_keeps(read_case({"id": "case-1", "reporter": {"role": role}})) is Role.OTHER


@pytest.mark.parametrize("place", range(len(STEPS)))
def it_knows_every_last_hash_it_once_had(place):
    log = _log()
    printed = hash_of(log.entries[place])
    grouped = " ".join(printed[at : at + 8] for at in range(0, 64, 8)).upper()
    assert check(log, head=printed) == check(log, head=grouped) == []


def but_it_knows_by_the_paper_that_a_log_was_written_anew():
    honest, forged = _log(), Log()
    for entry in honest.entries:
        forged = append(forged, at=entry.at, action=entry.action, exhibit=EXHIBIT, actor=Role.OTHER)
    assert check(forged) == []
    assert codes(check(forged, head=honest.head)) == ["E-EVIDENCE-CUSTODY-HEAD"]
