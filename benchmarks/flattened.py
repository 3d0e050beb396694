"""Our templates in the language of other engines, for bench_rivals.py: sections ``{#s1}…{/s1}`` and values ``{v2}``.

Every tag gets a name; what it says, in each turn of each loop, is worked out beforehand and handed over as plain data,
so that an engine has nothing to do but repeat sections and put values in. A condition is a section of one turn or none.
carbone names places instead: ``{d.s1[i].v2}``, and ``{d.s1[i+1].v2}`` where a section ends.
"""

import re
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import NamedTuple

import jinja2
from lxml import etree

from legalkit.docx import archive
from legalkit.docx.compiled import Compiled
from legalkit.docx.ooxml import Element, W, w

BODY = "word/document.xml"
_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
_TEXT_BEGINS = re.compile(r"<w:t(?: [^>]*)?>")
_BREAK = re.compile(r"</w:t><w:br/><w:t(?: [^>]*)?>")
_JINJA = jinja2.Environment()


class Value(NamedTuple):
    """``{{ expression }}``."""

    name: str
    expression: str


class Section(NamedTuple):
    """A loop, or one way of a condition (then without a variable)."""

    name: str
    variable: str
    expression: str
    inside: list[object]
    inline: bool


def parsed(text: str) -> list[object]:
    """Texts, values and sections, in order."""
    in_text = False
    top: list[object] = []
    open_: list[tuple[list[object], list[str]]] = [(top, [])]
    for number, piece in enumerate(_TAG.split(text)):
        if not _TAG.fullmatch(piece):
            open_[-1][0].append(piece)
            begins = [at.end() for at in _TEXT_BEGINS.finditer(piece)]
            in_text = (begins[-1] if begins else -1) > piece.rfind("</w:t>") if "w:t>" in piece else in_text
            continue
        words = piece.strip("{}%- ").split()
        if piece.startswith("{{"):
            open_[-1][0].append(Value(f"v{number}", piece.strip("{} ")))
            continue
        if words[0].startswith("end") or words[0] in ("else", "elif"):
            _, refused = open_.pop()
        if words[0].startswith("end"):
            continue
        inside: list[object] = []
        if words[0] == "for":
            section, refused = Section(f"s{number}", words[1], " ".join(words[3:]), inside, in_text), []
        else:
            refused = [] if words[0] == "if" else refused
            own = " ".join(words[1:]) or "true"
            told = " and ".join((*(f"not ({each})" for each in refused), f"({own})"))
            section, refused = Section(f"s{number}", "", told, inside, in_text), [*refused, own]
        open_[-1][0].append(section)
        open_.append((inside, refused))
    return top


def data(nodes: list[object], scope: Mapping[str, object], *, carbone: bool = False) -> dict[str, object]:
    """What each name of a section says. carbone repeats nothing within a paragraph: there it is put together here."""
    said: dict[str, object] = {"z": ""}
    for node in nodes:
        if isinstance(node, Value):
            said[node.name] = str(_worked_out(node.expression, scope))
        elif isinstance(node, Section) and node.inline and carbone:
            said[node.name] = _text([node], scope)
        elif isinstance(node, Section):
            turns = [{**scope, **turn} for turn in _turns(node, scope)]
            said[node.name] = [data(node.inside, turn, carbone=carbone) for turn in turns]
    return said


def _text(nodes: list[object], scope: Mapping[str, object]) -> str:
    said = []
    for node in nodes:
        if isinstance(node, Section):
            said += [_text(node.inside, {**scope, **turn}) for turn in _turns(node, scope)]
        else:
            said.append(
                str(_worked_out(node.expression, scope)) if isinstance(node, Value) else _BREAK.sub("\n", str(node))
            )
    return "".join(said)


def _worked_out(expression: str, scope: Mapping[str, object]) -> object:
    return _JINJA.compile_expression(expression)(**scope)


def _turns(section: Section, scope: Mapping[str, object]) -> Iterator[dict[str, object]]:
    found = _worked_out(section.expression, scope)
    if not section.variable:
        yield from [{}] if found else []
        return
    items = list(found)  # type: ignore[call-overload]
    for number, item in enumerate(items, start=1):
        loop = SimpleNamespace(index=number, first=number == 1, last=number == len(items))
        yield {section.variable: item, "loop": loop}


def flattened(ready: Compiled, context: Mapping[str, object], *, carbone: bool = False) -> tuple[bytes, object]:
    """The template as another engine reads it, and the data to fill it with."""
    part = ready._parts[BODY]
    nodes = parsed(part.text)
    written = "".join(_written(nodes, "d" if carbone else ""))
    body = etree.fromstring(written.encode())
    rows: dict[Element, int] = {}
    for mark in list(body.iter("mark")):
        _settle(mark, rows)
    members = archive.unpack(ready._variant)
    members[BODY] = etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)
    return archive.pack(members), data(nodes, context, carbone=carbone)


def _written(nodes: list[object], path: str) -> Iterator[str]:
    """The XML with tags for texts, and with marks where a section begins or ends between paragraphs or rows."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif isinstance(node, Value) or (isinstance(node, Section) and node.inline and path):
            breaks = "" if isinstance(node, Value) else ":convCRLF"
            yield f"{{{path}.{node.name}{breaks}}}" if path else f"{{{node.name}}}"
        elif isinstance(node, Section):
            below = f"{path}.{node.name}[i]" if path else ""
            begin = f"{{{below}.z}}" if path else f"{{#{node.name}}}"
            end = f"{{{path}.{node.name}[i+1].z}}" if path else f"{{/{node.name}}}"
            yield begin if node.inline else f'<mark kind="begin" text="{begin}"/>'
            yield from _written(node.inside, below)
            yield end if node.inline else f'<mark kind="end" text="{end}"/>'


def _settle(mark: Element, rows: dict[Element, int]) -> None:
    """A mark between paragraphs becomes one; between rows it goes into the row behind, or before it."""
    holder, text = mark.getparent(), mark.get("text")
    run = etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:t xml:space="preserve">{text}</w:t></w:r>')
    if holder.tag != w("tbl"):
        paragraph = mark.makeelement(w("p"))
        paragraph.append(run)
        mark.addprevious(paragraph)
    elif mark.get("kind") == "begin":
        row = next(mark.itersiblings(w("tr")))
        first = row.find(f"{W}tc/{W}p")
        rows[row] = rows.get(row, 0) + 1
        first.insert(rows[row] - 1 + (first.find(w("pPr")) is not None), run)
    elif "[i+1]" in text:
        row = etree.fromstring(f'<w:tr xmlns:w="{W[1:-1]}"><w:tc><w:p/></w:tc></w:tr>')
        row[0][0].append(run)
        mark.addprevious(row)
    else:
        row = next(mark.itersiblings(w("tr"), preceding=True))
        row.findall(f"{W}tc")[-1].findall(f"{W}p")[-1].append(run)
    holder.remove(mark)
