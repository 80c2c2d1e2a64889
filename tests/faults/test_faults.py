"""Every problem has a fault and the exact report of it; `RENEW_GOLDEN=1 pytest tests/faults` renews the reports.

The fault is what lies in its folder beside the report; where nothing does, it is the example in the staff guide.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from build_tools.publishing.examples import all_groups
from build_tools.reading.locale import read_wording
from build_tools.reports import CURES, report
from tests.conftest import STATION, check, put
from tests.pieces import put_beside, put_piece

if TYPE_CHECKING:
    from collections.abc import Callable

FAULTS = Path(__file__).parent
BUILD_TOOLS = FAULTS.parent.parent / "build_tools"
REPORT = "report.txt"
REPORTS = {REPORT: read_wording("zh"), "report.en.txt": read_wording("en")}
WORDING = REPORTS[REPORT]
KINDS = set(CURES) - {"unlisted"}
"""Cures that each have a fault of their own; that of E066 is what its own fault is cured by."""
EXAMPLES = {example.code: example for group in all_groups() for example in group.examples}


def no_folder(content: Path, _: pytest.MonkeyPatch) -> None:
    """E001."""
    shutil.rmtree(content)


def no_vocabulary(content: Path, _: pytest.MonkeyPatch) -> None:
    """E002."""
    (content / "vocabulary.yml").unlink()


def another_encoding(content: Path, _: pytest.MonkeyPatch) -> None:
    """E004."""
    put(content, "stations/jia.yml", STATION.encode("gbk"))


def fifty_megabytes(content: Path, _: pytest.MonkeyPatch) -> None:
    """E005."""
    os.truncate(content / "stations/jia.yml", 50_000_000)


def too_many_points(content: Path, _: pytest.MonkeyPatch) -> None:
    """E205."""
    line = {"type": "LineString", "coordinates": [[112 + step / 10_000, 26.9] for step in range(20_001)]}
    street = {"type": "Feature", "properties": {"kind": "street"}, "geometry": line}
    put(content, "map/streets.geojson", json.dumps({"type": "FeatureCollection", "features": [street]}))


def a_link(content: Path, _: pytest.MonkeyPatch) -> None:
    """E007."""
    (content / "stations/yi.yml").symlink_to("jia.yml")


def no_permission(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """E009; root may read everything, so the refusal itself is made."""
    unreadable = content / "stations/jia.yml"
    read_bytes = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path == unreadable:
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)


MADE: dict[str, Callable[[Path, pytest.MonkeyPatch], None]] = {
    "E001": no_folder,
    "E002": no_vocabulary,
    "E004": another_encoding,
    "E005": fifty_megabytes,
    "E007": a_link,
    "E205": too_many_points,
    "E009": no_permission,
}
"""Faults that no repository can hold."""


def put_fault(content: Path, name: str) -> None:
    """Lay the fault `name` over `content`."""
    if name not in MADE and {path.name for path in (FAULTS / name).iterdir()} <= REPORTS.keys():
        example = EXAMPLES[name[:4]]
        put_beside(content, example, example.wrong)
        put_piece(content, example.file, example.wrong)
    shutil.copytree(FAULTS / name, content, dirs_exist_ok=content.exists(), ignore=shutil.ignore_patterns(*REPORTS))


def folders() -> list[str]:
    """The names of the fault folders."""
    return sorted(path.name for path in FAULTS.iterdir() if re.match(r"[EW]\d{3}", path.name))


def folders_of_private_files() -> set[str]:
    """The names of the fault folders in `tests/booking`: what is wrong in private counts never lies in `content/`."""
    return {path.name for path in (FAULTS.parent / "booking" / "faults").iterdir()}


def folders_of_history() -> set[str]:
    """The names of the fault folders in `tests/history`: what is wrong only beside an earlier commit."""
    return {path.name for path in (FAULTS.parent / "history" / "faults").iterdir()}


def told_codes() -> set[str]:
    """Every code that has a message, and each other cure of its own."""
    others = {key.replace(".cure_", "-") for key in WORDING.texts if key.partition(".cure_")[2] in KINDS}
    return others | {key.partition(".")[0] for key in WORDING.texts if re.fullmatch(r"[EW]\d{3}\.message", key)}


def raised_codes() -> set[str]:
    """Every code that stands in our source."""
    sources = (path.read_text(encoding="utf-8") for path in BUILD_TOOLS.rglob("*.py"))
    return {code for source in sources for code in re.findall(r"\"([EW]\d{3})\"", source)}


@pytest.mark.parametrize("name", folders())
def test_a_fault_is_reported_exactly_so(content: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    if name in MADE:
        MADE[name](content, monkeypatch)
    put_fault(content, name)
    if name == "E001":
        shutil.rmtree(content)
    problems = check(content)
    monkeypatch.undo()
    for file, wording in REPORTS.items():
        text, golden = report(problems, wording, "content"), FAULTS / name / file
        if os.environ.get("RENEW_GOLDEN"):
            golden.write_text(text, encoding="utf-8")
        assert text == golden.read_text(encoding="utf-8"), "RENEW_GOLDEN=1 pytest tests/faults renews it"


@pytest.mark.parametrize("name", folders())
def test_a_fault_is_told_as_the_one_problem_it_is(name: str) -> None:
    text = (FAULTS / name / REPORT).read_text(encoding="utf-8")
    assert re.findall(r"^(?:错误|提醒) ([EW]\d{3})：", text, re.MULTILINE) == [name[:4]]
    assert ("是不是“" in text) == name.endswith("-near")


def test_every_message_has_its_fault() -> None:
    assert set(folders()) | folders_of_private_files() | folders_of_history() == told_codes()


def test_every_code_that_is_raised_has_its_message_and_the_reverse() -> None:
    assert raised_codes() == {code[:4] for code in told_codes()}
