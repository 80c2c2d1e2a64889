"""A list of problems in the forms that people and forges read."""

from __future__ import annotations

import json
import re

import pytest

from build_tools.problems import Place, Problem, in_order
from build_tools.reading.locale import read_wording
from build_tools.reports import FORMS, columns, report, reported

CHINESE, ENGLISH = read_wording("zh"), read_wording("en")
EMPTY = Problem("E003", Place("stations/yi.yml"))
WARNING = Problem("W101", Place("site.yml", 2, 1), "网址", excerpt="名称: 驿站公告", width=2)
TIME = Problem(
    "E034", Place("stations/jia.yml", 9, 9), "开放时间[1]", (("text", "9.00"),), "  - 工作日 9.00-12:00", width=4
)
TEXT = """\
错误 E034：看不懂的时间“9.00”。
  content/stations/jia.yml:9:9  开放时间[1]
    9 |   - 工作日 9.00-12:00
      |            ^^^^
  怎么改：写成 9:00-12:00 这样；过夜写 22:00-次日6:00。

1 处错误，0 处提醒。
"""
CARETS = [
    ("name: jia", 7, 3, "      ^^^"),
    ("名称: 甲站", 5, 2, "      ^^^^"),
    ("名称: 甲站", 1, 2, "^^^^"),
    ("  - 工作日 9.00", 9, 4, "           ^^^^"),
    ("ＡＢ: ｱｲ", 5, 2, "      ^^"),
    ("社区:", 4, 1, "     ^"),
    ("甲: 乙", 4, 40, "    ^^"),
    ("𠮷: 野家", 4, 2, "    ^^^^"),
]


def carets_below(excerpt: str, column: int, width: int) -> str:
    """The line of carets, without its margin."""
    problem = Problem("E003", Place("a.yml", 1, column), excerpt=excerpt, width=width)
    quoted, carets = report((problem,), CHINESE, "content").split("\n")[2:4]
    margin = len(quoted) - len(excerpt)
    assert carets[:margin] == "      | "
    return carets[margin:]


def test_a_problem_is_told_with_its_line_and_its_cure() -> None:
    assert report((TIME,), CHINESE, "content") == TEXT


@pytest.mark.parametrize(("excerpt", "column", "width", "carets"), CARETS)
def test_carets_stand_under_characters_that_are_two_columns_wide(
    excerpt: str, column: int, width: int, carets: str
) -> None:
    assert carets_below(excerpt, column, width) == carets


def test_a_tab_before_the_place_does_not_move_the_carets() -> None:
    assert carets_below("\t\t甲: 乙", 3, 1) in ("\t\t^^", "  ^^")


def test_a_problem_far_along_a_line_or_without_a_line_is_told_without_quotation() -> None:
    far = Problem("E003", Place("a.yml", 1, 121), excerpt="x" * 200)
    assert "^" not in report((far, EMPTY), CHINESE, "content")
    assert "content/a.yml:1:121\n" in report((far,), CHINESE, "content")


def test_a_long_line_is_cut() -> None:
    long = Problem(
        "E030", Place("a.yml", 1, 1), words=(("length", "9"), ("longest", "1")), excerpt="甲" * 500, width=500
    )
    assert max(map(columns, report((long,), CHINESE, "content").split("\n"))) < 260


def test_the_summary_comes_last_and_counts() -> None:
    assert report((TIME, EMPTY, WARNING), CHINESE, "content").endswith("\n\n2 处错误，1 处提醒。\n")


def test_a_report_speaks_the_language_that_is_asked_for() -> None:
    text = report((EMPTY,), ENGLISH, "content")
    assert "E003" in text
    assert not re.search(r"[\u4e00-\u9fff]", text)


def test_no_control_character_reaches_the_terminal() -> None:
    text = report(
        (Problem("E018", Place("a.yml", 1, 3), words=(("sign", "U+001B"),), excerpt="甲 \x1b[2J乙\x08"),), CHINESE, "c"
    )
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\x9b]", text)


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("number", ["13812345678", "11010519491231002X"])
def test_personal_data_are_masked_in_every_form(form: str, number: str) -> None:
    problem = Problem("E042", Place("a.yml", 1, 5), "电话", (("text", number),), f"电话: {number}", len(number))
    assert number not in report((problem,), CHINESE, "content", form)


def github(*problems: Problem, content: str = "content") -> list[str]:
    """The annotations of `problems`."""
    return report(problems, CHINESE, content, "github").splitlines()


def test_a_line_to_paste_is_the_whole_cure() -> None:
    problem = Problem("E034", Place("a.yml"), words=(("text", "9.00"), ("rewritten", "- 每天 9:00-12:00")))
    assert "怎么改：写成  - 每天 9:00-12:00\n" in report((problem,), CHINESE, "content")


