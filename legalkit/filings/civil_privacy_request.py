"""개인정보 보호조치 신청서: her address and contacts are hidden from the opponent too; made with the injunction.

민사소송법 제163조제2항 (in force from 2025-07-12), 민사소송규칙 제38조: in writing, naming the parts.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from legalkit.case import Case, said_no, said_yes
from legalkit.case.codes import Act, OfficeKind, ReporterRole
from legalkit.filings import _court as court
from legalkit.filings import injunction
from legalkit.filings._compose import Story, compose, composed_paths
from legalkit.filings._filing import Filing, Folder, Gate, Status, closed, opened, reason, undecided
from legalkit.filings._once import once
from legalkit.filings._pieces import by_act, singly
from legalkit.filings._schedule import schedule
from legalkit.filings._telling import Sentence, Telling
from legalkit.filings._voice import CIVIL, Voice
from legalkit.filings._words import patterns
from legalkit.language import Bilingual

_DANGEROUS = frozenset(
    (
        Act.THREAT,
        Act.DEMAND,
        Act.MADE_TO_ACT,
        Act.FOLLOWING,
        Act.MESSAGES,
        Act.POSTING_DATA,
        Act.IMPERSONATION,
        Act.ENTERING_PLACE,
        Act.BREACH,
        Act.ASSAULT,
        Act.RAPE,
    )
)
"""Acts that may show danger to life or body."""


@once
def _gate(case: Case, day: date) -> Gate:
    first = injunction.FILING.gate(case, day)
    if first.status is not Status.OPEN:
        return Gate(first.status, reason("privacy_no_injunction"), first.missing, first.instead)
    danger = case.relief.injunction.danger
    if said_no(danger):
        return closed("privacy_no_danger")
    if said_yes(danger):
        return opened("privacy_open")
    return undecided("privacy_danger_not_asked", ["relief.injunction.danger"])


def story(case: Case) -> Story:
    """The acts of the debtors that may show danger."""
    theirs = court.done_by(injunction.debtors(case))
    return compose(Voice(court.discreet(case), CIVIL), "injunction", only=_DANGEROUS, where=theirs)


def _content(case: Case, day: date) -> Mapping[str, object]:
    voice, told = Voice(case, CIVIL), story(case)
    return {
        "creditor": court.her_side(case, case.victim),
        "representative": court.representative(case, voice),
        "attorney": court.assistant(case, ReporterRole.LAWYER),
        "debtors": [court.other_side(voice, person) for person in injunction.debtors(case)],
        "hidden": [Bilingual(each["ko"], each["en"]) for each in patterns("court")["hidden"]],
        "reasons": by_act(_reasons(case, voice, told)),
        "evidence": court.evidence(case, "injunction"),
        **court.signing(case, day, ReporterRole.LAWYER),
        "office": court.court_line(case.offices.district_court, OfficeKind.DISTRICT_COURT, day),
        "has_schedule": bool(told.schedule),
        "schedule": schedule(case, told, "injunction"),
    }


def _reasons(case: Case, voice: Voice, told: Story) -> list[Sequence[Sentence]]:
    telling = Telling(voice, "injunction", extra=injunction.debtors_slot(case))
    telling.note("relief.injunction.danger", found=True)
    danger = [telling.say(court.court("danger"), "danger")] if said_yes(case.relief.injunction.danger) else []
    about = court.about(case, injunction.debtors(case), told)
    return [*singly(about), *(sentences for _, sentences in told.acts), *singly([*told.effects, *danger])]


FILING = Filing(
    id="civil_privacy_request",
    order=61,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=court.PRINTS | composed_paths(tuple(_DANGEROUS)) | {"offices.district_court", "relief.injunction.danger"},
    decides=court.DECIDES | {"reports"},
    needs=("accused[].name", "relief.injunction.danger"),
    content=_content,
    seen_by="civil_privacy_request",
    real_name=True,
    story=story,
)
