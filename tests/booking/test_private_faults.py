"""Every problem of a private file has its report in `faults/<code>/`; `RENEW_GOLDEN=1 pytest tests/booking` renews them.

These codes cannot come from `content/`, so `tests/faults` looks for their folders here.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from build_tools.booking.private_file.any_form import read_rows
from build_tools.reading.locale import read_wording
from build_tools.reports import report
from tests.booking.private_files import HEADINGS, KNOWN, as_csv, as_xlsx, workbook
from tests.booking.test_book_faults import REFUSALS

FAULTS = Path(__file__).parent / "faults"
REPORT = "report.txt"
TWICE = [("七月", "visible", [HEADINGS[:4], ("甲站", "邻里纠纷", "2026-07", 3)])]
TWICE += [("八月", "visible", [HEADINGS[:4], ("甲站", "邻里纠纷", "2026-08", 4)])]
MADE: dict[str, tuple[str, bytes]] = {
    "E157": ("counts.xlsx", as_xlsx([HEADINGS[:4], ("甲站", "邻里纠纷", "2026-10", "=1+2")])),
    "E158": ("counts.csv", as_csv([HEADINGS]).encode("gbk")),
    "E159": ("counts.xlsx", as_xlsx([HEADINGS])[:-100]),
    "E195": ("counts.xlsx", workbook(*TWICE)),
}
"""Files that no repository need hold."""


def file_of(name: str, folder: Path) -> Path:
    """The private file with the fault `name`; one that is made is put into `folder`."""
    if name not in MADE:
        return next(path for path in (FAULTS / name).iterdir() if path.name != REPORT)
    path = folder / MADE[name][0]
    path.write_bytes(MADE[name][1])
    return path


@pytest.mark.parametrize("name", sorted({path.name for path in FAULTS.iterdir()}.difference(REFUSALS)))
def test_a_fault_is_reported_exactly_so(tmp_path: Path, name: str) -> None:
    _, problems = read_rows(file_of(name, tmp_path), KNOWN)
    text = report(problems, read_wording("zh"), "private")
    golden = FAULTS / name / REPORT
    if os.environ.get("RENEW_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8"), "RENEW_GOLDEN=1 pytest tests/booking renews it"
    assert re.findall(r"^错误 ([EW]\d{3})：", text, re.MULTILINE) == [name[:4]]
    assert ("是不是“" in text) == name.endswith("-near")
