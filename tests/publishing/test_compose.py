"""What is made together: the same records in every build, as far as they are still there."""

from __future__ import annotations

from dataclasses import replace

from build_tools.publishing.compose import RECORDS_AT_ONCE, lasting_parts
from build_tools.reading.bulletin import read_bulletin
from tests.sites import SAMPLE


def test_one_record_more_changes_one_part() -> None:
    bulletin, _ = read_bulletin(SAMPLE)
    assert bulletin
    some = [replace(bulletin.stations[0], id=f"station-{number}") for number in range(1_000)]
    before, after = lasting_parts(some[1:]), lasting_parts(some)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    assert sorted(station.id for part in after for station in part) == sorted(station.id for station in some)
    assert max(map(len, after)) <= RECORDS_AT_ONCE
