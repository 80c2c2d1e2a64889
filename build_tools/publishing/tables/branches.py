"""Records and the records inside them: each kind has a table, whose rows say whose they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from build_tools.publishing.tables.cells import codes_of
from build_tools.publishing.tables.columns import is_table
from build_tools.publishing.tables.legend import Said
from build_tools.publishing.tables.table import Column, Reference
from build_tools.records.district import District
from build_tools.records.event import Event
from build_tools.records.notice import Notice
from build_tools.records.organization import Organization
from build_tools.records.shapes import form_of
from build_tools.records.station import Life, Station

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts
    from build_tools.publishing.tables.columns import Making
    from build_tools.records.shapes import Field

Path = tuple[Any, ...]
"""A file's record, and then number and record of each list that leads from there to a row."""
KNOWN_BY_THEIR_NAME = ("services", "channels")
"""So are these tables called; others are called by their owner too."""


@dataclass(frozen=True, slots=True)
class Branch:
    """All records of one kind."""

    name: str
    said: Said
    record: Any
    keys: tuple[Column, ...]
    """Columns before the record's own: whose it is, and which."""
    handed_down: tuple[Column, ...]
    """The same before the records inside it."""
    records: Sequence[Any]
    """Those of whole files: its own, or those that these are inside of."""
    paths: Callable[[Sequence[Any]], Iterable[Path]]
    """The ways that lead from all or some of these to its own."""
    owner: Reference | None = None
    depth: int = 0
    """In how many lists of lists they stand."""

    @property
    def referred_to(self) -> Reference:
        """How rows of the records inside it refer to its own."""
        return Reference(keys_among(self.handed_down), self.name, keys_among(self.keys))


def keys_among(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """The names of those that tell rows apart."""
    return tuple(column.name for column in columns if column.is_key)


def roots(facts: Facts, making: Making) -> tuple[Branch, ...]:
    """The records of whole files."""
    return (
        stations(facts, making),
        events(facts, making),
        notices(facts, making),
        organizations(facts, making),
        districts(facts, making),
    )


def stations(facts: Facts, making: Making) -> Branch:
    """All stations; what is inside them says that one is closed, lest somebody go there."""
    branch = root("stations", Station, facts.bulletin.stations, making)
    said, codes = making.legend.of_column("station_life"), codes_of(Life)
    life = Column("station_life", said, of_root("life.code"), codes=codes)
    return replace(branch, handed_down=(*branch.handed_down, life))


def events(facts: Facts, making: Making) -> Branch:
    """All events."""
    return root("events", Event, facts.bulletin.events, making)


def notices(facts: Facts, making: Making) -> Branch:
    """Notices that have been published, in the order of their files; others are not public yet."""
    published = sorted(facts.agenda.published, key=attrgetter("year", "id"))
    return root("notices", Notice, published, making)


def organizations(facts: Facts, making: Making) -> Branch:
    """All organisations."""
    return root("organizations", Organization, facts.bulletin.organizations, making)


def districts(facts: Facts, making: Making) -> Branch:
    """All districts."""
    return root("districts", District, facts.bulletin.districts, making)


def root(name: str, record: Any, records: Sequence[Any], making: Making) -> Branch:
    """The `records` of files; where a year is part of their address, it is part of their key."""
    one, legend = singular(name), making.legend
    naming = "title" if record is Notice else "name"
    parts = ("year", "id") if hasattr(record, "year") else ("id",)
    keys = tuple(Column(part, legend.of_column(part), of_root(part), is_key=True) for part in parts)
    down = tuple(
        replace(column, name=one if column.name == "id" else f"{one}_{column.name}", said=said)
        for column in keys
        for said in [legend.of_column(one) if column.name == "id" else column.said]
    )
    shown = Column(f"{one}_{naming}", legend.of_name(down[-1].said), of_root(naming))
    return Branch(name, legend.of_table(name), record, keys, (*down, shown), records, each_alone)


def each_alone(records: Sequence[Any]) -> Iterable[Path]:
    """The ways that lead no further than to `records` themselves."""
    return ((record,) for record in records)


def of_root(name: str) -> Callable[[Path], Any]:
    """What the record at the beginning of a way holds as `name`."""
    held = attrgetter(name)
    return lambda path: held(path[0])


def with_all_inside(branch: Branch, making: Making) -> Iterator[Branch]:
    """`branch`, and those of the records inside its records, however deep."""
    yield branch
    for field in form_of(branch.record).fields:
        if is_table(field.shape):
            yield from with_all_inside(inside(branch, field, making), making)


def inside(branch: Branch, field: Field, making: Making) -> Branch:
    """The records that those of `branch` hold as `field`."""
    legend, held = making.legend, attrgetter(field.name)
    name = field.english if field.english in KNOWN_BY_THEIR_NAME else f"{singular(branch.name)}_{field.english}"
    said = legend.of_field(field)

    def paths(records: Sequence[Any]) -> Iterator[Path]:
        for path in branch.paths(records):
            for number, one in enumerate(held(path[-1]), start=1):
                yield (*path, number, one)

    place = 2 * branch.depth + 1
    number = Column("number", legend.of_column("number"), lambda path: path[place], "integer", is_key=True)
    numbered = replace(number, name=singular(field.english), said=said)
    told = legend.of_inner_table(branch.said.title, said, name)
    keys, down = (*branch.handed_down, number), (*branch.handed_down, numbered)
    record = field.shape.many.base if field.shape.many else None
    return Branch(name, told, record, keys, down, branch.records, paths, branch.referred_to, branch.depth + 1)


def singular(name: str) -> str:
    """What one of `name` is called."""
    return name.removesuffix("s")
