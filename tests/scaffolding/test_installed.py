"""The wheel: it holds the engine whole, and what it builds is what the working copy builds."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from build_tools.version import VERSION
from tests.scaffolding.wheels import TRACKED, copy_tracked, run_lines, tracked
from tests.sites import ROOT, digest, mkdocs_build

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def test_the_wheel_holds_every_file_of_the_engine(wheel: Path) -> None:
    held = set(ZipFile(wheel).namelist())
    assert wheel.name == f"station_bulletin-{VERSION}-py3-none-any.whl"
    assert [path for path in tracked("build_tools", "hooks") if path not in held] == []
    assert f"station_bulletin-{VERSION}.data/data/share/station-bulletin/requirements.lock" in held


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    about = (f"station_bulletin-{VERSION}.dist-info/", f"station_bulletin-{VERSION}.data/")
    engine = set(tracked("build_tools", "hooks"))
    assert [path for path in ZipFile(wheel).namelist() if path not in engine and not path.startswith(about)] == []


def test_the_installed_engine_builds_the_same_bytes_as_the_working_copy(installed: Path, tmp_path: Path) -> None:
    python = f"{installed}/.venv/bin/python -I -m"
    run_lines([f"{python} build_tools new site district"], tmp_path)
    district = tmp_path / "district"
    said = run_lines([f"{python} build_tools check", f"{python} mkdocs build --quiet"], district)
    assert "0 处错误，1 处提醒" in said
    ours = tmp_path / "ours"
    done = mkdocs_build(district / "content", ours)
    assert done.returncode == 0, done.stderr
    assert "stations/shili/index.html" in digest(ours)
    assert digest(district / "site") == digest(ours)


def test_the_commands_of_the_readme_give_a_district_its_site_and_its_engine(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy_tracked(copy, *TRACKED, "Makefile")
    (copy / ".venv").symlink_to(sys.prefix)
    shown = next(
        block
        for block in re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
        if "make wheel" in block
    )
    run_lines(shown.replace("make wheel", "make -o .venv/run wheel").splitlines(), copy)
    there = {path.relative_to(tmp_path / "district").as_posix() for path in (tmp_path / "district").rglob("*")}
    assert {f"wheels/station_bulletin-{VERSION}-py3-none-any.whl", "content/site.yml", ".gitlab-ci.yml"} <= there
