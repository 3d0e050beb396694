"""One request for a page of ours, with all that a page needs to answer it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from legalkit.language import Language
from legalkit.vault.org.people import RIGHTS, Right
from legalkit.vault.org.sessions import Session
from legalkit.vault.org.work import Work
from legalkit.vault.passphrase import Passphrase
from legalkit.web.org.office import Office


@dataclass(frozen=True)
class Call:
    """A request.

    Attributes:
        office: the service.
        language: of the page.
        path: of the page inside its language, such as ``"case/…/review"``.
        token: what the browser's cookie holds, or what it is given with this answer.
        session: who is signed in.
        named: parts of the path.
        form: what was sent.
        address: of the machine it comes from.
    """

    office: Office
    language: Language
    path: str
    token: str = field(repr=False)
    session: Session | None
    named: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, Sequence[str]] = field(default_factory=dict, repr=False)
    address: str = field(default="", repr=False)

    def said(self, name: str) -> str:
        """What a field of the form holds; empty if it was not sent."""
        return (self.form.get(name) or [""])[0]

    def ticked(self, name: str) -> list[str]:
        """Everything that was ticked under a name."""
        return list(self.form.get(name, ()))

    def password(self, name: str) -> Passphrase:
        """A password that was typed.

        Raises:
            InputError: ``E-VAULT-PASSPHRASE-…``.
        """
        return Passphrase(self.said(name))

    @contextmanager
    def work(self) -> Iterator[Work]:
        """One piece of work of whoever is signed in."""
        assert self.session is not None  # pages for nobody do no work
        with self.office.work(self.session) as begun:
            yield begun

    def to(self, path: str = "") -> str:
        """Address of a page, in the language of this one."""
        return f"/desk/{self.language}/{path}"


def rights_of(work: Work) -> dict[str, bool]:
    """Which kinds of things somebody may do; for what a page offers, not for what is allowed."""
    mine = RIGHTS[work.person.role]
    return {str(right): right in mine for right in Right}
