"""What the commands of ``legalkit org`` do: sign in, one piece of work, a word of what came of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from legalkit.cli._options import ask_passphrase, moment, now
from legalkit.cli._say import language, rows, say
from legalkit.errors import InputError
from legalkit.language import text
from legalkit.vault import disk
from legalkit.vault.org import accounts, audit, keeping, organisation, people, retention
from legalkit.vault.org import backup as copies
from legalkit.vault.org.keys import typed
from legalkit.vault.org.opening import Store, opened
from legalkit.vault.org.people import Role
from legalkit.vault.org.sign_in import Claim, Proof
from legalkit.vault.org.work import Work, day_of, working
from legalkit.vault.passphrase import Passphrase

_FIRST_SETTINGS = 'name = ""\nretention_days = 365\n'


@dataclass(frozen=True)
class Entered:
    """A store, and who signed in."""

    store: Store
    proof: Proof

    @contextmanager
    def work(self) -> Iterator[Work]:
        """One piece of work."""
        with working(self.store.database, self.proof.keyring, self.proof.person_id, moment()) as begun:
            yield begun

    @property
    def server(self) -> bytes:
        """The server's key."""
        return self.store.server_key.of(self.proof.keyring.generation)


@contextmanager
def entered(settings: Path, handle: str, from_stdin: bool) -> Iterator[Entered]:
    """Opens the store and signs in, with the second factor if one is asked for."""
    with opened(settings) as store:
        way = store.sign_in()
        password = ask_passphrase(from_stdin=from_stdin)
        try:
            proof = way.prove(Claim(handle, password), moment())
        except InputError as error:
            if error.problems[0].code != "E-ORG-CODE":
                raise
            proof = way.prove(Claim(handle, password, ask("org.code", from_stdin)), moment())
        yield Entered(store, proof)


