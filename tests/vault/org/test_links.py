"""One-time links: once, in time, into one case."""

import threading

import pytest

from legalkit.errors import InputError
from legalkit.vault.org import cases, links, organisation
from legalkit.vault.org.rows import State
from legalkit.vault.org.work import guest
from tests.vault.org.office import SECRET, code

HOUR = 3_600


def _make(office, case_id, handle="c1") -> str:
    with office.work(handle) as work:
        return links.make(work, case_id, HOUR)


def _use(office, token) -> str:
    return links.use(office.database, office.keyring, token, office.now)


def it_opens_its_case_once(office):
    case_id = office.case()
    token = _make(office, case_id)
    assert _use(office, token) == case_id
    assert code(lambda: _use(office, token)) == "E-ORG-LINK"
    assert office.logged()[-1] == "link.use"


def and_it_does_so_once_when_it_is_used_twice_at_the_same_moment(office):
    token, start, outcomes = _make(office, office.case()), threading.Barrier(6), []

    def use() -> None:
        start.wait()
        try:
            _use(office, token)
            outcomes.append("in")
        except InputError as error:
            outcomes.append(error.problems[0].code)

    users = [threading.Thread(target=use) for _ in range(6)]
    for each in users:
        each.start()
    for each in users:
        each.join()
    assert sorted(outcomes) == ["E-ORG-LINK"] * 5 + ["in"]


@pytest.mark.parametrize("token", ["", "a" * 43, "Zm9yZ2VkLXRva2VuLXRoYXQtbm9ib2R5LWlzc3VlZAAA", "' OR 1=1 --"])
def but_it_refuses_a_link_that_was_guessed(office, token):
    _make(office, office.case())
    assert code(lambda: _use(office, token)) == "E-ORG-LINK"


def and_it_refuses_one_to_a_case_that_was_closed_meanwhile(office):
    case_id = office.case()
    token = _make(office, case_id)
    for state in (State.CLOSED, State.OPEN):
        with office.work() as work:
            cases.set_state(work, case_id, state)
        assert code(lambda: _use(office, token)) == "E-ORG-LINK"


def and_it_refuses_one_whose_time_is_over(office):
    token = _make(office, office.case())
    office.now += HOUR
    assert code(lambda: _use(office, token)) == "E-ORG-LINK"


def and_it_refuses_one_that_was_revoked_or_followed_by_another(office):
    case_id = office.case()
    first, second = _make(office, case_id), _make(office, case_id)
    assert code(lambda: _use(office, first)) == "E-ORG-LINK"
    with office.work() as work:
        links.revoke(work, case_id)
    assert code(lambda: _use(office, second)) == "E-ORG-LINK"


def and_it_refuses_one_whose_case_was_deleted(office):
    case_id = office.case()
    token = _make(office, case_id)
    with office.work() as work:
        cases.remove(work, case_id)
    assert code(lambda: _use(office, token)) == "E-ORG-LINK"


@pytest.mark.parametrize(("handle", "refused"), [
    ("c2", "E-ORG-NO-CASE"), ("law", "E-ORG-NOT-ALLOWED"), ("boss", "E-ORG-NOT-ALLOWED"),
])  # fmt: skip
def it_is_made_by_a_counsellor_of_the_case_alone(office, handle, refused):
    case_id = office.case()
    assert code(lambda: _make(office, case_id, handle)) == refused


def it_notices_a_link_that_was_changed_in_the_database(office):
    first, second = office.case(), office.case()
    for change in ("ends = ends + 1", "case_id = :other"):
        token = _make(office, first)
        values = {"other": second} if ":other" in change else {}
        office.sql(f"UPDATE links SET {change}", **values)
        assert code(lambda token=token: _use(office, token)) == "E-ORG-ALTERED"
        office.sql("DELETE FROM links")


def and_it_lets_nobody_in_by_a_used_link_that_was_put_back(office):
    token = _make(office, office.case())
    _use(office, token)
    office.sql("UPDATE links SET used = 0")
    assert code(lambda: _use(office, token)) == "E-ORG-LINK"


def it_keeps_no_token(office):
    token = _make(office, office.case())
    assert token.encode() not in b"".join(office.tables())


def it_lets_a_guest_read_and_fill_in_one_case_and_nothing_else(office):
    mine, other = office.case(), office.case()
    with guest(office.database, office.keyring, mine, office.now) as work:
        cases.save(work, mine, cases.view(work, mine).head.revision, {"told": "more"})
        assert cases.listed(work) == []
    assert office.view(mine).content == {"told": "more"}

    def attempt(what, case_id):
        with guest(office.database, office.keyring, mine, office.now) as work:
            what(work, case_id)

    assert code(lambda: attempt(cases.view, other)) == "E-ORG-NO-CASE"
    for what in (cases.export, cases.remove, lambda work, case_id: links.make(work, case_id, HOUR),
                 lambda work, case_id: cases.hand_over(work, case_id, office.ids["c2"])):  # fmt: skip
        assert code(lambda what=what: attempt(what, mine)) == "E-ORG-NOT-ALLOWED"
    assert office.view(other).content == {"told": SECRET}


def it_works_after_a_rotation(office):
    case_id = office.case()
    token = _make(office, case_id)
    organisation.rotate(office.database, office.server_key, office.keyring, office.ids["boss"], office.now)
    office.enter("boss")
    assert _use(office, token) == case_id
