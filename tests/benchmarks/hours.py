"""How long 100,000 schedules take for 90 days: `python -m tests.benchmarks.hours`, one core, nothing else going on."""

from __future__ import annotations

import gc
import itertools
import sys
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

from build_tools.facts.almanac import MARGIN, almanac
from build_tools.facts.china_calendar import ChinaCalendar
from build_tools.facts.intervals import Intervals, intervals
from build_tools.facts.schedule import Schedule
from build_tools.facts.timetable import timetable
from build_tools.records.hours import HolidayRule, HoursRule, Makeup
from build_tools.records.opening import Opening
from build_tools.records.schedule import DatedException, GivenDays

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_tools.facts.almanac import Almanac

COUNT, DAYS = 100_000, 90
KINDS = [
    ("工作日 {0}、14:00-17:30", "周六 {0}"),
    ("周一至周五 {0}",),
    ("每天 {0}、18:00-21:30",),
    ("5月1日至9月30日 每天 {0}", "10月1日至次年4月30日 每天 8:30-12:00"),
    ("每月第二个周六 {0}",),
    ("农历初一、十五 {0}",),
    ("每周五 {0}",),
    ("每月1日、15日遇休息日顺延 {0}",),
    ("24小时", "周三 {0} 休息：维护"),
    ("每晚 22:00-次日6:00", "周日 {0}"),
]


def distinct(count: int) -> list[Schedule]:
    """`count` schedules no two of which are alike."""
    times = (
        f"{start // 60}:{start % 60:02}-{end // 60}:{end % 60:02}"
        for start, end in itertools.product(range(300, 660, 2), range(661, 720))
    )
    holidays = (HolidayRule.from_text("休息"),)
    texts = ((kind, span) for span in times for kind in KINDS)
    return [schedule_of(kind, span, holidays) for kind, span in itertools.islice(texts, count)]


def schedule_of(kind: tuple[str, ...], span: str, holidays: tuple[HolidayRule, ...]) -> Schedule:
    """One schedule with an exception of its own."""
    rules = tuple(HoursRule.from_text(text.format(span)) for text in kind)
    away = DatedException(days=GivenDays.from_text("2026-12-05"), hours=Opening.from_text(span))
    return Schedule(rules, holidays, Makeup.AS_WORKDAY, (away,))


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes, without the collector, as on the command line."""
    gc.collect()
    gc.disable()
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def remembered(schedules: list[Schedule], days: Almanac) -> None:
    """Each distinct schedule worked out once, as a build does."""
    known = {}
    for schedule in schedules:
        if schedule not in known:
            known[schedule] = timetable(schedule, days)


def told(schedule: Schedule, days: Almanac) -> Intervals:
    """What `explain` tells of `schedule`."""
    first = days.first + timedelta(days=MARGIN)
    return intervals(timetable(schedule, days), first, first + timedelta(days=DAYS - 1))


def main() -> None:
    """Print the times of one run and their ratios to the bars."""
    holidays = {date(2027, 1, 1) + timedelta(days=step): "元旦" for step in range(3)}
    announced = almanac(date(2026, 3, 2), DAYS, ChinaCalendar(holidays, {}, frozenset(range(2024, 2029))))
    open_year = almanac(date(2026, 11, 16), DAYS, ChinaCalendar({}, {}, frozenset((2025, 2026))))
    schedules = distinct(COUNT)
    repeated = [schedules[number % 100] for number in range(COUNT)]
    rows = [
        ("distinct, timetables", 10.0, lambda: [timetable(one, announced) for one in schedules]),
        ("distinct, over an unannounced new year", 10.0, lambda: [timetable(one, open_year) for one in schedules]),
        ("distinct, with intervals", 10.0, lambda: sum(len(told(one, announced).open) for one in schedules)),
        ("100 distinct repeated", 1.0, lambda: remembered(repeated, open_year)),
    ]
    for name, bar, work in rows:
        taken = seconds(work)
        sys.stdout.write(f"{name:42} {taken:6.2f} s  {taken / bar:5.2f} of the bar of {bar:.0f} s\n")


if __name__ == "__main__":
    main()
