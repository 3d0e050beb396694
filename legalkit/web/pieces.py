"""Pieces of a page as HTML. Whatever a person wrote is escaped here, in one place, and nowhere else.

The HTML passes through Gradio's Markdown, which reads no Markdown inside a block without blank lines, and
through its sanitiser, which lets ids, classes and roles through. A button whose id begins with ``go:`` does
what follows.
"""

from collections.abc import Iterable, Mapping
from html import escape

from legalkit.errors import Problem
from legalkit.interview import Entry, Field, Section, View
from legalkit.language import Language, problem_text
from legalkit.web.widgets import Drawn
from legalkit.web.words import said


def esc(text: str) -> str:
    r"""Text as HTML on one line: nothing in it is read as markup, and no blank line ends the block.

    >>> esc("<b>&\n\nx")
    '&lt;b&gt;&amp;<br><br>x'
    """
    return escape(text.replace("\r\n", "\n")).replace("\n", "<br>")


def block(*parts: str) -> str:
    """One block of HTML."""
    return "<div>" + "".join(parts) + "</div>"


def button(act: str, words: str, hidden: str = "", *, kind: str = "quiet") -> str:
    """A button that does ``act``; ``hidden`` is read to those who do not see what it stands beside."""
    more = f'<span class="unseen"> {esc(hidden)}</span>' if hidden else ""
    return f'<button type="button" class="{kind}" id="go:{escape(act)}">{esc(words)}{more}</button>'


def section_list(sections: Iterable[Section], words: Mapping[str, str], language: Language) -> str:
    """The quiet list of sections: done, here, left."""
    rows = []
    for each in sections:
        state = said(f"state.{each.state}", language)
        mark = f'<span class="mark"></span><span class="unseen">{state}: </span>'
        rows.append(f'<li class="{each.state}"><button type="button" class="section" id="go:to:{escape(each.key)}">'
                    f"{mark}{esc(words[each.id])}</button></li>")  # fmt: skip
    return f'<div role="navigation"><ol class="sections">{"".join(rows)}</ol></div>'


def head(view: View, language: Language, place: str) -> str:
    """Heading of a page: what it is about, the question as its only h1, and what she should know first.

    Args:
        view: the page.
        language: of the screen.
        place: where it stands, in words ("4 / 12").
    """
    about = f'<p class="about">{esc(view.about)}</p>' if view.about else ""
    lead = "".join(f'<p class="lead">{esc(each)}</p>' for each in view.lead)
    return block(
        f'<p class="place">{esc(place)}</p>', about, f'<h1 id="top" tabindex="-1">{esc(view.title)}</h1>', lead
    )


def summary(problems: Iterable[Problem], drawn: Iterable[Drawn], language: Language) -> str:
    """What is wrong, each line leading to its question; it takes the focus."""
    ids = {path: id_ for each in drawn for path, id_ in each.anchors.items()}
    lines = []
    for problem in problems:
        words, name = esc(problem_text(problem, language)), _owner(problem.path, ids)
        lines.append(f'<li><a href="#{name}">{words}</a></li>' if name else f"<li>{words}</li>")
    title = said("problems", language)
    return block(
        f'<div id="wrong" class="wrong" role="alert" tabindex="-1"><h2>{title}</h2><ul>{"".join(lines)}</ul></div>'
    )


def _owner(path: str, ids: Mapping[str, str]) -> str:
    """The question a problem belongs to: its own, or the one whose part it is about."""
    return next((ids[own] for own in ids if path == own or path.startswith((f"{own}.", f"{own}["))), "")


def question(drawn: Drawn, problems: Iterable[Problem], language: Language) -> str:
    """What stands over the boxes of a question: its words, a hint, what is wrong, and on wish why it is asked."""
    field = drawn.field
    optional = f' <span class="optional">{said("optional", language)}</span>' if field.optional else ""
    hint = f'<p class="hint" id="{drawn.id}-hint">{esc(field.hint)}</p>' if field.hint else ""
    own = [p for p in problems if _owner(p.path, dict.fromkeys((field.path, *field.parts), drawn.id))]
    lines = "".join(f'<p class="error">{esc(problem_text(each, language))}</p>' for each in own)
    wrong = f'<div id="{drawn.id}-error">{lines}</div>' if own else ""
    asked = f'<h2 class="asked" id="{drawn.id}-asked">{esc(field.label)}{optional}</h2>'
    more = _aids(field, language) + _why(field, language) + _closed(field, language)
    return f'<div class="words">{asked}{hint}{wrong}{more}</div>'


def _why(field: Field, language: Language) -> str:
    """Why it is asked, where it will stand, who will read it."""
    parts = [f"<p>{esc(field.why)}</p>"] if field.why else []
    for key, names in (("appears", field.appears), ("readers", field.readers)):
        if names:
            parts.append(f"<p>{said(key, language)} {esc(', '.join(names))}</p>")
    if not parts:
        return ""
    return f'<details class="why"><summary>{said("why", language)}</summary>{"".join(parts)}</details>'


def _aids(field: Field, language: Language) -> str:
    """Memory aids, closed until she wants them."""
    if not field.aids:
        return ""
    lines = "".join(f"<li>{esc(each)}</li>" for each in field.aids)
    return f'<details class="why"><summary>{said("aids", language)}</summary><ul>{lines}</ul></details>'


def _closed(field: Field, language: Language) -> str:
    """What cannot be chosen, with the reason."""
    rows = [f"<li><b>{esc(each.label)}</b> — {esc(each.note)}</li>" for each in field.options if not each.enabled]
    if not rows:
        return ""
    return f'<details class="why"><summary>{said("not_open", language)}</summary><ul>{"".join(rows)}</ul></details>'


def entry_list(entries: Iterable[Entry], language: Language, *, again: bool = False) -> str:
    """What was added so far, each to change, to take out, or ``again``: it happened once more."""
    rows = [
        f"<li><span>{esc(each.label)}</span>"
        f"{button(f'to:{each.key}', said('change', language), each.label) if each.key else ''}"
        f"{button(f'again:{each.at}', said('again', language), each.label) if again else ''}"
        f"{button(f'remove:{each.at}', said('remove', language), each.label)}</li>"
        for each in entries
    ]
    if not rows:
        return block(f"<p>{said('none_yet', language)}</p>")
    return block(f'<ul class="entries">{"".join(rows)}</ul>')


def help_line(language: Language) -> str:
    """A person to talk to, in the same place on every page."""
    return block(f'<p class="help">{said("help", language)}</p>')
