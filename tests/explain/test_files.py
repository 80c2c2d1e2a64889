"""Which files and days `explain` takes, and what it answers to others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import NOTICE, STATION, put
from tests.explain.telling import DAY, run
from tests.forked import Done, command
from tests.sites import ROOT


def test_a_file_outside_is_read_as_a_station_of_the_content_that_is_named(bulletin: Path, tmp_path: Path) -> None:
    put(tmp_path, "draft.yml", STATION + "开放时间: 每天 9:00-17:00\n")
    done = run(tmp_path / "draft.yml", "--content", bulletin, "--from", "2026-12-03", "--to", "2026-12-03")
    assert (done.returncode, done.stdout) == (0, "draft  开放时间\n  2026-12-03 周四  9:00–17:00\n")


@pytest.mark.parametrize("folder", ["/", ROOT])
def test_a_file_outside_all_content_is_refused(tmp_path: Path, folder: str | Path) -> None:
    put(tmp_path, "draft.yml", STATION + "开放时间: 每天 9:00-17:00\n")
    file = tmp_path / "draft.yml"
    why = "不在内容文件夹里，不知道该照哪里的假日和词来算。把它放进内容文件夹，或用 --content 写明内容在哪里。"
    assert command("explain", file, day=DAY, folder=Path(folder)) == Done(1, "", f"{file} {why}\n")


def test_problems_of_the_file_are_reported_and_those_of_others_are_not(bulletin: Path) -> None:
    put(bulletin, "stations/yi.yml", "名称: 乙站\n")
    put(bulletin, "stations/jia.yml", STATION + "开放时间: 每天 24:30-25:00\n")
    done = run(bulletin / "stations/jia.yml")
    assert (done.returncode, done.stdout.count("错误 E"), "yi.yml" in done.stdout) == (65, 1, False)
    assert "stations/jia.yml:7:10" in done.stdout


NO_TIMES = "这个文件里没有时间可以算：explain 只看驿站和活动的文件。\n"
TIMELESS = ["notices/2026/jia.yml", "site.yml", "districts/shili.yml", "about.md"]


@pytest.mark.parametrize("place", TIMELESS)
def test_a_file_without_times_is_answered_in_one_sentence(bulletin: Path, place: str) -> None:
    put(bulletin, "notices/2026/jia.yml", NOTICE)
    put(bulletin, "about.md", "# 关于\n")
    done = run(bulletin / place)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NO_TIMES)


def test_a_page_outside_the_content_has_no_times(bulletin: Path) -> None:
    done = run(ROOT / "README.md", "--content", bulletin)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NO_TIMES)


def test_a_file_that_may_not_lie_where_it_lies_is_told_so(bulletin: Path) -> None:
    put(bulletin, "stations/Jia Yi.yml", STATION)
    done = run(bulletin / "stations/Jia Yi.yml")
    assert (done.returncode, done.stdout.count("错误 E")) == (65, 1)
    assert f"  {bulletin.as_posix()}/stations/Jia Yi.yml:1:1" in done.stdout


def test_problems_of_a_file_outside_name_it_by_its_own_path(bulletin: Path, tmp_path: Path) -> None:
    put(tmp_path, "draft.yml", STATION + "开放时间: 每天 24:30-25:00\n")
    done = run(tmp_path / "draft.yml", "--content", bulletin)
    assert (done.returncode, done.stdout.count("错误 E")) == (65, 1)
    assert f"  {tmp_path.as_posix()}/draft.yml:7:10" in done.stdout


SENSELESS = [
    ("--from", "2026-12-05", "--to", "2026-12-03"),
    ("--from", "tomorrow"),
    ("--from", "1850-01-01", "--to", "1850-01-02"),
    ("--to", "2500-01-01"),
]


@pytest.mark.parametrize("arguments", SENSELESS)
def test_days_that_make_no_sense_are_refused(bulletin: Path, arguments: tuple[str, ...]) -> None:
    done = run(bulletin / "stations/jia.yml", *arguments)
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (1, "", False)


def test_a_file_that_is_not_there_is_refused(bulletin: Path) -> None:
    done = run(bulletin / "stations/none.yml")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "没有这个文件。\n")


@pytest.mark.parametrize("name", ["\udcff.yml", "Jia.yml"])
def test_a_file_whose_name_is_no_id_is_refused(bulletin: Path, name: str) -> None:
    (bulletin / "stations" / name).write_text(STATION, encoding="utf-8")
    done = command("explain", bulletin / "stations" / name, "--content", bulletin, day=DAY)
    assert (done.returncode, "E008" in done.stdout, done.stderr) == (65, True, "")
