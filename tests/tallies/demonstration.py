"""Three years of invented private counts for any stations: `python -m tests.tallies.demonstration FILE STATION …`."""

from __future__ import annotations

import argparse
import csv
import random
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FIRST, LAST = 2023 * 12 + 10, 2026 * 12 + 9
"""2023-11 and 2026-10, as months since the year 0."""
CATEGORIES = ("各类矛盾", "邻里纠纷", "居民难题", "安全隐患", "居民诉求")
MEDIATED = ("各类矛盾", "邻里纠纷")
BUSY = "居民诉求"
ZERO, SMALL = 0.17, 0.74
"""Below the first a month has no case; below the second, 57 % of all months, it has 1–4."""
LATE, TAKEN_BACK = 0.04, 0.06
LATER, SHORTER = "安全隐患", "居民难题"
"""At every third station the first of these began a year later, and the last months of the second are missing."""
COLUMNS = {
    "station": "驿站",
    "category": "类别",
    "month": "月份",
    "count": "件数",
    "adjust": "调整",
    "succeeded": "成功",
    "rated": "评价",
    "satisfied": "满意",
    "on_time": "按时",
    "median_days": "用时中位天数",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One private row; what does not apply is `None`."""

    station: str
    month: int
    category: str | None = None
    count: int | None = None
    adjust: int | None = None
    succeeded: int | None = None
    rated: int | None = None
    satisfied: int | None = None
    on_time: int | None = None
    median_days: str | None = None

    @property
    def net(self) -> int:
        """By how much the month changes its stream."""
        return (self.count or 0) + (self.adjust or 0)


def demonstration(stations: Sequence[str], seed: int = 1, categories: Sequence[str] = CATEGORIES) -> list[Entry]:
    """The rows of all `stations`; the same `seed` gives the same rows."""
    dice = random.Random(seed)  # noqa: S311 — nothing here is secret
    rows: list[Entry] = []
    for number, station in enumerate(stations):
        own = [row for category in categories for row in stream(dice, station, category, number)]
        rows += [*own, *whole_station(dice, own)]
    return rows


def stream(dice: random.Random, station: str, category: str, number: int) -> Iterator[Entry]:
    """The rows of one category at the station with this `number`."""
    first = FIRST + 12 if category == LATER and number % 3 == 1 else FIRST
    last = LAST - 3 if category == SHORTER and number % 3 == 2 else LAST
    for month in range(first, last + 1):
        count, adjust = cases(dice, category), correction(dice)
        most = count + max(adjust or 0, 0)
        succeeded = sum(dice.random() < 0.93 for _ in range(most)) if category in MEDIATED else None
        yield Entry(station=station, month=month, category=category, count=count, adjust=adjust, succeeded=succeeded)


def cases(dice: random.Random, category: str) -> int:
    """How many cases a month has: mostly very few, in one category now and then many."""
    chance = dice.random()
    if chance < ZERO:
        return 0
    if chance < SMALL:
        return dice.choices((1, 2, 3, 4), weights=(4, 3, 2, 2))[0]
    return dice.randint(5, 40 if category == BUSY else 12)


def correction(dice: random.Random) -> int | None:
    """What is learnt of earlier months: seldom something, and sometimes that a case was none."""
    chance = dice.random()
    if chance < LATE:
        return dice.randint(1, 2)
    return -dice.randint(1, 3) if chance < TAKEN_BACK else None


def whole_station(dice: random.Random, rows: Iterable[Entry]) -> Iterator[Entry]:
    """What is known of all cases of a month together."""
    by_month: dict[tuple[str, int], int] = {}
    for row in rows:
        by_month[row.station, row.month] = by_month.get((row.station, row.month), 0) + (row.count or 0)
    for (station, month), count in sorted(by_month.items()):
        rated = sum(dice.random() < 0.7 for _ in range(count))
        yield Entry(
            station=station,
            month=month,
            rated=rated,
            satisfied=sum(dice.random() < 0.95 for _ in range(rated)),
            on_time=sum(dice.random() < 0.9 for _ in range(count)),
            median_days=dice.choice(("0.5", "1", "2", "2.5", "4")),
        )


def write_private(path: Path, rows: Iterable[Entry]) -> None:
    """Write `rows` as a spreadsheet program would (.csv), or as YAML."""
    lines = [line_of(row) for row in rows]
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, list(COLUMNS.values()))
            writer.writeheader()
            writer.writerows(lines)
        return
    listed = ("  - {" + ", ".join(f"{key}: {text}" for key, text in line.items() if text) + "}\n" for line in lines)
    path.write_text("记录:\n" + "".join(listed), encoding="utf-8", newline="\n")


def line_of(row: Entry) -> dict[str, str]:
    """The cells of one row under their headings."""
    cells = {field.name: getattr(row, field.name) for field in fields(row)}
    cells["month"] = f"{row.month // 12}-{row.month % 12 + 1:02}"
    cells["adjust"] = f"{row.adjust:+}" if row.adjust else None
    return {COLUMNS[name]: "" if cell is None else str(cell) for name, cell in cells.items()}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.tallies.demonstration", description=__doc__)
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("stations", metavar="STATION", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_private(options.file, demonstration(options.stations, options.seed))
