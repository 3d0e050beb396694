"""How often somebody may try."""

from legalkit.vault.org.attempts import Attempts
from legalkit.vault.org.database import Database
from tests.vault.org.office import code

ADDRESS = "192.0.2.1"


def it_counts_by_account_and_by_address(office):
    attempts = Attempts(office.database, b"key", per_account=3, per_address=5)
    for number in range(5):
        attempts.take(f"a{number}", ADDRESS, office.now)
    assert code(lambda: attempts.take("a9", ADDRESS, office.now)) == "E-ORG-TOO-MANY"
    for _ in range(3):
        attempts.take("b", "", office.now)
    assert code(lambda: attempts.take("b", "192.0.2.2", office.now)) == "E-ORG-TOO-MANY"


def and_it_counts_together_with_another_process(office):
    other = Database(office.url)
    first, second = (Attempts(database, b"key", per_account=3) for database in (office.database, other))
    for each in (first, second, first):
        each.take("a", "", office.now)
    assert code(lambda: second.take("a", "", office.now)) == "E-ORG-TOO-MANY"
    other.close()


def it_does_not_count_who_is_let_in(office):
    attempts = Attempts(office.database, b"key", per_account=1, per_address=1)
    for _ in range(5):
        attempts.take("a", ADDRESS, office.now)
        attempts.clear("a", ADDRESS)


def but_it_goes_on_counting_the_wrong_tries_from_the_same_address(office):
    """Whoever has one account cannot try others for ever by signing in between."""
    attempts = Attempts(office.database, b"key", per_account=9, per_address=3)
    for number in range(3):
        attempts.take(f"other{number}", ADDRESS, office.now)
        if number < 2:
            attempts.take("own", ADDRESS, office.now)
            attempts.clear("own", ADDRESS)
    assert code(lambda: attempts.take("own", ADDRESS, office.now)) == "E-ORG-TOO-MANY"


def it_opens_again_when_the_window_is_over(office):
    attempts = Attempts(office.database, b"key", per_account=1, window=60)
    attempts.take("a", "", 1_000)
    assert code(lambda: attempts.take("a", "", 1_060)) == "E-ORG-TOO-MANY"
    attempts.take("a", "", 1_061)


def it_locks_nobody_out_for_longer_when_the_clock_jumps(office):
    attempts = Attempts(office.database, b"key", per_account=2, window=60)
    attempts.take("a", "", 1_000_000)
    attempts.take("a", "", 10)
    assert code(lambda: attempts.take("a", "", 20)) == "E-ORG-TOO-MANY"
    attempts.take("a", "", 80)


def it_keeps_no_address_and_no_account(office):
    Attempts(office.database, b"key").take("somebody", ADDRESS, office.now)
    shown = repr(office.sql("SELECT * FROM attempts"))
    assert "somebody" not in shown
    assert ADDRESS not in shown
