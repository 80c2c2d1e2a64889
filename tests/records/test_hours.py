"""Times and hours rules read what staff write, and refuse the rest with the code that helps most."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.problems import Unreadable
from build_tools.publishing.shown import Shown
from build_tools.reading.locale import read_wording
from build_tools.records.hours import DayGroup, DayPart, HoursRule, TimeRange

CHINESE = Shown(read_wording("zh"))
NINE_TO_NOON = TimeRange(540, 720)
TIMES = [
    ("9:00-12:00", 540, 720),
    ("09:00-12:00", 540, 720),
    ("0:00-24:00", 0, 1440),
    ("22:00-次日6:00", 1320, 1800),
    ("22:00-次日0:30", 1320, 1470),
    ("9:00 - 12:00", 540, 720),
    ("9:00—12:00", 540, 720),
    ("9:00–12:00", 540, 720),
    ("9:00～12:00", 540, 720),
    ("9:00~12:00", 540, 720),
    ("9:00至12:00", 540, 720),
    ("9:00到12:00", 540, 720),
    ("9:00——12:00", 540, 720),
    ("９：００-１２：００", 540, 720),
    (" 9:00-12:00 ", 540, 720),
]
NO_TIMES = [
    ("9.00-12:00", "E034"),
    ("9点-12点", "E034"),
    ("9点半-12:00", "E034"),
    ("9:00", "E034"),
    ("9:0-12:00", "E034"),
    ("9:00 12:00", "E034"),
    ("次日9:00-12:00", "E034"),
    ("9:00-12:00-15:00", "E034"),
    ("上午", "E034"),
    ("", "E034"),
    ("٩:00-12:00", "E034"),
    ("12:00-9:00", "E035"),
    ("9:00-9:00", "E035"),
    ("22:00-6:00", "E035"),
    ("0:00-0:00", "E035"),
    ("9:00-24:30", "E036"),
    ("24:30-次日1:00", "E036"),
    ("9:60-12:00", "E036"),
    ("25:00-26:00", "E036"),
    ("9:00-次日24:01", "E036"),
]
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
RULES = [
    ("每天", HoursRule(DayGroup.EVERY_DAY)),
    ("工作日 9:00-12:00", HoursRule(DayGroup.WORKDAY, (NINE_TO_NOON,))),
    ("工作日9:00-12:00", HoursRule(DayGroup.WORKDAY, (NINE_TO_NOON,))),
    ("休息日 9:00-12:00", HoursRule(DayGroup.REST_DAY, (NINE_TO_NOON,))),
    ("上学日中午", HoursRule(DayGroup.SCHOOL_DAY, (), DayPart.NOON)),
    ("每天上午", HoursRule(DayGroup.EVERY_DAY, (), DayPart.MORNING)),
    ("每天全天", HoursRule(DayGroup.EVERY_DAY, (), DayPart.ALL_DAY)),
    ("每周五下午", HoursRule((FRI,), (), DayPart.AFTERNOON)),
    ("周五晚上", HoursRule((FRI,), (), DayPart.EVENING)),
    ("每周五下午 14:00-17:00", HoursRule((FRI,), (TimeRange(840, 1020),), DayPart.AFTERNOON)),
    ("周一至周五 9:00-12:00", HoursRule((MON, TUE, WED, THU, FRI), (NINE_TO_NOON,))),
    ("周一到五 9:00-12:00", HoursRule((MON, TUE, WED, THU, FRI), (NINE_TO_NOON,))),
    ("周一-周三", HoursRule((MON, TUE, WED))),
    ("周六至周一", HoursRule((MON, SAT, SUN))),
    ("周一、周三、周五", HoursRule((MON, WED, FRI))),
    ("周一、三、五", HoursRule((MON, WED, FRI))),
    ("周一至周三、周六", HoursRule((MON, TUE, WED, SAT))),
    ("周五、周一", HoursRule((MON, FRI))),
    (
        "工作日 9:00-12:00、14:00-17:30",
        HoursRule(DayGroup.WORKDAY, (NINE_TO_NOON, TimeRange(840, 1050))),
    ),
    ("周日 9:00-12:00，14:00-17:30", HoursRule((SUN,), (NINE_TO_NOON, TimeRange(840, 1050)))),
    ("周日 9:00-12:00,14:00-17:30", HoursRule((SUN,), (NINE_TO_NOON, TimeRange(840, 1050)))),
    ("　每天　22:00-次日6:00　", HoursRule(DayGroup.EVERY_DAY, (TimeRange(1320, 1800),))),
]
NO_RULES = [
    ("9:00-12:00", "E037"),
    ("", "E037"),
    ("周八", "E037"),
    ("每周", "E037"),
    ("节假日 9:00-12:00", "E037"),
    ("下午", "E037"),
    ("工作日 9.00-12:00", "E034"),
    ("工作日 9:00-12:00、", "E034"),
    ("周一至", "E034"),
    ("每天早上", "E034"),
    ("工作日 17:00-9:00", "E035"),
    ("工作日 9:00-12:00、25:00-26:00", "E036"),
]


@pytest.mark.parametrize(("text", "start", "end"), TIMES)
def test_a_time_range_is_read(text: str, start: int, end: int) -> None:
    assert TimeRange.from_text(text) == TimeRange(start, end)


@pytest.mark.parametrize(("text", "code"), NO_TIMES)
def test_what_is_no_time_range_is_refused(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        TimeRange.from_text(text)
    assert refusal.value.code == code


@pytest.mark.parametrize(("text", "rule"), RULES)
def test_an_hours_rule_is_read(text: str, rule: HoursRule) -> None:
    assert HoursRule.from_text(text) == rule


@pytest.mark.parametrize(("text", "code"), NO_RULES)
def test_what_is_no_hours_rule_is_refused(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        HoursRule.from_text(text)
    assert refusal.value.code == code


def test_a_refused_time_is_quoted_alone_and_the_rest_is_not() -> None:
    with pytest.raises(Unreadable) as refusal:
        HoursRule.from_text("工作日 9.00-12:00、14:00-17:30")
    assert refusal.value.words == (("text", "9.00"),)


def test_a_cure_for_hours_past_midnight_shows_them_rewritten() -> None:
    with pytest.raises(Unreadable) as refusal:
        TimeRange.from_text("22:00-6:00")
    assert dict(refusal.value.words) == {"text": "22:00-6:00", "start": "22:00", "end": "6:00"}


CLOCKS = st.integers(0, 1439)
RANGES = st.tuples(CLOCKS, st.integers(1, 1440)).map(lambda pair: TimeRange(pair[0], pair[0] + pair[1]))
DAYS = st.sampled_from(DayGroup) | st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))


@given(RANGES)
def test_a_time_range_that_is_shown_reads_as_itself(written: TimeRange) -> None:
    assert TimeRange.from_text(CHINESE.of(written)) == written


@given(st.builds(HoursRule, DAYS, st.lists(RANGES, max_size=3).map(tuple), st.none() | st.sampled_from(DayPart)))
def test_an_hours_rule_that_is_shown_reads_as_itself(written: HoursRule) -> None:
    assert HoursRule.from_text(CHINESE.of(written)) == written


@given(st.text(alphabet="0123456789:：-至次日周一五每天工作下午、 9.半", max_size=20))
def test_any_text_is_an_hours_rule_or_refused_with_one_of_its_codes(text: str) -> None:
    try:
        rule = HoursRule.from_text(text)
    except Unreadable as refusal:
        assert refusal.code in {"E034", "E035", "E036", "E037"}
    else:
        assert all(0 <= span.start < span.end for span in rule.spans)


@pytest.mark.parametrize("text", ["22:00-次日23:00", "0:00-次日24:00"])
def test_a_time_range_is_not_longer_than_a_day(text: str) -> None:
    with pytest.raises(Unreadable):
        TimeRange.from_text(text)


def test_a_time_range_begins_before_midnight() -> None:
    with pytest.raises(Unreadable):
        TimeRange.from_text("24:00-次日6:00")
