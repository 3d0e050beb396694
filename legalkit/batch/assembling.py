"""From the sheets of a workbook to one record a case: rows that belong together are put together, none is dropped."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from legalkit.batch.columns import CASES, LISTS, PARENTS, ROOMS, Kind, plain_heading, sheet_names, sheets
from legalkit.batch.headed import Answer, Row, Sheet, understood
from legalkit.batch.places import Found, Place, Record
from legalkit.batch.tables import Table
from legalkit.case.text import has_hangul
from legalkit.errors import FileError, Problem

_STEPS = re.compile(r"([a-z_0-9]+)|\[(\d+)\]")
_SINGULAR = {"accused": "accused", "incidents": "incident", "exhibits": "exhibit"}


def assembled(tables: Sequence[Table]) -> tuple[list[Record], list[Found]]:
    """One record for each row of the sheet of cases, and what concerns no single case.

    Raises:
        FileError: ``E-BATCH-NO-CASES`` no sheet of cases, or none with a column of ids.
    """
    named, found = _named(tables)
    if CASES not in named or "id" not in named[CASES].columns:
        raise FileError(Problem("E-BATCH-NO-CASES", "input", {"allowed": ", ".join(sheets())}))
    found += [each for sheet in named.values() for each in sheet.found]
    rows = _Rows.of(named)
    records = [_record(row, rows, named) for row in named[CASES].rows]
    return records, [*found, *rows.orphans(_ids(named[CASES].rows))]


def _named(tables: Sequence[Table]) -> tuple[dict[str, Sheet], list[Found]]:
    """Each sheet under our name for it, whatever their order; a workbook of one sheet holds cases."""
    names = sheet_names()
    if len(tables) == 1:
        return {CASES: understood(tables[0], CASES)}, []
    named: dict[str, Sheet] = {}
    found: list[Found] = []
    for number, table in enumerate(tables, start=1):
        name = names.get(plain_heading(table.name))
        if name and name not in named:
            named[name] = understood(table, name)
        elif not table.name.startswith("#"):
            close = get_close_matches(plain_heading(table.name), names, n=1, cutoff=0.6)
            code = "E-BATCH-SHEET-LIKE" if close else "W-BATCH-SHEET"
            found.append(Found(Problem(code, "", {"nearest": names[close[0]]} if close else {}), Place(f"#{number}")))
    return named, found


def _ids(rows: Iterable[Row]) -> set[str]:
    return {str(answer.value) for row in rows for answer in row.answers if answer.column.path == "id"}


@dataclass
class _Rows:
    """The rows of the other sheets, by the case they name or, of what is given once, by their own id."""

    of_case: defaultdict[tuple[str, str], list[Row]] = field(default_factory=lambda: defaultdict(list))
    shared: dict[str, Row] = field(default_factory=dict)
    rooms: dict[str, Row] = field(default_factory=dict)
    of_parent: defaultdict[tuple[str, str], dict[str, list[Row]]] = field(default_factory=lambda: defaultdict(dict))
    nobodys: list[Row] = field(default_factory=list)

    @classmethod
    def of(cls, named: Mapping[str, Sheet]) -> "_Rows":
        rows = cls()
        for room in named.get(ROOMS, Sheet(ROOMS)).rows:
            if own := room.said(Kind.ROOM):
                rows.rooms[str(own.value)] = room
            else:
                rows.nobodys.append(room)
        for name in LISTS:
            for row in named.get(name, Sheet(name)).rows:
                rows._add(name, row)
        for name in PARENTS:
            for row in named.get(name, Sheet(name)).rows:
                rows._add_below(name, row)
        return rows

    def _add_below(self, name: str, row: Row) -> None:
        case, parent = row.said(Kind.CASE), row.said(Kind.PARENT)
        if case:
            of_case = self.of_parent[str(case.value), name]
            of_case.setdefault(str(parent.value) if parent else "", []).append(row)
        else:
            self.nobodys.append(row)

    def _add(self, name: str, row: Row) -> None:
        case, own = row.said(Kind.CASE), _answer(row, f"{name}[].id")
        if case:
            self.of_case[str(case.value), name].append(row)
        elif own and name == "accused":
            self.shared[str(own.value)] = row
        else:
            self.nobodys.append(row)

    def orphans(self, ids: set[str]) -> Iterator[Found]:
        """Rows that name no case that there is."""
        for row in self.nobodys:
            yield Found(Problem("E-BATCH-NO-CASE"), row.place)
            yield from row.found
        below = {key: [row for each in rows.values() for row in each] for key, rows in self.of_parent.items()}
        for (case, _), rows in {**self.of_case, **below}.items():
            for row in rows if case not in ids else ():
                place = row.said(Kind.CASE)
                yield Found(Problem("E-BATCH-NO-CASE"), place.place if place else row.place)


def _answer(row: Row, path: str) -> Answer | None:
    return next((answer for answer in row.answers if answer.column.path == path), None)


class _Draft:
    """A case while its rows are put together."""

    def __init__(self, row: Row) -> None:
        self.data: dict[str, Any] = {}
        self.where: dict[str, Place] = {}
        self.found: list[Found] = list(row.found)

    def put(self, path: str, value: object, place: Place) -> None:
        """Puts an answer at a path, making what lies on the way."""
        self.where[path] = place
        here: Any = self.data
        steps = [name if name else int(number) for name, number in _STEPS.findall(path)]
        for step, below in zip(steps, steps[1:], strict=False):
            here = _down(here, step, [] if isinstance(below, int) else {})
        _set(here, steps[-1], value)

    def entry(self, name: str) -> str:
        """The path of a new entry of a list."""
        return f"{name}[{len(self.data.get(name, ()))}]"


def _down(here: Any, step: str | int, empty: object) -> Any:  # noqa: ANN401 -- plain data
    if isinstance(step, int):
        if len(here) <= step:
            here.append(empty)
        return here[step]
    if isinstance(here.get(step), str):  # a name in one column and one of its forms in another
        here[step] = {"hangul" if has_hangul(here[step]) else "passport": here[step]}
    return here.setdefault(step, empty)


def _set(here: Any, step: str | int, value: object) -> None:  # noqa: ANN401
    if isinstance(step, int):
        here.append(value)
    else:
        here[step] = value


def _record(row: Row, rows: _Rows, named: Mapping[str, Sheet]) -> Record:
    draft = _Draft(row)
    for answer in row.answers:
        if answer.column.sheet == CASES:
            draft.put(answer.column.path, answer.value, answer.place)
    _add_guests(draft, row)
    case = str(draft.data.get("id", ""))
    for name in LISTS:
        for each in rows.of_case.get((case, name), ()):
            _add(draft, name, each, rows)
    _add_shared(draft, rows)
    for name, parent in PARENTS.items():
        _add_below(draft, name, parent, rows.of_parent.get((case, name), {}))
    columns = {path: column for sheet in named.values() for path, column in sheet.columns.items()}
    return Record(row.place, draft.data, draft.where, tuple(draft.found), columns)


def _add_guests(draft: _Draft, row: Row) -> None:
    """One accused, one act, one exhibit on the row of the case itself; the accused is then the one who did it."""
    for name in LISTS:
        answers = [answer for answer in row.answers if answer.column.sheet == name]
        if answers:
            _fill(draft, name, answers, row.place)
    if draft.data.get("accused") and draft.data.get("incidents") and "actor" not in draft.data["incidents"][0]:
        draft.put("incidents[0].actor", draft.data["accused"][0]["id"], draft.where["accused[0]"])


def _add(draft: _Draft, name: str, row: Row, rows: _Rows) -> None:
    draft.found += row.found
    at = _fill(draft, name, [answer for answer in row.answers if answer.column.sheet == name], row.place)
    room = row.said(Kind.ROOM)
    if room is None:
        return
    given = rows.rooms.get(str(room.value))
    if given is None:
        draft.found.append(Found(Problem("E-BATCH-NO-ROOM", f"{at}.online"), room.place))
        return
    draft.found += given.found
    for answer in given.answers:
        path = f"{at}.{answer.column.below}"
        if answer.column.kind is not Kind.ROOM and path not in draft.where:  # what the row itself says goes first
            draft.put(path, answer.value, answer.place)


def _fill(draft: _Draft, name: str, answers: Iterable[Answer], place: Place) -> str:
    """Adds an entry to a list of the case, with an id if it has none."""
    at = draft.entry(name)
    draft.put(f"{at}.id", f"{_SINGULAR[name]}-{len(draft.data.get(name, ())) + 1}", place)
    draft.where[at] = place
    for answer in answers:
        draft.put(f"{at}.{answer.column.below}", answer.value, answer.place)
    return at


def _add_below(draft: _Draft, name: str, parent: str, rows: Mapping[str, Sequence[Row]]) -> None:
    """The entries of an incident, the files of an exhibit; a row that names none of the case stops it."""
    ids = [str(each.get("id")) for each in draft.data.get(parent, ())]
    for own, several in rows.items():
        for number, row in enumerate(several):
            draft.found += row.found
            if own not in ids:
                said = row.said(Kind.PARENT)
                problem = Problem("E-BATCH-NO-PARENT", said.column.path if said else "")
                draft.found.append(Found(problem, said.place if said else row.place))
                continue
            at = f"{parent}[{ids.index(own)}].{name}[{number}]"
            draft.where[at] = row.place
            for answer in row.answers:
                if answer.column.sheet == name:
                    draft.put(f"{at}.{answer.column.below}", answer.value, answer.place)


def _add_shared(draft: _Draft, rows: _Rows) -> None:
    """Whoever is given once, in each case that names them as the one who did it."""
    own = {accused.get("id") for accused in draft.data.get("accused", ())}
    for actor in dict.fromkeys(str(incident.get("actor")) for incident in draft.data.get("incidents", ())):
        if actor in rows.shared and actor not in own:
            _add(draft, "accused", rows.shared[actor], rows)
