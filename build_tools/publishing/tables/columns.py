"""A record's form → the columns of its table: a new field of a record is a new column, and nothing is said twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol

from build_tools.facts.coordinates import wgs84_of
from build_tools.publishing.tables.cells import YES, as_it_is, clock, codes_of, form_for, joined
from build_tools.publishing.tables.legend import Legend, Said
from build_tools.publishing.tables.table import Column
from build_tools.records.clock import TimeRange
from build_tools.records.hours import HolidayRule, HoursRule
from build_tools.records.key import UNKNOWN, Choice, FreeText
from build_tools.records.opening import Opening
from build_tools.records.photo import People
from build_tools.records.schedule import DatedException, GivenDays, SchoolYear
from build_tools.records.shapes import form_of
from build_tools.records.values import Degrees, Have, Position, Provision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_tools.publishing.tables.cells import Cell
    from build_tools.records.shapes import Field, Shape

OF_TIMES = (HoursRule, HolidayRule, Opening, DatedException, GivenDays, SchoolYear)
"""What decides when something is on has a line each in a table of schedules."""
DECIMALS = 7
"""Of a degree: a centimetre; further ones would differ from machine to machine."""
FOR_STAFF = (People,)
"""For staff to think of; shown nowhere."""


class Named(Protocol):
    """What has a name."""

    @property
    def name(self) -> str:
        """What people call it."""


@dataclass(frozen=True, slots=True)
class Making:
    """What columns are made with."""

    legend: Legend
    named: Mapping[str, Mapping[str, Named]]
    """List of the vocabulary or folder of files → code or id → what it stands for."""
    convert_positions: bool
    """Whether the site may say in WGS-84 what was entered in another system."""


def is_of_times(shape: Shape) -> bool:
    """Whether a field of this `shape` belongs into a table of schedules."""
    return (shape.many or shape).base in OF_TIMES


def is_table(shape: Shape) -> bool:
    """Whether a field of this `shape` has a table of its own."""
    return shape.many is not None and shape.many.record and not is_of_times(shape)


def columns_of(record: Any, making: Making) -> Iterator[Column]:
    """The columns for what `record` itself holds, in the order of its fields."""
    for field in form_of(record).fields:
        shape = field.shape
        if not (is_of_times(shape) or is_table(shape) or shape.base in FOR_STAFF):
            yield from columns_of_field(field, making)


def columns_of_field(field: Field, making: Making) -> Iterator[Column]:
    """One column for `field`, or as many as it takes."""
    shape = field.shape
    said = said_of(field, making.legend)
    entry = shape.many or shape
    if shape.base is Position:
        yield from columns_in_wgs84(field, making)
    if shape.record:
        yield from columns_inside(field, said, making)
    elif entry.term or entry.folder:
        yield from columns_of_code(field, said, making)
    elif shape.base is Provision:
        yield Column(field.english, said, reading(field.name, attrgetter("have.code")), codes=codes_of(Have))
        note = making.legend.of_part(said, making.legend.of_column("note"))
        yield Column(f"{field.english}_note", note, reading(field.name, attrgetter("note")))
    elif shape.base is TimeRange:
        yield from columns_of_range(field, said, making)
    elif shape.many:
        cell = form_for(entry.base).cell
        yield Column(field.english, said, reading(field.name, lambda some: joined(str(cell(one)) for one in some)))
    else:
        type, codes = form_for(shape.base).type, codes_of(shape.base)
        yield Column(field.english, said, reading(field.name, single(shape)), type, codes=codes)


def said_of(field: Field, legend: Legend) -> Said:
    """What the record says of `field`, and how to read the cells of its columns."""
    say, shape = legend.wording.say, field.shape
    how = (
        say("table.several") if shape.many else "",
        say("table.markdown") if shape.base is FreeText else "",
        say("table.only_true", yes=YES) if shape.base is bool else "",
        say("table.as_entered") if shape.base is Degrees else "",
    )
    return legend.and_also(legend.of_field(field), *how)


def columns_inside(field: Field, said: Said, making: Making) -> Iterator[Column]:
    """The columns of the record that `field` holds, each with its name before theirs."""
    for column in columns_of(field.shape.base, making):
        inner = making.legend.of_part(said, column.said)
        yield replace(column, name=f"{field.english}_{column.name}", said=inner, of=reading(field.name, column.of))


def columns_in_wgs84(field: Field, making: Making) -> Iterator[Column]:
    """Where the position that `field` holds is on maps of the world; empty where that may not be told."""
    for edge in ("longitude", "latitude"):
        name = f"wgs84_{edge}"
        degrees = partial(in_wgs84, edge=edge, convert=making.convert_positions)
        yield Column(name, making.legend.of_column(name), reading(field.name, degrees), "number")


def in_wgs84(position: Position, edge: str, *, convert: bool) -> float | None:
    """A coordinate of `position` in WGS-84; None where that may not be told."""
    point = wgs84_of(position, convert=convert)
    return round(float(getattr(point, edge)), DECIMALS) if point else None


def columns_of_code(field: Field, said: Said, making: Making) -> Iterator[Column]:
    """What `field` holds, and what people call that."""
    entry = field.shape.many or field.shape
    named, name = making.named[entry.term or entry.folder], making.legend.of_name(said)
    if field.shape.many:
        yield Column(field.english, said, reading(field.name, joined))
        told = making.legend.and_also(name, making.legend.wording.say("table.several"))
        yield Column(
            f"{field.english}_names", told, reading(field.name, lambda some: joined(named[one].name for one in some))
        )
    else:
        yield Column(field.english, said, reading(field.name, as_it_is), refers_to=entry.folder)
        yield Column(f"{field.english}_name", name, reading(field.name, lambda one: named[one].name))


def columns_of_range(field: Field, said: Said, making: Making) -> Iterator[Column]:
    """From when and until when."""
    for name, cell in (("opens_at", start), ("closes_at", end)):
        edge = making.legend.of_part(said, making.legend.of_column(name))
        yield Column(f"{field.english}_{name}", edge, reading(field.name, cell))


def start(times: TimeRange) -> str:
    """From when."""
    return clock(times.start)


def end(times: TimeRange) -> str:
    """Until when."""
    return clock(times.end)


def single(shape: Shape) -> Callable[[Any], Cell]:
    """How a value of this `shape` is written, also where a word stands instead."""
    cell = form_for(shape.base).cell
    if not shape.words:
        return cell
    return lambda value: value.code if isinstance(value, Choice) else cell(value)


def reading(name: str, cell: Callable[[Any], Cell]) -> Callable[[Any], Cell]:
    """What a record holds as `name`, as `cell` writes it."""
    held = attrgetter(name)

    def of(record: Any) -> Cell:
        value = held(record)
        return None if value is None or value is UNKNOWN else cell(value)

    def as_held(record: Any) -> Cell:
        value: Any = held(record)
        found: Cell = None if value is UNKNOWN else value
        return found

    return as_held if cell is as_it_is else of
