"""What the README and the staff guide show is what happens."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.problems import has_errors
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from build_tools.reports import report
from tests.sites import CONTENT, ROOT, SAMPLE

READMES = (ROOT / "README.md", ROOT / "README.zh.md")
GUIDE = ROOT / "build_tools" / "publishing" / "guide"


def blocks(path: Path, language: str) -> list[str]:
    """The fenced blocks of `path` in `language`."""
    return re.findall(rf"```{language}\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)


def without_remarks(block: str) -> list[str]:
    """The lines of `block` without what follows a `#`."""
    return [line.partition("#")[0].split() for line in block.splitlines()]  # type: ignore[misc]


def report_of(content: Path) -> str:
    """What `check` says of `content`, which it calls `content`."""
    return report(read_bulletin(content)[1], read_wording("zh"), "content")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the demonstration bulletin."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of our own content."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_shows_a_station_that_reads(readme: Path, sample: Path) -> None:
    (sample / "stations" / "jia.yml").write_text(blocks(readme, "yaml")[0], encoding="utf-8")
    assert "stations/jia.yml" not in report_of(sample)


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_shows_the_report_of_a_misspelt_key(readme: Path, sample: Path) -> None:
    station = blocks(readme, "yaml")[0]
    lines = [line.partition("  #")[0].rstrip().replace("电话:", "电活:") for line in station.splitlines()]
    (sample / "stations" / "jia.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert report_of(sample) == next(block for block in blocks(readme, "text") if "E022" in block)


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = (list(map(without_remarks, blocks(readme, "sh"))) for readme in READMES)
    assert english == chinese


def test_the_commands_of_the_readme_exist() -> None:
    text = READMES[0].read_text(encoding="utf-8")
    targets = set(re.findall(r"`make ([a-z]+)`", text)) | set(re.findall(r"^make ([a-z]+)", text, re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {"serve", "test", "site", "check", "lint", "demo"} <= targets
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    usage = subprocess.run(
        [sys.executable, "-m", "build_tools", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for command in re.findall(r"python -m build_tools (\w+)", text):
        assert command in usage


def test_the_guide_shows_a_station_that_reads(own: Path) -> None:
    (own / "stations" / "jia.yml").write_text(blocks(GUIDE / "station.md", "yaml")[0], encoding="utf-8")
    assert not has_errors(read_bulletin(own)[1])


@pytest.mark.parametrize(
    "rule", re.findall(r"^\| `([^`]+)` \|", (GUIDE / "station.md").read_text("utf-8"), re.MULTILINE)
)
def test_each_form_of_hours_in_the_guide_reads(rule: str, own: Path) -> None:
    station = own / "stations" / "zhengyang.yml"
    text = station.read_text(encoding="utf-8")
    station.write_text(text.replace("开放时间: 未知", f"开放时间: {rule}"), encoding="utf-8")
    assert not has_errors(read_bulletin(own)[1])


def test_the_guide_shows_events_and_notices_that_read(own: Path) -> None:
    event, cancelled, notice = blocks(GUIDE / "event.md", "yaml")
    (own / "events" / "2026").mkdir()
    (own / "events" / "2026" / "planned.yml").write_text(event, encoding="utf-8")
    (own / "events" / "2026" / "cancelled.yml").write_text(event + cancelled, encoding="utf-8")
    (own / "events" / "2026" / "moved.yml").write_text(event + "状态: 改期\n改到: 2026-12-06\n", encoding="utf-8")
    (own / "notices" / "2026" / "tingdian.yml").write_text(notice, encoding="utf-8")
    assert not has_errors(read_bulletin(own)[1])


def test_the_guide_shows_the_report_of_an_unreadable_time(own: Path) -> None:
    station = own / "stations" / "zhengyang.yml"
    shown = next(block for block in blocks(GUIDE / "check.md", "text") if "E034" in block)
    line = int(shown.partition("zhengyang.yml:")[2].partition(":")[0])
    lines = station.read_text(encoding="utf-8").splitlines()
    before = [each for each in lines if not each.startswith("开放时间")]
    changed = [*before[: line - 2], "开放时间:", "  - 工作日 9.00-12:00", *before[line - 2 :]]
    station.write_text("\n".join(changed) + "\n", encoding="utf-8")
    assert shown.rstrip("\n") in report_of(own)
