"""The same rows in each form are the same rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.booking.private_files import ENGLISH, HEADINGS, as_csv, as_xlsx, as_yaml, read
from tests.booking.test_private_xlsx import as_typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.booking.private_file.rows import Row

STATIONS = st.sampled_from(["甲站", "jia", "乙站", "yi"])
CATEGORIES = st.sampled_from(["邻里纠纷", "disputes", "安全隐患"])
MONTHS = st.builds("{}-{:02}".format, st.integers(1990, 2100), st.integers(1, 12))
COUNTS = st.integers(0, 999_999).map(str)
ADJUSTMENTS = st.one_of(st.just(""), st.integers(-99, 99).map(str), st.integers(0, 99).map("+{}".format))
DAYS = st.one_of(
    st.just(""), COUNTS.map(lambda text: text[:4]), st.builds("{}.{}".format, st.integers(0, 99), st.integers(1, 99))
)


@st.composite
def rows_of_cells(draw: st.DrawFn) -> tuple[str, ...]:
    """The cells of one row in which nothing is wrong."""
    station, month = draw(STATIONS), draw(MONTHS)
    if draw(st.booleans()):
        count = draw(COUNTS)
        succeeded = draw(st.sampled_from(["", "0", count]))
        return (station, draw(CATEGORIES), month, count, draw(ADJUSTMENTS), succeeded, "", "", "", "")
    rated = draw(st.one_of(st.just(""), COUNTS))
    satisfied = draw(st.sampled_from(["", "0", rated])) if rated else ""
    return (station, "", month, "", "", "", rated, satisfied, draw(st.one_of(st.just(""), COUNTS)), draw(DAYS))


def without_lines(rows: Sequence[Row]) -> list[Row]:
    """`rows` wherever they stand."""
    return [replace(row, line=0) for row in rows]


@settings(max_examples=150)
@given(
    st.lists(rows_of_cells(), min_size=1, max_size=8),
    st.permutations(range(len(HEADINGS))),
    st.sampled_from([HEADINGS, ENGLISH]),
)
def test_every_form_gives_the_same_rows(
    cells: list[tuple[str, ...]], order: list[int], headings: tuple[str, ...]
) -> None:
    shuffled = [[row[index] for index in order] for row in cells]
    table = [[headings[index] for index in order], *shuffled]
    typed: list[list[object]] = [[*table[0]], *([as_typed(cell) for cell in row] for row in shuffled)]
    written: dict[str, list[str | bytes]] = {
        "a.csv": [as_csv(table), as_csv(table, ";", "\n"), "\ufeff" + as_csv(table, "\t", quoted=True)],
        "a.xlsx": [as_xlsx(table), as_xlsx(typed, "记录")],
        "a.yml": [as_yaml(table[0], shuffled)],
    }
    with TemporaryDirectory() as folder:
        read_ones = [read(Path(folder) / name, content) for name, contents in written.items() for content in contents]
    codes = [sorted(problem.code for problem in problems) for _, problems in read_ones]
    assert all(code == "E156" for found in codes for code in found)
    assert all(found == codes[0] for found in codes)
    assert all(without_lines(rows) == without_lines(read_ones[0][0]) for rows, _ in read_ones)
