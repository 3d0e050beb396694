"""Three ways of not answering, kept apart: unknown, declined, and not asked (``None``)."""

from enum import Enum
from typing import Annotated, Any, TypeGuard, TypeVar, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")


class NoAnswer(Enum):
    """What a person may say instead of an answer.

    ``unknown`` prints the form's own words (성명불상, 일시불상경); ``declined`` prints nothing.
    ``None`` is neither: the question was not asked.
    """

    UNKNOWN = "unknown"
    DECLINED = "declined"


_WORDS = {member.value: member for member in NoAnswer}


class _OrNoAnswer:
    """Lets a field hold its own type, ``unknown``, ``declined`` or nothing, with errors of its own type alone."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        kinds = [arg for arg in get_args(source) if arg not in (NoAnswer, type(None))]
        inner = handler.generate_schema(kinds[0])

        def accept(value: object, validate: core_schema.ValidatorFunctionWrapHandler) -> object:
            if value is None or isinstance(value, NoAnswer):
                return value
            if isinstance(value, str) and value in _WORDS:
                return _WORDS[value]
            return validate(value)

        def show(value: object, serialise: core_schema.SerializerFunctionWrapHandler) -> object:
            return value.value if isinstance(value, NoAnswer) else None if value is None else serialise(value)

        serialisation = core_schema.wrap_serializer_function_ser_schema(show, schema=inner)
        return core_schema.no_info_wrap_validator_function(accept, inner, serialization=serialisation)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        own = handler(schema)
        return {"anyOf": [own, {"enum": list(_WORDS)}, {"type": "null"}]}


Answer = Annotated[T | NoAnswer | None, _OrNoAnswer()]
"""An answer of type ``T``, or ``unknown``, or ``declined``, or ``None`` (not asked)."""


def known(answer: T | NoAnswer | None) -> TypeGuard[T]:
    """Whether there is an answer to print.

    >>> known("x"), known(NoAnswer.UNKNOWN), known(NoAnswer.DECLINED), known(None)
    (True, False, False, False)
    """
    return answer is not None and not isinstance(answer, NoAnswer)


def said_yes(answer: bool | NoAnswer | None) -> bool:
    """Whether she said yes; unknown, declined and not asked are no yes.

    >>> said_yes(True), said_yes(False), said_yes(NoAnswer.UNKNOWN), said_yes(None)
    (True, False, False, False)
    """
    return answer is True


def said_no(answer: bool | NoAnswer | None) -> bool:
    """Whether she said no; unknown, declined and not asked are no no.

    >>> said_no(False), said_no(None)
    (True, False)
    """
    return answer is False


def unknown(answer: object) -> bool:
    """Whether she said that she does not know.

    >>> unknown(NoAnswer.UNKNOWN), unknown(None)
    (True, False)
    """
    return answer is NoAnswer.UNKNOWN


def value(answer: T | NoAnswer | None) -> T | None:
    """The answer itself, or ``None`` for every way of not answering.

    >>> value(3), value(NoAnswer.DECLINED)
    (3, None)
    """
    return answer if known(answer) else None


def items(answer: tuple[T, ...] | NoAnswer | None) -> tuple[T, ...]:
    """The entries of a list answer; empty for every way of not answering.

    >>> items(("a",)), items(NoAnswer.UNKNOWN)
    (('a',), ())
    """
    return answer if known(answer) else ()
