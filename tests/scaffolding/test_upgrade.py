"""A repository that 0.1.0 has laid out and staff have edited since: `of_0_1_0/`. It stays as it is for good."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from build_tools.version import VERSION
from tests.scaffolding.wheels import OTHER_VERSION, run_lines, wheel_of
from tests.sites import digest

OLDER = Path(__file__).parent / "of_0_1_0"
OLD = "0.1.0"
EDITED = {
    "mkdocs.yml": "primary: teal",
    "README.md": "本区由甲街道维护",
    "content/stations/jia.yml": "设施: [桌椅, 饮水机]",
    "content/notices/2026/yushui.yml": "title: 雨天照常开放",
}


def blocks_of(readme: Path) -> list[list[str]]:
    """The commands that `readme` shows, a list a block; what serves builds, and `python3` is this one."""
    text = readme.read_text(encoding="utf-8")
    shown = text.replace("python3 -m venv", "python -m venv").replace("mkdocs serve", "mkdocs build --quiet")
    return [block.splitlines() for block in re.findall(r"```sh\n(.*?)```", shown, re.DOTALL)]


def put_engine(wheel: Path, version: str, repository: Path) -> None:
    """What the README says of another version: the wheel into `wheels/`, and its number into one line."""
    shutil.copy(wheel, repository / "wheels")
    required = repository / "requirements.txt"
    text = required.read_text(encoding="utf-8")
    assert text.count("==") == 1
    required.write_text(re.sub("==.*", f"=={version}", text), encoding="utf-8")


@pytest.fixture
def older(tmp_path: Path, wheel: Path) -> Path:
    """A copy of the older repository, with an engine that says it is as old."""
    folder = Path(shutil.copytree(OLDER, tmp_path / "older"))
    put_engine(wheel if VERSION == OLD else wheel_of(tmp_path / "wheel", OLD), OLD, folder)
    return folder


@pytest.mark.slow
def test_an_older_repository_with_edits_upgrades_by_one_changed_version(older: Path, next_wheel: Path) -> None:
    before = digest(older)
    setting_up, daily = blocks_of(older / "README.md")
    run_lines([*setting_up, *daily], older)
    (older / "content" / "stations" / "yi.yml").unlink()  # what `new` has written, still with its blanks

    put_engine(next_wheel, OTHER_VERSION, older)
    said = run_lines([*setting_up[1:], ".venv/bin/python -m pip list --format freeze"], older)
    assert f"station-bulletin=={OTHER_VERSION}\n" in said
    run_lines(daily, older)
    after = digest(older)
    assert [path for path, sum_ in before.items() if after[path] != sum_] == ["requirements.txt"]
    assert "雨天照常开放" in (older / "site" / "notices" / "2026" / "yushui" / "index.html").read_text(encoding="utf-8")


def test_the_older_repository_holds_edits_of_staff() -> None:
    assert [file for file, text in EDITED.items() if text not in (OLDER / file).read_text(encoding="utf-8")] == []
