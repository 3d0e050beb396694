"""The tables, as SQLAlchemy knows them. What a person told stands in none of them but sealed.

In the clear: ids (random), revisions, staff's handles, the log's moments and codes, days on which links end.
"""

from sqlalchemy import BigInteger, Column, Float, Index, Integer, LargeBinary, MetaData, String, Table

METADATA = MetaData()
_ID = String(32)
"""128 random bits in hexadecimal digits."""


def _digest(name: str, *, primary: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary(32), primary_key=primary, nullable=False)


def _sealed(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


ORGANISATION = Table(
    "organisation",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("generation", Integer, nullable=False),
    _sealed("keyring"),
    Column("entries", Integer, nullable=False),
    _digest("digest"),
)
"""One row: the keyring, and the head of the log. Every change takes its lock first."""

LOCKS = Table("locks", METADATA, Column("id", _ID, primary_key=True), _sealed("private"), _sealed("root"))
"""The organisation's key, once for each staff member and once for the recovery key."""

USERS = Table(
    "users",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("handle", String(60), nullable=False, unique=True),
    Column("revision", Integer, nullable=False),
    _sealed("record"),
)

CASES = Table(
    "cases",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("revision", Integer, nullable=False),
    _sealed("key"),
    _sealed("head"),
    _sealed("body"),
)

WORDS = Table("words", METADATA, Column("case_id", _ID, primary_key=True), _digest("word", primary=True))
"""Names by which a case is found, as keyed digests."""

DRAFTS = Table(
    "drafts",
    METADATA,
    _digest("owner", primary=True),
    _digest("tab", primary=True),
    Column("scope", _ID, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("touched", Float, nullable=False),
    _sealed("content"),
)

LINKS = Table(
    "links",
    METADATA,
    _digest("token", primary=True),
    Column("id", _ID, nullable=False, unique=True),
    Column("case_id", _ID, nullable=False),
    Column("ends", BigInteger, nullable=False),
    Column("used", Integer, nullable=False),
    _sealed("proof"),
)

SESSIONS = Table(
    "sessions",
    METADATA,
    _digest("token", primary=True),
    _digest("boot"),
    Column("user_id", _ID, nullable=False),
    Column("case_id", _ID, nullable=False),
    Column("began", BigInteger, nullable=False),
    Column("seen", BigInteger, nullable=False),
)

BOOTS = Table("boots", METADATA, _digest("boot", primary=True), _sealed("keyring"))
"""The keyring while the service is unlocked, under a secret that only the running processes hold."""

ATTEMPTS = Table(
    "attempts",
    METADATA,
    _digest("whom", primary=True),
    Column("since", BigInteger, nullable=False),
    Column("number", Integer, nullable=False),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("moment", BigInteger, nullable=False),
    Column("actor", _ID, nullable=False),
    Column("code", String(40), nullable=False),
    Column("subject", _ID, nullable=False),
    Column("revision", Integer, nullable=False),
    _digest("digest"),
    Index("audit_subject", "subject", "entry"),
)

PASSING = (SESSIONS, BOOTS, ATTEMPTS)
"""What no backup holds: it means nothing after a restart."""
