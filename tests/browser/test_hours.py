"""The open-now script: right at every minute, on a device set to any time zone, and honest about what it does not know."""

from __future__ import annotations

import gzip
import json
import random
import re
from bisect import bisect_right
from datetime import UTC, datetime, timedelta
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from build_tools.reading.locale import read_wording
from hooks.voices import NOW, hours_words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent.parent
SCRIPT = ROOT / "build_tools/theme/assets/hours.js"
CASES = ROOT / "tests/hours/expected.json"
ZONES = ["Asia/Shanghai", "America/Los_Angeles", "Europe/London", "Pacific/Kiritimati"]
WORDS = {
    "open": ("营业中", "Open"),
    "always": ("营业中，全天开门", "Open, all day"),
    "until": ("营业中，{time} 关门", "Open, closes {time}"),
    "soon": ("快关门了，还有 {n} 分钟", "Closing soon, {n} min left"),
    "last": ("营业中，{last} 停止入场，{time} 关门", "Open, last entry {last}, closes {time}"),
    "stop": ("已停止入场，{time} 关门", "No more entry, closes {time}"),
    "by": ("仅接待预约，至 {time}", "By appointment only, until {time}"),
    "ask": ("仅接待预约，请先致电", "By appointment only, please call first"),
    "opens": ("{time} 开门", "opens {time}"),
    "takes": ("{time} 起接待预约", "by appointment from {time}"),
    "done": ("今天关门了，", "Closed for today, "),
    "rest": ("今日休息：{why}，", "Closed today: {why}, "),
    "shut": ("现在关着，", "Closed now, "),
    "later": ("之后的时间待公布", "later hours to be announced"),
    "none": ("近期不开放", "not open for now"),
    "unknown": ("待公布，请先致电", "To be announced, please call first"),
    "aged": ("{words}（按 {date} 的时间表，可能有变）", "{words} (by the timetable of {date}, may have changed)"),
    "clock": ("设备时间可能不准", "This device's clock may be wrong"),
    "past": ("时间表核对至 {date}", "Timetable checked up to {date}"),
    "today": ("今天", "today"),
    "tomorrow": ("明天", "tomorrow"),
    "next_day": ("次日", "tomorrow"),
}
"""Key → Chinese and English: what stands in the locale files after `now.`."""
ES6 = r"=>|`|\b(?:let|const|class|async|await|yield|of|Symbol|Promise|Intl|Temporal)\b|\.\.\.|\*\*|\?\?|\?\.|,\s*[})\]]"
"""What a browser of 2012 would stumble over."""

SET = "ms => { window.NOW = ms; document.dispatchEvent(new Event('visibilitychange', {bubbles: true})); }"
SHOWN = """() => [...document.querySelectorAll('[data-hours]')].map(box => {
  const words = box.querySelector(box.querySelector('b a') ? 'span' : 'b'), lamp = box.className.split('--')[1];
  const icon = box.querySelector('use').getAttribute('href');
  return [icon === '#icon-' + lamp ? lamp : icon + ' and ' + lamp, words.textContent, box.querySelector('p').textContent];
})"""
TOLD = f"instants => instants.map(ms => {{ ({SET})(ms); return ({SHOWN})().map(one => one.slice(0, 2)); }})"
JUDGED = """asked => asked.map(([hours, instants]) => instants.map(ms => {
  const now = bulletinHours.status(hours, ms);
  return [now.lamp, now.words];
}))"""


def box(hours: object, *, name: str = "", words: str = "看时间表", note: str = "") -> str:
    """A station's lantern as the pages have it; `name` makes it a link with the words behind."""
    text = f'<b><a href="#">{name}</a></b><span>{words}</span>' if name else f"<b>{words}</b>"
    said = hours if isinstance(hours, str) else json.dumps(hours, ensure_ascii=False)
    return (
        f'<div class="bulletin-state bulletin-state--lantern" data-hours="{escape(said)}">'
        '<svg class="bulletin-state__lamp" aria-hidden="true"><use href="#icon-lantern"/></svg>'
        f"<p>{text}{f'<span>{note}</span>' if note else ''}</p></div>"
    )


def opened(
    browser: Browser, body: str, at: str = "2026-11-16T10:00", zone: str = ZONES[0], language: str = "zh"
) -> Page:
    """A page with `body` and the script, at the moment `at` of China on a device in `zone`."""
    page = browser.new_context(timezone_id=zone).new_page()
    page.add_init_script(f"window.NOW = {moment(at)}; Date.now = () => window.NOW;")
    show(page, body, language)
    return page


