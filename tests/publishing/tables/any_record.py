"""Records with something in every field, and each of them once more with one field different: read from the classes."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from itertools import count
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from build_tools.records.clock import TimeRange
from build_tools.records.dates import PartialDate
from build_tools.records.days import Stretch, Weekdays
from build_tools.records.hours import DayRule, HoursRule
from build_tools.records.key import Choice, FreeText, Reference, Term, Unknown
from build_tools.records.opening import Opening
from build_tools.records.schedule import DatedException, GivenDays
from build_tools.records.shapes import marks

if TYPE_CHECKING:
    from collections.abc import Callable

SIGN = "=；\\"
"""Every text begins so: a formula to a spreadsheet, and the signs with which values share a cell."""
JUNE = Stretch(date(2030, 6, 1), date(2030, 6, 30))


@dataclass
class Maker:
    """Makes values that are not made twice."""

    known: Mapping[str, tuple[str, ...]]
    """Vocabulary list or folder → codes or ids that may be named; two at least."""
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    texts: list[str] = field(default_factory=list)
    """All that have been made."""

    def base(self, record: Any) -> Any:
        """A `record` with something in every field, or as much as it can say at once."""
        if record in ODD:
            return ODD[record](self)
        hints = typing.get_type_hints(record, include_extras=True)
        return record(**{one.name: self.value(hints[one.name]) for one in dataclasses.fields(record)})

    def silent(self, record: Any) -> Any:
        """A `record` of which only is said what must be."""
        hints = typing.get_type_hints(record, include_extras=True)
        asked = (one for one in dataclasses.fields(record) if must_be_said(one))
        return record(**{one.name: self.value(hints[one.name]) for one in asked})

    def value(self, hint: Any, other_than: Any = None) -> Any:
        """A value for a field with the annotation `hint`."""
        bare = get_args(hint)[0] if marks(hint) else hint
        if named := [one for one in marks(hint) if isinstance(one, Term | Reference)]:
            name = named[0].vocabulary if isinstance(named[0], Term) else named[0].folder
            return next(one for one in self.known[name] if one != other_than)
        if get_origin(bare) in (Union, types.UnionType):
            return self.value(chosen(get_args(bare)), other_than)
        if get_origin(bare) is tuple:
            return (self.value(get_args(bare)[0]), self.value(get_args(bare)[0], self.first_of(get_args(bare)[0])))
        return self.single(bare, other_than)

    def first_of(self, hint: Any) -> Any:
        """What a list of known words begins with."""
        return self.value(hint) if any(isinstance(one, Term | Reference) for one in marks(hint)) else None

    def single(self, base: Any, other_than: Any) -> Any:
        """A value that is no list."""
        number = next(self.numbers)
        if dataclasses.is_dataclass(base):
            return self.base(base)
        if base is FreeText:
            base = str
        if issubclass(base, Enum):
            return next(member for member in base if member is not other_than)
        if base is bool:
            return not other_than
        if issubclass(base, date):
            return base.fromordinal(date(2030, 1, 1).toordinal() + number)
        if issubclass(base, int | float):
            return base(number)
        self.texts.append(f"{SIGN}{number}号" if base is str else f"={number}号")
        return base(self.texts[-1])


def must_be_said(one: dataclasses.Field[Any]) -> bool:
    """Whether no record can be without the field."""
    return one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING


def chosen(options: tuple[Any, ...]) -> Any:
    """The option that says most."""
    plain = [one for one in options if one not in (Unknown, types.NoneType)]
    return next((one for one in plain if not (isinstance(one, type) and issubclass(one, Choice))), plain[0])


def rule(kind: Any) -> Callable[[Maker], DayRule]:
    """How a rule of this `kind` is made."""
    return lambda maker: kind((Weekdays((2,)),), maker.base(Opening), JUNE, maker.value(str), "named")


ODD: dict[Any, Callable[[Maker], Any]] = {
    TimeRange: lambda _: TimeRange(540, 720),
    PartialDate: lambda _: PartialDate(2020, 5, 6),
    GivenDays: lambda _: GivenDays((), JUNE, 60, 120),
    HoursRule: rule(HoursRule),
    Opening: lambda maker: Opening(
        (TimeRange(540, 720), TimeRange(800, 900)), None, last_entry=600, reason=maker.value(str)
    ),
    DatedException: lambda maker: DatedException(
        days=maker.base(GivenDays), hours=maker.base(Opening), note=maker.value(str)
    ),
}
"""Of what not every field can be said at once, or only certain values: how it is made."""
ODD |= {kind: rule(kind) for kind in DayRule.__subclasses__()}
CHANGED: dict[tuple[Any, str], Any] = {
    (GivenDays, "days"): GivenDays((date(2031, 1, 1), date(2031, 1, 3))),
}
"""Fields that are only read where another is empty: the whole value that has something in them."""
OTHERS: dict[str, Any] = {"days": (Weekdays((4,)),), "period": Stretch(date(2030, 7, 1), None)}
"""Another value of a rule's fields."""


def changes(value: Any, maker: Maker) -> Iterator[tuple[str, str, Any]]:
    """Where, in which class's field, and `value` with something different there: for every place in it."""
    hints = typing.get_type_hints(type(value), include_extras=True)
    for one in dataclasses.fields(value):
        own = f"{type(value).__name__}.{one.name}"
        if (type(value), one.name) in CHANGED:
            yield one.name, own, CHANGED[type(value), one.name]
            continue
        held = getattr(value, one.name)
        other = OTHERS.get(one.name) if isinstance(value, DayRule) else None
        found = [("", own, other)] if other else changes_of(held, hints[one.name], own, maker)
        for path, owner, changed in found:
            yield one.name + path, owner, replace(value, **{one.name: changed})


def changes_of(held: Any, hint: Any, own: str, maker: Maker) -> Iterator[tuple[str, str, Any]]:
    """The same for one field: its records in turn, of a list the last, or the field itself."""
    if isinstance(held, tuple) and held:
        yield "[]", own, held[:-1]
        if dataclasses.is_dataclass(held[-1]):
            yield from ((f"[].{path}", owner, (*held[:-1], one)) for path, owner, one in changes(held[-1], maker))
    elif dataclasses.is_dataclass(held):
        yield from ((f".{path}", owner, one) for path, owner, one in changes(held, maker))
    else:
        yield "", own, maker.value(hint, held)
