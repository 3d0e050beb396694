"""불법촬영물등 유통 신고ㆍ삭제요청서: one for each operator, with the list of its own pages and of nobody else's.

전기통신사업법 제22조의5제1항, 같은 법 시행령 제30조의5제2항: the form of the decree, or a paper with its entries.
The entries are those of the form; site, poster and date stand on the annexed list. Nobody is asked for a picture of
a minor.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from legalkit.case import Case, known
from legalkit.filings._asking import ASKING_DECIDES
from legalkit.filings._filing import Filing, Folder, Gate, closed, opened
from legalkit.filings._once import once
from legalkit.filings._people import agent, applicant, contact_of, real_name, shown_name
from legalkit.filings._pieces import joined, own, signing, tick
from legalkit.filings._posts import (
    MINOR_PATHS,
    POST_PATHS,
    Post,
    is_fake,
    is_footage,
    may_show_minor,
    posts,
    rows,
    shows_minor,
)
from legalkit.filings._words import sentence, word
from legalkit.filings.deletion_support_request import no_place
from legalkit.language import EMPTY, Bilingual
from legalkit.law import institution


@once
def _gate(case: Case, day: date) -> Gate:
    shut = no_place(case)
    if shut:
        return shut
    public = any(post.public for post in posts(case))
    return opened("removal_open") if public else closed("removal_private", instead="removal_private_instead")


def _content(case: Case, day: date) -> Mapping[str, object]:
    by_operator: dict[str, list[Post]] = {}
    for post in posts(case):
        if post.public:
            by_operator.setdefault(post.host or str(post.online.medium if post.online else ""), []).append(post)
    several = len(by_operator) > 1
    return {
        "forms": [_form(case, day, listed, several=several) for listed in by_operator.values()],
        **signing(case, day),
    }


def _form(case: Case, day: date, listed: Sequence[Post], *, several: bool) -> dict[str, object]:
    acts = [post.act for post in listed]
    return {
        **_reporter(case),
        "fake_tick": tick(any(is_fake(act) for act in acts)),
        "footage_tick": tick(any(is_footage(act) for act in acts)),
        "child_tick": tick(any(shows_minor(case, act) for act in acts)),
        "targets": _put(sentence("report_targets"), "n", Bilingual.same(f"{len(listed):,}")),
        "capture": sentence("report_capture", "minor" if any(may_show_minor(case, act) for act in acts) else "adult"),
        "note": _put(sentence("report_note"), "office", _commission(day)),
        "rows": rows(case, list(listed)),
        "operator": _operator(case, listed[0], several=several),
    }


def _reporter(case: Case) -> dict[str, Bilingual]:
    """Who reports: an agent in the agent's own name; her own contacts, which the operator keeps, are left for ink."""
    acts = agent(case)
    if acts is None:
        return {"name": shown_name(case, applicant(case)), "contact": EMPTY}
    body = own(acts.organisation)
    return {"name": joined([body, real_name(acts.name)], ", "), "contact": contact_of(acts)}


def _operator(case: Case, post: Post, *, several: bool) -> Bilingual:
    """The operator she named, where there is one place only; else the operator of the site."""
    chosen = case.offices.platform
    if known(chosen) and not several:
        return Bilingual(chosen.name, chosen.english or chosen.name)
    site = Bilingual.same(post.host)
    if not site and post.online:
        site = word("Medium", post.online.medium)
    return _put(sentence("operator"), "site", site) if site else sentence("operator_blank")


def _commission(day: date) -> Bilingual:
    name = institution("content_review").on(day).name
    return Bilingual(name.ko, name.en)


def _put(words: Bilingual, slot: str, put: Bilingual) -> Bilingual:
    return Bilingual(words.ko.replace(f"{{{slot}}}", put.ko), words.en.replace(f"{{{slot}}}", put.en))


FILING = Filing(
    id="illegal_content_report",
    order=61,
    folder=Folder.HAND_IN,
    gate=_gate,
    prints=(POST_PATHS - {"incidents[].about_material", "incidents[].still_online"})
    | {
        "victim.name",
        "victim.alias",
        "reporter.person.name",
        "reporter.person.alias",
        "reporter.person.organisation",
        "reporter.person.phone",
        "reporter.person.email",
        "offices.platform",
    },
    decides=(ASKING_DECIDES & {"reporter.role", "wishes.alias"})
    | MINOR_PATHS
    | {"incidents[].still_online", "incidents[].about_material"},
    needs=("victim.name",),
    content=_content,
    seen_by="platform",
)