def show(page: Page, body: str, language: str = "zh") -> None:
    """Let `page` load `body` and the script from a server of its own; an error in it is the test's."""
    script = f"self.bulletinWords={hours_words(read_wording(language).say)};{SCRIPT.read_text(encoding='utf-8')}"
    html = f'<!doctype html><meta charset="utf-8">{body}<script src="hours.js" defer></script>'
    page.route(
        "http://station.test/hours.js",
        lambda route: route.fulfill(body=script, content_type="text/javascript; charset=utf-8"),
    )
    page.route("http://station.test/", lambda route: route.fulfill(body=html, content_type="text/html"))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("http://station.test/")
    assert errors == []


def moment(text: str) -> int:
    """The milliseconds of `text`, a time in China."""
    return moment_of(datetime.fromisoformat(text))


def said(page: Page, at: str, line: int = 0) -> tuple[str, str]:
    """The lantern and the whole text of one box at the moment `at`."""
    page.evaluate(SET, moment(at))
    lamp, _, text = page.evaluate(SHOWN)[line]
    return lamp, text


# Timetables that one can read aloud: from Monday 16 November 2026 on.

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


# All schedules of the reference, against intervals.

Span = tuple[datetime, datetime]
FULL = timedelta(days=1)


@cache
def reference() -> dict[str, Any]:
    """The schedules with their exact intervals."""
    found: dict[str, Any] = json.loads(CASES.read_text(encoding="utf-8"))
    return found


def window() -> Span:
    """The first midnight of the reference and the last."""
    first, last = (datetime.fromisoformat(reference()[key]) for key in ("from", "to"))
    return first, last + FULL


def times(pairs: list[list[str]]) -> list[Span]:
    """Intervals as China's clock shows them."""
    return [(datetime.fromisoformat(first), datetime.fromisoformat(last)) for first, last in pairs]


def hours_of(case: dict[str, Any]) -> dict[str, Any]:
    """The `data-hours` of `case`. To be replaced by what the build makes of its schedule."""
    start, end = window()
    days: list[list[list[int]]] = [[] for _ in range((end - start).days)]
    entries = dict(times(case.get("expected_admission", [])))
    for kind, key in enumerate(("expected", "expected_unknown")):
        for opens, closes in times(case[key]):
            for first, last in pieces(opens, closes):
                day = (first - start).days
                midnight = start + day * FULL
                session = [minutes(first - midnight), minutes(last - midnight), kind]
                days[day].append([*session, minutes(entries[first] - midnight)] if first in entries else session)
    patterns = [json.loads(text) for text in dict.fromkeys(map(json.dumps, days))]
    letters = "".join(chr(97 + patterns.index(day)) for day in days)
    return {"b": reference()["from"], "p": patterns, "d": letters, "r": {}}


def pieces(first: datetime, last: datetime) -> list[Span]:
    """A span of more than a day as sessions of single days; a night stays whole."""
    if last - first <= FULL:
        return [(first, last)]
    cut = first.replace(hour=0, minute=0) + FULL
    return [(first, cut), *pieces(cut, last)]


def minutes(length: timedelta) -> int:
    return length // timedelta(minutes=1)


@cache
def spans_of(case: str) -> tuple[list[Span], list[Span], list[Span]]:
    """The spans open to all, by appointment, and those in which one may still come in."""
    one = next(one for one in reference()["cases"] if one["id"] == case)
    return times(one["expected"]), times(one["expected_unknown"]), times(one.get("expected_admission", []))


def covering(spans: list[Span], now: datetime) -> Span | None:
    """The span in which `now` lies."""
    at = bisect_right(spans, now, key=lambda span: span[0]) - 1
    return spans[at] if at >= 0 and now < spans[at][1] else None


def expected(case: str, now: datetime) -> tuple[str, str]:
    """The lantern and the words at `now`, from the intervals of `case` alone."""
    free, booked, admission = spans_of(case)
    if found := covering(free, now):
        return while_open(now, found[1], covering(admission, now), limited=bool(admission))
    if found := covering(booked, now):
        return "unknown", by_appointment(now, min([found[1], *(first for first, _ in free if first > now)]))
    starts = [(first, words) for spans, words in ((free, "开门"), (booked, "起接待预约")) for first, _ in spans]
    start, words = min(((first, words) for first, words in starts if first > now), default=(None, ""))
    midnight = now.replace(hour=0, minute=0)
    over = any(midnight < last <= now for _, last in free + booked)
    lead = "今天关门了，" if over and (start is None or start >= midnight + FULL) else "现在关着，"
    return "closed", lead + (f"{spoken(now, start)} {words}" if start else "近期不开放")


