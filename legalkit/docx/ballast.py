"""What Word and its kin leave in a file and no filing should carry: thumbnails, edit ids, comments, names."""

from docx.document import Document
from docx.opc.rel import Relationships

from legalkit.docx.ooxml import Element, edit, stories, w

_PARTS = (
    *("/thumbnail", "/custom-properties", "/extended-properties", "/customXml", "/stylesWithEffects"),
    *("/glossaryDocument", "/attachedTemplate", "/printerSettings", "/mailMergeSource"),
    *("/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible", "/people"),
)
_SETTINGS = ("rsids", "attachedTemplate", "docVars", "mailMerge", "removePersonalInformation")
_NOISE = ("proofErr", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd", "commentReference")
_EDIT_IDS = ("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidTr", "rsidDel", "rsidSect")
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def drop_ballast(document: Document) -> None:
    """Take out everything that is not the form itself; what is no longer reached is not saved."""
    package = document.part.package
    for rels in (package.rels, *(part.rels for part in package.iter_parts())):
        _unlink(rels)
    core = document.core_properties._element
    for child in list(core):
        core.remove(child)
    _remove(document.settings.element, _SETTINGS)
    for _, part in stories(document):
        edit(part, _tidy)


def _unlink(rels: Relationships) -> None:
    for key in [key for key, rel in rels.items() if rel.reltype.endswith(_PARTS)]:
        del rels[key]


def _remove(root: Element, names: tuple[str, ...]) -> None:
    for element in list(root.iter(*map(w, names))):
        element.getparent().remove(element)


def _tidy(root: Element) -> None:
    """Take out edit marks, and the ids that a loop would print twice."""
    _remove(root, _NOISE)
    for mark in [b for b in root.iter(w("bookmarkStart")) if b.get(w("name")) == "_GoBack"]:
        for end in [e for e in root.iter(w("bookmarkEnd")) if e.get(w("id")) == mark.get(w("id"))]:
            end.getparent().remove(end)
        mark.getparent().remove(mark)
    for element in root.iter(w("p"), w("r"), w("tr"), w("sectPr")):
        for name in (*map(w, _EDIT_IDS), _W14 + "paraId", _W14 + "textId"):
            element.attrib.pop(name, None)
