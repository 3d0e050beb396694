"""Odd templates, each with its values and whether it is expected to go docxtpl's own way: the corpus of equality."""

from collections import defaultdict
from collections.abc import Callable
from enum import Enum
from types import SimpleNamespace
from typing import NamedTuple

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docxtpl import Listing, RichText
from markupsafe import Markup

from tests.docx import build

_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="{0}" name="p" descr="d"/>'
    '<a:graphic><a:graphicData uri="x"/></a:graphic></wp:inline></w:drawing></w:r>'
)
_TEXT_BOX = (
    "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{ inside }}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    "<w:r><w:t>{{ outside }}</w:t></w:r></w:p>"
)
_FIELD = (
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:instrText>{{ inside }}</w:instrText></w:r>"
    "<w:r><w:rPr><w:i/></w:rPr><w:t>{{ outside }}</w:t></w:r></w:p>"
)


class Drawn:
    """A value that brings its own XML, as docxtpl's pictures and sub-documents do."""

    def __html__(self) -> str:
        return "</w:t></w:r>" + _PICTURE.format(1) + "<w:r><w:t>"


class Both:
    """A thing that has attributes and items, and says other things in them."""

    name, ko, n = "attribute", "속성", 1

    def __getitem__(self, name: object) -> str:
        return f"item {name}"


class Kind(str, Enum):  # noqa: UP042  (its text and what str makes of it differ)
    """A text that is none when it is printed."""

    ONE = "one"


class Odd(NamedTuple):
    """One odd template."""

    fill: Callable[[Word], object]
    context: dict[str, object]
    slow: str = ""


def _lines(*texts: str) -> Callable[[Word], None]:
    def fill(document: Word) -> None:
        for text in texts:
            document.add_paragraph(text)

    return fill


def _rows(columns: int, *rows: list[str]) -> Callable[[Word], None]:
    """A table whose rows have as many cells as they have texts, whatever the grid says."""

    def fill(document: Word) -> None:
        table = document.add_table(rows=0, cols=columns)
        for texts in rows:
            row = table.add_row()
            for cell in row.cells[len(texts) :]:
                row._tr.remove(cell._tc)
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    return fill


def _runs(*texts: str) -> Callable[[Word], None]:
    def fill(document: Word) -> None:
        paragraph = document.add_paragraph()
        for number, text in enumerate(texts):
            paragraph.add_run(text).bold = bool(number % 2)

    return fill


def _raw(text: str) -> Callable[[Word], object]:
    return lambda document: document.element.body.insert(0, build.xml(text))


def _pictures(*, loop: bool) -> Callable[[Word], None]:
    def fill(document: Word) -> None:
        if loop:
            document.add_paragraph("{%p for x in xs %}")
        for number in (3, 3):
            document.add_paragraph()._p.append(build.xml(_PICTURE.format(number)))
        if loop:
            document.add_paragraph("{%p endfor %}")

    return fill


def _around(document: Word) -> None:
    """Tags in two sections' headers and footers."""
    document.add_section()
    for number, section in enumerate(document.sections):
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        section.header.paragraphs[0].text = f"{number} {{{{ a }}}}"
        section.footer.paragraphs[0].text = "{% for x in xs %}{{ x }}, {% endfor %}"
    document.add_paragraph("{{ a }}")


def _footnotes(document: Word) -> None:
    document.add_section()
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p></w:footnote>'
    blob = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, blob.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.add_paragraph("{{ a }}")


def _nested(document: Word) -> None:
    outer = document.add_table(rows=1, cols=2)
    inner = outer.rows[0].cells[0].add_table(rows=1, cols=2)
    inner.rows[0].cells[0].text, inner.rows[0].cells[1].text = "{{ a }}", "{{ xs|length }}"


def _table_in_condition(document: Word) -> None:
    document.add_paragraph("{%p if a %}")
    _rows(2, ["{%tr for x in xs %}", ""], ["{{ x }}", "{{ loop.index }}"], ["{%tr endfor %}", ""])(document)
    document.add_paragraph("{%p else %}")
    document.add_paragraph("none")
    document.add_paragraph("{%p endif %}")


_TWO = {"xs": ["하나 <&>", "two"], "a": 'A "&" 나', "n": 3}
_LOOP = ["{%tr for x in xs %}", ""]
_END = ["{%tr endfor %}", ""]

