"""`mkdocs serve`: it rebuilds when anything that matters changes, and a mistake does not end it."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sites import CONTENT, copy_engine, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 30.0
"""Seconds until something that should happen has certainly not happened."""


@dataclass
class Served:
    """A running `mkdocs serve` and the folders it watches."""

    root: Path
    address: str
    log: Path

    @property
    def station(self) -> Path:
        return self.root / "content" / "stations" / "zhengyang.yml"

    def page(self, uri: str) -> str:
        with urllib.request.urlopen(self.address + uri, timeout=10) as answer:  # noqa: S310 — our own address
            text: str = answer.read().decode()
            return text

    def shows(self, uri: str, words: str) -> bool:
        try:
            return words in self.page(uri)
        except OSError:
            return False

    def is_styled_by(self, words: str) -> bool:
        try:
            named = re.search(r'href="(assets/bulletin\.[0-9a-f]{8}\.css)"', self.page(""))
        except OSError:
            return False
        return named is not None and self.shows(named[1], words)

    def says(self, words: str) -> bool:
        return words in self.log.read_text(encoding="utf-8")


def eventually(happened: Callable[[], bool]) -> bool:
    """Whether `happened` becomes true within our patience."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if happened():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    shutil.copytree(CONTENT, copy_engine(tmp_path) / "content")
    return tmp_path


@pytest.fixture
def served(engine: Path) -> Iterator[Served]:
    with serve(engine) as running:
        yield running


@contextmanager
def serve(root: Path) -> Iterator[Served]:
    """A server for the engine in `root`, until the test is over."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = root / "log.txt"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=root, env=environment(root / "content"), stdout=output, stderr=subprocess.STDOUT
        )
        try:
            running = Served(root, f"http://127.0.0.1:{port}/", log)
            assert eventually(lambda: running.shows("", "<h1")), log.read_text()
            yield running
        finally:
            process.terminate()
            process.wait(10)


def replace(path: Path, old: str, new: str) -> None:
    """Change `path` as an editor would."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_edit_of_content_a_template_a_word_or_the_style_shows(served: Served) -> None:
    replace(served.station, "面积: 45", "面积: 46")
    assert eventually(lambda: served.shows("stations/zhengyang/", "46 平方米"))
    replace(served.root / "build_tools/publishing/templates/station.html", "bulletin-plate", "bulletin-sign")
    assert eventually(lambda: served.shows("stations/zhengyang/", "bulletin-sign"))
    replace(served.root / "build_tools/locale/zh.yml", "站里有什么", "里面有什么")
    assert eventually(lambda: served.shows("stations/zhengyang/", "里面有什么"))
    replace(served.root / "build_tools/theme/assets/bulletin.css", "--lamp:#ffc649", "--lamp:#ffc648")
    assert eventually(lambda: served.is_styled_by("#ffc648"))


def test_a_mistake_is_told_and_the_last_good_page_stays(served: Served) -> None:
    replace(served.station, "面积: 45", "面积: 很大")
    assert eventually(lambda: served.says("E045"))
    assert eventually(lambda: served.shows("stations/zhengyang/", "错误 E045"))
    assert served.shows("", "错误 E045")
    assert served.shows("stations/zhengyang/", "45 平方米")
    assert not served.says("Traceback")
    replace(served.station, "面积: 很大", "面积: 47")
    assert eventually(lambda: served.shows("stations/zhengyang/", "47 平方米"))
    assert not served.shows("", "E045")


def test_started_with_a_mistake_it_shows_the_report_until_it_is_mended(engine: Path) -> None:
    station = engine / "content" / "stations" / "zhengyang.yml"
    replace(station, "面积: 45", "面积: 很大")
    with serve(engine) as served:
        assert served.shows("", "E045")
        assert not served.says("Traceback")
        replace(station, "面积: 很大", "面积: 45")
        assert eventually(lambda: served.shows("stations/zhengyang/", "45 平方米"))
