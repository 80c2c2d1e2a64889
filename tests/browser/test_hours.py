"""The open-now script at moments one can read aloud, honest about what it does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.lanterns import SET, SHOWN, ZONES, box, moment, opened, said, show

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NINE_TO_FIVE, NIGHT, ALL_DAY = [[540, 1020]], [[1320, 1800]], [[0, 1440]]
NOTHING: list[list[int]] = []
LUNCH = [[540, 720], [840, 1050]]
WEEK = ("aaaaabb" * 18)[:120]
"""Pattern a from Monday to Friday, b at the weekend, for 120 days."""


def table(*patterns: object, d: str = WEEK, r: dict[str, str] | None = None) -> dict[str, object]:
    """Hours from 16 November 2026 on: `patterns` by letter, the letters of the days, the reasons."""
    return {"b": "2026-11-16", "p": patterns, "d": d, "r": r or {}}


OFFICE = table(LUNCH, NOTHING)
HOLIDAY = table(NINE_TO_FIVE, NOTHING, d="aabbbbbbbaaaaaa", r={str(day): "国庆节" for day in range(2, 9)})
AWAY = table(NINE_TO_FIVE, NOTHING, d="abbbbbbbbbbbbbb", r={"1": "搬迁"})
GAP = table(NINE_TO_FIVE, NOTHING, d="ab?aaaaaaaa", r={})
FRIDAY = table(NOTHING, d="aaaa?aaaaa", r={"4": "下午，具体时间待核实"})
OVERNIGHT = table(NIGHT, NOTHING, d="aaba?aaaaaaaaaa", r={"2": "停一晚"})
ROUND = table(ALL_DAY, d="a" * 120)
PAUSED = table(ALL_DAY, [[0, 120], [300, 1440]], d="aabaaaa" * 4)
UNSURE = table(ALL_DAY, d="aaa????aaaaaaa")
ENTRY = table([[540, 1020, 0, 990]], d="a" * 30)
VISIT = table([[540, 1020, 1]], NOTHING)
CALL = table([[0, 1440, 1]], d="a" * 120)
MIXED = table([[480, 1200, 1], [840, 1020]], d="a" * 30)
EVENING = table([[420, 1440]], d="a" * 30)
LATE = table([[420, 1440]], NOTHING, d="ab" * 20)
PARTLY = table([[630, 1020]], NINE_TO_FIVE, d="abbbbbb", r={"0": "上午消毒"})
TIMES = [
    ("open, and when it closes", OFFICE, "2026-11-16T10:00", "open", "营业中，12:00 关门"),
    ("after lunch", OFFICE, "2026-11-16T14:00", "open", "营业中，17:30 关门"),
    ("half an hour before closing", OFFICE, "2026-11-16T17:00", "soon", "快关门了，还有 30 分钟"),
    ("the last minute", OFFICE, "2026-11-16T17:29", "soon", "快关门了，还有 1 分钟"),
    ("31 minutes are not soon", OFFICE, "2026-11-16T16:59", "open", "营业中，17:30 关门"),
    ("before opening", OFFICE, "2026-11-16T08:59", "closed", "现在关着，9:00 开门"),
    ("at noon it opens again", OFFICE, "2026-11-16T12:00", "closed", "现在关着，14:00 开门"),
    ("the day is over", OFFICE, "2026-11-16T17:30", "closed", "今天关门了，明天 9:00 开门"),
    ("the week is over", OFFICE, "2026-11-20T18:00", "closed", "今天关门了，周一 9:00 开门"),
    ("a free Saturday", OFFICE, "2026-11-21T10:00", "closed", "现在关着，周一 9:00 开门"),
    ("a free Sunday", OFFICE, "2026-11-22T10:00", "closed", "现在关着，明天 9:00 开门"),
    ("a holiday, and when it opens", HOLIDAY, "2026-11-18T10:00", "closed", "今日休息：国庆节，11月25日 9:00 开门"),
    ("six days ahead are a weekday", HOLIDAY, "2026-11-19T10:00", "closed", "今日休息：国庆节，周三 9:00 开门"),
    ("the evening before a holiday", HOLIDAY, "2026-11-17T20:00", "closed", "今天关门了，11月25日 9:00 开门"),
    ("a reason on a day with hours", PARTLY, "2026-11-16T09:00", "closed", "现在关着，10:30 开门"),
    ("the same, when it is over", PARTLY, "2026-11-16T18:00", "closed", "今天关门了，明天 9:00 开门"),
    ("nothing ahead, with a reason", AWAY, "2026-11-17T10:00", "closed", "今日休息：搬迁，近期不开放"),
    ("nothing ahead", AWAY, "2026-11-18T10:00", "closed", "现在关着，近期不开放"),
    ("nothing ahead, open until now", AWAY, "2026-11-16T18:00", "closed", "今天关门了，近期不开放"),
    ("not announced", GAP, "2026-11-18T10:00", "unknown", "待公布，请先致电"),
    ("a day not announced ends at midnight", GAP, "2026-11-19T00:00", "closed", "现在关着，9:00 开门"),
    ("closed, then not announced", GAP, "2026-11-17T10:00", "closed", "现在关着，之后的时间待公布"),
    ("over, then not announced", GAP, "2026-11-16T20:00", "closed", "今天关门了，之后的时间待公布"),
    ("a day of which little is known", FRIDAY, "2026-11-20T10:00", "unknown", "下午，具体时间待核实"),
    ("past midnight", OVERNIGHT, "2026-11-16T23:00", "open", "营业中，次日 6:00 关门"),
    ("past midnight, the day after", OVERNIGHT, "2026-11-17T05:00", "open", "营业中，6:00 关门"),
    ("a closed night leaves the night before", OVERNIGHT, "2026-11-18T05:00", "open", "营业中，6:00 关门"),
    ("a closed night", OVERNIGHT, "2026-11-18T07:00", "closed", "今天关门了，明天 22:00 开门"),
    ("from yesterday into a day not announced", OVERNIGHT, "2026-11-20T05:00", "open", "营业中，6:00 关门"),
    ("and then it is not announced", OVERNIGHT, "2026-11-20T06:00", "unknown", "待公布，请先致电"),
    ("midnight is 24:00", EVENING, "2026-11-16T20:00", "open", "营业中，24:00 关门"),
    ("what ended at 24:00 was yesterday", LATE, "2026-11-17T10:00", "closed", "现在关着，明天 7:00 开门"),
    ("never closes", ROUND, "2026-11-16T23:50", "open", "营业中，全天开门"),
    ("a pause more than a day ahead is not spoken of", PAUSED, "2026-11-17T01:59", "open", "营业中，全天开门"),
    ("a pause within a day is", PAUSED, "2026-11-17T02:00", "open", "营业中，次日 2:00 关门"),
    ("the pause", PAUSED, "2026-11-18T02:00", "closed", "现在关着，5:00 开门"),
    ("a pause a week ahead", PAUSED, "2026-11-18T05:00", "open", "营业中，全天开门"),
    ("round the clock, then not announced", UNSURE, "2026-11-18T23:50", "open", "营业中"),
    ("until the last entry", ENTRY, "2026-11-16T16:29", "open", "营业中，16:30 停止入场，17:00 关门"),
    ("after the last entry", ENTRY, "2026-11-16T16:30", "closed", "已停止入场，17:00 关门"),
    ("by appointment", VISIT, "2026-11-16T10:00", "unknown", "仅接待预约，至 17:00"),
    ("by appointment, tomorrow", VISIT, "2026-11-16T18:00", "closed", "今天关门了，明天 9:00 起接待预约"),
    ("always by appointment", CALL, "2026-11-16T10:00", "unknown", "仅接待预约，请先致电"),
    ("by appointment until it opens", MIXED, "2026-11-16T10:00", "unknown", "仅接待预约，至 14:00"),
    ("open to all beats by appointment", MIXED, "2026-11-16T14:00", "open", "营业中，17:00 关门"),
]
AGES = [
    ("before the build", "2026-11-15T23:59", "lantern", "看时间表设备时间可能不准"),
    ("the day of the build", "2026-11-16T10:00", "open", "营业中，12:00 关门"),
    ("34 days later", "2026-12-20T23:59", "closed", "现在关着，明天 9:00 开门"),
    ("35 days later", "2026-12-21T10:00", "open", "营业中，12:00 关门（按 11月16日 的时间表，可能有变）"),
    ("the last day", "2027-03-15T10:00", "open", "营业中，12:00 关门（按 11月16日 的时间表，可能有变）"),
    ("the day after", "2027-03-16T00:00", "lantern", "看时间表时间表核对至 3月15日"),
    ("years later", "2031-01-01T00:00", "lantern", "看时间表时间表核对至 3月15日"),
]


@pytest.fixture(scope="module")
def lanterns(browser: Browser) -> Page:
    """One page with a lantern for each line of the table."""
    return opened(browser, "".join(box(hours) for _, hours, *_ in TIMES))


@pytest.mark.parametrize("line", range(len(TIMES)), ids=[one[0] for one in TIMES])
def test_the_lantern_says(line: int, lanterns: Page) -> None:
    _, _, at, lamp, words = TIMES[line]
    assert said(lanterns, at, line) == (lamp, words)


def test_a_timetable_ages_honestly_and_there_is_a_way_back(browser: Browser) -> None:
    page = opened(browser, box(OFFICE))
    for _, at, lamp, words in [*AGES, *reversed(AGES)]:
        assert said(page, at) == (lamp, words), at


def test_the_note_stays_and_the_remark_comes_once(browser: Browser) -> None:
    page = opened(browser, box(OFFICE, note="早来有茶。"), "2026-11-15T10:00")
    for _ in range(3):
        assert said(page, "2026-11-15T10:01") == ("lantern", "看时间表早来有茶。设备时间可能不准")
    assert said(page, "2026-11-16T10:00") == ("open", "营业中，12:00 关门早来有茶。")
    assert page.locator("p > span").all_inner_texts() == ["早来有茶。", ""]


def test_beside_a_linked_name_the_name_stays(browser: Browser) -> None:
    page = opened(browser, box(OFFICE, name="甲站", note="早来有茶。"))
    assert said(page, "2026-11-16T10:00") == ("open", "甲站营业中，12:00 关门早来有茶。")
    assert said(page, "2026-11-15T10:00") == ("lantern", "甲站看时间表早来有茶。设备时间可能不准")
    assert page.inner_text("b a") == "甲站"


def test_english_says_the_same(browser: Browser) -> None:
    page = opened(browser, box(HOLIDAY), language="en")
    assert said(page, "2026-11-16T10:00") == ("open", "Open, closes 17:00")
    assert said(page, "2026-11-17T20:00") == ("closed", "Closed for today, opens 25 Nov 9:00")
    assert said(page, "2026-11-19T10:00") == ("closed", "Closed today: 国庆节, opens Wed 9:00")


@pytest.mark.parametrize("broken", ["", "{", "null", "[]", '{"b":"2026-11-16"}', '{"b":"x","p":[],"d":"b","r":{}}'])
def test_broken_hours_are_left_alone_and_the_next_are_shown(broken: str, browser: Browser) -> None:
    page = opened(browser, box(broken, note="早来有茶。") + box(OFFICE))
    assert page.evaluate(SHOWN)[0] == ["lantern", "看时间表", "看时间表早来有茶。"]
    assert page.evaluate(SHOWN)[1][1] == "营业中，12:00 关门"
    page.context.close()


def test_a_page_without_hours_stays_as_it_is(browser: Browser) -> None:
    page = opened(browser, "<p>没有时间</p>")
    page.evaluate(SET, moment("2026-11-17T10:00"))
    assert page.inner_text("body") == "没有时间"


def test_it_is_said_anew_each_minute(browser: Browser) -> None:
    page = browser.new_context(timezone_id=ZONES[1]).new_page()
    page.clock.install(time=moment("2026-11-16T11:28:30") / 1000)
    show(page, box(OFFICE))
    page.clock.run_for(1000)
    seen = []
    for _ in range(3):
        seen.append(page.inner_text("b"))
        page.clock.run_for(60_000)
    assert seen == ["营业中，12:00 关门", "营业中，12:00 关门", "快关门了，还有 30 分钟"]


@pytest.mark.parametrize("event", ["window, 'pageshow'", "document, 'visibilitychange'"])
def test_it_is_said_anew_on_return_to_the_page(event: str, browser: Browser) -> None:
    page = opened(browser, box(OFFICE))
    target, _, name = event.partition(", ")
    page.evaluate(
        f"window.NOW = {moment('2026-11-16T12:00')}; {target}.dispatchEvent(new Event({name}, {{bubbles: true}}))"
    )
    assert page.inner_text("b") == "现在关着，14:00 开门"
    page.context.close()


ROWS = "".join(
    f'<tr class="{"bulletin-hours__day--closed" if day > 20 else ""}"><th scope="row">'
    f'<time datetime="2026-11-{day}">{day}日</time></th><td>9:00</td></tr>'
    for day in range(16, 30)
)
MARKED = """() => [...document.querySelectorAll('tr.bulletin-hours__today, tr[aria-current]')].map(row =>
  [row.cells[0].innerText, row.cells.length, row.getAttribute('aria-current'), row.className])"""


@pytest.mark.parametrize("zone", ZONES)
def test_todays_row_is_marked_and_moves_on_at_midnight(zone: str, browser: Browser) -> None:
    body = f'<table class="bulletin-hours"><thead><tr><th>日期</th></tr></thead><tbody>{ROWS}</tbody></table>'
    page = opened(browser, body + body.replace("bulletin-hours", "other"), "2026-11-20T00:00", zone)
    before = page.inner_html("table.other")
    for at, day in [("2026-11-20T00:00", 20), ("2026-11-20T23:59", 20), ("2026-11-21T00:00", 21)]:
        page.evaluate(SET, moment(at))
        kind = ("bulletin-hours__day--closed " if day > 20 else "") + "bulletin-hours__today"
        assert page.evaluate(MARKED) == [[f"{day}日\n今天", 2, "date", kind]], at
    page.evaluate(SET, moment("2026-12-24T10:00"))
    assert page.evaluate(MARKED) == []
    assert page.locator("table.bulletin-hours").inner_text().count("今天") == 0
    assert page.inner_html("table.other") == before
