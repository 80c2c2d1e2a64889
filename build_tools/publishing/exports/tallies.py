"""`data/tallies.csv`: every published batch and every published zero, one a line, for spreadsheets and programs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.site import SitePage
    from build_tools.records.tally import Stream, Tally
    from build_tools.wording import Wording

URI = "data/tallies.csv"
HEADINGS = ("station", "station_name", "category", "category_name", "from", "to", "count")
FORMULA = ("=", "+", "-", "@", "\t")
"""Spreadsheets run what begins so; https://owasp.org/www-community/attacks/CSV_Injection."""


def tallies(facts: Facts, pages: tuple[SitePage, ...], wording: Wording) -> Iterator[SiteFile]:  # noqa: ARG001 — all exports are called alike
    """The file, once a station publishes counts: UTF-8 with a mark that Excel needs, CRLF, RFC 4180."""
    if not facts.bulletin.tallies:
        return
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for tally in facts.bulletin.tallies:
        writer.writerows(rows_of(tally, facts))
    yield SiteFile(URI, lines.getvalue().encode("utf-8-sig"))


def rows_of(tally: Tally, facts: Facts) -> Iterator[tuple[str | int, ...]]:
    """The rows of one station."""
    station = (tally.id, harmless(facts.directory.stations[tally.id].name))
    for stream in tally.streams:
        category = (stream.category, harmless(facts.directory.lexicon.tally_categories[stream.category].name))
        for first, last, count in entries_of(stream):
            yield (*station, *category, str(first), str(last), count)


def entries_of(stream: Stream) -> list[tuple[int, int, int]]:
    """First month, last month and count of each batch and zero of `stream`, in their order."""
    zeros = [(month, month, 0) for month in stream.zeros]
    return sorted([*((batch.first, batch.last, batch.count) for batch in stream.batches), *zeros])


def harmless(text: str) -> str:
    """`text` such that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
