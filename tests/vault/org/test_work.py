"""A piece of work is done as a whole, by somebody who may, or leaves no trace but its refusal."""

import pytest

from legalkit.vault.org import cases
from legalkit.vault.org.keys import Keyring
from legalkit.vault.org.people import Right
from legalkit.vault.org.work import guest, working
from tests.vault.org.office import SECRET, code


def it_leaves_nothing_of_a_piece_of_work_that_fails(office):
    before = office.logged()
    with pytest.raises(ZeroDivisionError), office.work() as work:
        cases.begin(work, "Case", {"told": SECRET})
        raise ZeroDivisionError
    assert office.sql("SELECT count(*) FROM cases") == [(0,)]
    assert office.logged() == before


def but_it_logs_a_refusal_and_who_was_refused(office):
    def attempt():
        with office.work("law") as work:
            work.needs(Right.RUN)

    assert code(attempt) == "E-ORG-NOT-ALLOWED"
    assert office.sql("SELECT code, actor FROM audit ORDER BY entry DESC LIMIT 1") == [("refused", office.ids["law"])]


@pytest.mark.parametrize("begin", [
    lambda office, keys: working(office.database, keys, office.ids["c1"], office.now),
    lambda office, keys: guest(office.database, keys, "0" * 32, office.now),
], ids=["staff", "guest"])  # fmt: skip
def it_refuses_keys_that_are_not_the_present_ones(office, begin):
    def attempt():
        with begin(office, Keyring.new(2)):
            pass

    assert code(attempt) == "E-ORG-LOCKED"


def it_opens_nothing_with_made_up_keys_of_the_right_generation(office):
    def attempt():
        with working(office.database, Keyring.new(1), office.ids["c1"], office.now):
            pass

    assert code(attempt) == "E-ORG-ALTERED"


def it_refuses_somebody_it_does_not_know(office):
    def attempt():
        with working(office.database, office.keyring, "0" * 32, office.now):
            pass

    assert code(attempt) == "E-ORG-SIGNED-OUT"
