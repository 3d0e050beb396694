"""Words of caution on how evidence was obtained: on the page of the exhibit, the list of exhibits, the review."""

from collections.abc import Iterator

from legalkit.case import Case, numbers
from legalkit.errors import InputError
from legalkit.evidence import Warned, warnings
from legalkit.evidence.wording import Basis
from legalkit.interview import to_case
from legalkit.language import Language, listing
from legalkit.web.desk import Screen
from legalkit.web.pieces import block, esc
from legalkit.web.words import said


def cautions(screen: Screen, language: Language) -> Iterator[str]:
    """Those that apply, with where to ask; they warn and lock nothing."""
    if not _about_exhibits(screen):
        return
    try:
        case = to_case(screen.draft)
    except InputError:  # not a whole case yet; its own page says what is wrong
        return
    found = [each for each in warnings(case) if _belongs(each, screen, case)]
    if found:
        told = "".join(_told(each, case, language) for each in found)
        yield block(f"<h2>{said('caution', language)}</h2>{told}<p>{esc(getattr(found[0].help, language))}</p>")


def _about_exhibits(screen: Screen) -> bool:
    """Whether a caution can stand on the page at all: most pages need none to be worked out."""
    view = screen.view
    return view.kind == "review" or view.listed == "exhibits" or view.key.partition("@")[2].startswith("exhibits[")


def _belongs(warned: Warned, screen: Screen, case: Case) -> bool:
    """Whether a page is about what a caution is about."""
    view = screen.view
    if view.kind == "review" or (view.kind == "list" and view.listed == "exhibits"):
        return True
    place = view.key.partition("@")[2]
    return any(place == f"exhibits[{at}]" for at, each in enumerate(case.exhibits) if each.id in warned.exhibits)


def _told(warned: Warned, case: Case, language: Language) -> str:
    found = numbers(case.exhibits)
    about = listing([(number, part or None) for number, part in (found[ref] for ref in warned.exhibits)], "police")
    label = f"<b>{esc(getattr(about, language))}</b> " if about else ""
    bases = "; ".join(_basis(each, language) for each in warned.bases)
    return f'<p>{label}{esc(getattr(warned.words, language))}</p><p class="soft">{bases}</p>'


def _basis(basis: Basis, language: Language) -> str:
    mark = f" ({said('caution.unchecked', language)})" if basis.needs_checking else ""
    return esc(getattr(basis.reference, language)) + mark
