"""What the evidence room knows, in the words of papers: which exhibits may show her, what hashes prove, provisions."""

from collections import Counter
from collections.abc import Iterable

from legalkit.case import Case, Exhibit, FileRecord, ordered
from legalkit.case.codes import ExhibitKind, Restriction, Submission
from legalkit.evidence import Warned, hash_words, sure, warnings
from legalkit.evidence.sealed import Ask
from legalkit.evidence.wording import Basis, Words
from legalkit.filings._pieces import OPEN_BOX, exhibits, joined
from legalkit.language import EMPTY, Bilingual

_PICTURED = (ExhibitKind.VIDEO, ExhibitKind.AUDIO, ExhibitKind.SCREENSHOT, ExhibitKind.PHOTO)


def possibly_intimate(exhibit: Exhibit) -> bool:
    """Whether an exhibit may show her intimately: pictures and sound do until she says that they do not.

    >>> possibly_intimate(Exhibit(id="a", kind="photo")), possibly_intimate(Exhibit(id="a", kind="document"))
    (True, False)
    """
    return exhibit.intimate is True or (exhibit.intimate is not False and exhibit.kind in _PICTURED)


def to_seal(case: Case) -> list[Exhibit]:
    """The exhibits that go into the sealed envelope, in the order of their numbers."""
    return [each for each in ordered(case.exhibits) if possibly_intimate(each) or _asked_to_be_sealed(each)]


def _asked_to_be_sealed(exhibit: Exhibit) -> bool:
    restricted = exhibit.restriction is Restriction.SEALED and exhibit.intimate is not False
    return exhibit.submission is Submission.SEALED or restricted


def hash_note(files: Iterable[FileRecord]) -> Bilingual:
    """The foot of the index: what a hash proves, and what computed the hashes.

    That the originals are unaltered is for her to tick, on paper.

    Args:
        files: of all exhibits; without one there is nothing to say.
    """
    tools = Counter(record.tool for record in files)
    if not tools:
        return EMPTY
    words = hash_words()
    unaltered = Bilingual(f"{OPEN_BOX} {words.unaltered.ko}", f"{OPEN_BOX} {words.unaltered.en}")
    return joined([said(words.foot), _computed_by(tools), unaltered], "\n")


def _computed_by(tools: Counter[str | None]) -> Bilingual:
    """The tools, each with its number of files where there are several; nothing where none is known."""
    if not any(tools):
        return EMPTY
    words = hash_words()
    named = {tool: Bilingual.same(tool) if tool else said(words.unknown_tool) for tool in tools}
    if len(tools) > 1:
        named = {
            tool: _filled(words.tool_of_some, tool=name, count=Bilingual.same(str(tools[tool])))
            for tool, name in named.items()
        }
    return _filled(words.tool, tools=joined(named.values(), ", "))


def _filled(words: Words, **parts: Bilingual) -> Bilingual:
    ko, en = ({name: getattr(part, side) for name, part in parts.items()} for side in ("ko", "en"))
    return Bilingual(words.ko % ko, words.en % en)


def said(words: Words) -> Bilingual:
    """Reviewed words of the evidence room.

    >>> said(Words(ko="가", en="a")).en
    'a'
    """
    return Bilingual(words.ko, words.en)


def cited(bases: Iterable[Basis]) -> Bilingual:
    """Provisions, one after the other; nothing where there is none."""
    return joined([said(basis.reference) for basis in bases], ", ")


def asked(asks: Iterable[Ask]) -> list[Bilingual]:
    """What is asked for, each with the provisions that were read; the others stand in no paper."""
    return [_citing(said(ask.words), cited(sure(ask.bases))) for ask in asks]


def cautions(case: Case) -> tuple[list[Bilingual], list[Bilingual]]:
    """What may be asked later of how evidence was obtained, for her own eyes.

    Returns:
        Cautions that rest on provisions that were read, and where to ask; cautions that need checking.
    """
    found = warnings(case)
    firm = [_caution(case, each) for each in found if sure(each.bases)]
    open_ = [_caution(case, each) for each in found if not sure(each.bases)]
    return [*firm, *(said(each.help) for each in found[:1])], open_


def _caution(case: Case, warned: Warned) -> Bilingual:
    about = exhibits(case, warned.exhibits) if warned.exhibits else EMPTY
    basis = cited(sure(warned.bases) or warned.bases)
    # several sentences: the provisions belong to all of them, not to the last
    in_brackets = Bilingual(f"({basis.ko})", f"({basis.en})") if basis else EMPTY
    return joined([about, joined([said(warned.words), in_brackets], " ")], ": ")


def _citing(words: Bilingual, basis: Bilingual) -> Bilingual:
    """A sentence with its provisions in brackets before the full stop."""
    if not basis:
        return words
    ko, en = words.ko.removesuffix("."), words.en.removesuffix(".")
    return Bilingual(f"{ko}({basis.ko}).", f"{en} ({basis.en}).")
