"""The properties of a document as ``docProps/core.xml``: a title, a language, a day; no person, no history."""

from functools import lru_cache

from legalkit.docx import archive
from legalkit.docx.model import Language, Properties
from legalkit.docx.values import printable

MEMBER = "docProps/core.xml"

_XML = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title>{subject}<dc:language>{language}</dc:language>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)


@lru_cache(maxsize=128)
def core_entry(properties: Properties, language: Language) -> archive.Entry:
    """The member, deflated; all cases of a day have the same ones.

    Raises:
        ValueRefused: as ``core_xml``.
    """
    return archive.entry(MEMBER, core_xml(properties, language))


def core_xml(properties: Properties, language: Language) -> bytes:
    """The member ``docProps/core.xml``; the author stays out, so that no file says whose machine it came from.

    Raises:
        ValueRefused: ``E-TPL-CHARACTER``, a title with a character that XML cannot hold.

    >>> import datetime
    >>> b"<dc:title>A &amp; B</dc:title>" in core_xml(Properties("A & B", datetime.date(2026, 11, 22)), Language.EN)
    True
    """
    subject = f"<dc:subject>{printable(properties.subject)}</dc:subject>" if properties.subject else ""
    return _XML.format(
        title=printable(properties.title), subject=subject, language=language.tag, day=properties.created.isoformat()
    ).encode()
