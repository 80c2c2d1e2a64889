"""The open-now script on every schedule of the reference: right at every minute, on a device set to any time zone."""

from __future__ import annotations

import json
import random
from bisect import bisect_right
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.lanterns import ROOT, TOLD, ZONES, box, moment_of, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CASES = ROOT / "tests/hours/expected.json"
JUDGED = """asked => asked.map(([hours, instants]) => instants.map(ms => {
  const now = bulletinHours.status(hours, ms);
  return [now.lamp, now.words];
}))"""
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
    """The `data-hours` of `case`. It is worked out from the intervals, not by the build."""
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
