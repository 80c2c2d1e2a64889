"""What spreadsheets open and do not run, and programs read as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.publishing.tables.cells import joined
from build_tools.publishing.tables.csv_file import csv_bytes
from build_tools.publishing.tables.legend import Said
from build_tools.publishing.tables.table import Column, Table
from tests.hostile import LONG, SERVICE, TEXT, WIDE, markup_let_past, write_hostile
from tests.publishing.tables.read_again import bulletin_at, cells, files_of, lines, parts, row_of, rows
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from build_tools.publishing.tables.cells import Cell
    from build_tools.records.bulletin import Bulletin

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1", "'=1", "'", "="]
PLAIN = ["1=1", "a,=1", "a\n=1", '"=1"', "", "甲", " =1", "a\r\n"]
TEXTS = st.text(st.sampled_from("=+-@\t\r\n,'\"；\\甲a ＝"), max_size=6)


def hostile_at(folder: Path) -> Bulletin:
    """The hostile bulletin, laid down in `folder`."""
    with markup_let_past():
        return bulletin_at(write_hostile(folder / "content"))


def table(*made: Sequence[Cell]) -> Table:
    """A table of these rows."""
    columns = tuple(Column(f"c{number}", Said("", ""), lambda _: None) for number in range(len(made[0])))
    return Table("t", Said("", ""), columns, made, lambda rows: rows)


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_has_a_quotation_mark_before_it(text: str) -> None:
    for row in ([text, "b"], ["a", text]):
        assert lines(csv_bytes(table(row)))[1] == ["'" + cell if cell is text else cell for cell in row]


@pytest.mark.parametrize("text", PLAIN)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert lines(csv_bytes(table(["a", text], [text, "b"])))[1:] == [["a", text], [text, "b"]]


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=4))
def test_whoever_takes_one_mark_off_has_what_was_written(made: list[list[Cell]]) -> None:
    stands = lines(csv_bytes(table(*made)))[1:]
    assert [[cell.removeprefix("'") for cell in row] for row in stands] == made
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝")) for row in stands for cell in row)


@given(st.lists(TEXTS.filter(bool), max_size=4))
def test_values_that_share_a_cell_can_be_told_apart(texts: list[str]) -> None:
    assert parts(joined(texts)) == texts


def test_numbers_stay_numbers() -> None:
    assert lines(csv_bytes(table([-1.5, -2, "-1.5", 0, None])))[1] == ["-1.5", "-2", "'-1.5", "0", ""]


def test_the_file_begins_with_the_mark_and_its_lines_end_as_excel_wants() -> None:
    for name, content in files_of(bulletin_at(SAMPLE)).items():
        if name.endswith(".csv"):
            assert content.startswith(b"\xef\xbb\xbf")
            assert content.endswith(b"\r\n")
    few = csv_bytes(table(["a", "b"], ["c", "d\ne"]))
    assert few == '\ufeffc0,c1\r\na,b\r\nc,"d\ne"\r\n'.encode()


def test_harm_comes_back_as_it_was_read(tmp_path: Path) -> None:
    bulletin = hostile_at(tmp_path)
    files = files_of(bulletin)
    for name in ("stations", "events", "notices", "organizations"):
        for record in getattr(bulletin, name):
            year = {"year": record.year} if hasattr(record, "year") else {}
            row = row_of(files, name, id=record.id, **year)
            texts = {head: cell for head, cell in row.items() if isinstance(getattr(record, head, None), str)}
            assert texts == {head: getattr(record, head) for head in texts}
            assert {"text"} <= texts.keys()


def test_the_harm_is_there(tmp_path: Path) -> None:
    files = files_of(hostile_at(tmp_path))
    service = row_of(files, "services", station="e-text")
    assert (service["kind_name"], service["bring"]) == (SERVICE, WIDE)
    zone, other = parts(row_of(files, "stations", id="e-text")["zones"])
    assert (zone[: len(TEXT)], other) == (TEXT, LONG)


def test_no_cell_of_the_hostile_site_begins_like_a_formula(tmp_path: Path) -> None:
    for cell in cells(files_of(hostile_at(tmp_path))):
        assert not cell.startswith(("=", "+", "@", "\t", "\r"))


def test_the_same_content_gives_the_same_bytes() -> None:
    bulletin = bulletin_at(SAMPLE)
    assert files_of(bulletin) == files_of(bulletin_at.__wrapped__(SAMPLE)) == files_of(bulletin)


def test_stations_stand_as_in_the_bulletin() -> None:
    bulletin = bulletin_at(SAMPLE)
    assert [row["id"] for row in rows(files_of(bulletin), "stations")] == [one.id for one in bulletin.stations]
