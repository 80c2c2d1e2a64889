"""The tallies of the demonstration bulletin, booked from invented counts: `python -m tests.tallies.sample` renews them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from build_tools.__main__ import main
from tests.sites import SAMPLE
from tests.tallies.demonstration import LAST, Entry, demonstration, write_private

SENSITIVE = "家庭矛盾"
CLOSED, CLOSED_AFTER = "ding", 2026 * 12 + 4
"""A station that closed in 2026-06, and the last month it counted."""
RETIRED_AT, RETIRED, RETIRED_SINCE = "yi", "安全隐患", 2026 * 12 + 3
RETIREMENT = "截止月: 2023-11\n停用: [{类别: 安全隐患, 自: 2026-04, 并入: 居民难题, 说明: 类别合并。}]\n"


def rows() -> list[Entry]:
    """The invented counts: one station has a sensitive category, one has retired a category, one has closed."""
    everywhere = demonstration(["jia", "yi", CLOSED], seed=2)
    sensitive = [row for row in demonstration(["jia"], seed=3, categories=[SENSITIVE]) if row.category]
    return [row for row in [*everywhere, *sensitive] if is_counted(row)]


def is_counted(row: Entry) -> bool:
    """Whether `row` is of a time at which its station still counts it."""
    if row.station == CLOSED:
        return row.month <= CLOSED_AFTER
    return not (row.station == RETIRED_AT and row.category == RETIRED and row.month >= RETIRED_SINCE)


def renew(content: Path) -> int:
    """Book the invented counts into `content`, as if for the first time; the exit status of `book`."""
    for tally in (content / "tallies").glob("*.yml"):
        tally.unlink()
    (content / "tallies").mkdir(exist_ok=True)
    (content / "tallies" / f"{RETIRED_AT}.yml").write_text(RETIREMENT, encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        private = Path(folder) / "counts.csv"
        write_private(private, rows())
        through = f"{LAST // 12}-{LAST % 12 + 1:02}"
        return main(["book", str(private), "--through", through, "--content", str(content)])


if __name__ == "__main__":
    sys.exit(renew(SAMPLE))
