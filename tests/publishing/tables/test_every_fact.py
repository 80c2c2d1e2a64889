"""Every field of every record is in the tables, or is listed here with the reason why not: also a field of tomorrow."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from build_tools.facts.agenda import derive_agenda
from build_tools.facts.derive import derive_facts
from build_tools.publishing.tables.columns import FOR_STAFF, Making, columns_of_field, is_of_times, is_table
from build_tools.publishing.tables.legend import Legend
from build_tools.publishing.tables.schedules import rows_in
from build_tools.reading.locale import read_wording
from build_tools.records.bulletin import Bulletin
from build_tools.records.district import District
from build_tools.records.event import Event
from build_tools.records.key import UNKNOWN
from build_tools.records.notice import Notice
from build_tools.records.organization import Organization
from build_tools.records.photo import Photo
from build_tools.records.shapes import form_of
from build_tools.records.station import Station
from build_tools.records.values import Position
from build_tools.records.vocabulary import TallyCategory, Vocabulary
from tests.publishing.tables.any_record import Maker, changes
from tests.publishing.tables.read_again import TODAY, bulletin_at, cells, files_from, parts, rows
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts

LEFT_OUT = {
    "Photo.people": "for staff to think of; shown nowhere",
    "HolidayRule.days": "in the text",
    "HolidayRule.named": "part of the text",
    "HoursRule.named": "part of the text",
}
TOLD_ALL_THE_SAME = {
    "Event.course": "an event of which nobody says anything takes place: this is what pages say too",
    "District.report_line": "12345 answers in every district, whether or not somebody wrote it",
}
ROOTS = {"stations": Station, "events": Event, "notices": Notice, "organizations": Organization, "districts": District}
NO_RECORDS = {"site", "vocabulary", "calendars", "tallies", "essays", "pictures", "sketches", "history", "fingerprints"}
"""What else a bulletin holds: pages and other exports tell it; `vocabulary` and `tallies` have tests of their own."""


@cache
def plain_facts() -> Facts:
    """Those of the sample, its vocabulary cut short."""
    bulletin = bulletin_at(SAMPLE)
    lists = {one.name: getattr(bulletin.vocabulary, one.name) for one in fields(Vocabulary)}
    facts = derive_facts(bulletin, TODAY)
    words = replace(bulletin.vocabulary, **{name: entries[:2] for name, entries in lists.items()})
    return replace(facts, bulletin=replace(bulletin, vocabulary=words, events=(), tallies=()))


def maker() -> Maker:
    """One that knows which words may be named."""
    bulletin = plain_facts().bulletin
    files = {
        name: tuple(one.id for one in getattr(bulletin, name)) for name in ("stations", "organizations", "districts")
    }
    lists = [one.name for one in fields(Vocabulary)]
    return Maker(files | {name: tuple(one.code for one in getattr(bulletin.vocabulary, name)) for name in lists})


def files_with(folder: str, record: Any) -> dict[str, bytes]:
    """The tables if `record` were all that is in `folder`."""
    facts, late = plain_facts(), TODAY.replace(year=2999)
    alone: dict[str, Any] = {folder: (record,)}
    bulletin = replace(facts.bulletin, **alone)
    return files_from(replace(facts, bulletin=bulletin, today=late, agenda=derive_agenda({}, bulletin.notices, late)))


@pytest.mark.parametrize("folder", ROOTS)
def test_whatever_changes_in_a_record_changes_in_its_tables(folder: str) -> None:
    making = maker()
    record = making.base(ROOTS[folder])
    before = files_with(folder, record)
    hidden = {(path, own) for path, own, changed in changes(record, making) if files_with(folder, changed) == before}
    assert {(path, own) for path, own in hidden if own not in LEFT_OUT} == set()


def test_what_is_listed_as_left_out_is_left_out() -> None:
    hidden = set()
    for folder, kind in ROOTS.items():
        making = maker()
        record = making.base(kind)
        before = files_with(folder, record)
        found = ((own, changed) for _, own, changed in changes(record, making) if own in LEFT_OUT)
        hidden |= {own for own, changed in found if files_with(folder, changed) == before}
    assert hidden == LEFT_OUT.keys()


@pytest.mark.parametrize("folder", ROOTS)
def test_every_text_stands_in_a_cell_as_it_was_written(folder: str) -> None:
    making = maker()
    stands = set(cells(files_with(folder, making.base(ROOTS[folder]))))
    assert not [cell for cell in stands if cell.startswith("=")]
    whole = {cell.removeprefix("'") for cell in stands}
    told = whole | {part for cell in whole for part in parts(cell)}
    assert making.texts
    assert [text for text in making.texts if text not in told] == []


def test_every_kind_of_record_is_looked_at() -> None:
    assert {one.name for one in fields(Bulletin)} == ROOTS.keys() | NO_RECORDS


def kinds(record: Any) -> Iterator[Any]:
    """`record`, and the classes of the records inside it that have columns or tables."""
    yield record
    for field in form_of(record).fields:
        shape = field.shape.many or field.shape
        if shape.record and not is_of_times(shape):
            yield from kinds(shape.base)


def said_by_default(record: Any) -> Iterator[str]:
    """The fields that tell something of a `record` in which nobody has written them."""
    silent, making = maker().silent(record), Making(Legend(read_wording("zh")), defaultdict(dict), True)
    for field in form_of(record).fields:
        if field.required or field.shape.base in FOR_STAFF:
            continue
        if is_of_times(field.shape):
            tells = list(rows_in(silent)) != []
        elif is_table(field.shape):
            tells = getattr(silent, field.name) != ()
        else:
            tells = any(column.of(silent) not in (None, "") for column in columns_of_field(field, making))
        if tells:
            yield f"{record.__name__}.{field.name}"


def test_what_nobody_wrote_is_not_told() -> None:
    classes = {kind for root in (*ROOTS.values(), Vocabulary) for kind in kinds(root) if kind is not Vocabulary}
    assert {Station, Photo, Notice, TallyCategory, Position} <= classes
    assert {name for kind in classes for name in said_by_default(kind)} == TOLD_ALL_THE_SAME.keys()


def test_no_cell_says_false() -> None:
    for folder in ("stations", "notices"):
        silent = rows(files_with(folder, maker().silent(ROOTS[folder])), folder)[0]
        full = rows(files_with(folder, maker().base(ROOTS[folder])), folder)[0]
        said = {name for name, cell in full.items() if cell == "true"}
        assert said == {"stations": {"zones_incomplete", "facilities_incomplete"}, "notices": {"urgent"}}[folder]
        assert {silent[name] for name in said} == {""}


def test_what_nobody_knows_and_what_nobody_wrote_are_empty() -> None:
    station = next(one for one in plain_facts().bulletin.stations if one.id == "jia")
    silent = replace(station, door=None, telephone=UNKNOWN, area=UNKNOWN, verified=UNKNOWN, position=None)
    (row,) = rows(files_with("stations", silent), "stations")
    empty = [name for name in row if name.startswith(("door", "telephone", "area", "verified", "position", "wgs84"))]
    assert len(empty) == 17
    assert {row[name] for name in empty} == {""}
    assert "未知" not in row.values()
