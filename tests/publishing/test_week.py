"""The dated weeks on a station's page, and what is different after them."""

from __future__ import annotations

from datetime import date

from build_tools.publishing.week import Besides, Week, changes_ahead, weeks_of, weeks_unknown
from tests.publishing.timetables import MONDAY, SHOWN, away, hours, moved, other

NOTHING_BESIDES: dict[date, list[Besides]] = {}


def read_aloud(week: Week) -> list[str]:
    """Each row of `week`; a pane that it shares with the row above is `"`."""
    return [f"{row.name} {'、'.join(row.times)}{row.reason}" if row.spread else f'{row.name} "' for row in week.rows]


def test_a_week_has_a_row_a_day_from_monday_to_sunday() -> None:
    this, following = weeks_of(hours("工作日 9:00-12:00、14:00-17:30", holidays="休息"), SHOWN, NOTHING_BESIDES)
    assert (this.caption, following.caption) == ("本周（11月16日至11月22日）", "下周（11月23日至11月29日）")
    assert [row.date for row in this.rows][::6] == ["2026-11-16", "2026-11-22"]
    assert read_aloud(this) == [
        "周一 16日 9:00–12:00、14:00–17:30",
        "周二 17日 9:00–12:00、14:00–17:30",
        "周三 18日 9:00–12:00、14:00–17:30",
        "周四 19日 9:00–12:00、14:00–17:30",
        "周五 20日 9:00–12:00、14:00–17:30",
        "周六 21日 不开放",
        '周日 22日 "',
    ]


def test_days_with_nothing_to_read_share_a_pane_and_others_do_not() -> None:
    closed = (away("2026-11-18 至 2026-11-20", "装修"), other("2026-11-21", "10:00-11:00", "加开"))
    this, _ = weeks_of(hours("每天 9:00-17:00", exceptions=closed), SHOWN, NOTHING_BESIDES)
    assert read_aloud(this) == [
        "周一 16日 9:00–17:00",
        "周二 17日 9:00–17:00",
        "周三 18日 休息：装修",
        '周四 19日 "',
        '周五 20日 "',
        "周六 21日 10:00–11:00加开",
        "周日 22日 9:00–17:00",
    ]
    assert [row.spread for row in this.rows] == [1, 1, 3, 0, 0, 1, 1]


def test_a_day_without_a_clock_time_says_so() -> None:
    this, _ = weeks_of(hours("每周五下午"), SHOWN, NOTHING_BESIDES)
    assert read_aloud(this)[4] == "周五 20日 下午（具体时间待核实）"
    assert this.rows[4].unsure


def test_the_night_and_the_last_entry_and_an_appointment_are_told() -> None:
    table = hours("周一 18:00-次日2:00", "周二 24小时", "周三 9:00-17:00，16:30停止入场", "周四 9:00-10:00 需预约")
    assert read_aloud(weeks_of(table, SHOWN, NOTHING_BESIDES)[0])[:4] == [
        "周一 16日 18:00–次日2:00",
        "周二 17日 24小时",
        "周三 18日 9:00–17:00、16:30 停止入场",
        "周四 19日 9:00–10:00、需预约",
    ]


def test_what_was_moved_says_whither() -> None:
    table = hours("每周五 14:00-17:00", exceptions=(moved("2026-11-20", "2026-11-21", "场地要用"),))
    rows = read_aloud(weeks_of(table, SHOWN, NOTHING_BESIDES)[0])
    assert rows[4:6] == ["周五 20日 休息：场地要用，改到11月21日", "周六 21日 14:00–17:00场地要用"]


def test_where_no_hours_are_known_the_days_with_something_on_are_shown_all_the_same() -> None:
    this, _ = weeks_unknown(MONDAY, SHOWN, {date(2026, 11, 20): [Besides("下午 免费理发", "#service-haircut")]})
    assert [row.spread for row in this.rows] == [4, 0, 0, 0, 1, 2, 0], "a day with something on has a pane of its own"
    assert (this.rows[0].reason, this.rows[0].unsure, this.has_besides) == ("待核实", True, True)
    assert [one.words for one in this.rows[4].besides] == ["下午 免费理发"]


def test_changes_after_the_weeks_are_told_a_line_a_run() -> None:
    table = hours(
        "每天 9:00-17:00",
        holidays="休息",
        exceptions=(
            away("2026-11-20", "这周的不再说一遍"),
            away("2026-12-12 至 2026-12-13", "换地板"),
            other("2026-12-20", "9:00-12:00", "值班的人少"),
        ),
    )
    assert changes_ahead(table, SHOWN) == [
        "12月12日（周六）至12月13日（周日） 休息：换地板",
        "12月20日（周日） 9:00–12:00（值班的人少）",
        "2027年1月1日（周五） 休息：元旦",
        "2027年2月5日（周五）至2月8日（周一） 休息：春节",
        "12月26日（周六）至2027年2月21日（周日）之间，有些日子的安排还没公布，去之前请先打电话",
    ]


def test_what_is_so_every_week_is_no_change() -> None:
    assert changes_ahead(hours("24小时", "周三 2:00-5:00 休息：维护"), SHOWN) == []