def while_open(now: datetime, until: datetime, entry: Span | None, *, limited: bool) -> tuple[str, str]:
    """What is said while it is open to all; what comes after the last day of the reference is not known."""
    left, time = minutes(until - now), spoken(now, until, closing=True)
    if until == window()[1]:
        return "open", "营业中，全天开门" if left >= 10_000 else "营业中"
    if limited:
        return (
            ("open", f"营业中，{clock(entry[1])} 停止入场，{time} 关门")
            if entry
            else ("closed", f"已停止入场，{time} 关门")
        )
    if left > minutes(FULL):
        return "open", "营业中，全天开门"
    return ("open", f"营业中，{time} 关门") if left > 30 else ("soon", f"快关门了，还有 {left} 分钟")


def by_appointment(now: datetime, until: datetime) -> str:
    """What is said while one may come by appointment."""
    if until - now > FULL or until == window()[1]:
        return "仅接待预约，请先致电"
    return f"仅接待预约，至 {spoken(now, until, closing=True)}"


def spoken(now: datetime, then: datetime, *, closing: bool = False) -> str:
    """`then` as one says it at `now`; the end of a day is its 24:00."""
    midnight = closing and clock(then) == "0:00"
    day = (then - FULL if midnight else then).date()
    ahead = (day - now.date()).days
    near = {0: "", 1: "次日 " if closing else "明天 "}
    late = f"周{'一二三四五六日'[day.weekday()]} " if ahead < 7 else f"{day.month}月{day.day}日 "
    return near.get(ahead, late) + ("24:00" if midnight else clock(then))


def clock(time: datetime) -> str:
    return f"{time.hour}:{time:%M}"


def instants_of(case: dict[str, Any], count: int = 200) -> list[datetime]:
    """Random moments, midnights, and each start and end with a minute before and after."""
    start, end = window()
    chance = random.Random(case["id"])  # noqa: S311 — not a secret
    length = minutes(end - start)
    marks = [start + day * FULL for day in range(length // 1440)]
    marks += [
        mark for key in ("expected", "expected_unknown", "expected_admission") for mark in edges(case.get(key, []))
    ]
    near = {mark + timedelta(minutes=minute) for mark in marks for minute in (-1, 0, 1)}
    return sorted(
        {moment for moment in near if start <= moment < end}
        | {start + timedelta(minutes=chance.randrange(length)) for _ in range(count)}
    )


def edges(pairs: list[list[str]]) -> list[datetime]:
    return [edge for span in times(pairs) for edge in span]


def milliseconds(moments: list[datetime]) -> list[int]:
    return [moment_of(one) for one in moments]


def moment_of(time: datetime) -> int:
    """The milliseconds of `time` in China."""
    return int((time - timedelta(hours=8)).replace(tzinfo=UTC).timestamp() * 1000)


def test_every_schedule_of_the_reference_is_told_as_its_intervals_say(browser: Browser) -> None:
    page = opened(browser, "")
    cases = reference()["cases"]
    asked = [instants_of(case) for case in cases]
    told = page.evaluate(
        JUDGED, [[hours_of(case), milliseconds(times)] for case, times in zip(cases, asked, strict=True)]
    )
    assert len(cases) == 41
    for case, moments, answers in zip(cases, asked, told, strict=True):
        assert len(moments) >= 200
        for at, answer in zip(moments, answers, strict=True):
            assert tuple(answer) == expected(case["id"], at), (case["id"], at)


@pytest.mark.parametrize("zone", ZONES)
def test_a_device_of_any_zone_shows_the_same(zone: str, browser: Browser) -> None:
    cases = reference()["cases"]
    page = opened(browser, "".join(box(hours_of(case)) for case in cases), reference()["from"] + "T00:00", zone)
    moments = instants_of({"id": zone}, 150)
    told = page.evaluate(TOLD, milliseconds(moments))
    for at, row in zip(moments, told, strict=True):
        assert [tuple(one) for one in row] == [expected(case["id"], at) for case in cases], at


# The script itself, and its words.


def test_the_script_is_small_and_of_2012() -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    assert len(gzip.compress(source.encode(), 9)) <= 1536
    assert re.findall(ES6, re.sub(r"/\*.*?\*/|'[^']*'", "0", source)) == []


@pytest.mark.parametrize(("index", "language"), [(0, "zh"), (1, "en")])
def test_the_words_are_those_of_the_locale(index: int, language: str) -> None:
    texts = read_wording(language).texts
    said = {key.removeprefix("now."): text for key, text in texts.items() if key.startswith("now.")}
    assert said == {key: both[index] for key, both in WORDS.items()}
    assert {*NOW, "tomorrow", "next_day"} == WORDS.keys()


def test_the_script_uses_every_word_it_is_given() -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    given = json.loads(hours_words(read_wording("zh").say))
    assert [key for key in given if f"W.{key}" not in source and f"'{key}'" not in source] == []
    assert given["week"][0] == "周四", "1970 began on a Thursday"
