"""What a page has beside its questions: the review, the preview and the acts in time, the papers, files to hash."""

from collections.abc import Iterator

from legalkit.docx import Language as Version
from legalkit.errors import InputError
from legalkit.interview import Group, Missing, Moment, Reason, Row, preview, review, timeline, to_case
from legalkit.language import Language, problem_text
from legalkit.web import papers
from legalkit.web.cautions import cautions
from legalkit.web.desk import Nav, Screen
from legalkit.web.pieces import block, button, esc
from legalkit.web.words import said

_LAST = "next_steps"
"""The paper that is shown as text as long as she has not chosen another: what to do next."""

_FIRST = "safety"
"""The page that says how to leave."""


def more(screen: Screen, nav: Nav, language: Language) -> Iterator[str]:
    """It, as HTML, block by block."""
    kind = screen.view.kind
    if screen.view.key == _FIRST:
        yield _trying(language)
    if kind == "review":
        yield from _review(screen, language)
    if kind == "documents" and not screen.papers:
        yield block(f"<p>{said('papers.elsewhere', language)}</p><p>{said('papers.close', language)}</p>")
    elif kind == "documents":
        yield from _papers(screen, nav, language)
    yield from cautions(screen, language)
    if kind == "list" and screen.view.listed == "exhibits":
        yield _hashing(language)


def _review(screen: Screen, language: Language) -> Iterator[str]:
    whole = review(screen.draft, screen.day)
    yield block(_missing(whole.missing, language))
    yield block(_unverified(whole.unverified, language))
    yield block(_time(timeline(screen.draft, screen.day), language))
    yield block(_story(screen, language))
    groups = "".join(_group(each, language) for each in whole.groups)
    yield block(f"<h2>{said('review.answers', language)}</h2>{groups}")


def _missing(missing: tuple[Missing, ...], language: Language) -> str:
    """What is missing, the most important first, each leading to its page."""
    rows = [
        f"<li>{button(f'change:{each.key}', each.question, each.about, kind='link')}{_in(each)}</li>"
        for each in missing
    ]
    if not rows:
        return f"<h2>{said('missing', language)}</h2><p>{said('missing.none', language)}</p>"
    few, rest = "".join(rows[:8]), "".join(rows[8:])
    others = (
        f"<details><summary>{said('missing.more', language, count=len(rows) - 8)}</summary><ol>{rest}</ol></details>"
    )
    return f"<h2>{said('missing', language)}</h2><ol>{few}</ol>{others if rest else ''}"


def _unverified(unverified: tuple[str, ...], language: Language) -> str:
    """Statements of law that need checking; no paper that is filed says them."""
    if not unverified:
        return ""
    rows = "".join(f"<li>{esc(each)}</li>" for each in unverified)
    return f"<details><summary>{said('unverified', language)}</summary><ul>{rows}</ul></details>"


def _in(missing: Missing) -> str:
    """Which entry it is about, and the papers it is missing in."""
    words = " · ".join(filter(None, (missing.about, ", ".join(missing.papers))))
    return f' <span class="soft">{esc(words)}</span>' if words else ""


def _time(moments: list[Moment], language: Language) -> str:
    """The acts in time: a line with a mark for each, its distance telling the time between."""
    rows, before = [], None
    for each in moments:
        begin = each.earliest or each.latest
        apart = (begin - before).days if begin and before else 0
        gap = sum(apart > days for days in (0, 7, 31, 92, 366))
        sure = "exact" if each.exact else "about" if begin else "open"
        number = f" × {each.number}" if each.number > 1 else ""
        rows.append(f'<li class="{sure} gap{gap}"><b>{esc(each.when)}</b> {esc(each.what + number)}</li>')
        before = begin or before
    return f'<h2>{said("time", language)}</h2><ol class="time">{"".join(rows)}</ol>' if rows else ""


def _story(screen: Screen, language: Language) -> str:
    """The composed facts, both languages side by side, each sentence with its reason."""
    rows = []
    for line in preview(screen.draft, screen.day):
        why = _reasons("because", line.because, language) + _reasons("lacks", line.lacks, language)
        rows.append(
            f'<div class="pair"><p lang="ko">{esc(line.ko)}</p><p lang="en">{esc(line.en)}</p>'
            f"<details><summary>{said('story.why', language)}</summary>{why}</details></div>"
        )
    if not rows:
        return ""
    return f"<h2>{said('story', language)}</h2><p>{said('story.lead', language)}</p>{''.join(rows)}"


def _reasons(kind: str, reasons: tuple[Reason, ...], language: Language) -> str:
    if not reasons:
        return ""
    listed = [button(f"change:{r.key}", r.name, kind="link") if r.key else esc(r.name) for r in reasons]
    return f"<p>{said(f'story.{kind}', language)} {' · '.join(listed)}</p>"