CORPUS: dict[str, Odd] = {
    "the same thing looked up where it is printed, in a condition and behind it": Odd(
        _lines(
            *("{{ 'no' if a.x.ko else a.x.en }}{{ a.x.ko }}{{ a.x.en }}", "{%p for r in rows %}"),
            *("{{ 'q' if r.c.k else a.x.en }} {{ r.c.m or r.c.n }} {{ r.c.m }}{{ r.c.n }}", "{%p if r.c.k %}"),
            *("{{ r.c.n }}", "{%p endif %}", "{%p if r.c.m %}", "{{ r.c.n }}", "{%p endif %}", "{%p endfor %}"),
            "{{ rows[0].c.n }}{{ rows[1].c.n }}",
        ),
        {
            "a": {"x": {"ko": "", "en": "E"}},
            "rows": [{"c": {"k": "", "n": "n1", "m": ""}}, {"c": {"k": "1", "n": "n2", "m": "m2"}}],
        },
    ),
    "a tag split over runs": Odd(_runs("{", "{ a", " }}", " and {{ a }}"), _TWO),
    "quotation marks as Word makes them": Odd(_lines("{{ d[‘k’] }} {{ d[“k”] }}"), {"d": {"k": "v"}}),
    "paragraphs in a loop": Odd(_lines("{%p for x in xs %}", "{{ loop.index }} {{ x }}", "{%p endfor %}"), _TWO),
    "what a loop tells of its turns": Odd(
        _lines(
            "{% for x in xs %}{% if loop.first %}[{% endif %}{{ loop.index }} {{ x }}{% if loop.index > 1 %}+",
            "{% endif %}",
            "{% for k, v in d.items() %}{{ k }}{{ loop.index }}{% if loop.last %}.{% endif %}{% endfor %}",
            "{{ loop.index }}{% if not loop.last %}; {% else %}]{% endif %}{% endfor %}",
        ),
        {**_TWO, "d": {"k": "v", "l": "w"}},
    ),
    "what else a loop tells": Odd(
        _lines(
            "{% for x in xs %}{{ loop.index0 }}/{{ loop.length }} {{ loop.revindex }} {{ loop.cycle('a', 'b') }}",
            "{{ loop.index }}{% if not loop.first %}{{ loop.previtem }}{% endif %}{% endfor %}",
        ),
        _TWO,
    ),
    "something called loop": Odd(
        _lines("{{ loop.index }} {{ loop.number }}{% if loop.last %} {{ loop.last }}{% endif %}"),
        {"loop": {"index": "i", "number": "n", "last": "l"}},
    ),
    "mappings and objects where the other is expected": Odd(
        _lines(
            "{% for x in xs %}{{ x.name }} {{ x.ko }} {% endfor %}",
            "{% for p in pairs %}{{ p.ko }} {{ p.en }} {% endfor %}",
            "{{ both.name }} {{ both.ko }} {{ both.n }} {{ deep.both.name }} {{ deep.both.ko }}",
        ),
        {
            "xs": [Both(), {"name": "n", "ko": "k"}, SimpleNamespace(name="n", ko="k")],
            "pairs": [SimpleNamespace(ko="k", en="e"), {"ko": "k", "en": "e"}],
            "both": Both(),
            "deep": {"both": Both()},
        },
    ),
    "a mapping that is no plain one": Odd(_lines("{{ d.ko }} {{ d.n }} {{ d.m }}"), {"d": defaultdict(str, ko="k")}),
    "texts that are no plain ones": Odd(_lines("{{ k }} {{ l.ko }}"), {"k": Kind.ONE, "l": {"ko": Kind.ONE}}),
    "markup as a value": Odd(_lines("{{ m }} {{ n.ko }}"), {"m": Markup("a &amp; b"), "n": {"ko": Markup("c")}}),
    "a percent sign and a delete": Odd(_lines("100 % %s {{ a }} %b"), {"a": "5 %b \x7f %"}),
    "a line break made by a filter": Odd(_lines("{{ '%c'|format(10) }}{{ 'a%cb'|format(9) }}{{ a }}"), {"a": "x"}),
    "a loop inside a paragraph": Odd(
        _lines("{% for x in xs %}{{ x }}{% if not loop.last %}; {% endif %}{% endfor %}"), _TWO
    ),
    "a branch over runs": Odd(_runs("{% if a %}", "yes {{ a }}", "{% else %}", "no", "{% endif %}"), _TWO),
    "a line break in a branch": Odd(
        _lines("{% for x in xs %}{{ x }}{% if not loop.last %}\n{% endif %}{% endfor %}"), _TWO
    ),
    "rows in a loop": Odd(_rows(2, ["head", "head"], _LOOP, ["{{ x }}", "{{ n }}"], _END), _TWO),
    "rows in a loop and nothing else": Odd(_rows(2, _LOOP, ["{{ x }}", "{{ n }}"], _END), _TWO),
    "a table that comes out empty": Odd(_rows(2, _LOOP, ["{{ x }}", "{{ n }}"], _END), {"xs": [], "n": 0}),
    "rows in branches": Odd(
        _rows(
            2,
            ["{%tr if n > 2 %}", ""],
            ["{{ a }}", "1"],
            ["{%tr elif n %}", ""],
            ["2", "2"],
            ["{%tr else %}", ""],
            ["3", "3"],
            ["{%tr endif %}", ""],
        ),
        _TWO,
    ),
    "a table in a branch": Odd(_table_in_condition, _TWO),
    "a table in the other branch": Odd(_table_in_condition, {"a": "", "xs": []}),
    "cells in a loop": Odd(
        _rows(3, ["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"], ["1", "2", "3"]), _TWO, "CELLS"
    ),
    "more cells than the grid": Odd(
        _rows(3, ["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"]), {"xs": ["1", "2", "3", "4", "5"]}, "CELLS"
    ),
    "short rows": Odd(_rows(3, ["{{ a }}"], ["{{ a }}", "2"]), _TWO, "TABLE"),
    "short rows beside a whole one": Odd(_rows(3, ["{{ a }}"], ["1", "2", "3"]), _TWO),
    "a whole row in a branch only": Odd(
        _rows(2, ["{%tr if n %}", ""], ["1", "2"], ["{%tr endif %}", ""], ["{{ a }}"]), _TWO, "TABLE"
    ),
    "colspan": Odd(_rows(3, ["{% colspan n %}{{ a }}"], ["1", "2", "3"]), _TWO, "CELLS"),
    "the colour of a cell": Odd(_rows(1, ["{% cellbg colour %}{{ a }}"]), {"colour": "FF0000", "a": "x"}),
    "cells merged downwards": Odd(_rows(2, _LOOP, ["{% vm %}{{ a }}", "{{ x }}"], _END), _TWO, "NESTING"),
    "cells merged sideways": Odd(_rows(3, ["{%tc for x in xs %}", "{% hm %}{{ a }}", "{%tc endfor %}"]), _TWO, "CELLS"),
    "a table in a table": Odd(_nested, _TWO),
    "rich text": Odd(_lines("{{r t }}"), {"t": RichText("a & b", bold=True)}),
    "a listing": Odd(_lines("{{ t }}"), {"t": Listing("a\nb & <c>\td")}),
    "a picture as a value": Odd(_lines("{{ t }}"), {"t": Drawn()}),
    "pictures": Odd(_pictures(loop=False), {}),
    "pictures in a loop": Odd(_pictures(loop=True), _TWO, "PICTURE"),
    "headers and footers": Odd(_around, _TWO),
    "footnotes": Odd(_footnotes, _TWO),
    "a text box": Odd(_raw(_TEXT_BOX), {"inside": "a\nb", "outside": "c\td"}),
    "a line break outside the text of a run": Odd(_raw(_FIELD), {"inside": "a\nb", "outside": "c\nd\te"}),
    "a macro": Odd(_lines("{% macro m(v) %}<{{ v }}>{% endmacro %}{{ m(a) }}"), _TWO, "STATEMENT"),
    "a block that captures": Odd(_lines("{% set s %}{{ a }}!{% endset %}{{ s }}"), _TWO, "STATEMENT"),
    "a filter block": Odd(_lines("{% filter upper %}{{ a }}{% endfilter %}"), _TWO, "STATEMENT"),
    "a name that is set": Odd(_lines("{% set s = a %}{{ s }} {% set t = n + 1 %}{{ t }}"), _TWO),
    "a value marked as safe": Odd(_lines("{{ t|safe }}"), {"t": "a &amp; b"}),
    "a value escaped twice over": Odd(_lines("{{ a|e }}"), _TWO),
    "filters": Odd(_lines("{{ xs|join(', ') }} {{ a|upper }} {{ xs|map('upper')|join }} {{ u|default('-') }}"), _TWO),
    "constants": Odd(_lines("{{ 'a & b' }} {{ 1 + 2 }} {{ '<' ~ n }}"), _TWO),
    "literal tags": Odd(_lines("{_{ a }_} {_% x %_} {% raw %}{{ a }}{% endraw %}"), _TWO),
    "comments": Odd(_lines("a{# not this #}b", "{#p nor this #}", "c"), {}),
    "joined paragraphs": Odd(_lines("a {%- if n %}", "b {{ a }}", "{%- endif %}c"), _TWO),
    "spaces trimmed": Odd(_lines("x {{- a -}} y"), _TWO),
    "line breaks and tabs": Odd(_lines("{{ a }}|{{ b }}"), {"a": "1\n2\t3\n", "b": "\n\n"}),
    "line breaks in cells": Odd(_rows(2, _LOOP, ["{{ x }}", "1"], _END), {"xs": ["a\nb", "c", "\td"]}),
    "for with else": Odd(
        _lines("{%p for x in xs %}", "{{ x }}", "{%p else %}", "none {{ n }}", "{%p endfor %}"), {"xs": [], "n": 1}
    ),
    "a recursive loop": Odd(
        _lines("{% for x in xs recursive %}{{ x.n }}{% if x.xs %}({{ loop(x.xs) }}){% endif %}{% endfor %}"),
        {"xs": [{"n": 1, "xs": [{"n": 2, "xs": []}]}]},
        "STATEMENT",
    ),
    "items of a dict": Odd(
        _lines("{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}{{ d['k'] }}{{ d.k }}"), {"d": {"k": "v"}}
    ),
}
