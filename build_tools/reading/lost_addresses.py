"""Addresses that were public and would lead nowhere: a file was renamed or removed, and nothing remembers it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem
from build_tools.records.files import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from build_tools.reading.written import Written

KINDS = (Kind.STATION, Kind.ORGANIZATION, Kind.EVENT, Kind.NOTICE)


def lost_addresses(
    gone: Iterable[str], written: Mapping[Kind, Sequence[Written]], stood: Set[str]
) -> Iterator[Problem]:
    """A warning for each file of `gone` whose id is no alias of one that is `written`, in the same year if it has one.

    Of one that lies in another year now it is said where: no alias reaches there. What `stood` there before is another
    one: what is held every year has the same id in each.
    """
    records = [(kind, one) for kind in KINDS for one in written[kind]]
    known = {(kind, year_of(one), alias) for kind, one in records for alias in one.record.aliases}
    elsewhere = {(kind, id): one.file for kind, one in records if is_new(one, stood) for id in ids_of(one)}
    for path in gone:
        for kind in KINDS:
            found = re.fullmatch(kind.pattern, path)
            if found and (kind, found.groupdict().get("year", ""), found["id"]) not in known:
                other = elsewhere.get((kind, found["id"]))
                yield Problem("W130", Place(path), words=(("other", other),)) if other else lost(path, found["id"])


def lost(path: str, id: str) -> Problem:
    """That the file at `path` is gone, and an alias may keep its `id`."""
    return Problem("W111", Place(path), words=(("id", id),))


def is_new(one: Written, stood: Set[str]) -> bool:
    """Whether a record stands in a year, and not among the files that `stood` there before."""
    return bool(year_of(one)) and one.file not in stood


def year_of(one: Written) -> str:
    """The year in the address of a record; empty for those that stand in none."""
    return getattr(one.record, "year", "")


def ids_of(one: Written) -> tuple[str, ...]:
    """The id that a record has, and those it had."""
    return (one.record.id, *one.record.aliases)
