"""Dates as people remember them: exact, approximate, a range, in words, or known only by discovery."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from legalkit.case.text import Line, Model, Quote

_PARTS = re.compile(r"(\d{4})(?:\s*[-./년]\s*(?:(\d{1,2})(?:\s*[-./월]\s*(?:(\d{1,2})\s*[.일]?)?)?)?)?")
_TIME = re.compile(r"[T ](\d{1,2}:\d{2})(?::\d{2})?$")


@dataclass(frozen=True, order=True, slots=True)
class PartialDate:
    """A day, a month or a year; a year has four digits.

    Read from ``2026-03-14``, ``2026-03``, ``2026``, ``2026. 3. 14.``, ``2026년 3월``; written as ISO.

    >>> PartialDate.read("2026. 3. 14."), PartialDate.read("2026년 3월"), str(PartialDate(2026))
    (PartialDate(year=2026, month=3, day=14), PartialDate(year=2026, month=3, day=0), '2026')
    >>> PartialDate(2026, 2).earliest, PartialDate(2026, 2).latest
    (datetime.date(2026, 2, 1), datetime.date(2026, 2, 28))
    """

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def read(cls, text: object) -> "PartialDate":
        """Reads one of the forms above.

        Raises:
            PydanticCustomError: ``E-CASE-DATE``, if it is no date or an impossible one.
        """
        if isinstance(text, date):
            return cls(text.year, text.month, text.day)
        match = None if isinstance(text, float) else _PARTS.fullmatch(str(text).strip())  # 2026.10 has lost its zero
        if match:
            year, month, day = (int(part or 0) for part in match.groups())
            read = cls(year, month, day)
            if read.possible:
                return read
        raise PydanticCustomError("E-CASE-DATE", "date")

    @property
    def possible(self) -> bool:
        """Whether such a day, month or year exists between 1900 and 2100."""
        if not 1900 <= self.year <= 2100 or self.month > 12:
            return False
        return self.day <= (calendar.monthrange(self.year, self.month)[1] if self.month else 0)

    @property
    def exact(self) -> date | None:
        """The day, if it is one."""
        return date(self.year, self.month, self.day) if self.day else None

    @property
    def earliest(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{n:02d}" for n in (self.month, self.day) if n)]
        return "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        def accept(data: object) -> PartialDate:
            return data if isinstance(data, PartialDate) else cls.read(data)

        return core_schema.no_info_plain_validator_function(
            accept, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "description": "2026-03-14, 2026-03 or 2026"}


class When(Model):
    """When something happened, as far as she knows it. One of the five forms is filled.

    Attributes:
        on: the day, month or year.
        start: first day of a range (with ``end``).
        end: last day of a range (with ``start``).
        words: in her own words, kept and quoted.
        learned: the day she learned of it; the act was before.
        time: clock time in Korea, 24 hours, with ``on``.
        about: the date is approximate.
        zone: time zone of the source, if it was not Korean time (``UTC``, ``America/New_York``).

    >>> When.model_validate("2026-03-14 21:30").time
    '21:30'
    """

    on: PartialDate | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    words: Quote | None = None
    learned: PartialDate | None = None
    time: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] | None = None
    about: bool = False
    zone: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:  # noqa: ANN401
        if isinstance(data, Mapping):
            return data
        text = str(data).strip()
        clock = _TIME.search(text)
        if not clock:
            return {"on": data}
        return {"on": text[: clock.start()], "time": clock[1].rjust(5, "0")}

    @model_validator(mode="after")
    def _one_form(self) -> "When":
        forms = [self.on, self.start or self.end, self.words, self.learned]
        if sum(form is not None for form in forms) != 1:
            raise PydanticCustomError("E-CASE-WHEN-FORM", "one form")
        if (self.start is None) != (self.end is None):
            raise PydanticCustomError("E-CASE-WHEN-RANGE", "both ends")
        if self.start and self.end and self.start.earliest > self.end.latest:
            raise PydanticCustomError("E-CASE-WHEN-ORDER", "start after end")
        return self

    @property
    def earliest(self) -> date | None:
        """The first day it can have been, or ``None`` if only words or a discovery are known."""
        first = self.on or self.start
        return first.earliest if first else None

    @property
    def latest(self) -> date | None:
        """The last day it can have been; for a discovery, the day she learned of it."""
        last = self.on or self.end or self.learned
        return last.latest if last else None
