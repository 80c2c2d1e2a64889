"""Single values → cells. What is not known, and what nobody wrote, leaves its cell empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from build_tools.records.dates import Day, PartialDate
from build_tools.records.key import UNKNOWN, Choice
from build_tools.records.values import Degrees

if TYPE_CHECKING:
    from collections.abc import Iterable

Cell = str | int | float | None
SEPARATOR, ESCAPE = "；", "\\"
"""Between the values that share a cell, and before a sign that is not meant as one of these two."""
YES = "true"
"""As Table Schema writes it."""


@dataclass(frozen=True, slots=True)
class Form:
    """How values of one class are written."""

    type: str
    """As Table Schema calls it: https://specs.frictionlessdata.io/table-schema/#types-and-formats."""
    cell: Callable[[Any], Cell]


def as_it_is(value: Cell) -> Cell:
    """`value` itself: text, or a number."""
    return value


def only_yes(value: bool) -> str | None:
    """`true`; a record does not tell whether staff wrote no or nothing, so for both there is nothing."""
    return YES if value else None


FORMS: dict[Any, Form] = {
    bool: Form("boolean", only_yes),
    int: Form("integer", as_it_is),
    Degrees: Form("number", as_it_is),
    Day: Form("date", Day.isoformat),
    PartialDate: Form("string", str),
}
TEXT, CODE, ANYTHING = Form("string", as_it_is), Form("string", attrgetter("code")), Form("string", str)


def form_for(base: Any) -> Form:
    """How a single value of the class `base` is written."""
    if base in FORMS:
        return FORMS[base]
    if isinstance(base, type) and issubclass(base, Choice):
        return CODE
    return TEXT if not isinstance(base, type) or issubclass(base, str) else ANYTHING


def codes_of(*choices: Any) -> tuple[str, ...]:
    """All codes of `choices`, each once."""
    words = (choice for choice in choices if isinstance(choice, type) and issubclass(choice, Choice))
    return tuple(dict.fromkeys(word.code for choice in words for word in choice))


def is_said(value: Any) -> bool:
    """Whether `value` is one: neither 未知 nor left out."""
    return value is not None and value is not UNKNOWN


def joined(texts: Iterable[str]) -> str:
    """`texts` in one cell, so that they can be told apart again."""
    return SEPARATOR.join(
        text.replace(ESCAPE, ESCAPE + ESCAPE).replace(SEPARATOR, ESCAPE + SEPARATOR) for text in texts
    )


def clock(minute: int) -> str:
    """`minute` of a day as `09:00`; what lies on the next day goes on after 24:00."""
    return f"{minute // 60:02}:{minute % 60:02}"
