"""삭제지원 신청서: the support centre is asked to have images of her, and personal data with them, deleted.

성폭력방지법 제7조의3, 제7조의4; who may ask and with which papers: 시행규칙 제2조의6제3항. There is no form.
"""

from collections.abc import Mapping
from datetime import date

from legalkit.case import Case, said_no, value
from legalkit.case.codes import ReporterRole, Role
from legalkit.filings._asking import ASKING_DECIDES, ASKING_PRINTS, asking, reporter_relation
from legalkit.filings._filing import Filing, Folder, Gate, closed, opened, undecided
from legalkit.filings._once import once
from legalkit.filings._people import agent, applicant, represented, shown_name
from legalkit.filings._pieces import coded, joined, signing, tick
from legalkit.filings._posts import MINOR_PATHS, POST_PATHS, may_show_minor, posts, rows
from legalkit.filings._voice import Parties, Voice
from legalkit.filings._words import sentence
from legalkit.language import EMPTY, Bilingual
from legalkit.law import institution
from legalkit.law.acts import acts_of_kind

_FAMILY = (Role.MOTHER, Role.FATHER, Role.PARENTS, Role.SPOUSE, Role.SIBLING)
"""배우자, 직계친족, 형제자매 (시행규칙 제2조의6제3항); everybody else needs her mandate."""


_PARTIES = Parties(Bilingual("피해자", "the victim"), Bilingual("가해자", "the offender"))
"""What the centre calls the two sides."""


def no_place(case: Case) -> Gate | None:
    """Why nothing can be asked to be deleted, or ``None`` if there is a place to name."""
    acts = acts_of_kind(case, "illegal_content")
    if not case.incidents:
        return undecided("removal_no_act_yet", ["incidents[].act"])
    if not acts:
        return closed("removal_no_act")
    if all(said_no(act.still_online) for act in acts):
        return closed("removal_gone")
    return None if posts(case) else undecided("removal_no_place", ["incidents[].urls", "incidents[].online"])


@once
def _gate(case: Case, day: date) -> Gate:
    return no_place(case) or opened("removal_open")


def capacity(case: Case) -> str:
    """In which capacity the request is made: ``own``, ``family`` or ``designated``; empty if not said."""
    if case.reporter.role is ReporterRole.SELF:
        return "own"
    relation = value(case.reporter.person.relation) if case.reporter.person else None
    if agent(case) is not None:
        return "designated"
    return "" if relation is None else "family" if relation in _FAMILY else "designated"


_PAPERS = {
    "": ("own_id",),
    "own": ("own_id",),
    "family": ("own_id", "relation"),
    "designated": ("own_id", "signed_mandate", "victim_id"),
}


def _content(case: Case, day: date) -> Mapping[str, object]:
    listed, acts = posts(case), acts_of_kind(case, "illegal_content")
    who = capacity(case)
    voice = Voice(case, _PARTIES)
    minor = any(may_show_minor(case, post.act) for post in listed)
    return {
        "asking": asking(case),
        "capacity": {name: tick(name == who) for name in filter(None, _PAPERS)},
        "relation": EMPTY if who == "own" or represented(case) else reporter_relation(case),
        "kinds": joined(dict.fromkeys(coded("Act", act.act) for act in acts), ", "),
        "materials": joined(dict.fromkeys(voice.in_table(coded("MaterialInFull", act.material)) for act in acts), "\n"),
        "relations": joined(dict.fromkeys(coded("RelationKind", each.relation.kind) for each in case.accused), ", "),
        "reported": tick(bool(case.reports)),
        "ask": sentence("deletion_ask"),
        "original": sentence("deletion_original"),
        "minor": sentence("deletion_minor") if minor else EMPTY,
        "count": Bilingual(f"{len(listed):,}건", f"{len(listed):,}"),
        "rows": rows(case, listed),
        "papers": [sentence("attached", name) for name in (*_PAPERS[who], "url_list", "sheet")],
        **signing(case, day),
        "signer": shown_name(case, applicant(case)),
        "office": _centre(day),
    }


def _centre(day: date) -> Bilingual:
    name = institution("victim_support_centre").on(day).name
    return Bilingual(name.ko, name.en)


FILING = Filing(
    id="deletion_support_request",
    order=60,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=(ASKING_PRINTS - {"case_number", "offices.police", "offices.prosecution"})
    | (POST_PATHS - {"incidents[].about_material", "incidents[].still_online"})
    | {"accused[].relation.kind", "reports[].office", "reports[].when"},
    decides=(ASKING_DECIDES - {"offices.police_kind", "exhibits[].id"})
    | MINOR_PATHS
    | {"incidents[].still_online", "incidents[].about_material"},
    needs=("victim.name",),
    content=_content,
    seen_by="support_centre",
)