def ask(key: str, from_stdin: bool) -> str:
    """Something to type that is shown nowhere else."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    typed_in: str = click.prompt(text(key, language()), hide_input=key != "org.code")
    return typed_in


def new_password(from_stdin: bool) -> Passphrase:
    """A new password, typed twice unless it is read from standard input."""
    if not from_stdin:
        say("org.new_password")
    return ask_passphrase(from_stdin=from_stdin, confirm=not from_stdin)


def init(settings: Path, handle: str, from_stdin: bool) -> None:
    """See ``legalkit org init``."""
    settings.absolute().parent.mkdir(parents=True, exist_ok=True)
    if not settings.exists():
        disk.write(settings, _FIRST_SETTINGS.encode("utf-8"))
    with opened(settings, create=True) as store:
        password = new_password(from_stdin)
        printed = organisation.begin(store.database, store.server_key, handle, password, moment())
    say("org.begun", where=str(settings))
    say("org.recovery_key", printed=printed)


def backup(settings: Path, to: Path | None) -> None:
    """See ``legalkit org backup``."""
    with opened(settings) as store:
        _back_up(store, to)


def _back_up(store: Store, to: Path | None = None) -> None:
    if to is None:
        store.settings.backups.mkdir(parents=True, exist_ok=True)
        to = store.settings.backups / f"organisation-{now():%Y%m%d-%H%M%S-%f}.backup"
    say("org.backed_up", where=str(to), size=copies.write(store.database, to))


def restore(settings: Path, file: Path) -> None:
    """See ``legalkit org restore``."""
    with opened(settings, create=True) as store:
        copies.restore(store.database, file)
    say("org.restored")


def rotate(settings: Path, handle: str, from_stdin: bool) -> None:
    """See ``legalkit org rotate``."""
    with entered(settings, handle, from_stdin) as desk:
        store, proof = desk.store, desk.proof
        printed = organisation.rotate(store.database, store.server_key, proof.keyring, proof.person_id, moment())
        say("org.recovery_key", printed=printed)
        _back_up(store)
    say("org.rotated")


def recover(settings: Path, handle: str, from_stdin: bool) -> None:
    """See ``legalkit org recover``."""
    with opened(settings) as store:
        secret = typed(ask("org.recovery", from_stdin))
        password = new_password(from_stdin)
        organisation.recover(store.database, store.server_key, secret, handle, password, moment())
    say("org.recovered")


def purge(
    settings: Path, handle: str, from_stdin: bool, older_than: int | None, yes: bool, clock_is_right: bool
) -> None:
    """See ``legalkit org purge``."""
    with entered(settings, handle, from_stdin) as desk:
        days = older_than or desk.store.settings.retention_days
        with desk.work() as work:
            if not yes:
                say("org.due", days=days, count=len(retention.due(work, days)))
                return
            count = retention.purge(work, days, clock_is_right=clock_is_right)
        desk.store.database.forget()
    say("org.purged", count=count)


def user_add(settings: Path, handle: str, from_stdin: bool, new: str, role: str) -> None:
    """See ``legalkit org user add``."""
    with entered(settings, handle, from_stdin) as desk:
        password = new_password(from_stdin)
        with desk.work() as work:
            accounts.add(work, new, Role(role), password, desk.server)
    say("org.user_added")


def user_remove(settings: Path, handle: str, from_stdin: bool, leaving: str, heir: str) -> None:
    """See ``legalkit org user remove``."""
    with entered(settings, handle, from_stdin) as desk, desk.work() as work:
        accounts.remove(work, leaving, heir)
    say("org.user_removed")


def user_role(settings: Path, handle: str, from_stdin: bool, whose: str, role: str) -> None:
    """See ``legalkit org user role``."""
    with entered(settings, handle, from_stdin) as desk, desk.work() as work:
        accounts.set_role(work, whose, Role(role))
    say("org.user_changed")


def user_password(settings: Path, handle: str, from_stdin: bool, whose: str) -> None:
    """See ``legalkit org user password``."""
    with entered(settings, handle, from_stdin) as desk:
        password = new_password(from_stdin)
        with desk.work() as work:
            accounts.set_password(work, whose, password, desk.server)
    say("org.user_changed")


def user_factor(settings: Path, handle: str, from_stdin: bool, drop: str | None) -> None:
    """See ``legalkit org user factor``."""
    with entered(settings, handle, from_stdin) as desk:
        if drop:
            with desk.work() as work:
                accounts.drop_factor(work, drop)
        else:
            secret, address = accounts.new_factor(handle, desk.store.settings.name or "legalkit")
            say("org.factor", secret=secret, address=address)
            code = ask("org.code", from_stdin)
            with desk.work() as work:
                accounts.set_factor(work, secret, code)
    say("org.user_changed")


def user_list(settings: Path, handle: str, from_stdin: bool) -> None:
    """See ``legalkit org user list``."""
    with entered(settings, handle, from_stdin) as desk, desk.work() as work:
        work.needs(people.Right.RUN)
        staff = [each for each in people.everybody(work.connection, work.keyring) if each.active]
    rows(f"{each.handle}  {text(f'org.role.{each.role}', language())}  {each.id}" for each in staff)


def audit_check(settings: Path, handle: str, from_stdin: bool, noted: str) -> None:
    """See ``legalkit org audit check``."""
    with entered(settings, handle, from_stdin) as desk, desk.work() as work:
        work.needs(people.Right.RUN)
        head = audit.check(work.connection, work.keyring, noted)
        count = keeping.check_all(work)
    say("org.audit_ok", count=head.entries, cases=count, head=str(head))


def audit_show(settings: Path, handle: str, from_stdin: bool, subject: str) -> None:
    """See ``legalkit org audit show``."""
    with entered(settings, handle, from_stdin) as desk, desk.work() as work:
        work.needs(people.Right.RUN)
        names = {each.id: each.handle for each in people.everybody(work.connection, work.keyring)}
        found = audit.entries(work.connection, subject)
    rows(_line(each, names.get(each.actor, each.actor)) for each in found)


def _line(entry: audit.Entry, who: str) -> str:
    """One entry of the log, with the time of day in UTC."""
    clock = f"{entry.moment // 3600 % 24:02d}:{entry.moment // 60 % 60:02d}"
    return f"{entry.entry}  {day_of(entry.moment)} {clock}  {who}  {entry.code}  {entry.subject}"
