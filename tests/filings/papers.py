"""What the tests of filings share: cases with some answers changed, and what a paper says in each language."""

import re
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel

from legalkit.case import Case, read_case
from legalkit.case.paths import covered, leaves
from legalkit.docx import Language, Properties, render, texts
from legalkit.filings import Filing, mask, masked
from legalkit.filings._masking import confidential
from legalkit.language import plain
from legalkit.law import filing_rule
from legalkit.resources import template

M = TypeVar("M", bound=BaseModel)
DAY = date(2026, 11, 22)
HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "legalkit" / "examples"


def answers(name: str) -> dict[str, Any]:
    """The answers of ``husband`` (here) or of an example, to be changed at will."""
    folder = HERE if (HERE / f"{name}.yaml").exists() else EXAMPLES
    return deepcopy(yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8")))


def case(name: str, **changes: Any) -> Case:
    """A case with some answers replaced, by dotted path with ``__`` (``wishes__alias=False``)."""
    data = answers(name)
    for path, answer in changes.items():
        *folders, last = path.split("__")
        place = data
        for folder in folders:
            place = place.setdefault(folder, {})
        place[last] = answer
    return read_case(data)


def bare(**answered: Any) -> Case:
    """A case of which nothing is known but what is given."""
    return read_case({"id": "case-bare", "reporter": {"role": "self"}, **answered})


def document(filing: Filing, of: Case, language: Language, day: date = DAY) -> bytes:
    """The paper as a file, masked as in a package."""
    content = mask(filing.content(masked(of), day), of)
    title = filing_rule(filing.id).record.title
    shown = title.en if language is Language.EN else title.ko
    return render(template(filing.id), language, content, Properties(title=shown, created=day))


def says(filing: Filing, of: Case, language: Language = Language.KO, day: date = DAY) -> str:
    """Everything the paper says, headers and properties included, one paragraph a line."""
    return plain("\n".join(texts(document(filing, of, language, day))))


def assert_reads_what_it_says(filing: Filing, of: Case, day: date = DAY) -> None:
    """Takes away every answer that is not among ``reads``; gate and content must stay as they are."""
    whole = (filing.gate(of, day), filing.content(of, day))
    others = [path for path, _ in leaves(of) if not covered(filing.reads, path)]
    assert others
    for path in others:
        less = without(of, path)
        if less is not None:
            assert (filing.gate(less, day), filing.content(less, day)) == whole, path


def without(model: M, path: str) -> M | None:
    """The model without the answer at a path; nothing where it cannot be left out."""
    head, _, rest = path.partition(".")
    name, _, place = head.partition("[")
    entry = getattr(model, name)
    if place:
        at = int(place[:-1])
        less = without(entry[at], rest) if rest else None
        return model.model_copy(update={name: (*entry[:at], less, *entry[at + 1 :])}) if less is not None else None
    if rest:
        less = without(entry, rest)
        return model.model_copy(update={name: less}) if less is not None else None
    field = type(model).model_fields[name]
    return (
        None if field.is_required() else model.model_copy(update={name: field.get_default(call_default_factory=True)})
    )


def gives_away(said: str, of: Case) -> list[str]:
    """The confidential strings of a case that a paper says."""
    hidden = confidential(of).in_any([said])
    return [found.group() for found in hidden.finditer(said)] if hidden else []


def korean_words(said: str) -> set[str]:
    """Latin words of a Korean paper outside quotations, addresses of pages and file properties."""
    plain_text = re.sub(r'"[^"]*"|“[^”]*”|\'[^\']*\'|https?://\S+', "", said)
    return set(re.findall(r"[A-Za-z]{2,}", plain_text)) - {"Microsoft", "Office", "Word", "ko", "KR"}
