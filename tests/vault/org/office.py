"""An organisation to test with, and what is done in it a hundred times."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from legalkit.errors import LegalkitError
from legalkit.vault.org import accounts, cases, organisation
from legalkit.vault.org.attempts import Attempts
from legalkit.vault.org.database import Database
from legalkit.vault.org.keys import Keyring, ServerKey
from legalkit.vault.org.people import Role
from legalkit.vault.org.sign_in import Claim, PasswordSignIn
from legalkit.vault.org.work import Work, working
from legalkit.vault.passphrase import Passphrase
from tests.support import postgres
from tests.vault.speaking import code_of

SECRET = "MARKED-ANSWER-홍길동"
NOW = 1_790_000_000
DAY = 86_400
STAFF = {"c1": Role.COUNSELLOR, "c2": Role.COUNSELLOR, "law": Role.LAWYER}


def password(handle: str) -> Passphrase:
    return Passphrase(f"river moon paper {handle}")


class Office:
    """An organisation whose clock the test sets."""

    def __init__(self, database: Database, folder: Path, url: str) -> None:
        self.database, self.folder, self.url = database, folder, url
        self.server_key = ServerKey(folder / "server.key")
        self.now = NOW
        self.ids: dict[str, str] = {}
        self.keyring: Keyring
        self.recovery = ""

    @classmethod
    @contextmanager
    def begun(cls, url: str, folder: Path) -> Iterator["Office"]:
        database = Database(url, create=True)
        office = cls(database, folder, url)
        office.recovery = organisation.begin(database, office.server_key, "boss", password("boss"), NOW)
        office.enter("boss")
        with office.work("boss") as work:
            for handle, role in STAFF.items():
                office.ids[handle] = accounts.add(work, handle, role, password(handle), office.server).id
        yield office
        database.close()

    @property
    def server(self) -> bytes:
        return self.server_key.of(self.keyring.generation)

    def sign_in(self, **limits: int) -> PasswordSignIn:
        return PasswordSignIn(self.database, self.server_key, Attempts(self.database, b"key", **limits))

    def enter(self, handle: str) -> None:
        proof = self.sign_in().prove(Claim(handle, password(handle)), self.now)
        self.ids[handle], self.keyring = proof.person_id, proof.keyring

    @contextmanager
    def work(self, handle: str = "c1") -> Iterator[Work]:
        with working(self.database, self.keyring, self.ids[handle], self.now) as begun:
            yield begun

    def case(self, handle: str = "c1", label: str = "Case of spring", content=None, names=()) -> str:
        with self.work(handle) as work:
            return cases.begin(work, label, content or {"told": SECRET}, names).id

    def view(self, case_id: str, handle: str = "c1") -> cases.Stored:
        with self.work(handle) as work:
            return cases.view(work, case_id)

    def sql(self, statement: str, **values: object) -> list:
        """What somebody with the database in hand does."""
        with self.database.transaction() as connection:
            found = connection.execute(text(statement), values)
            return [tuple(row) for row in found] if found.returns_rows else []

    def tables(self) -> list[bytes]:
        """Every file in which tables lie."""
        if self.database.is_file:
            return [path.read_bytes() for path in self.folder.glob("store.db*")]
        return postgres.server().tables()

    def logged(self) -> list[str]:
        return [row[0] for row in self.sql("SELECT code FROM audit ORDER BY entry")]


def code(action) -> str:
    """The one code that an action is refused with; it can be said in both languages and gives away no answer."""
    with pytest.raises(LegalkitError) as caught:
        action()
    (problem,) = caught.value.problems
    assert SECRET not in repr(problem) + str(caught.value)
    return code_of(problem)
