"""The interview at a case: its drafts in the store, under the case's key, and the case kept up with every answer.

A tab's token begins with the id of its case, so that a tab is at one case for good; whether whoever sits there may see
that case is asked at every step. Each tab has a draft of its own, with the revision of the case it began from. Answers
are saved into the case as they come; where somebody else has saved meanwhile, what this tab writes is kept beside the
case (:mod:`legalkit.vault.org.versions`), and whoever writes it is told.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from legalkit.errors import InputError, Problem
from legalkit.interview import Draft as Answers
from legalkit.interview import View, from_json, switch_language, to_case, to_json
from legalkit.language import Language, text
from legalkit.vault.drafts import NEW, Draft
from legalkit.vault.org import cases, drafts, versions
from legalkit.vault.org.drafts import Place, Scope
from legalkit.vault.org.people import RIGHTS, Right, Role
from legalkit.vault.org.search import names_in
from legalkit.vault.org.work import Work
from legalkit.web.desk import Desk, Nav, Screen
from legalkit.web.org.content import draft_of, of_draft
from legalkit.web.org.office import Office
from legalkit.web.seats import Seat

ID = 32
"""Letters of a case's id."""
_WHERE_KEPT = 1
"""The line of the first page that says where answers are kept."""
_TOLD = ("answers", "typed")
"""The parts of a draft that are worth a new revision of the case; where somebody is, is not."""


def seat_prefix(case_id: str) -> str:
    """How the tokens of tabs at a case begin."""
    return f"{case_id}-"


def case_of_tab(tab: str) -> str:
    """The case that a tab is at; whether there is one, is another question."""
    return tab[:ID]


@dataclass(frozen=True)
class _Sitting:
    """One tab, inside one piece of work."""

    work: Work
    case_id: str
    tab: str
    owner: str
    scope: Scope

    def held(self) -> Draft | None:
        return self.scope.get(self.work.connection, self.owner, self.tab, self.work.now)

    def put(self, revision: int, answers: Mapping[str, Any], base: int, apart: bool) -> int:
        said = {"answers": dict(answers), "base": base, "apart": apart}
        return self.scope.put(self.work.connection, Place(self.owner, self.tab, revision), said, self.work.now)

    def begun(self, held: Draft | None) -> Draft:
        """The draft as the case is now; where the tab was, it stays."""
        stored = cases.view(self.work, self.case_id)
        answers = draft_of(stored.content)
        if held is not None:
            before = from_json(held.answers["answers"])
            answers = replace(switch_language(answers, before.language), place=before.place)
        revision = self.put(held.revision if held else NEW, to_json(answers), stored.head.revision, apart=False)
        return Draft(revision, to_json(answers))

    def is_apart(self, held: Draft) -> bool:
        """Whether what the tab holds is kept beside the case still."""
        return bool(held.answers["apart"]) and versions.is_kept(self.work, self.case_id, self.tab)

    def save(self, held: Draft, answers: Mapping[str, Any]) -> int:
        """Keeps what was answered: in the case, or beside it."""
        base, apart = held.answers["base"], held.answers["apart"]
        before = held.answers["answers"]
        if any(before[part] != answers[part] for part in _TOLD):
            draft = from_json(answers)
            if not apart and cases.head_of(self.work, self.case_id).revision == base:
                base = cases.save(self.work, self.case_id, base, of_draft(draft), names_in(to_case(draft))).revision
            else:
                versions.keep(self.work, self.case_id, self.tab, of_draft(draft))
                apart = True
        return self.put(held.revision, answers, base, apart)


class CaseDrafts:
    """The drafts of all cases, as a :class:`legalkit.vault.drafts.DraftStore`.

    Args:
        office: the service.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    def get(self, owner: str, tab: str, now: float) -> Draft | None:
        """The draft of a tab; at its first time, what the case holds."""
        with self._sitting(owner, tab) as sitting:
            held = sitting.held()
            return sitting.begun(None) if held is None else Draft(held.revision, held.answers["answers"])

    def put(self, owner: str, tab: str, revision: int, answers: Mapping[str, Any], now: float) -> int:
        """Keeps the answers of a tab, and the case with them."""
        with self._sitting(owner, tab) as sitting:
            held = sitting.held()
            if held is None:
                raise InputError(Problem("E-VAULT-GONE"))
            if held.revision != revision:
                raise InputError(Problem("E-VAULT-STALE"))
            return sitting.save(held, answers)

    def refresh(self, owner: str, tab: str) -> None:
        """Brings a tab up to what the case holds now, unless it holds something of its own."""
        with self._sitting(owner, tab) as sitting:
            held = sitting.held()
            if held is None or sitting.is_apart(held):
                return
            head = cases.head_of(sitting.work, sitting.case_id)
            if held.answers["apart"] or held.answers["base"] != head.revision:
                sitting.begun(held)

    def apart(self, owner: str, tab: str) -> tuple[bool, Role]:
        """Whether what a tab writes is kept beside its case, and as what somebody sits there."""
        with self._sitting(owner, tab) as sitting:
            held = sitting.held()
            return held is not None and sitting.is_apart(held), sitting.work.person.role

    def wipe(self, owner: str, tab: str) -> None:
        """Forgets a tab; the case, and what is kept beside it, stay."""
        drafts.forget(self._office.store.database, owner, tab)

    def wipe_all(self, owner: str) -> None:
        """Forgets every tab of a session likewise."""
        drafts.forget(self._office.store.database, owner)

    def sweep(self, now: float) -> int:
        """Forgets the tabs that nobody has touched for the idle time."""
        idle = self._office.sessions.idle
        return drafts.sweep(self._office.store.database, now - idle, versions.KEPT)

    @contextmanager
    def _sitting(self, owner: str, tab: str) -> Iterator[_Sitting]:
        session = self._office.session(owner)
        if session is None:
            raise InputError(Problem("E-VAULT-GONE"))
        case_id = case_of_tab(tab)
        with self._office.work(session) as work:
            scope = Scope(cases.case_key(work, case_id), case_id, self._office.sessions.idle)
            yield _Sitting(work, case_id, tab, owner, scope)


class CaseDesk(Desk):
    """The desk of an organisation: a page that is opened shows the case as it is now.

    Args:
        office: the service.
    """

    drafts: CaseDrafts

    def __init__(self, office: Office) -> None:
        super().__init__(CaseDrafts(office), office.today, office.moment)

    def sit(self, seat: Seat, language: Language) -> Answers:
        """See :meth:`legalkit.web.desk.Desk.sit`."""
        self.drafts.refresh(seat.owner, seat.tab)
        return super().sit(seat, language)

    def screen(self, seat: Seat, nav: Nav) -> Screen:
        """See :meth:`legalkit.web.desk.Desk.screen`; says if somebody else has saved meanwhile."""
        shown = super().screen(seat, nav)
        apart, role = self.drafts.apart(seat.owner, seat.tab)
        code = "E-DESK-APART-GUEST" if role is Role.GUEST else "E-DESK-APART"
        told = (Problem(code),) if apart else ()
        return replace(
            shown, view=_here(shown.view, shown.draft.language), problems=(*told, *shown.problems),
            papers=Right.EXPORT in RIGHTS[role],
        )  # fmt: skip


def _here(view: View, language: Language) -> View:
    """The page, saying where answers are kept: at one's own machine it says that they stay on that machine."""
    own = text("page.safety.lead", language).split("\n")[_WHERE_KEPT]
    kept = text("web.org.safety", language)
    return replace(view, lead=tuple(kept if each == own else each for each in view.lead))
