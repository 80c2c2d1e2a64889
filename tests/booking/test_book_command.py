"""`book` as staff run it: what it says and where, its exit status, and what it does to the tallies."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import MINIMAL, STATION, TALLY, codes, put
from tests.forked import FIRST_OF_NOVEMBER, Done, command

ROOT = Path(__file__).parent.parent.parent
LAST_OF_OCTOBER = "1793462399"
"""23:59:59 in China on 2026-10-31."""
HEADINGS = "驿站,类别,月份,件数,调整,成功"
COUNTS = """\
甲站,安全隐患,2026-07,0
甲站,安全隐患,2026-08,3
甲站,安全隐患,2026-09,4
甲站,安全隐患,2026-10,2
"""
PUBLISHED = "# 由 python -m build_tools book 写成，请不要手改；只有“停用”由人填写。\n" + TALLY
TOLD = """\
甲站（jia）
  公布    安全隐患  2026-08–2026-09：7件
  公布    安全隐患  2026-07：0件
  先不公布  安全隐患  2026-10：不足5件，攒满再公布
入账到2026-10：1个驿站有更新，0个没有变化。
"""


def book(content: Path, rows: str, *options: str, through: str = "2026-10", day: str = FIRST_OF_NOVEMBER) -> Done:
    """Book the private `rows` of the station, written outside `content`."""
    private = content.parent / "counts.csv"
    private.write_text(f"{HEADINGS}\n{rows}", encoding="utf-8")
    return command("book", private, "--through", through, "--content", content, *options, day=day)


def tallies(content: Path) -> dict[str, str]:
    """What is published."""
    return {path.name: path.read_text(encoding="utf-8") for path in (content / "tallies").glob("*")}


def refused(done: Done) -> list[str]:
    """The codes of the problems with which booking was refused."""
    assert (done.returncode, done.stderr) == (65, "")
    return re.findall(r"^错误 ([EW]\d{3})：", done.stdout, re.MULTILINE)


def test_booking_publishes_what_it_says_and_passes_the_check(content: Path) -> None:
    done = book(content, COUNTS)
    assert (done.returncode, done.stdout, done.stderr) == (0, TOLD, "")
    assert tallies(content) == {"jia.yml": PUBLISHED}
    assert codes(content) == []


def test_it_is_a_command_of_the_program(content: Path) -> None:
    private = content.parent / "counts.csv"
    private.write_text(f"{HEADINGS}\n{COUNTS}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "build_tools", "book", private, "--through", "2026-10", "--content", content],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": FIRST_OF_NOVEMBER, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, TOLD, "")


def test_a_rehearsal_says_the_same_and_writes_nothing(content: Path) -> None:
    done = book(content, COUNTS, "--dry-run")
    assert (done.returncode, done.stdout, done.stderr) == (0, TOLD + "只是预览，没有写文件。\n", "")
    assert not (content / "tallies").exists()


def test_booking_twice_changes_nothing(content: Path) -> None:
    book(content, COUNTS)
    written = (content / "tallies/jia.yml").stat().st_mtime_ns
    done = book(content, COUNTS)
    assert (done.returncode, "没有新内容" in done.stdout) == (0, True)
    assert (content / "tallies/jia.yml").stat().st_mtime_ns == written


def test_month_by_month_gives_the_same_file_as_all_at_once(content: Path) -> None:
    for through in ("2026-07", "2026-08", "2026-09", "2026-10"):
        assert book(content, COUNTS, through=through).returncode == 0
    assert tallies(content) == {"jia.yml": PUBLISHED}


def test_a_month_is_booked_only_when_it_is_over_in_china(content: Path) -> None:
    early = book(content, COUNTS, day=LAST_OF_OCTOBER)
    assert (early.returncode, early.stdout, early.stderr) == (1, "", "2026-10还没有过完，不能入账。\n")
    assert tallies(content) == {}
    assert book(content, COUNTS, day=FIRST_OF_NOVEMBER).returncode == 0


def test_rows_of_later_months_wait_for_their_own_booking(content: Path) -> None:
    assert book(content, COUNTS + "甲站,安全隐患,2026-11,50\n").returncode == 0
    assert tallies(content) == {"jia.yml": PUBLISHED}


def test_a_month_missing_inside_a_category_is_named(content: Path) -> None:
    done = book(content, COUNTS.replace("甲站,安全隐患,2026-09,4\n", ""))
    assert refused(done) == ["E180"]
    assert "缺了2026-09" in done.stdout
    assert tallies(content) == {}


def test_a_category_that_is_not_reported_to_the_end_keeps_its_own_last_month(content: Path) -> None:
    put(content, "vocabulary.yml", MINIMAL["vocabulary.yml"].replace("隐患}]", "隐患}, {代码: lost, 名称: 失物}]"))
    done = book(content, COUNTS + "甲站,失物,2026-08,6\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "  未报送   失物  2026-09–2026-10：" in done.stdout
    assert "  失物:\n    起始月: 2026-08\n    截止月: 2026-08\n" in tallies(content)["jia.yml"]
    assert codes(content) == []
    caught_up = book(content, COUNTS + "".join(f"甲站,失物,2026-{month},6\n" for month in ("08", "09", "10")))
    assert caught_up.returncode == 0
    assert "  失物:\n    起始月: 2026-08\n    零" in tallies(content)["jia.yml"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("甲占,安全隐患,2026-10,6\n", "甲站"),
        ("jiaa,安全隐患,2026-10,6\n", "jia"),
        ("甲站,安全隐想,2026-10,6\n", "安全隐患"),
    ],
)
def test_a_misspelt_station_or_category_is_told_with_the_one_probably_meant(
    content: Path, rows: str, said: str
) -> None:
    done = book(content, rows)
    assert len(refused(done)) == 1
    assert f"是不是“{said}”" in done.stdout
    assert tallies(content) == {}


def test_an_earlier_month_than_published_is_refused(content: Path) -> None:
    book(content, COUNTS)
    done = book(content, COUNTS, through="2026-09")
    assert refused(done) == ["E184"]
    assert tallies(content) == {"jia.yml": PUBLISHED}


def test_a_private_file_without_a_published_station_is_refused(content: Path) -> None:
    put(content, "stations/yi.yml", STATION.replace("甲站", "乙站"))
    book(content, COUNTS)
    done = book(content, COUNTS.replace("甲站", "乙站"))
    assert refused(done) == ["E185"]
    assert tallies(content) == {"jia.yml": PUBLISHED}


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("2026-07,0", "2026-07,1", "自: 2026-08, 至: 2026-09, 件数: 7"),
        ("2026-09,4", "2026-09,5", "自: 2026-08, 至: 2026-09, 件数: 7"),
        ("2026-08,3", "2026-08,0", "自: 2026-08, 至: 2026-09, 件数: 7"),
        ("2026-10,2", "2026-10,0", "零"),
    ],
)
def test_a_changed_past_is_refused_with_the_first_thing_that_would_differ(
    content: Path, old: str, new: str, line: str
) -> None:
    book(content, COUNTS)
    done = book(content, COUNTS.replace(old, new))
    assert refused(done) == ["E186"]
    assert line in done.stdout
    assert tallies(content) == {"jia.yml": PUBLISHED}


def test_rows_that_are_lost_are_told_as_such(content: Path) -> None:
    book(content, COUNTS)
    done = book(content, COUNTS.replace("甲站,安全隐患,2026-07,0\n", ""))
    assert refused(done) == ["E187"]
    assert tallies(content) == {"jia.yml": PUBLISHED}


def test_a_closed_station_is_waited_for_no_longer(content: Path) -> None:
    put(content, "stations/jia.yml", STATION.replace("状态: 开放", "状态: 关闭"))
    said = book(content, COUNTS.replace("甲站,安全隐患,2026-10,2\n", "")).stdout
    assert "未报送" not in said
    put(content, "tallies/jia.yml", PUBLISHED)
    assert "不再公布  安全隐患  2026-10：驿站已经关闭" in book(content, COUNTS).stdout


def test_the_folder_of_a_template_is_made(content: Path) -> None:
    file = content.parent / "private" / "counts.xlsx"
    assert command("book", "--template", file, "--content", content).returncode == 0
    assert file.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(("word", "said"), [("10", "“10”不是月份"), ("2026-13", "“2026-13”不是月份")])
def test_a_month_that_is_none_is_refused_in_the_sites_language(content: Path, word: str, said: str) -> None:
    done = book(content, COUNTS, through=word)
    assert (done.returncode, said in done.stderr) == (1, True)


def test_a_category_that_is_renamed_is_known_by_its_former_name(content: Path) -> None:
    book(content, COUNTS)
    renamed = MINIMAL["vocabulary.yml"].replace("名称: 安全隐患", "名称: 隐患, 曾用名: [安全隐患]")
    put(content, "vocabulary.yml", renamed)
    assert codes(content) == []
    assert book(content, COUNTS).returncode == 0
    assert tallies(content) == {"jia.yml": PUBLISHED.replace("安全隐患", "隐患")}


def test_a_month_that_waits_may_still_be_corrected(content: Path) -> None:
    book(content, COUNTS)
    assert book(content, COUNTS.replace("2026-10,2", "2026-10,3")).returncode == 0
    assert tallies(content) == {"jia.yml": PUBLISHED}


def test_with_one_station_refused_no_other_is_written(content: Path) -> None:
    put(content, "stations/yi.yml", STATION.replace("甲站", "乙站"))
    book(content, COUNTS)
    done = book(content, "乙站,安全隐患,2026-10,9\n" + COUNTS.replace("2026-09,4", "2026-09,9"))
    assert refused(done) == ["E186"]
    assert tallies(content) == {"jia.yml": PUBLISHED}


def test_with_an_error_in_what_is_published_nothing_is_booked(content: Path) -> None:
    put(content, "tallies/jia.yml", PUBLISHED.replace("件数: 7", "件数: 4"))
    assert refused(book(content, COUNTS)) == ["E173"]


def test_an_error_elsewhere_in_the_content_stops_no_booking(content: Path) -> None:
    put(content, "about.md", "没有标题\n")
    assert book(content, COUNTS).returncode == 0


def test_retired_categories_are_kept_as_written_by_hand(content: Path) -> None:
    put(content, "vocabulary.yml", MINIMAL["vocabulary.yml"].replace("隐患}]", "隐患}, {代码: lost, 名称: 失物}]"))
    book(content, COUNTS)
    retired = '停用:\n  - {类别: 安全隐患, 自: 2026-11, 并入: 失物, 承接: 是, 说明: "类别合并"}\n'
    put(content, "tallies/jia.yml", PUBLISHED.replace("停用: []\n", retired))
    done = book(content, COUNTS + "甲站,失物,2026-11,4\n", through="2026-11", day="1798000000")
    assert (done.returncode, done.stderr) == (0, "")
    assert "{自: 2026-10, 至: 2026-11, 件数: 6}" in tallies(content)["jia.yml"]
    assert tallies(content)["jia.yml"].endswith(retired)
    assert codes(content) == []


def test_amounts_under_five_are_never_said(content: Path) -> None:
    rows = "甲站,安全隐患,2026-09,23\n甲站,安全隐患,2026-10,3,+1\n"
    for language in ("zh", "en"):
        done = book(content, rows, "--dry-run", "--language", language)
        numbers = re.findall(r"\d+", re.sub(r"\d{4}-\d{2}", "", done.stdout + done.stderr))
        assert sorted(numbers) == ["0", "1", "23", "5"], "no station unchanged, one renewed; the batch; the threshold"


def test_an_english_run_says_it_in_english(content: Path) -> None:
    done = book(content, COUNTS, "--language", "en")
    assert "  waits       安全隐患  2026-10: under 5" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "要写明内部表格和月份"),
        (("counts.csv",), "要写明内部表格和月份"),
        (("no.csv", "--through", "2026-10"), "找不到"),
    ],
)
def test_bad_usage_exits_with_1(content: Path, arguments: tuple[str, ...], said: str) -> None:
    done = command("book", *arguments, "--content", content)
    assert (done.returncode, done.stdout, said in done.stderr) == (1, "", True)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("month", ["2026-13", "October", "2026-1-1"])
def test_a_month_that_is_none_is_bad_usage(content: Path, month: str) -> None:
    done = book(content, COUNTS, through=month)
    assert (done.returncode, done.stdout) == (1, "")


def test_a_private_file_among_the_content_is_refused(content: Path) -> None:
    put(content, "counts.csv", f"{HEADINGS}\n{COUNTS}")
    done = command("book", content / "counts.csv", "--through", "2026-10", "--content", content)
    assert (done.returncode, done.stdout, "content" in done.stderr) == (1, "", True)
    assert tallies(content) == {}


def test_a_tracked_private_file_is_refused_and_an_exposed_one_is_warned_of(content: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(content.parent), *words], check=True, capture_output=True)

    git("init", "--quiet")
    done = book(content, COUNTS)
    assert (done.returncode, done.stdout, done.stderr[:3]) == (0, TOLD, "提醒：")
    git("add", "counts.csv")
    done = book(content, COUNTS)
    assert (done.returncode, done.stdout, "git rm --cached" in done.stderr) == (1, "", True)
