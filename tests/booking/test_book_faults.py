"""Why `book` refuses readable counts: a private file, what is published, and the report in `faults/<code>/`.

`RENEW_GOLDEN=1 pytest tests/booking` renews the reports.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import MINIMAL, STATION, put
from tests.forked import command

FAULTS = Path(__file__).parent / "faults"
REFUSALS = ("E180", "E181", "E182", "E184", "E185", "E186", "E187")


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_is_reported_exactly_so(content: Path, name: str) -> None:
    put(content, "stations/yi.yml", STATION.replace("甲站", "乙站"))
    categories = "隐患}, {代码: requests, 名称: 居民诉求}]"
    put(content, "vocabulary.yml", MINIMAL["vocabulary.yml"].replace("隐患}]", categories))
    if (FAULTS / name / "tallies").exists():
        shutil.copytree(FAULTS / name / "tallies", content / "tallies")
    private = shutil.copy(FAULTS / name / "counts.csv", content.parent)
    done = command("book", private, "--through", "2026-10", "--content", content)
    assert (done.returncode, done.stderr) == (65, "")
    text = done.stdout.replace(content.as_posix(), "content").replace(content.parent.as_posix(), "private")
    golden = FAULTS / name / "report.txt"
    if os.environ.get("RENEW_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8"), "RENEW_GOLDEN=1 pytest tests/booking renews it"
    assert re.findall(r"^错误 ([EW]\d{3})：", text, re.MULTILINE) == [name]
