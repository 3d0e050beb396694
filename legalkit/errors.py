"""The tree of errors. Every error is a stable code, a place and what is allowed; its words are made in ``language``.

::

    LegalkitError
    ├── InputError        what was handed in is not acceptable   (exit status 2)
    │   ├── CaseError     a case file breaks the case model
    │   ├── FilingError   a filing asked for cannot be made
    │   ├── LawError      a question to the law room makes no sense
    │   └── FileError     a file cannot be read or written
    ├── TemplateError     a template is broken                   (exit status 3)
    └── ToolError         a program that is needed is missing    (exit status 3)

No error carries what a person wrote: ``params`` hold field names, bounds, allowed values and counts only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        code: stable code, such as ``"E-CASE-MISSING"``; its words stand in the catalogues under the same key.
        path: where, as a path of the case model (``"incidents[0].when"``) or a file's role; empty if nowhere.
        params: bounds, allowed values, counts for the words; never anything a person wrote.
    """

    code: str
    path: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


class LegalkitError(Exception):
    """Base of all errors that a person may see.

    Attributes:
        problems: everything that is wrong, all at once, in order of place.
        exit_status: what a command ends with.
    """

    exit_status = 3

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__(", ".join(f"{p.code} {p.path}".strip() for p in self.problems))


class InputError(LegalkitError):
    """What was handed in is not acceptable."""

    exit_status = 2


class CaseError(InputError):
    """A case file breaks the case model."""


class FilingError(InputError):
    """A filing that was asked for cannot be made for this case on this day."""


class LawError(InputError):
    """A question to the law room makes no sense: unknown offence, impossible date, birth after the act."""


class FileError(InputError):
    """A file cannot be read or written."""


class TemplateError(LegalkitError):
    """A template is broken or leaves something unfilled."""


class ToolError(LegalkitError):
    """A program that is needed is not on this machine."""
