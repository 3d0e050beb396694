"""Two documents compared: the same members, each with the same canonical XML or the same bytes."""

import hashlib
import io
import zipfile

import jinja2
from docxtpl import DocxTemplate
from jinja2 import meta
from lxml import etree

from legalkit.docx.compiled import Compiled

CORE = "docProps/core.xml"


def canonical(content: bytes) -> bytes:
    return etree.tostring(etree.fromstring(content), method="c14n")


def members(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as source:
        assert source.testzip() is None
        return {name: source.read(name) for name in source.namelist()}


def differences(one: bytes, other: bytes, without: tuple[str, ...] = ()) -> list[str]:
    """The members that differ, or stand in only one of the two."""
    a, b = members(one), members(other)
    shared = [name for name in a if name in b and name not in without]
    return sorted(set(a) ^ set(b)) + [n for n in shared if a[n] != b[n] and canonical(a[n]) != canonical(b[n])]


def by_docxtpl(variant: bytes, context: dict[str, object]) -> bytes:
    """What docxtpl makes of it, used as its README says, but escaping."""
    template = DocxTemplate(io.BytesIO(variant))
    template.render(context, autoescape=True)
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def names_in(compiled: Compiled) -> set[str]:
    """The variables that the tags of a template name."""
    environment = jinja2.Environment()
    sources = [part.text for part in compiled._parts.values()]
    return {name for text in sources for name in meta.find_undeclared_variables(environment.parse(text))}


class Fake(str):
    """A value for any tag: a text, a list of up to three, and an object with every attribute, all at once.

    Which text, and how many, is worked out from the path of names that led to it and from a seed.
    """

    def __new__(cls, path: str, seed: int, texts: list[str]) -> "Fake":
        digest = int.from_bytes(hashlib.sha256(f"{path}|{seed}".encode()).digest()[:4], "big")
        made = super().__new__(cls, texts[digest % len(texts)])
        made._all = (path, seed, texts)
        made._count = digest // 997 % 4
        return made

    def _at(self, step: str) -> "Fake":
        path, seed, texts = self._all
        return Fake(f"{path}{step}", seed, texts)

    def __getattribute__(self, name: str) -> object:
        return str.__getattribute__(self, name) if name.startswith("_") else self._at("." + name)

    def __getitem__(self, key: object) -> "Fake":
        return self._at(f"[{key}]")

    def __iter__(self):
        return iter([self._at(f"/{number}") for number in range(self._count)])

    def __len__(self) -> int:
        return self._count