def test_an_annotation_names_its_place_and_carries_the_cure() -> None:
    assert github(TIME) == [
        "::error file=content/stations/jia.yml,line=9,col=9,title=E034::"
        "看不懂的时间“9.00”。%0A怎么改：写成 9:00-12:00 这样；过夜写 22:00-次日6:00。"
    ]


def test_annotations_of_errors_come_first_in_their_order() -> None:
    other = Problem("E020", Place("about.md"))
    assert [line.split("title=")[1][:4] for line in github(WARNING, other, EMPTY)] == ["E020", "E003", "W101"]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [("100%", "100%25"), ("a\nb", "a%0Ab"), ("a\r\nb", "a%0D%0Ab"), ("%0A", "%250A"), ("a:b,c", "a:b,c")],
)
def test_a_message_of_an_annotation_is_escaped(text: str, escaped: str) -> None:
    (line,) = github(Problem("E034", Place("a.yml"), words=(("text", text),)))
    assert f"::看不懂的时间“{escaped}”。%0A" in line


@pytest.mark.parametrize(
    ("file", "escaped"),
    [("a,b.yml", "a%2Cb.yml"), ("a:b.yml", "a%3Ab.yml"), ("a%b.yml", "a%25b.yml"), ("a\nb", "a%0Ab")],
)
def test_a_file_name_in_an_annotation_is_escaped(file: str, escaped: str) -> None:
    (line,) = github(Problem("E006", Place(file), words=(("name", "a"),)))
    assert line.startswith(f"::error file=content/{escaped},line=1,")


def test_without_problems_there_are_no_annotations() -> None:
    assert github() == []


def test_gitlab_reads_a_list_of_its_own_kind() -> None:
    error, warning = json.loads(report((TIME, WARNING), CHINESE, "content", "gitlab"))
    assert error.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
    assert error["location"] == {"path": "content/stations/jia.yml", "lines": {"begin": 9}}
    assert (error["check_name"], error["severity"], warning["severity"]) == ("E034", "major", "minor")
    assert error["description"].startswith("看不懂的时间")


def test_a_fingerprint_stays_when_lines_move_and_differs_between_problems() -> None:
    moved = Problem(TIME.code, Place(TIME.place.file, 20, 9), TIME.path, TIME.words)
    second = Problem(TIME.code, TIME.place, "开放时间[2]", TIME.words)
    prints = [one["fingerprint"] for one in json.loads(report((TIME, moved, second), CHINESE, "content", "gitlab"))]
    assert prints[0] == prints[1] != prints[2]


def test_json_has_exactly_the_documented_keys() -> None:
    assert json.loads(report((TIME,), CHINESE, "content", "json")) == [
        {
            "severity": "error",
            "code": "E034",
            "file": "content/stations/jia.yml",
            "line": 9,
            "column": 9,
            "path": "开放时间[1]",
            "message": "看不懂的时间“9.00”。",
            "cure": "写成 9:00-12:00 这样；过夜写 22:00-次日6:00。",
        }
    ]


@pytest.mark.parametrize("form", ["json", "gitlab"])
def test_without_problems_a_list_is_empty_and_still_a_list(form: str) -> None:
    assert json.loads(report((), CHINESE, "content", form)) == []


def test_problems_at_one_place_have_an_order_of_their_own() -> None:
    twins = [Problem("E053", Place("vocabulary.yml"), "需求[2]", (("text", text),)) for text in "甲乙丙丁"]
    assert in_order(twins) == in_order(twins[::-1])
    assert [problem.words for problem in in_order(twins)] == sorted(problem.words for problem in twins)


def test_a_person_is_told_twenty_warnings_that_are_alike_and_every_error() -> None:
    warnings = tuple(Problem("W101", Place(f"{number}.yml")) for number in range(45))
    errors = tuple(Problem("E003", Place(f"{number}.yml")) for number in range(45))
    text = report((*warnings, *errors), CHINESE, "content")
    assert (text.count("提醒 W101："), text.count("错误 E003：")) == (20, 45)
    assert text.endswith("\nW101 这样的提醒，另外还有 25 处；--format json 全部列出。\n\n45 处错误，45 处提醒。\n")
    assert len(json.loads(report(warnings, CHINESE, "content", "json"))) == 45


@pytest.mark.parametrize(
    ("rewritten", "cure"), [("- 磨刀", "写成  - 磨刀"), ("  - 磨刀\n  - 理发", "写成\n  - 磨刀\n  - 理发")]
)
def test_lines_to_paste_with_their_indents_stand_below_one_another(rewritten: str, cure: str) -> None:
    problem = Problem("E119", Place("a.yml"), words=(("rewritten", rewritten),))
    assert reported(problem, read_wording("zh"), "content").cure == cure
