"""Which answers of a case are looked at: every field of every part, by its path, while something is done with it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from legalkit.case import Case
from legalkit.case.text import Model


class Recording:
    """Paths (``incidents[].when``) of the answers that were looked at; what only leads to others is left out.

    Parts of the case are known by identity. A part copied on the way (``model_copy``) stays known.

    Attributes:
        seen: the paths.
        passed: those, and also what only leads to others.
    """

    def __init__(self, case: Case) -> None:
        self.seen: set[str] = set()
        self.passed: set[str] = set()
        self.paths: dict[int, set[str]] = {}
        self.kept: list[Model] = []
        self._know(case, "")

    def _know(self, part: Any, path: str) -> None:
        if isinstance(part, Model):
            self.paths.setdefault(id(part), set()).add(path)
            self.kept.append(part)
            for name in type(part).model_fields:
                self._know(part.__dict__[name], f"{path}.{name}" if path else name)
        elif isinstance(part, tuple):
            for each in part:
                self._know(each, f"{path}[]")

    def look(self, part: Model, name: str, value: Any) -> None:
        leads_on = isinstance(value, Model) or (isinstance(value, tuple) and any(isinstance(v, Model) for v in value))
        empty = value == ()
        paths = {f"{path}.{name}" if path else name for path in self.paths.get(id(part), ())}
        self.passed |= paths
        if not (leads_on or empty):
            self.seen |= paths

    def copied(self, part: Model, copy: Model) -> None:
        for path in self.paths.get(id(part), ()):
            self._know(copy, path)


@contextmanager
def recording(case: Case) -> Iterator[Recording]:
    """Records while the block runs. What goes through a whole case, whatever is in it, is not counted: masking, and the
    search for names in marks and for quotations without a translation.
    """
    record, get, copy = Recording(case), Model.__getattribute__, Model.model_copy
    paused = [0]

    def look(self: Model, name: str) -> Any:
        value = get(self, name)
        if not paused[0] and name in type(self).model_fields:
            record.look(self, name, value)
        return value

    def copied(self: Model, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Model:
        made = copy(self, update=update, deep=deep)
        record.copied(self, made)
        return made

    def uncounted(function: Callable[..., Any]) -> Callable[..., Any]:
        def read(*args: Any) -> Any:
            paused[0] += 1
            try:
                found = function(*args)
                return list(found) if isinstance(found, Iterator) else found
            finally:
                paused[0] -= 1

        return read

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Model, "__getattribute__", look, raising=False)
        patch.setattr(Model, "model_copy", copied)
        for name in _GOES_THROUGH_ALL:
            patch.setattr(f"legalkit.filings.{name}", uncounted(_named(f"legalkit.filings.{name}")))
        yield record


_GOES_THROUGH_ALL = (
    "confidential_sheet._marks", "confidential_sheet.written", "next_steps.untranslated", "_masking.confidential",
    "_masking.written", "_masking._covered",
)  # fmt: skip


def _named(name: str) -> Callable[..., Any]:
    from importlib import import_module

    module, _, attribute = name.rpartition(".")
    found: Callable[..., Any] = getattr(import_module(module), attribute)
    return found
