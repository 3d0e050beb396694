"""Answers as plain data for ``--json``: dictionaries, lists, words and days in ISO form."""

import dataclasses
from datetime import date
from typing import Any

from pydantic import BaseModel


def plain(value: Any) -> Any:  # noqa: ANN401 - any answer of the law room
    """An answer of the law room as data that can be written as JSON.

    >>> from legalkit.law.periods import Length
    >>> plain((date(2026, 1, 2), Length(days=3)))
    ['2026-01-02', {'days': 3, 'weeks': 0, 'months': 0, 'years': 0}]
    """
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if dataclasses.is_dataclass(value):
        found = {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {"answer": type(value).__name__, **found} if hasattr(value, "offence_id") else found
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return value
