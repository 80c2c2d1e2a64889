"""Private counts in a spreadsheet: what people see in its cells, and files that are not what they claim to be."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from build_tools.booking.private_file import archive, xlsx_file
from tests.booking.private_files import CELLS, ENGLISH, HEADINGS, ROWS, as_xlsx, read, saved, told

if TYPE_CHECKING:
    from pathlib import Path

TABLE = [HEADINGS, *CELLS]
FIRST = ("驿站", "类别", "月份", "件数")
SHEET = "xl/worksheets/sheet1.xml"
CELL = "<v>3</v>"
ENTITIES = "".join(
    f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
)
BOMB = f'<!DOCTYPE x [<!ENTITY a "haha">{ENTITIES}]>'


def plain() -> bytes:
    """A sheet with one row."""
    return as_xlsx([FIRST, ("甲站", "邻里纠纷", "2026-10", 3)])


def parts_of(content: bytes) -> dict[str, bytes]:
    """The files inside the workbook `content`."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        return {name: source.read(name) for name in source.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip file of `parts`."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return content.getvalue()


def with_sheet(old: str, new: str, before: str = "") -> bytes:
    """The plain workbook with another sheet, and something `before` it."""
    parts = parts_of(plain())
    sheet = parts[SHEET].decode()
    assert old in sheet
    return packed({**parts, SHEET: (before + sheet.replace(old, new)).encode()})


def as_typed(cell: str) -> object:
    """What a spreadsheet makes of `cell` when somebody types it."""
    if not cell:
        return None
    return float(cell) if cell.lstrip("+-").replace(".", "").isdigit() else cell


@pytest.mark.parametrize("headings", [HEADINGS, ENGLISH])
def test_numbers_and_texts_are_read_as_they_are_seen(tmp_path: Path, headings: tuple[str, ...]) -> None:
    cells = [headings, *([as_typed(cell) for cell in row] for row in CELLS)]
    assert read(tmp_path / "counts.xlsx", as_xlsx(cells)) == (ROWS, ())


@pytest.mark.parametrize("month", [date(2026, 10, 1), datetime(2026, 10, 17, 8, 30), "2026-10", "2026年10月"])
def test_a_month_may_have_become_a_date(tmp_path: Path, month: object) -> None:
    rows, problems = read(tmp_path / "counts.xlsx", as_xlsx([FIRST, ("甲站", "邻里纠纷", month, 3)]))
    assert ([str(row.month) for row in rows], problems) == (["2026-10"], ())


@pytest.mark.parametrize(
    ("cell", "code", "words"),
    [
        (2.5, "E045", {"text": "2.5"}),
        (0.1 + 0.2, "E045", {"text": "0.3"}),
        (True, "E045", {"text": "TRUE"}),
        ("3件", "E045", {"text": "3件"}),
        (-1, "E197", {"text": "-1", "key": "件数"}),
        ("－３", "E197", {"text": "-3", "key": "件数"}),
        (1_000_000_000, "E046", {"text": "1000000000", "minimum": "0", "maximum": "999999"}),
        (1e300, "E045", {"text": "1e+300"}),
    ],
)
def test_a_mistake_is_told_with_its_row_and_its_cell(
    tmp_path: Path, cell: object, code: str, words: dict[str, str]
) -> None:
    _, problems = read(tmp_path / "counts.xlsx", as_xlsx([FIRST, (), ("甲站", "邻里纠纷", "2026-10", cell)]))
    assert told(problems) == [(code, 3, 4, "件数（D3）")]
    assert dict(problems[0].words) == words


def test_columns_that_nobody_knows_and_columns_about_residents_are_told(tmp_path: Path) -> None:
    cells = [(*FIRST, "姓名", None, "见数"), ("甲站", "邻里纠纷", "2026-10", 3, "李某", "注", None)]
    _, problems = read(tmp_path / "counts.xlsx", as_xlsx(cells))
    assert told(problems) == [
        ("E152", 1, 5, "姓名（E1）"),
        ("E188", 1, 7, "见数（G1）"),
        ("E161", 2, 6, "（F2）"),
    ]
    assert "李某" not in repr(problems)


def test_texts_may_be_kept_apart_from_the_cells(tmp_path: Path) -> None:
    parts = parts_of(with_sheet('<c r="A2" t="inlineStr"><is><t>甲站</t></is></c>', '<c r="A2" t="s"><v>0</v></c>'))
    kept = f'<sst xmlns="{SHEET_MAIN_NS}"><si><r><t>甲</t></r><r><t>站</t></r></si></sst>'
    types = parts["[Content_Types].xml"].decode()
    entry = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED_STRINGS}"/></Types>'
    changed = {"xl/sharedStrings.xml": kept.encode(), "[Content_Types].xml": types.replace("</Types>", entry).encode()}
    rows, problems = read(tmp_path / "counts.xlsx", packed({**parts, **changed}))
    assert ([row.station for row in rows], problems) == (["jia"], ())


