"""Killed at any point, a booking leaves the old or the new file of each station, and doing it again finishes it."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

import pytest

from build_tools.booking.command import save_tallies
from build_tools.records.files import UNFINISHED
from tests.booking.killed import KILLED, prepared
from tests.conftest import STATION, codes, put
from tests.forked import command

if TYPE_CHECKING:
    from pathlib import Path

COUNTS = {"jia": (3, 4, 6), "yi": (0, 7, 2), "bing": (9, 0, 9)}
STEPS = 6
"""Before and after a file is opened, half written, before it is sure to be on the disk, before and after it takes its place."""


@pytest.fixture
def bulletin(content: Path) -> Path:
    """A bulletin with three stations."""
    for id, name in (("yi", "乙站"), ("bing", "丙站")):
        put(content, f"stations/{id}.yml", STATION.replace("甲站", name))
    return content


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """The private counts of all stations."""
    file = tmp_path / "counts.csv"
    rows = [
        f"{station},安全隐患,2026-{8 + at:02},{count}"
        for station, counts in COUNTS.items()
        for at, count in enumerate(counts)
    ]
    file.write_text("\n".join(["驿站,类别,月份,件数", *rows]) + "\n", encoding="utf-8")
    return file


def book(at: int, private: Path, content: Path, through: str) -> int:
    """Book, killed at the step `at`; the exit status."""
    before = partial(prepared, at)
    return command("book", private, "--through", through, "--content", content, before=before).returncode


def tallies(content: Path) -> dict[str, bytes]:
    """What lies in the folder of tallies."""
    return {path.name: path.read_bytes() for path in (content / "tallies").glob("*")}


def undisturbed(content: Path, private: Path, through: str) -> dict[str, bytes]:
    """What a booking leaves that nobody kills, tried on a copy."""
    copy = content.with_name(f"undisturbed-{through}")
    shutil.copytree(content, copy)
    assert book(0, private, copy, through) == 0
    return tallies(copy)


@pytest.mark.parametrize("at", range(1, 3 * STEPS + 1))
@pytest.mark.parametrize("booked", ["", "2026-08"], ids=["first", "again"])
def test_killed_at_any_point_it_leaves_old_or_new_files_and_doing_it_again_finishes_it(
    bulletin: Path, private: Path, at: int, booked: str
) -> None:
    if booked:
        assert book(0, private, bulletin, booked) == 0
    old, new = tallies(bulletin), undisturbed(bulletin, private, "2026-10")
    assert old != new
    assert book(at, private, bulletin, "2026-10") == KILLED
    left = tallies(bulletin)
    for name, text in left.items():
        assert name.endswith(UNFINISHED) or text in (old.get(name), new[name])
    assert codes(bulletin) == ["E175"] * sum(name.endswith(UNFINISHED) for name in left)
    assert book(0, private, bulletin, "2026-10") == 0
    assert tallies(bulletin) == new
    assert codes(bulletin) == []


def test_there_are_no_more_points_than_are_tried(bulletin: Path, private: Path) -> None:
    assert book(3 * STEPS, private, bulletin, "2026-10") == KILLED
    assert book(3 * STEPS + 3, private, bulletin, "2026-10") == 0


@pytest.mark.parametrize("at", [1, 2])
def test_killed_while_it_clears_up_it_can_still_be_finished(bulletin: Path, private: Path, at: int) -> None:
    new = undisturbed(bulletin, private, "2026-10")
    assert book(3, private, bulletin, "2026-10") == KILLED
    assert book(at, private, bulletin, "2026-10") == KILLED
    assert book(0, private, bulletin, "2026-10") == 0
    assert tallies(bulletin) == new


def test_what_somebody_else_left_unfinished_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / f"gone.yml{UNFINISHED}").write_text("half", encoding="utf-8")
    save_tallies(tmp_path, {})
    assert list(tmp_path.iterdir()) == []
