"""A rule is read as a whole, and whatever staff type is either a rule or refused at a place inside the text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.problems import Unreadable
from build_tools.records.clock import WHOLE_DAY, DayPart, TimeRange
from build_tools.records.days import Cycle, DayGroup, NthWeekday, Season, Stretch, Weekdays
from build_tools.records.hours import HolidayRule, HoursRule
from build_tools.records.opening import Opening
from build_tools.records.schedule import GivenDays
from tests.records.refusals import refused

if TYPE_CHECKING:
    from collections.abc import Callable

MORNING, LATER, NIGHT = TimeRange(540, 720), TimeRange(840, 1050), TimeRange(1320, 1800)
EVERY_DAY = (DayGroup.EVERY_DAY,)
FRI = (Weekdays((4,)),)
RULES = [
    ("工作日 9:00-12:00、14:00-17:30", HoursRule((DayGroup.WORKDAY,), Opening((MORNING, LATER)))),
    ("工作日，9:00-12:00", HoursRule((DayGroup.WORKDAY,), Opening((MORNING,)))),
    ("工作日：9:00-12:00", HoursRule((DayGroup.WORKDAY,), Opening((MORNING,)))),
    ("　工作日　９：００—１２：００　", HoursRule((DayGroup.WORKDAY,), Opening((MORNING,)))),
    ("每周五下午", HoursRule(FRI, Opening(part=DayPart.AFTERNOON))),
    ("每周五下午 14:00-17:30", HoursRule(FRI, Opening((LATER,)))),
    ("每晚 22:00-次日6:00", HoursRule(EVERY_DAY, Opening((NIGHT,)))),
    ("24小时", HoursRule(EVERY_DAY, Opening((WHOLE_DAY,)))),
    ("全天开放", HoursRule(EVERY_DAY, Opening((WHOLE_DAY,)))),
    ("仅预约", HoursRule(EVERY_DAY, Opening((WHOLE_DAY,), appointment=True))),
    ("周五休息：盘点", HoursRule(FRI, Opening(closed=True, reason="盘点"))),
    ("周五 9:00-12:00 休息：学习", HoursRule(FRI, Opening((MORNING,), closed=True, reason="学习"))),
    ("5月至9月 周五 9:00-12:00", HoursRule(FRI, Opening((MORNING,)), Season((5, 1), (9, 30)))),
    ("11月1日至次年3月15日 9:00-12:00", HoursRule(EVERY_DAY, Opening((MORNING,)), Season((11, 1), (3, 15)))),
    ("2026-10-08起 每天 9:00-12:00", HoursRule(EVERY_DAY, Opening((MORNING,)), Stretch(date(2026, 10, 8), None))),
    (
        "每月第二、四个周五 9:00-12:00（需预约）",
        HoursRule((NthWeekday((2, 4), 4),), Opening((MORNING,), appointment=True)),
    ),
    (
        "2026-10-01至2026-12-31 每2周周五 9:00-12:00",
        HoursRule(
            (Cycle(date(2026, 10, 1), 2, (4,)),), Opening((MORNING,)), Stretch(date(2026, 10, 1), date(2026, 12, 31))
        ),
    ),
]
REFUSED = [
    ("「」", "E037"),
    ("「9:00-12:00」", "E037"),
    ("「下午」", "E037"),
    ("「休息」", "E037"),
    ("「24/7」", "E037"),
    (" 「９：００-１２：００」 ", "E037"),
    ("每天 「24:30」-25:00", "E036"),
    ("　每天　「２４：３０」-２５：００", "E036"),
    ("每天 「9:00-9:00」", "E244"),
    ("每天 「17:00-9:00」", "E035"),
    ("每天「早上」 9:00-12:00", "E094"),
    ("周一至周五 9:00-12:00；「周六」 9:00-11:00", "E094"),
    ("每天 照常「开门」", "E094"),
    ("周五休息「，盘点」", "E094"),
]


@pytest.mark.parametrize(("text", "rule"), RULES)
def test_a_rule_is_read(text: str, rule: HoursRule) -> None:
    assert HoursRule.from_text(text) == rule


@pytest.mark.parametrize(("marked", "code"), REFUSED)
def test_what_is_no_rule_is_refused_where_it_stands(marked: str, code: str) -> None:
    assert refused(HoursRule.from_text, marked) == code


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("工作日，9:00-12:00", "工作日"),
        ("5月至9月 周五：9:00-12:00", "5月至9月 周五"),
        ("自2026-10-01起每2周周四 14:00-16:00", "自2026-10-01起每2周周四"),
        ("24小时", ""),
    ],
)
def test_a_rule_keeps_the_words_that_name_its_days(text: str, named: str) -> None:
    assert (HoursRule.from_text(text).named, HoursRule.from_text(text).text) == (named, text)


@pytest.mark.parametrize("part", ["1", "一", "第一", "1日、", "第一个、", "至", "9:00-", "，", "前一天", " ", "（"])
@pytest.mark.parametrize("begin", ["每月", "周一", "每天 9:00-12:00", "国庆节前", "农历", "自2026-10-01起每"])
def test_a_line_of_any_length_is_refused_at_once(begin: str, part: str) -> None:
    with pytest.raises(Unreadable):
        HoursRule.from_text(f"{begin}{part * 3000}x")


PIECES = [
    "每天",
    "工作日",
    "周一至周五",
    "周一、三",
    "星期天",
    "每月第二个周六",
    "每月1日、15日",
    "遇休息日顺延",
    "每月最后一天",
    "农历九月初九",
    "农历初一、十五",
    "闰六月",
    "除夕",
    "国庆节",
    "节前一天",
    "前一天",
    "前移到周五",
    "自2026-10-01起每2周周四",
    "2026-10-17",
    "10月17日",
    "5月1日至9月30日",
    "5月至9月",
    "暑假",
    "单周",
    "每两周",
    "9:00-12:00",
    "22:00-次日6:00",
    "24小时",
    "全天",
    "上午",
    "下午",
    "休息",
    "：装修",
    "照常",
    "需预约",
    "16:30停止入场",
    "（",
    "）",
    "、",
    "，",
    "至",
    "-",
    "起",
    "止",
    "24:30",
    "99",
    "三十一",
]
SIGNS = sorted(set("".join(PIECES)) | set("0123456789０１９：:；;,.—～~和及个半 　天号年月日廿卅冬腊正阴历双隔逢遇"))
ANYTHING = st.text(alphabet=SIGNS, max_size=24) | st.lists(st.sampled_from([*PIECES, " "]), max_size=8).map("".join)
CODES = {
    "E031",
    "E032",
    "E034",
    "E035",
    "E036",
    "E037",
    "E038",
    "E082",
    "E091",
    "E092",
    "E093",
    "E094",
    "E101",
    "E244",
    "E245",
}


@settings(max_examples=3000)
@given(ANYTHING)
def test_any_text_is_a_rule_or_refused_at_a_place_inside_it(text: str) -> None:
    try:
        rule = HoursRule.from_text(text)
    except Unreadable as refusal:
        assert refusal.code in CODES
        assert_quotes(text, refusal)
    else:
        assert rule.days
        assert all(0 <= span.start < span.end <= 2880 for span in rule.opening.spans)


@settings(max_examples=2000)
@given(st.sampled_from([HolidayRule.from_text, Opening.from_text, GivenDays.from_text]), ANYTHING)
def test_any_text_is_refused_inside_it_also_where_less_may_be_written(read: Callable[[str], object], text: str) -> None:
    try:
        read(text)
    except Unreadable as refusal:
        assert refusal.code in CODES | {"E090", "E100", "E109"}
        assert_quotes(text, refusal)


def assert_quotes(text: str, refusal: Unreadable) -> None:
    """`refusal` quotes words of `text` as they are written there, at the place that it gives."""
    quoted = dict(refusal.words)["text"]
    assert refusal.at is not None
    assert text[refusal.at : refusal.at + len(quoted)] == quoted
    assert quoted or not text.strip()