def _group(group: Group, language: Language) -> str:
    """One section of the review, closed until it is wanted; inside it, each entry by itself."""
    entries = {row.about: [each for each in group.rows if each.about == row.about] for row in group.rows}
    inside = []
    for about, rows in entries.items():
        answers = f'<dl class="answers">{"".join(_row(row, language) for row in rows)}</dl>'
        inside.append(f"<details><summary>{esc(about)}</summary>{answers}</details>" if about else answers)
    given = sum(row.state != "left" for row in group.rows)
    count = said("review.count", language, given=given, all=len(group.rows))
    summary = f'<summary><b>{esc(group.title)}</b> <span class="soft">{count}</span></summary>'
    return f'<details class="group">{summary}{"".join(inside)}</details>'


def _row(row: Row, language: Language) -> str:
    """Question, answer, where it will stand, and a way to change it and come back."""
    where = f"{said('appears', language)} {esc(', '.join(row.appears))}" if row.appears else ""
    stands = f'<p class="soft">{where or said("appears.none", language)}</p>'
    change = button(f"change:{row.key}", _change(language), f"{row.about} {row.question}", kind="link")
    answer = f"<dd><p>{esc(row.answer)}</p>{stands}</dd>"
    return f'<div class="row-{row.state}"><dt>{esc(row.question)}</dt>{answer}<dd>{change}</dd></div>'


def _change(language: Language) -> str:
    return said("change", language)


def _papers(screen: Screen, nav: Nav, language: Language) -> Iterator[str]:
    case = to_case(screen.draft)
    there = papers.offered(case, screen.day)
    rows = "".join(_paper(each, language) for each in there)
    yield block(f"<p>{said('papers.lead', language)}</p>", f'<ul class="papers">{rows}</ul>')
    versions = "".join(
        f'<label><input type="checkbox" id="in-{each}" checked> {said(f"version.{each}", language)}</label>'
        for each in Version
    )
    whole = f'<button type="button" class="main" id="zip">{said("papers.zip", language)}</button>'
    yield block(f'<div class="all">{versions}{whole}</div><p id="making"></p>')
    filing, _, version = (nav.shown or f"{_LAST}.{language}").partition(".")
    try:
        lines = papers.as_text(case, screen.day, filing, version)
    except InputError as error:
        lines = [problem_text(each, language) for each in error.problems]
    words = "".join(f"<p>{esc(line)}</p>" for line in lines)
    title = next((each.title for each in there if each.id == filing), None)
    named = (title.ko if language == "ko" else title.en) if title else filing
    yield block(f'<h2>{esc(named)}</h2><div class="paper" lang="{"en" if version == "en" else "ko"}">{words}</div>')


def _paper(paper: papers.Offered, language: Language) -> str:
    """One paper: its number in file names, where it belongs, each language to read or to get."""
    title = paper.title.ko if language == "ko" else paper.title.en
    rows = []
    for version in Version:
        name = said(f"version.{version}", language)
        read = button(f"show:{paper.id}.{version}", _words("papers.read", language), f"{title} {name}", kind="link")
        get = (
            f'<button type="button" class="link" id="get:{paper.id}.{version}">{said("papers.get", language)}'
            f'<span class="unseen"> {esc(title)} {name}</span></button>'
        )
        rows.append(f"<li>{name} {read} {get}</li>")
    place = said(f"papers.{paper.folder.name.lower()}", language)
    pick = f'<label><input type="checkbox" class="pick" id="pick-{paper.id}" checked> <b>{esc(title)}</b></label>'
    number = f'<span class="soft">document-{paper.number} · {place}</span>'
    return f"<li>{pick} {number}<ul>{''.join(rows)}</ul></li>"


def _words(key: str, language: Language) -> str:
    return said(key, language)


def _trying(language: Language) -> str:
    """Trying the way out before anything is written; the real one works meanwhile as always."""
    return block(
        f'<p><button type="button" class="quiet" id="try">{said("try", language)}</button></p>'
        f'<p id="tried" class="soft" role="status"></p><p id="tried-words" hidden>{said("try.was", language)}</p>'
    )


def _hashing(language: Language) -> str:
    """Choosing files whose sums the browser works out; the files stay where they are."""
    return block(
        f'<div class="files"><h2>{said("files", language)}</h2><p>{said("files.lead", language)}</p>'
        f'<label class="choose">{said("files.choose", language)} <input type="file" id="files" multiple></label>'
        f'<p id="hashing" role="status"></p>'
        f'<button type="button" class="quiet" id="hash-stop" hidden>{said("files.stop", language)}</button>'
        f'<div id="hashed"></div>'
        f'<button type="button" class="quiet" id="hash-add" hidden>{said("files.add", language)}</button></div>'
    )
