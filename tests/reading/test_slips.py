"""A slip in hours or dates gets one message, whose cure is the line to paste where it can be known what was meant."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from build_tools.reading.locale import read_wording
from build_tools.records.hours import HoursRule
from build_tools.reports import reported
from tests.conftest import STATION, check, put
from tests.reading.slip_cases import AROUND, SLIPS

if TYPE_CHECKING:
    from pathlib import Path

JIA = "stations/jia.yml"
CHOICES = "节假日: 休息\n调休上班日: 休息\n"
WRITE = "写成  "


def answer(content: Path, lines: str) -> tuple[str, str]:
    """The code and the cure of the only problem that `lines` of a station have; nothing for none."""
    put(content, JIA, STATION + lines)
    problems = check(content)
    assert len(problems) < 2, problems
    return next(((one.code, reported(one, read_wording("zh"), "").cure) for one in problems), ("", ""))


@pytest.mark.parametrize(("slip", "code", "meant"), SLIPS)
def test_a_slip_is_answered_with_the_line_to_paste(content: Path, slip: str, code: str, meant: str) -> None:
    found, cure = answer(content, f"开放时间:\n  - {slip}\n{CHOICES}")
    lines = "\n".join(f"  - {rule}" for rule in meant.split("\n"))
    assert found == code
    assert cure.startswith(WRITE) == bool(code and meant)
    if code and meant:
        assert cure == f"写成{lines}"
    if meant:
        assert answer(content, f"开放时间:\n{lines}\n{CHOICES}") == ("", "")


@pytest.mark.parametrize(("slip", "meant"), [(slip, meant) for slip, code, meant in SLIPS if not code])
def test_what_has_one_meaning_is_read_as_it_is_meant(slip: str, meant: str) -> None:
    assert HoursRule.from_text(slip) == HoursRule.from_text(meant)


@pytest.mark.parametrize(("lines", "code", "meant"), AROUND)
def test_so_is_one_elsewhere_in_the_file(content: Path, lines: str, code: str, meant: str) -> None:
    found, cure = answer(content, f"{lines}\n")
    assert (found, cure if cure.startswith(WRITE) else "") == (code, meant and WRITE + meant)


@pytest.mark.parametrize(
    ("lines", "meant"), [(lines, meant) for lines, _, meant in AROUND if meant and "[" not in lines]
)
def test_a_line_pasted_over_the_slip_is_right(content: Path, lines: str, meant: str) -> None:
    key = meant.lstrip("- ").partition(":")[0]
    text = "\n".join(pasted(line, meant) if key in line else line for line in lines.split("\n"))
    assert answer(content, f"{text}\n{CHOICES if key == '开放时间' else ''}") == ("", "")


def pasted(line: str, meant: str) -> str:
    """`meant` in the place of `line`, indented alike."""
    return line[: len(line) - len(line.lstrip())] + meant


SEVERAL = "周一 9:00-12:00 周二 14:00-17:00"
FIRST, SECOND = "周一 9:00-12:00", "周二 14:00-17:00"
PLACES = [
    ("开放时间: @", f"开放时间:\n  - {FIRST}\n  - {SECOND}"),
    ('"开放时间": @', f"[{FIRST}, {SECOND}]"),
    ("开放时间:\n  @", f"- {FIRST}\n  - {SECOND}"),
    ("开放时间:\n  - @", f"- {FIRST}\n  - {SECOND}"),
    ("开放时间:\n- @", f"- {FIRST}\n- {SECOND}"),
    ("开放时间:\n    - @", f"- {FIRST}\n    - {SECOND}"),
    ("开放时间: [@]", f"{FIRST}, {SECOND}"),
    ('开放时间: ["@"]', f"{FIRST}, {SECOND}"),
    ("开放时间: [\n  @,\n  ]", f"{FIRST}, {SECOND}"),
    ("服务:\n  - 种类: 免费理发\n    时间: @", f"时间:\n      - {FIRST}\n      - {SECOND}"),
    ("服务:\n- 种类: 免费理发\n  时间:\n  - @", f"- {FIRST}\n  - {SECOND}"),
    ("服务:\n- 种类: 免费理发\n  时间: @", f"时间:\n    - {FIRST}\n    - {SECOND}"),
    ("服务:\n  - 时间: @\n    种类: 免费理发", f"- 时间:\n      - {FIRST}\n      - {SECOND}"),
    ("服务:\n  -   时间: @\n      种类: 免费理发", f"-   时间:\n        - {FIRST}\n        - {SECOND}"),
    ("服务:\n  - {种类: 免费理发, 时间: @}", f"[{FIRST}, {SECOND}]"),
    ("服务:\n  - {种类: 免费理发, 时间: [@]}", f"{FIRST}, {SECOND}"),
    ("服务: [{时间: @, 种类: 免费理发}]", f"[{FIRST}, {SECOND}]"),
    ("服务:\n  - {种类: 免费理发,\n     时间: @}", f"[{FIRST}, {SECOND}]"),
]
"""Where a line stands that means two rules (@) → what is to be pasted there."""


@pytest.mark.parametrize(("place", "meant"), PLACES)
def test_two_rules_for_one_fit_where_they_are_pasted(content: Path, place: str, meant: str) -> None:
    choices = CHOICES if "开放" in place else f"开放时间: 每天 8:00-18:00\n{CHOICES}"
    _, cure = answer(content, f"{place.replace('@', SEVERAL)}\n{choices}")
    assert cure == WRITE + meant
    assert answer(content, f"{over(place, meant)}\n{choices}") == ("", "")


BESIDE = ["、", "；", "，", " ", "。"]
NAMED = ["每天", "周六", "周一至周五", "每月第二个周六", "国庆节", "重阳节", "5月至9月"]
SAID = ["休息", "照常", "9:00-12:00", "9点到12点", "需预约", "关门"]
ANYWHERE = ["开放时间: @", "开放时间:\n  - @", "开放时间: [@]", "服务:\n  - {种类: 免费理发, 时间: @}"]


@pytest.mark.parametrize("place", ANYWHERE)
@pytest.mark.parametrize("mark", BESIDE)
def test_no_rule_is_lost_or_becomes_a_reason_whatever_parts_them(content: Path, place: str, mark: str) -> None:
    choices = CHOICES if "开放" in place else f"开放时间: 每天 0:00-24:00\n{CHOICES}"
    for at, (first, second) in list(enumerate(permutations(NAMED, 2)))[::5]:
        says, other = SAID[at % 6], SAID[at // 6 % 6]
        line = f"{first} {says}{mark}{second} {other}"
        _, cure = answer(content, f"{place.replace('@', line)}\n{choices}")
        assert cure.startswith(WRITE), line
        meant = cure.removeprefix(WRITE)
        assert "：" not in meant
        assert all(rule in meant for rule in (f"{first} {as_read(says)}", f"{second} {as_read(other)}"))
        assert answer(content, f"{over(place, meant)}\n{choices}")[0] == "", meant


def as_read(said: str) -> str:
    """`said` in the words of the rule that is meant."""
    return {"9点到12点": "9:00-12:00", "关门": "休息"}.get(said, said)


def over(place: str, meant: str) -> str:
    """`place` with what is `meant` in it instead of @, or of its line as far as that is repeated."""
    before, _, after = place.partition("@")
    line = before.rpartition("\n")[2]
    if meant.startswith(line.strip()[:2] or "- "):
        before = before[: len(before) - len(line.lstrip())]
    elif before.endswith('"'):
        before, after = before[:-1], after[1:]
    return before + meant + after


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_line_is_the_same_in_every_language(content: Path, language: str) -> None:
    put(content, JIA, f"{STATION}开放时间:\n  - 工作日 9.00-12:00\n")
    (problem,) = check(content)
    assert reported(problem, read_wording(language), "").cure.endswith("  - 工作日 9:00-12:00")


def test_an_endless_line_is_refused_at_once_and_without_a_proposal(content: Path) -> None:
    code, cure = answer(content, f"开放时间: 每天 9.00-12.00{'周一' * 3000}\n")
    assert (code, cure.startswith(WRITE)) == ("E034", False)
