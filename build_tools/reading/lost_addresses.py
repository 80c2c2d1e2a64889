"""Addresses that were public and would lead nowhere: a file was renamed or removed, and nothing remembers it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem
from build_tools.records.files import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from build_tools.reading.written import Written

KINDS = (Kind.STATION, Kind.ORGANIZATION, Kind.EVENT, Kind.NOTICE)


def lost_addresses(gone: Iterable[str], written: Mapping[Kind, Sequence[Written]]) -> Iterator[Problem]:
    """A warning for each file of `gone` whose id is no alias of one that is `written`, in the same year if it has one."""
    known = {
        (kind, getattr(one.record, "year", ""), alias)
        for kind in KINDS
        for one in written[kind]
        for alias in one.record.aliases
    }
    for path in gone:
        for kind in KINDS:
            found = re.fullmatch(kind.pattern, path)
            if found and (kind, found.groupdict().get("year", ""), found["id"]) not in known:
                yield Problem("W111", Place(path), words=(("id", found["id"]),))
