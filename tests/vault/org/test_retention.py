"""What nobody changed for long enough goes, and a clock that jumped deletes nothing."""

import pytest

from legalkit.vault.org import cases, retention
from tests.vault.org.office import DAY, code


def _purge(office, days, **said) -> int:
    with office.work("boss") as work:
        return retention.purge(work, days, **said)


def it_deletes_what_nobody_changed_for_longer(office):
    old, kept = office.case(), office.case()
    office.now += 20 * DAY
    with office.work() as work:
        cases.save(work, kept, 1, {})
    office.now += 20 * DAY
    with office.work("boss") as work:
        assert retention.due(work, 30) == [old]
    assert _purge(office, 30) == 1
    assert office.logged()[-2:] == ["case.purge", "org.purge"]
    office.view(kept)
    assert code(lambda: office.view(old)) == "E-ORG-NO-CASE"


def it_keeps_a_case_on_its_last_day(office):
    office.case()
    office.now += 30 * DAY
    assert _purge(office, 30) == 0
    office.now += DAY
    assert _purge(office, 30) == 1


@pytest.mark.parametrize("days", [-1, 61, 20_000])
def but_it_deletes_nothing_when_the_clock_jumped(office, days):
    office.case()
    office.now += days * DAY
    assert code(lambda: _purge(office, 30)) == "E-ORG-CLOCK"
    assert office.sql("SELECT count(*) FROM cases") == [(1,)]


def and_it_believes_a_person_who_looked(office):
    office.case()
    office.now += 100 * DAY
    assert _purge(office, 30, clock_is_right=True) == 1


def and_work_under_a_wrong_clock_does_not_make_it_right(office):
    case_id = office.case()
    office.now += 400 * DAY
    office.enter("c1")
    office.view(case_id)
    assert code(lambda: _purge(office, 30)) == "E-ORG-CLOCK"
    office.now -= 399 * DAY
    assert code(lambda: _purge(office, 30)) == "E-ORG-CLOCK"
    assert office.sql("SELECT count(*) FROM cases") == [(1,)]


def it_is_for_administrators_alone(office):
    def purge():
        with office.work("c1") as work:
            retention.purge(work, 30)

    assert code(purge) == "E-ORG-NOT-ALLOWED"
