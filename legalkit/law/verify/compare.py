"""Compares every dated statement of law, and what the rules of suggestions cite, with the text in force on its day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from legalkit.law.offence_records import OffenceVersion
from legalkit.law.records import Dated, Reference
from legalkit.law.references import named_in
from legalkit.law.statements import Statement, statements
from legalkit.law.store import all_offences, statutes
from legalkit.law.suggest import all_rules
from legalkit.law.verify.mirror import Mirror, Revision
from legalkit.law.verify.penalties import BY_REFERENCE, kinds, numbers
from legalkit.law.verify.text import Cited, cited_in

_SAID = {"attempt": re.compile("미수"), "complaint": re.compile("고소|의사에반하여")}
"""What an article has to speak of for a line of its kind, without spaces."""

State = Literal["agrees", "differs", "not_found"]
Why = Literal[
    "",
    "by_reference",
    "article_missing",
    "penalty",
    "day",
    "act",
    "words",
    "changed_later",
    "no_text_here",
    "mirror_ends",
    "before_mirror",
    "no_article",
]


@dataclass(frozen=True)
class Comparison:
    """How one statement compares with the text in force on its day.

    Attributes:
        kind: offence, filing, institution …
        id: id in that file.
        in_force_from: the day of the version.
        provision: the reference compared.
        state: agrees, differs or not_found.
        why: what differs, or why nothing was found; ``by_reference`` where the penalty stands in another article,
            ``words`` where the articles cited do not speak of what is said of them.
        commit: the commit compared with; empty if none.
        act_no: the Act of that text.
        promulgated: the day of that Act.
    """

    kind: str
    id: str
    in_force_from: date
    provision: Reference
    state: State
    why: Why
    commit: str = ""
    act_no: int | None = None
    promulgated: date | None = None


@dataclass(frozen=True)
class Newer:
    """An amendment promulgated after the statute was last checked."""

    statute: str
    act_no: int
    promulgated: date
    in_force_from: date
    commit: str


@dataclass(frozen=True)
class Report:
    """All comparisons, and the amendments nobody has read yet."""

    comparisons: tuple[Comparison, ...]
    newer: tuple[Newer, ...]

    def count(self, state: State, kind: str = "") -> int:
        """How many comparisons came out in a state."""
        return sum(c.state == state and kind in ("", c.kind) for c in self.comparisons)


def verify(folder: Path) -> Report:
    """Compares the law files with a mirror.

    Args:
        folder: a git clone with ``kr/<statute>/법률.md`` and one commit per amendment, bare or not.

    Raises:
        LawError: ``E-LAW-BAD-MIRROR``.
        ToolError: ``E-LAW-NO-GIT``.
    """
    mirror = Mirror(folder)
    paths = {s.id: s.path for s in statutes().values() if s.path}
    commits = mirror.revisions(paths.values())
    comparisons, newer = list[Comparison](), list[Newer]()
    grouped = _by_statute()
    for statute, found in grouped.items():
        path = paths.get(statute, "")
        revisions = mirror.read(path, commits[path]) if path and commits[path] else ()
        comparisons += (_compare(s, r, revisions) for s, r in found)
        newer += _newer(statute, revisions)
    return Report(tuple(comparisons), tuple(newer))


def _by_statute() -> dict[str, list[tuple[Statement, Reference]]]:
    grouped: dict[str, list[tuple[Statement, Reference]]] = {}
    for statement in (*statements(), *_of_rules()):
        for reference in statement.provisions:
            grouped.setdefault(reference.statute, []).append((statement, reference))
    return grouped


def _of_rules() -> Iterator[Statement]:
    """What each rule of suggestions rests on, under the numbers of the day its statute was last checked."""
    for rule in all_rules().values():
        for reference in named_in(rule.basis):
            checked = statutes()[reference.statute].checked_on
            value = Dated(in_force_from=checked, verified="statute", checked_on=checked)
            yield Statement("rule", rule.id, rule.because, value, (reference,))


def _newer(statute: str, revisions: tuple[Revision, ...]) -> Iterator[Newer]:
    record = statutes()[statute]
    read = record.newest_read.promulgated if record.newest_read else record.checked_on
    for r in revisions:
        if r.promulgated > read:
            yield Newer(statute, r.act_no, r.promulgated, r.in_force_from, r.commit)


def _compare(statement: Statement, reference: Reference, revisions: tuple[Revision, ...]) -> Comparison:
    state, why, revision = _judge(statement, reference, revisions)
    return Comparison(
        kind=statement.kind,
        id=statement.id,
        in_force_from=statement.value.in_force_from,
        provision=reference,
        state=state,
        why=why,
        commit=revision.commit if revision else "",
        act_no=revision.act_no if revision else None,
        promulgated=revision.promulgated if revision else None,
    )


def _judge(
    statement: Statement, reference: Reference, revisions: tuple[Revision, ...]
) -> tuple[State, Why, Revision | None]:
    day = statement.value.in_force_from
    if not revisions:
        return "not_found", "no_text_here", None
    if not cited_in(reference.article):
        return "not_found", "no_article", None
    if _beyond(reference, revisions):
        return "not_found", "mirror_ends", None
    candidates = in_force(revisions, day, reference.act_no)
    if not candidates:
        return "not_found", "before_mirror", None
    outcomes = [(*_text(statement, reference, r), r) for r in candidates]
    state, why, revision = next((o for o in outcomes if o[0] == "agrees"), outcomes[0])
    if state == "differs" and why == "article_missing" and day > max(r.in_force_from for r in revisions):
        return "not_found", "mirror_ends", revision
    if state == "agrees" and (wrong := _dates(statement, reference, revisions)):
        return "differs", wrong, revision
    if state == "agrees" and (changed := _changed_later(statement, reference, _after(revisions, revision))):
        return "differs", "changed_later", changed
    return state, why, revision


def _beyond(reference: Reference, revisions: tuple[Revision, ...]) -> bool:
    """Whether the Act a statement names is newer than the mirror."""
    known = any(r.act_no == reference.act_no for r in revisions)
    return not known and reference.promulgated is not None and reference.promulgated > revisions[-1].promulgated


def in_force(revisions: tuple[Revision, ...], day: date, act_no: int | None) -> tuple[Revision, ...]:
    """The texts that may be in force on a day, the likeliest first.

    The Act a statement names; Acts with a part that starts that day; the last text already in force.
    """
    named = [r for r in revisions if r.act_no == act_no]
    starting = [r for r in revisions if day in r.days]
    before = [r for r in revisions if r.in_force_from <= day][-1:]
    return tuple(dict.fromkeys([*named, *reversed(starting), *before]))


def _text(statement: Statement, reference: Reference, revision: Revision) -> tuple[State, Why]:
    parts = [_part(revision, c) for c in cited_in(reference.article)]
    if any(p is None for p in parts[:1]) or (statement.kind == "offence" and all(p is None for p in parts)):
        return "differs", "article_missing"
    if isinstance(statement.value, OffenceVersion):
        return _penalty(statement.value, reference, revision)
    if any(p is None for p in parts):
        return "differs", "article_missing"
    return _words(statement, reference, revision)


def _words(statement: Statement, reference: Reference, revision: Revision) -> tuple[State, Why]:
    """Whether one of the articles cited says what a line on attempts or on complaints says of it."""
    wanted = _SAID.get(statement.kind)
    cited = [c for each in statement.provisions if each.statute == reference.statute for c in cited_in(each.article)]
    said = "".join(part for c in cited if (part := _part(revision, c)))
    return ("agrees", "") if wanted is None or wanted.search(said) else ("differs", "words")


def _part(revision: Revision, cited: Cited) -> str | None:
    for article in revision.articles.get(cited.article, ()):
        if (found := article.part(cited)) is not None:
            return found
    return None


def _penalty(version: OffenceVersion, reference: Reference, revision: Revision) -> tuple[State, Why]:
    wanted, forms = numbers(version.penalty.ko), kinds(version.penalty.ko)
    cited = cited_in(reference.article)
    texts = [p for c in cited if (p := _part(revision, c))]
    if any(_names(wanted, forms, text) for text in texts):
        return "agrees", ""
    if not any(BY_REFERENCE.search(text) for text in texts):
        return "differs", "penalty"
    whole = "".join(a.whole for c in cited for a in revision.articles.get(c.article, ()))
    return "agrees", "" if _names(wanted, forms, whole) else "by_reference"


def _names(wanted: frozenset[str], forms: frozenset[str], text: str) -> bool:
    return bool(wanted | forms) and wanted <= numbers(text) and forms <= kinds(text)


def _dates(statement: Statement, reference: Reference, revisions: tuple[Revision, ...]) -> Why:
    named = next((r for r in revisions if r.act_no == reference.act_no), None)
    if named is None:
        return ""
    if reference.promulgated and named.promulgated != reference.promulgated:
        return "act"
    return "" if statement.value.in_force_from in named.days else "day"


def _changed_later(statement: Statement, reference: Reference, revisions: tuple[Revision, ...]) -> Revision | None:
    if not isinstance(statement.value, OffenceVersion):
        return None
    start = statement.value.in_force_from
    following = next((v for v in all_offences()[statement.id].versions if v.in_force_from > start), None)
    end = following.in_force_from if following else date.max
    for revision in revisions:
        inside = start < revision.in_force_from < end and revision.promulgated < end
        if not inside or _penalty(statement.value, reference, revision)[0] == "agrees":
            continue
        # a text may print what comes into force later: it then agrees with the version that follows
        if following is None or _penalty(following, following.reference, revision)[0] == "differs":
            return revision
    return None


def _after(revisions: tuple[Revision, ...], base: Revision) -> tuple[Revision, ...]:
    """The texts made after the one compared with; an earlier Act that starts later does not know the change."""
    return revisions[revisions.index(base) + 1 :]