def test_a_formula_without_a_result_is_told_and_one_with_a_result_is_read(tmp_path: Path) -> None:
    formula = '<c r="D2"><f>1+2</f>{}</c>'
    for result, codes in (("", ["E157"]), ("<v></v>", ["E157"]), (CELL, [])):
        content = with_sheet('<c r="D2" t="n"><v>3</v></c>', formula.format(result))
        rows, problems = read(tmp_path / "counts.xlsx", content)
        assert [problem.code for problem in problems] == codes
        assert [row.count for row in rows] == ([] if codes else [3])


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    content = with_sheet('<c r="D2" t="n"><v>3</v></c>', '<c r="D2" t="str"><f>""</f><v></v></c>')
    assert told(read(tmp_path / "counts.xlsx", content)[1]) == [("E199", 2, 2, "类别（B2）")]


def test_merged_headings_leave_columns_without_one(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(as_xlsx([FIRST, ("甲站", "邻里纠纷", "2026-10", 3)])))
    book.worksheets[0].merge_cells("A1:B1")
    assert told(read(tmp_path / "counts.xlsx", saved(book))[1]) == [
        ("E161", 2, 2, "（B2）"),
        ("E154", 2, 4, "件数（D2）"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "".join(f'<row r="{row}"/>' for row in range(3, 5000)),
        "".join(f'<row r="{row}"><c r="XFD{row}"/></row>' for row in range(3, 1500)),
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
    ],
)
def test_ghosts_below_the_table_are_not_followed(tmp_path: Path, rows: str) -> None:
    content = with_sheet("</sheetData>", rows + "</sheetData>")
    assert [row.line for row in read(tmp_path / "counts.xlsx", content)[0]] == [2]


def test_a_claim_to_be_huge_is_not_believed(tmp_path: Path) -> None:
    rows, problems = read(tmp_path / "counts.xlsx", with_sheet('"A1:D2"', '"A1:XFD1048576"'))
    assert (len(rows), problems) == (1, ())


def test_too_many_rows_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 1)
    assert told(read(tmp_path / "counts.xlsx", plain())[1]) == [("E159", 1, 1, "")]


def test_a_file_of_more_than_twenty_megabytes_is_told(tmp_path: Path) -> None:
    assert told(read(tmp_path / "counts.xlsx", bytes(20_000_001))[1]) == [("E005", 1, 1, "")]


UNSAFE = [
    b"",
    "驿站,月份".encode(),
    bytes.fromhex("d0cf11e0a1b11ae1") + bytes(5000),
    plain()[:-30],
    plain()[30:],
    packed({}),
    packed({"counts.csv": b""}),
    packed({**parts_of(plain()), "xl/media/one": bytes(10_000_000)}),
    packed({**parts_of(plain()), **{f"xl/media/{number}": b"" for number in range(archive.MOST_ENTRIES)}}),
    packed({**parts_of(plain()), "[Content_Types].xml": b"<Types/>"}),
    packed({**parts_of(plain()), "xl/styles.xml": b"<a>" * 30_000 + b"</a>" * 30_000}),
    with_sheet(CELL, "<v>&i;</v>", before=BOMB),
    with_sheet(CELL, "<v>&i;</v>"),
    with_sheet(CELL, f"<v>{'9' * 5000}</v>"),
    with_sheet('t="n"', 't="s"'),
    with_sheet('r="D2"', 'r="2D"'),
    with_sheet('r="D2"', 'r="AAAAA2"'),
    with_sheet("</sheetData>", ""),
]


@pytest.mark.parametrize("content", UNSAFE)
def test_what_is_no_sound_workbook_is_told_as_such(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path / "counts.xlsx", content)[0] == ()
    assert [problem.code for problem in read(tmp_path / "counts.xlsx", content)[1]] == ["E159"]


def test_an_encrypted_entry_is_told(tmp_path: Path) -> None:
    content = bytearray(plain())
    for start in (found for found in range(len(content)) if content[found : found + 4] == b"PK\x01\x02"):
        content[start + 8] |= archive.ENCRYPTED
    assert told(read(tmp_path / "counts.xlsx", bytes(content))[1]) == [("E159", 1, 1, "")]


def test_no_bytes_whatever_end_in_a_traceback(tmp_path: Path) -> None:
    chance, parts = random.Random(5), parts_of(as_xlsx(TABLE))  # noqa: S311 — nothing secret
    for _ in range(300):
        name = chance.choice(sorted(parts))
        part = bytearray(parts[name])
        for _ in range(chance.randint(1, 4)):
            start = chance.randrange(len(part))
            part[start : start + chance.randrange(40)] = chance.choice(
                [b"", b"<", b"-1", b"9" * 30, b"\0", b'" r="XFD9']
            )
        content = packed({**parts, name: bytes(part)})
        for damaged in (content, content[: chance.randrange(len(content))]):
            rows, problems = read(tmp_path / "counts.xlsx", damaged)
            assert rows or problems
