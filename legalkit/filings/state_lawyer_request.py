"""피해자 국선변호사 선정 신청서: a state-appointed lawyer for a victim who has none.

성폭력처벌법 제27조제6항 (must, where she is under 19 or her capacity is weak because of a disability),
스토킹처벌법 제17조의4제6항; 검사의 국선변호사 선정 등에 관한 규칙 제8조. There is no form.
"""

from collections.abc import Mapping
from datetime import date

from legalkit.case import Case, known, said_no, said_yes, value
from legalkit.case.codes import ReporterRole
from legalkit.filings._asking import (
    ASKING_DECIDES,
    ASKING_PRINTS,
    CRIMES_DECIDES,
    CRIMES_PRINTS,
    asking,
    attached,
    crimes,
    receiver,
    reference,
    reporter_relation,
    under_19,
)
from legalkit.filings._filing import Filing, Folder, Gate, closed, opened, undecided
from legalkit.filings._named import language_name
from legalkit.filings._people import complainant, real_name, shown_name
from legalkit.filings._pieces import joined, signing, tick
from legalkit.filings._stalking import GATE_PATHS, found
from legalkit.filings._words import sentence
from legalkit.language import EMPTY, Bilingual
from legalkit.law.acts import acts_of_kind


def _gate(case: Case, day: date) -> Gate:
    wish = case.wishes.state_lawyer
    if said_no(wish):
        return closed("lawyer_not_wished")
    if _has_lawyer(case):
        return closed("lawyer_retained")
    if not case.incidents:
        return undecided("lawyer_not_asked", ["incidents[].act"])
    if not _kinds(case):
        return closed("lawyer_no_crime", instead="lawyer_instead")
    if not said_yes(wish):
        return undecided("lawyer_not_asked", ["wishes.state_lawyer"])
    return opened("lawyer_must" if _must(case, day) else "lawyer_open")


def _has_lawyer(case: Case) -> bool:
    """Whether a private lawyer is retained: she said so, or one files under a mandate."""
    files = case.reporter.role is ReporterRole.LAWYER and said_yes(case.reporter.mandate)
    return said_yes(case.victim.has_own_lawyer) or files


def _kinds(case: Case) -> list[str]:
    return [kind for kind in ("sexual_crime", "stalking") if acts_of_kind(case, kind)]


def _must(case: Case, day: date) -> bool:
    weak = under_19(case, day) or said_yes(case.victim.disability)
    return weak and "sexual_crime" in _kinds(case)


def _content(case: Case, day: date) -> Mapping[str, object]:
    wanted, spoken = case.wishes.wanted_lawyer, value(case.wishes.interpreter_language)
    needs_interpreter = said_yes(case.wishes.interpreter)
    return {
        "asking": asking(case),
        "applicant": shown_name(case, complainant(case)),
        "relation": sentence("herself") if complainant(case) is case.victim else reporter_relation(case),
        "reference": reference(case),
        "crimes": crimes(case, day),
        "ask": [_ask(case, day)],
        "under_19_tick": tick(under_19(case, day)),
        "disability_tick": tick(said_yes(case.victim.disability)),
        "lawyer": real_name(wanted) if known(wanted) else EMPTY,
        "language": language_name(spoken) if needs_interpreter and spoken else EMPTY,
        "none_tick": tick(said_no(case.victim.has_own_lawyer)),
        "attachments": attached(case),
        **signing(case, day),
        "office": receiver(case, day, FILING.id),
    }


def _ask(case: Case, day: date) -> Bilingual:
    """One request, however many acts give the right to it; stalking beside a sexual crime only if it was repeated."""
    kinds = _kinds(case)
    if not any(person.repeated for person in found(case, day)) and len(kinds) > 1:
        kinds.remove("stalking")
    bases = [sentence("lawyer_basis", kind) for kind in kinds]
    asked, ko, en = sentence("lawyer_ask"), joined(bases, ", ").ko, joined(bases, " and ").en
    return Bilingual(asked.ko.replace("{bases}", ko), asked.en.replace("{bases}", en))


FILING = Filing(
    id="state_lawyer_request",
    order=51,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=ASKING_PRINTS
    | CRIMES_PRINTS
    | {
        "victim.disability",
        "victim.has_own_lawyer",
        "wishes.wanted_lawyer",
        "wishes.interpreter",
        "wishes.interpreter_language",
    },
    decides=ASKING_DECIDES
    | CRIMES_DECIDES
    | GATE_PATHS
    | {
        "wishes.state_lawyer",
        "reporter.mandate",
    },
    needs=("victim.name", "contact.phone"),
    content=_content,
    seen_by="police_and_prosecutor",
)
