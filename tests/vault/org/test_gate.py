"""The service starts locked; the first sign-in unlocks it in every process, a restart locks it."""

from legalkit.vault.org import organisation
from legalkit.vault.org.database import Database
from legalkit.vault.org.gate import Gate
from tests.vault.org.office import code


def it_starts_locked(office):
    assert code(Gate(office.database).keyring) == "E-ORG-LOCKED"


def it_is_unlocked_by_a_sign_in_for_every_process_of_the_service(office):
    other = Database(office.url)
    gate = Gate(office.database)
    second = Gate(other, gate.boot)
    gate.unlock(office.keyring)
    assert gate.keyring() == second.keyring() == office.keyring
    second.lock()
    assert code(gate.keyring) == "E-ORG-LOCKED"
    other.close()


def but_a_restart_locks_it(office):
    Gate(office.database).unlock(office.keyring)
    assert code(Gate(office.database).keyring) == "E-ORG-LOCKED"


def and_so_does_a_rotation(office):
    gate = Gate(office.database)
    gate.unlock(office.keyring)
    organisation.rotate(office.database, office.server_key, office.keyring, office.ids["boss"], office.now)
    assert code(gate.keyring) == "E-ORG-LOCKED"
    gate.unlock(office.keyring)
    assert code(gate.keyring) == "E-ORG-LOCKED"


def it_puts_no_key_into_the_database_that_the_database_opens(office):
    gate = Gate(office.database)
    gate.unlock(office.keyring)
    shown = b"".join(office.tables())
    for secret in (office.keyring.root, office.keyring.audit, gate.boot):
        assert secret not in shown
        assert secret.hex().encode() not in shown
    assert gate.boot.hex() not in repr(gate)
