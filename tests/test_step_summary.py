"""The summary of a GitHub job: every problem in a table, errors first, its text meaning nothing but itself."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pytest
from markdown import Markdown

from build_tools.problems import Place, Problem
from build_tools.reading.locale import read_wording
from build_tools.step_summary import MOST, literally, step_summary
from tests.conftest import STATION, put
from tests.forked import command

if TYPE_CHECKING:
    from pathlib import Path

CHINESE, ENGLISH = read_wording("zh"), read_wording("en")
WARNING = Problem("W101", Place("site.yml", 2, 1), "网址")
TIME = Problem("E034", Place("stations/jia.yml", 9, 9), "开放时间[1]", (("text", "9.00"),))


def test_errors_come_first_each_with_its_place_and_its_cure() -> None:
    first, _, heading, rule, error, warning = step_summary((WARNING, TIME), CHINESE, "content").rstrip("\n").split("\n")
    assert first == "### 1 处错误，1 处提醒。"
    assert (heading, rule) == ("| 在哪里 | 什么不对 | 怎么改 |", "|---|---|---|")
    assert error.startswith(r"| content/stations/jia.yml\:9\:9 | ❌ E034：看不懂的时间“9.00”。 | ")
    assert warning.startswith(r"| content/site.yml\:2\:1 | ⚠️ W101：")


def test_a_summary_speaks_the_language_that_is_asked_for() -> None:
    assert step_summary((TIME,), ENGLISH, "content").startswith("### Errors: 1. Warnings: 0.\n")


def test_without_problems_a_summary_says_so() -> None:
    assert step_summary((), CHINESE, "content") == "### 没有问题。\n"


@pytest.mark.parametrize(
    "text", ["a|b", "<script>", "**b**", "[a](b)", "`c`", "![a](b)", "# h", "a\nb", "&lt;", "1_2_3"]
)
def test_what_staff_wrote_is_shown_and_does_nothing(text: str) -> None:
    shown = Markdown(extensions=["tables"]).convert(f"| a |\n|---|\n| {literally(text)} |")
    assert f"<td>{escape(text.replace(chr(10), ' '), quote=False)}</td>" in shown


def test_a_flood_is_cut_and_counted() -> None:
    problems = tuple(Problem("E003", Place(f"stations/a{number}.yml")) for number in range(MOST + 7))
    lines = step_summary(problems, CHINESE, "content").splitlines()
    assert lines[0] == f"### {MOST + 7} 处错误，0 处提醒。"
    assert lines[-1] == "另外还有 7 处，改完这些再看。"
    assert sum(line.startswith("| content/") for line in lines) == MOST


def test_on_github_a_check_adds_to_the_summary_of_its_job(content: Path, tmp_path: Path) -> None:
    put(content, "stations/jia.yml", STATION + "面积: 很大\n")
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    done = command("check", "--content", content, "--format", "github", environment={"GITHUB_STEP_SUMMARY": str(page)})
    assert done.returncode == 65
    assert done.stdout.startswith("::error ")
    assert page.read_text(encoding="utf-8").startswith("before\n### 1 处错误，0 处提醒。\n")
    command("check", "--content", content, environment={"GITHUB_STEP_SUMMARY": str(page)})
    assert page.read_text(encoding="utf-8").count("###") == 1


def test_a_summary_that_cannot_be_written_is_told_in_a_line_and_changes_nothing_else(
    content: Path, tmp_path: Path
) -> None:
    put(content, "stations/jia.yml", STATION + "面积: 很大\n")
    arguments = ("check", "--content", content, "--format", "github")
    fine = command(*arguments, environment={"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")})
    done = command(*arguments, environment={"GITHUB_STEP_SUMMARY": str(tmp_path)})
    assert (done.returncode, done.stdout) == (fine.returncode, fine.stdout) == (65, fine.stdout)
    assert (done.stderr.count("\n"), "GITHUB_STEP_SUMMARY" in done.stderr) == (1, True)


def test_a_file_s_name_that_is_no_text_can_be_summed_up(content: Path, tmp_path: Path) -> None:
    page = tmp_path / "summary.md"
    (content / "stations" / "\udcff.yml").write_text(STATION, encoding="utf-8")
    done = command("check", "--content", content, "--format", "github", environment={"GITHUB_STEP_SUMMARY": str(page)})
    assert (done.returncode, done.stderr) == (65, "")
    assert r"\udcff" in page.read_text(encoding="utf-8")
