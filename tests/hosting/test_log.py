"""The log: one line for what has happened, none for what goes on happening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.hosting.layout import Host
from build_tools.hosting.log import LONGEST, note
from tests.conftest import STATION

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hosting.hosts import Place

NOON = 1795233600


def host_in(folder: Path) -> Host:
    """A host of which there is only the folder for what it remembers."""
    host = Host(folder, {})
    host.state.mkdir()
    return host


def test_each_line_says_when_in_china_and_what(tmp_path: Path) -> None:
    host = host_in(tmp_path)
    note(host, NOON, "没有发布：\n磁盘满了")
    assert host.log.read_text(encoding="utf-8") == "2026-11-21T12:00:00+08:00 没有发布： 磁盘满了\n"


def test_what_goes_on_happening_is_told_once(tmp_path: Path) -> None:
    host = host_in(tmp_path)
    for minute, words in enumerate(["坏了", "坏了", "好了", "坏了"]):
        note(host, NOON + 60 * minute, words)
    assert [line.partition(" ")[2] for line in host.log.read_text(encoding="utf-8").splitlines()] == [
        "坏了",
        "好了",
        "坏了",
    ]


def test_a_long_log_is_put_aside_once(tmp_path: Path) -> None:
    host = host_in(tmp_path)
    host.log.write_text("a line\n" * (LONGEST // 7 + 1), encoding="utf-8")
    note(host, NOON, "好了")
    assert host.log.read_text(encoding="utf-8") == "2026-11-21T12:00:00+08:00 好了\n"
    assert host.log.with_suffix(".old").stat().st_size > LONGEST


def test_nobody_is_kept_from_going_on_by_a_log_that_cannot_be_written(tmp_path: Path) -> None:
    host = host_in(tmp_path)
    host.log.mkdir()
    note(host, NOON, "好了")
    assert host.log.is_dir()


def test_the_log_tells_what_pushes_have_come_to(place: Place) -> None:
    staff = place.staff()
    staff.edit("content/stations/yi.yml", "名称: 乙站\n")
    assert staff.push().returncode != 0
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    assert staff.push().returncode == 0
    assert place.host("rollback").returncode == 0
    lines = [
        line.partition(" ")[2] for line in (place.folder / "state" / "log").read_text(encoding="utf-8").splitlines()
    ]
    for line, begins in zip(lines[-3:], ("一次推送没有收下", "已经发布：2-", "退回到 1-"), strict=True):
        assert line.startswith(begins)
