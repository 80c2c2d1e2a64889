"""Whether a station's rows follow each other as a ledger needs it: no month missing, none after a category has ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.booking.counts import gaps
from build_tools.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.booking.counts import StationCounts
    from build_tools.booking.private_file.rows import Row
    from build_tools.records.tally import Retired


@dataclass(frozen=True, slots=True)
class RowReader:
    """Points at rows of the private `file`; `stations` and categories are called by their `names`."""

    file: str
    names: Mapping[str, str]
    stations: Mapping[str, str]

    def wrong(self, counts: StationCounts, retired: tuple[Retired, ...]) -> Iterator[Problem]:
        """Every row of a station that no ledger can be made of."""
        for category, rows in counts.streams.items():
            for row, month in gaps(rows):
                yield self.problem("E180", row, category, month=month, given=row.month)
        for one in retired:
            yield from self.after_retirement(one, counts)

    def after_retirement(self, one: Retired, counts: StationCounts) -> Iterator[Problem]:
        """A row of a category after it was retired, and an heir that does not begin where it ended."""
        ended = counts.streams.get(one.category, {})
        late = next((row for month, row in ended.items() if month >= one.since), None)
        if late:
            yield self.problem("E181", late, one.category, month=late.month, since=one.since)
        heir = counts.streams.get(one.into or "", {}) if one.inherited else {}
        first = next(iter(heir.values()), None)
        if first and (first.month != one.since or one.since - 1 not in ended):
            yield self.problem("E182", first, one.category, month=one.since, given=first.month)

    def problem(self, code: str, row: Row, category: str, **words: object) -> Problem:
        """A problem with `row`."""
        said = {"station": self.stations[row.station], "category": self.names[category], **words}
        filled = {name: str(word) for name, word in said.items()}
        return Problem(code, Place(self.file, row.line), words=tuple(filled.items()))
