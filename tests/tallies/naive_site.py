"""A small site like the real one, published without thought from the same private counts; each variant leaks its way."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Stream = tuple[str, str]
Counts = Mapping[Stream, Mapping[int, int]]
"""Station and category → month → cases."""
HEADINGS = ("station", "station_name", "category", "category_name", "from", "to", "count")
DISTRICTS = {"dong": "东区", "xi": "西区"}
A_STREET = 3
"""So many stations to a street, and two streets to a district."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What one publication says of some months of a stream: a number, or why there is none."""

    first: int
    last: int
    text: str
    rate: str = ""


@dataclass(frozen=True, slots=True)
class Naive:
    """One publication before it is written."""

    cells: Mapping[Stream, Sequence[Shown]]
    totals: Sequence[tuple[str, str]] = ()
    """What a total is about, and what it says; shown on the page of statistics."""
    remarks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Station → sentences on its page."""


def month(number: int) -> str:
    """2026-10."""
    return f"{number // 12}-{number % 12 + 1:02}"


def spoken(number: int) -> str:
    """2026年10月."""
    return f"{number // 12}年{number % 12 + 1}月"


def street_of(station: str, stations: Sequence[str]) -> tuple[str, str]:
    """The district and the street of `station`."""
    number = stations.index(station) // A_STREET
    return list(DISTRICTS.values())[number // 2 % 2], f"第{number + 1}街道"


def totals_of(counts: Counts, stations: Sequence[str], say: Callable[[int], str] = str) -> Iterator[tuple[str, str]]:
    """Exact totals by month and station, month and category, street, district, category and all, to date."""
    cells = [(stream, at, count) for stream, months in counts.items() for at, count in months.items()]
    kinds: tuple[Callable[[Stream, int], str], ...] = (
        lambda stream, at: f"{name_of(stream[0])} {spoken(at)}",
        lambda stream, at: f"{stream[1]} {spoken(at)}",
        lambda stream, at: f"{street_of(stream[0], stations)[1]} {stream[1]} {spoken(at)}",
        lambda stream, at: f"{street_of(stream[0], stations)[0]} {spoken(at)}",
        lambda stream, at: f"{name_of(stream[0])} {stream[1]} {at // 12}年",
        lambda stream, _: name_of(stream[0]),
        lambda stream, _: stream[1],
    )
    for kind in kinds:
        sums: dict[str, int] = {}
        for stream, at, count in cells:
            sums[kind(stream, at)] = sums.get(kind(stream, at), 0) + count
        yield from ((about, say(count)) for about, count in sums.items())


def name_of(station: str) -> str:
    """The name of a station."""
    return f"{station}站"


def write_naive(folder: Path, naive: Naive) -> Path:
    """Write `naive` to `folder`: data file, pages of stations and districts, page of statistics."""
    stations = list(dict.fromkeys(station for station, _ in naive.cells))
    files = {"data/tallies.csv": table(naive), "stats/index.html": statistics(naive)}
    files |= {f"districts/{id}/index.html": f"<h1>{name}</h1>" for id, name in DISTRICTS.items()}
    files |= {f"stations/{one}/index.html": station_page(one, stations, naive) for one in stations}
    for uri, text in files.items():
        path = folder / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8-sig" if uri.endswith("csv") else "utf-8", newline="")
    return folder


def table(naive: Naive) -> str:
    """The data file; its last column only where a variant publishes rates."""
    lines = io.StringIO(newline="")
    rated = any(shown.rate for cells in naive.cells.values() for shown in cells)
    writer = csv.writer(lines)
    writer.writerow((*HEADINGS, "success_rate") if rated else HEADINGS)
    for (station, category), cells in naive.cells.items():
        names = (station, name_of(station), category, category)
        for one in cells:
            row = (*names, month(one.first), month(one.last), one.text)
            writer.writerow((*row, one.rate) if rated else row)
    return lines.getvalue()


def station_page(station: str, stations: Sequence[str], naive: Naive) -> str:
    """A station's page: where it lies, remarks, and one table a year, as the real site has it."""
    district, street = street_of(station, stations)
    mine = {category: cells for (one, category), cells in naive.cells.items() if one == station}
    years = sorted({cell.last // 12 for cells in mine.values() for cell in cells})
    remarks = "".join(f"<p>{remark}</p>" for remark in naive.remarks.get(station, ()))
    tables = "".join(year_table(year, mine) for year in years)
    return f"<p>示例市{district} · {street}</p><h1>{name_of(station)}</h1>{remarks}{tables}"


def year_table(year: int, mine: Mapping[str, Iterable[Shown]]) -> str:
    """All that is said of one year at one station."""
    rows = "".join(
        f"<tr><th>{category}</th><td>{' '.join(piece(cell) for cell in cells if cell.last // 12 == year)}</td></tr>"
        for category, cells in mine.items()
    )
    return f"<table><caption>{year}年</caption><tr><th>类别</th><th>各月</th></tr>{rows}</table>"


def piece(cell: Shown) -> str:
    """One cell in words."""
    end = cell.last % 12 + 1
    start = "" if cell.first == cell.last else f"{cell.first % 12 + 1}–"
    if cell.first // 12 != cell.last // 12:
        start, end_text = f"{spoken(cell.first)}–", spoken(cell.last)
    else:
        end_text = f"{end}月"
    return f"{start}{end_text}：{cell.text}{'件' if cell.text.isdigit() else ''}"


def statistics(naive: Naive) -> str:
    """The page of statistics: one line a total."""
    rows = "".join(f"<tr><th>{about}</th><td>{total}</td></tr>" for about, total in naive.totals)
    return f"<h1>办件统计</h1><table><tr><th>范围</th><th>合计</th></tr>{rows}</table>"
