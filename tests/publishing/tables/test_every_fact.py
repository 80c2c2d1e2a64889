"""Every field of every record is in the tables, or is listed here with the reason why not: also a field of tomorrow."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from build_tools.facts.derive import derive_facts
from build_tools.records.bulletin import Bulletin
from build_tools.records.district import District
from build_tools.records.event import Event
from build_tools.records.key import UNKNOWN
from build_tools.records.notice import Notice
from build_tools.records.organization import Organization
from build_tools.records.station import Station
from build_tools.records.vocabulary import Vocabulary
from tests.publishing.tables.any_record import Maker, changes
from tests.publishing.tables.read_again import TODAY, bulletin_at, cells, files_from, parts, rows
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts

LEFT_OUT = {
    "Photo.people": "for staff to think of; shown nowhere",
    "HolidayRule.days": "in the text",
    "HolidayRule.named": "part of the text",
    "HoursRule.named": "part of the text",
}
ROOTS = {"stations": Station, "events": Event, "notices": Notice, "organizations": Organization, "districts": District}
NO_RECORDS = {"site", "vocabulary", "calendars", "tallies", "essays", "pictures", "sketches", "history"}
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
    return files_from(replace(facts, bulletin=replace(facts.bulletin, **alone), today=late))


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


def test_what_nobody_knows_and_what_nobody_wrote_are_empty() -> None:
    station = next(one for one in plain_facts().bulletin.stations if one.id == "jia")
    silent = replace(station, door=None, telephone=UNKNOWN, area=UNKNOWN, verified=UNKNOWN, position=None)
    (row,) = rows(files_with("stations", silent), "stations")
    empty = [name for name in row if name.startswith(("door", "telephone", "area", "verified", "position", "wgs84"))]
    assert len(empty) == 17
    assert {row[name] for name in empty} == {""}
    assert "未知" not in row.values()
