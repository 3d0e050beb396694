"""From the bytes of a JSON or YAML file to plain data, or a refusal that names the place and never the text.

In YAML every scalar is the text that was typed, save ``null``: the case model knows what each answer is to be. So
``yes`` is a yes where a yes or no is asked and stays a word elsewhere, a date stays as written, a postcode keeps its
zero, and Norway (``NO``) stays a country.
"""

import codecs
import contextlib
import json
import math
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NoReturn

import yaml

from legalkit.case import case_schema
from legalkit.errors import FileError, Problem

DEPTH = 40
"""Levels of nesting that are accepted; a case has fewer than ten."""
_DIGITS = 20
_HOLDING = (dict, list, tuple)
_SHORT = frozenset({str, float, bool, type(None)})
"""What holds nothing and has no digits to count."""
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_TOO_DEEP = "maximum nesting depth"
"""How the reader names its own limit, which lies far above ours; it may reach it before we see the first level."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Pairs(list[tuple[Any, Any]]):
    """A mapping as it was written, a key perhaps twice."""


def text_of(content: bytes) -> str:
    r"""The text of a file in UTF-8, or in UTF-16 that says so by its mark.

    Korean text of old Windows programs (CP949) is told apart and refused: a guessed encoding could change a name.

    Raises:
        FileError: ``E-FILE-CP949`` or ``E-FILE-ENCODING``.

    >>> text_of(b"\xef\xbb\xbfid: case-1")
    'id: case-1'
    """
    mark, encoding = next((pair for pair in _BOMS if content.startswith(pair[0])), (b"", "utf-8"))
    text = _decoded(content[len(mark) :], encoding)
    if text is not None and "\x00" not in text:
        return text
    korean = text is None and not mark and _decoded(content, "cp949") is not None
    raise FileError(Problem("E-FILE-CP949" if korean else "E-FILE-ENCODING"))


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def from_json(text: str) -> object:
    """Plain data of a JSON text.

    Raises:
        FileError: ``E-FILE-JSON`` with ``line`` and ``column``; ``E-FILE-NUMBER``, ``E-FILE-TWICE``, ``E-FILE-DEEP``,
            ``E-FILE-SURROGATE``.

    >>> from_json('{"id": "case-1"}')
    {'id': 'case-1'}
    >>> from_json('{"id": "a", "id": "b"}')
    Traceback (most recent call last):
    ...
    legalkit.errors.FileError: E-FILE-TWICE id
    """
    with contextlib.suppress(FileError, ValueError, RecursionError):
        return _quickly(text)
    return _carefully(text)  # says what is wrong, and where


def _quickly(text: str) -> object:
    """Plain data that nothing is wrong with, in a part of the time of a careful reading; ``ValueError`` otherwise."""
    text.encode("utf-8")  # of a surrogate this makes a ValueError
    if "\\u" in text and _ESCAPED_SURROGATE.search(text):
        raise ValueError
    data = json.loads(text, object_pairs_hook=_unique, parse_int=_int, parse_float=_finite, parse_constant=_no_number)
    if not _fits(data):
        raise ValueError
    return data


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise ValueError
    return data


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError
    return number


def _fits(data: object) -> bool:
    """Whether nothing lies too deep or has too many digits; level by level, for this is asked at every step."""
    level, left = [data], DEPTH
    while level and left >= 0:
        if any(isinstance(each, int) and len(str(each)) > _DIGITS for each in level):
            return False
        holding = [each.values() if isinstance(each, dict) else each for each in level if isinstance(each, _HOLDING)]
        left -= bool(holding)
        level = [each for inside in holding for each in inside if type(each) not in _SHORT]
    return left >= 0


def _carefully(text: str) -> object:
    try:
        return _settled(
            json.loads(text, object_pairs_hook=_Pairs, parse_int=_int, parse_constant=_no_number), "", DEPTH
        )
    except json.JSONDecodeError as error:
        problem = Problem("E-FILE-JSON", params={"line": error.lineno, "column": error.colno})
    except RecursionError:
        problem = Problem("E-FILE-DEEP", params={"allowed": DEPTH})
    raise FileError(problem)


def to_json(data: object) -> bytes:
    """Plain data as JSON in its shortest form, keys sorted: equal data gives equal bytes.

    Raises:
        FileError: ``E-FILE-NOT-PLAIN``: something in it is no text, number, yes or no, list or mapping by texts;
            what :func:`from_json` raises, for what could not be read again is not written.

    >>> to_json({"b": [1, None], "a": "가"}).decode("utf-8")
    '{"a":"가","b":[1,null]}'
    """
    try:
        text = json.dumps(data, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
        with contextlib.suppress(UnicodeEncodeError):  # half a letter
            content = text.encode("utf-8")
            if _fits(data):
                return content
        from_json(text)  # says what is wrong, and where
    except (TypeError, ValueError, RecursionError):  # their own words would show the data
        problem = Problem("E-FILE-NOT-PLAIN")
    raise FileError(problem)


def _int(digits: str) -> int:
    if len(digits) > _DIGITS:
        _no_number(digits)
    return int(digits)


def _no_number(_: str) -> NoReturn:
    raise FileError(Problem("E-FILE-NUMBER"))


def from_yaml(text: str) -> object:
    r"""Plain data of a YAML text: mappings, lists, texts and ``None``.

    Raises:
        FileError: ``E-FILE-YAML`` (with ``line`` and ``column``) for what is no YAML, ``E-FILE-ALIAS`` for anchors,
            ``E-FILE-TAG`` for types given by tag, ``E-FILE-MANY`` for a second document, ``E-FILE-KEY`` for a key that
            is no text; ``E-FILE-TWICE``, ``E-FILE-DEEP``, ``E-FILE-CONTROL``.

    >>> from_yaml("when: {on: 2026-03-14}\nnationality: NO")
    {'when': {'on': '2026-03-14'}, 'nationality': 'NO'}
    """
    strange = _NOT_YAML.search(text)
    if strange:
        before = text[: strange.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise FileError(Problem("E-FILE-CONTROL", params={"line": line, "column": column}))
    try:
        return _settled(_document(yaml.parse(text, Loader=_LOADER)), "", DEPTH)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        deep = _TOO_DEEP in (error.problem or "")
        problem = _at("E-FILE-DEEP", mark, allowed=DEPTH) if deep else _at("E-FILE-YAML", mark)
    except yaml.reader.ReaderError:
        problem = Problem("E-FILE-ENCODING")
    raise FileError(problem)


def _document(events: Iterator[yaml.Event]) -> object:
    data: object = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise FileError(_at("E-FILE-MANY", event.start_mark))
            data = _node(next(events), events, DEPTH)
    return data


def _node(event: Any, events: Iterator[yaml.Event], levels: int) -> object:  # noqa: ANN401 -- yaml has no types
    if event.anchor is not None:
        raise FileError(_at("E-FILE-ALIAS", event.start_mark))
    if event.tag is not None:
        raise FileError(_at("E-FILE-TAG", event.start_mark))
    if isinstance(event, yaml.ScalarEvent):
        return None if event.implicit[0] and event.value in _NULLS else event.value
    if not levels:
        raise FileError(_at("E-FILE-DEEP", event.start_mark, allowed=DEPTH))
    if isinstance(event, yaml.SequenceStartEvent):
        return [_node(each, events, levels - 1) for each in _until(yaml.SequenceEndEvent, events)]
    return _Pairs(_pair(each, events, levels - 1) for each in _until(yaml.MappingEndEvent, events))


def _pair(event: Any, events: Iterator[yaml.Event], levels: int) -> tuple[str, object]:  # noqa: ANN401
    key = _node(event, events, levels)
    if not isinstance(key, str):
        raise FileError(_at("E-FILE-KEY", event.start_mark))
    return key, _node(next(events), events, levels)


def _until(end: type[yaml.Event], events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    return iter(lambda: None if isinstance(event := next(events), end) else event, None)


def _at(code: str, mark: Any, **params: object) -> Problem:  # noqa: ANN401
    return Problem(code, params={"line": mark.line + 1, "column": mark.column + 1, **params})


def _settled(value: object, path: str, levels: int) -> object:
    """The data with mappings as such, once no key stands twice and every text and number is one."""
    if isinstance(value, str):
        _check_text(value, path)
    if isinstance(value, float) and not math.isfinite(value):
        raise FileError(Problem("E-FILE-NUMBER", path))
    if isinstance(value, list) and not levels:
        raise FileError(Problem("E-FILE-DEEP", path, {"allowed": DEPTH}))
    if isinstance(value, _Pairs):
        return _mapping(value, path, levels - 1)
    if isinstance(value, list):
        return [_settled(each, f"{path}[{place}]", levels - 1) for place, each in enumerate(value)]
    return value


def _mapping(pairs: _Pairs, path: str, levels: int) -> dict[str, object]:
    data: dict[str, object] = {}
    for key, each in pairs:
        place = f"{path}.{_shown(key)}" if path else _shown(key)
        _check_text(key, place)
        if key in data:
            raise FileError(Problem("E-FILE-TWICE", place))
        data[key] = _settled(each, place, levels)
    return data


def _check_text(text: str, path: str) -> None:
    if _SURROGATE.search(text):
        raise FileError(Problem("E-FILE-SURROGATE", path))


def _shown(key: str) -> str:
    """The key, if it is a word of the case model; another may be something that a person wrote."""
    return key if key in _field_names() else "…"


@cache
def _field_names() -> frozenset[str]:
    schema = case_schema()
    models = [schema, *schema["$defs"].values()]
    return frozenset(name for model in models for name in model.get("properties", {}))
