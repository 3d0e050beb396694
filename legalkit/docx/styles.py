"""What a template's styles mean: twins ``KO …`` / ``EN …``, ``CTL`` for control tags, ``Pair`` for narrative tables."""

from typing import Literal

from legalkit.docx.ooxml import Element, w

Side = Literal["KO", "EN", ""]
CTL = "CTL"
PAIR = "Pair"
BREAK = "Break"
"""An empty line of no height that parts a table from what follows it."""


class Styles:
    """The styles of one document, looked up by the id that paragraphs, runs and tables carry.

    Args:
        root: the root of ``word/styles.xml``.
    """

    def __init__(self, root: Element) -> None:
        self.elements: dict[str, Element] = {s.get(w("styleId"), ""): s for s in root.iter(w("style"))}
        self.names = {key: self._name(style) for key, style in self.elements.items()}
        self._ids = {(style.get(w("type")), self.names[key]): key for key, style in self.elements.items()}

    @staticmethod
    def _name(style: Element) -> str:
        name = style.find(w("name"))
        return "" if name is None else name.get(w("val"), "")

    def name(self, key: str | None) -> str:
        """The name that Word shows for a style, empty if there is none."""
        return self.names.get(key or "", "")

    def side(self, key: str | None) -> Side:
        """The language of a style: ``"KO"``, ``"EN"`` or neutral."""
        prefix = self.name(key).partition(" ")
        return "KO" if prefix[:2] == ("KO", " ") else "EN" if prefix[:2] == ("EN", " ") else ""

    def kind(self, key: str | None) -> str:
        """The name without its language: ``"Body"`` for ``KO Body``."""
        name = self.name(key)
        return name[3:] if self.side(key) else name

    def twin(self, key: str | None) -> str | None:
        """The id of the same kind of style in the other language."""
        other = {"KO": "EN ", "EN": "KO "}.get(self.side(key))
        if other is None or key is None:
            return None
        return self._ids.get((self.elements[key].get(w("type")), other + self.kind(key)))
