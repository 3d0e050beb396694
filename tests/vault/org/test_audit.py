"""Every change to the log shows; it says who did what, and nothing about anybody."""

import pytest

from legalkit.vault.org import audit
from tests.vault.org.office import SECRET, code


def _check(office, noted="") -> audit.Head:
    with office.work("boss") as work:
        return audit.check(work.connection, work.keyring, noted)


def it_finds_an_untouched_log_whole(office):
    office.view(office.case())
    assert _check(office).entries == len(office.logged())


@pytest.mark.parametrize("change", [
    "UPDATE audit SET moment = moment + 1 WHERE entry = 3", "UPDATE audit SET actor = 'x' WHERE entry = 3",
    "UPDATE audit SET code = 'case.list' WHERE entry = 3", "UPDATE audit SET subject = 'x' WHERE entry = 3",
    "UPDATE audit SET revision = 7 WHERE entry = 3", "DELETE FROM audit WHERE entry = 3",
    "UPDATE audit SET entry = 0 WHERE entry = 3", "DELETE FROM audit WHERE entry = (SELECT max(entry) FROM audit)",
    "UPDATE organisation SET entries = entries - 1", "DELETE FROM audit WHERE entry = 1", "DELETE FROM audit",
], ids=["when", "who", "what", "of what", "revision", "middle", "moved", "last", "head", "first", "all"])  # fmt: skip
def it_notices(office, change):
    office.view(office.case())
    office.sql(change)
    assert code(lambda: _check(office)) in {"E-ORG-LOG-ALTERED", "E-ORG-ROW-OLD"}


def it_notices_an_entry_that_was_made_up(office):
    office.sql("UPDATE organisation SET entries = entries + 1, digest = :d", d=bytes(32))
    entries = len(office.logged())
    office.sql("INSERT INTO audit VALUES (:e, 1, 'x', 'case.view', '', 0, :d)", e=entries + 1, d=bytes(32))
    assert code(lambda: _check(office)) == "E-ORG-LOG-ALTERED"


def it_notices_that_entries_were_cut_off_if_the_head_was_noted(office):
    """Whoever has the whole database can shorten the log; what was noted on paper tells."""
    case_id = office.case()
    before = _check(office)
    office.view(case_id)
    noted = _check(office)
    assert _check(office, str(before)) == noted
    office.sql("DELETE FROM audit WHERE entry > :e", e=before.entries)
    office.sql("UPDATE organisation SET entries = :e, digest = :d", e=before.entries, d=before.digest)
    assert _check(office) == before
    assert code(lambda: _check(office, str(noted))) == "E-ORG-LOG-SHORTER"


def it_believes_no_revision_that_was_made_up(office):
    case_id = office.case()
    office.sql("UPDATE audit SET revision = 9 WHERE subject = :i", i=case_id)
    assert code(lambda: office.view(case_id)) == "E-ORG-LOG-ALTERED"


def it_holds_ids_and_codes_and_nothing_a_person_told(office):
    office.view(office.case(label=SECRET, names=[SECRET]))
    with office.work("boss") as work:
        entries = audit.entries(work.connection)
    known = {*office.ids.values(), *(row[0] for row in office.sql("SELECT id FROM cases")), "", audit.NOBODY}
    assert {each.actor for each in entries} | {each.subject for each in entries} <= known
    assert all(each.code.replace(".", "").replace("_", "").isalpha() for each in entries)
    assert [each.moment for each in entries] == [office.now] * len(entries)


def it_gives_the_entries_of_one_case(office):
    first, second = office.case(), office.case()
    office.view(first)
    with office.work("boss") as work:
        assert [each.code for each in audit.entries(work.connection, first)] == ["case.begin", "case.view"]
        assert [each.code for each in audit.entries(work.connection, second)] == ["case.begin"]
