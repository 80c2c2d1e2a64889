"""The command line: what it prints where, its exit status, and what it does to a folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import EVENT, MINIMAL, STATION, put
from tests.forked import Done, command
from tests.sites import ROOT

BEFORE_MIDNIGHT, AFTER_MIDNIGHT = "1792252799", "1792252800"
"""15:59:59 UTC on 2026-10-17, which is 23:59:59 in China, and the second after."""
MANIFEST = ".bulletin-files"


def run(*arguments: object, SOURCE_DATE_EPOCH: str = BEFORE_MIDNIGHT, **environment: str) -> Done:  # noqa: N803
    """Run the command with China's 17 October 2026 as its day, unless another is said."""
    return command(*arguments, day=SOURCE_DATE_EPOCH, environment=environment)


def program(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The same as a program that Python has yet to start: where that itself is the question."""
    return subprocess.run(
        [sys.executable, "-m", "build_tools", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": BEFORE_MIDNIGHT, "PYTHONIOENCODING": "ascii", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def files_in(folder: Path) -> dict[str, bytes]:
    """Path → content of every file below `folder`."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def faulty(content: Path) -> Path:
    """`content` with an error."""
    put(content, "about.md", "没有标题\n")
    return content


def test_check_of_good_content_says_so(content: Path) -> None:
    done = program("check", "--content", content)
    assert (done.returncode, done.stdout, done.stderr) == (0, "没有问题。\n", "")


def test_check_of_wrong_content_reports_on_standard_output_and_exits_with_65(faulty: Path) -> None:
    done = program("check", "--content", faulty)
    assert (done.returncode, done.stderr) == (65, "")
    assert done.stdout.startswith(f"错误 E020：手写页面的第一行要写标题。\n  {faulty.as_posix()}/about.md:1:1\n")


def test_a_warning_is_reported_and_stops_nothing(content: Path) -> None:
    put(content, "site.yml", MINIMAL["site.yml"].replace("网址: https://example.org/\n", ""))
    done = run("check", "--content", content)
    assert (done.returncode, "W101" in done.stdout) == (0, True)


@pytest.mark.parametrize(
    "arguments",
    [(), ("chekc",), ("check", "--languge", "en"), ("check", "--language", "fr"), ("due", "extra"), ("write",)],
)
def test_bad_usage_exits_with_1_and_shows_the_usage(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("用法：python -m build_tools")
    assert "Traceback" not in done.stderr


def test_a_report_can_be_had_in_english(faulty: Path) -> None:
    done = run("check", "--content", faulty, "--language", "en")
    assert not re.search(r"[\u4e00-\u9fff]", done.stdout)
    assert "E020" in done.stdout


@pytest.mark.parametrize("command", [("check",), ("write", "{}")])
def test_json_is_one_list_and_nothing_else_on_standard_output(
    content: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    arguments = [part.format(tmp_path / "out") for part in command]
    assert json.loads(run(*arguments, "--content", content, "--format", "json").stdout) == []
    put(content, "about.md", "没有标题\n")
    done = run(*arguments, "--content", content, "--format", "json")
    assert [(done.returncode, one["code"]) for one in json.loads(done.stdout)] == [(65, "E020")]


def test_a_missing_content_folder_is_a_content_error(tmp_path: Path) -> None:
    done = run("check", "--content", tmp_path / "nowhere")
    assert (done.returncode, "E001" in done.stdout, done.stderr) == (65, True, "")


@pytest.mark.skipif(sys.platform != "linux", reason="only there are names bytes")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_file_name_in_another_encoding_is_reported(content: Path, form: str) -> None:
    (Path(os.fsdecode(os.fsencode(content) + "/stations/乙站.yml".encode("gbk")))).touch()
    done = run("check", "--content", content, "--format", form)
    assert (done.returncode, done.stderr, "E008" in done.stdout) == (65, "", True)


def test_a_report_does_not_depend_on_the_seed_of_hashes(content: Path) -> None:
    for name in "abcdef":
        put(content, f"stations/{name}.yml", STATION.replace("甲站", f"{name}站"))
    put(content, "events/2026/xiaqi.yml", EVENT + "驿站: zzz\n")
    assert "a、b、c、d、e、f、jia" in program("check", "--content", content, PYTHONHASHSEED="1").stdout


def test_write_makes_a_page_for_each_record_and_lists_its_files(content: Path, tmp_path: Path) -> None:
    done = run("write", tmp_path / "out", "--content", content)
    assert (done.returncode, done.stdout) == (0, "")
    written = files_in(tmp_path / "out")
    assert {"index.md", "stations/jia/index.md", "organizations/jia/index.md", "404.md"} <= written.keys()
    assert set(written.pop(MANIFEST).decode().splitlines()) == written.keys()
    assert done.stderr.splitlines()[-1].startswith("写好 ")  # a slow machine says before how far it is


def test_write_refuses_a_folder_that_holds_files_of_others(content: Path, tmp_path: Path) -> None:
    put(tmp_path, "out/precious.txt", "mine")
    done = run("write", tmp_path / "out", "--content", content)
    assert (done.returncode, done.stdout, "不敢覆盖" in done.stderr) == (1, "", True)
    assert files_in(tmp_path / "out") == {"precious.txt": b"mine"}


def test_write_to_a_file_is_refused(content: Path, tmp_path: Path) -> None:
    put(tmp_path, "out", "mine")
    done = run("write", tmp_path / "out", "--content", content)
    assert (done.returncode, "Traceback" in done.stderr, (tmp_path / "out").read_text()) == (1, False, "mine")


def test_write_removes_the_page_of_a_station_that_is_gone(content: Path, tmp_path: Path) -> None:
    put(content, "stations/yi.yml", STATION.replace("甲站", "乙站"))
    run("write", tmp_path / "out", "--content", content)
    put(tmp_path, "out/CNAME", "example.org")
    (content / "stations/yi.yml").unlink()
    assert run("write", tmp_path / "out", "--content", content).returncode == 0
    left = files_in(tmp_path / "out")
    assert "stations/jia/index.md" in left
    assert "stations/yi/index.md" not in left
    assert "CNAME" in left


def test_write_leaves_no_empty_folder_behind(content: Path, tmp_path: Path) -> None:
    put(content, "stations/yi.yml", STATION.replace("甲站", "乙站"))
    run("write", tmp_path / "out", "--content", content)
    (content / "stations/yi.yml").unlink()
    run("write", tmp_path / "out", "--content", content)
    assert not (tmp_path / "out/stations/yi").exists()


def test_write_never_removes_a_file_outside_its_folder(content: Path, tmp_path: Path) -> None:
    put(tmp_path, "precious.txt", "mine")
    put(tmp_path, f"out/{MANIFEST}", f"../precious.txt\n{tmp_path}/precious.txt\n")
    run("write", tmp_path / "out", "--content", content)
    assert (tmp_path / "precious.txt").exists()


def test_write_with_an_error_leaves_the_folder_as_it_was(content: Path, tmp_path: Path) -> None:
    run("write", tmp_path / "out", "--content", content)
    before = files_in(tmp_path / "out")
    put(content, "about.md", "没有标题\n")
    done = run("write", tmp_path / "out", "--content", content)
    assert (done.returncode, "E020" in done.stdout, "没有发布" in done.stderr) == (65, True, True)
    assert files_in(tmp_path / "out") == before
    assert run("write", tmp_path / "new", "--content", content).returncode == 65
    assert not (tmp_path / "new").exists()


def test_two_writes_are_the_same_to_the_byte(content: Path, tmp_path: Path) -> None:
    put(content, "events/2026/xiaqi.yml", EVENT)
    for name, seed in (("one", "1"), ("two", "2")):
        program("write", tmp_path / name, "--content", content, PYTHONHASHSEED=seed, TZ="America/New_York")
    assert len(files_in(tmp_path / "one")) > 5
    assert files_in(tmp_path / "one") == files_in(tmp_path / "two")


def test_a_second_write_touches_no_file(content: Path, tmp_path: Path) -> None:
    times = []
    for _ in range(2):
        run("write", tmp_path / "out", "--content", content)
        times.append({path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*") if path.is_file()})
    assert times[0] == times[1] != {}


@pytest.mark.parametrize(("epoch", "over"), [(BEFORE_MIDNIGHT, False), (AFTER_MIDNIGHT, True), ("1792254600", True)])
def test_the_day_begins_at_midnight_in_china(content: Path, tmp_path: Path, epoch: str, over: bool) -> None:
    put(content, "events/2026/xiaqi.yml", EVENT)
    run("write", tmp_path / "out", "--content", content, SOURCE_DATE_EPOCH=epoch, TZ="America/New_York")
    page = (tmp_path / "out/events/2026/xiaqi/index.md").read_text(encoding="utf-8")
    assert ("这场活动已经结束" in page) is over


def test_a_day_that_cannot_be_read_is_told_without_a_traceback(content: Path, tmp_path: Path) -> None:
    done = run("write", tmp_path / "out", "--content", content, SOURCE_DATE_EPOCH="tomorrow")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
