"""Clock times that cannot be read as written → as they were meant: `上午9点到12点`, 9.00-12.00, 早9晚5."""

from __future__ import annotations

import re

from build_tools.records.clock import MINUTES_A_DAY, NOON
from build_tools.records.numerals import DIGITS, NUMERALS

QUARTERS = {"半": "30", "一刻": "15", "三刻": "45", "1刻": "15", "3刻": "45", "整": "00"}
IN_WORDS = re.compile(rf"([{DIGITS}]{{1,3}})(?=[点时](?!间))")
HOURS = re.compile(r"(\d{1,2})\s*(?:[点時]钟?|时(?!间))(?:(半|整|[一三13]刻)|(\d{1,2})分?)?", re.ASCII)
POINT = re.compile(r"(?<![\d.])(\d{1,2})\s?[.．·;；'’](\d{2})(?![\d.月日])", re.ASCII)
NO_SIGN = re.compile(r"(?<![\d:.-])(\d{1,2})(\d\d)(\s*[-—–－~～〜至到]+\s*)(\d{1,2})(\d\d)(?![\d:.月日-])", re.ASCII)
TO_HOUR = re.compile(
    r"(?<![\d:月年.-])(\d{1,2})(?=\s*[-—–－~～〜至到]+\s*[^\d:]{0,3}\d{1,2}(?::\d\d)?(?![\d:月日号周-]))", re.ASCII
)
FROM_HOUR = re.compile(r"(?<=:\d\d)(\s*[-—–－~～〜至到]+\s*[^\d:]{0,3})(\d{1,2})(?![\d:月日号周点-])", re.ASCII)
IN_ENGLISH = re.compile(r"(\d{1,2})(?::(\d\d))?\s*([ap])\.?m\b\.?", re.ASCII | re.IGNORECASE)
OFFICE = re.compile(rf"[早朝]([{DIGITS}]|\d{{1,2}})(:?\d\d|半)?\s*晚([{DIGITS}]|\d{{1,2}})(:?\d\d|半)?")
PART = "早上|早晨|清晨|上午|中午|下午|午后|傍晚|晚上|晚间|夜里|夜间|凌晨|早|晚"
NEXT = "次日|第二天|翌日|次晨|转天"
SPAN = re.compile(
    rf"(?:({PART})\s*)?(?P<first>\d{{1,2}}:\d\d)\s*[-—–－~～〜至到]+\s*(?P<next>{NEXT})?(?P<late>{PART})?\s*(?P<last>\d{{1,2}}:\d\d)"
)
BESIDE = re.compile(
    rf"(:\d\d)(?:\s*[/|&+＆与]\s*|\s*(?:以及|还有)\s*|\s+|(?={PART}))(?=(?:{PART})?\s*\d{{1,2}}:\d\d\s*[-—–－~～〜至到])"
)
AFTER_NOON = ("下午", "午后", "傍晚", "晚上", "晚间", "夜里", "夜间", "晚")
AT_NIGHT = AFTER_NOON[2:]
MINUTES = tuple(f":{minute:02}" for minute in range(60))
EVENING, MORNING = 17 * 60, 9 * 60


def on_the_clock(text: str) -> str:
    """`text` with every clock time as hours, minutes and a dash; what has two meanings stays as it is."""
    for pattern, written in STEPS:
        text = pattern.sub(written, text)
    return SPAN.sub(span_meant, BESIDE.sub(r"\1、", text))


def office_hours(found: re.Match[str]) -> str:
    """早9-晚5."""
    half = {"半": ":30", None: ""}
    first, last = (NUMERALS.get(part, part) for part in (found[1], found[3]))
    return f"早上{first}{half.get(found[2], found[2] or '') or ':00'}-晚上{last}{half.get(found[4], found[4] or '') or ':00'}"


def hour(found: re.Match[str]) -> str:
    """9:30 for 9点半."""
    return f"{found[1]}:{QUARTERS.get(found[2] or '', (found[3] or '').zfill(2))}"


def in_24_hours(found: re.Match[str]) -> str:
    """17:00 for 5pm."""
    later = 12 if found[3] in "pP" else 0
    return f"{int(found[1]) % 12 + later}:{found[2] or '00'}"


STEPS = (
    (IN_WORDS, lambda found: str(NUMERALS.get(found[1], found[1]))),
    (OFFICE, office_hours),
    (HOURS, hour),
    (IN_ENGLISH, in_24_hours),
    (POINT, r"\1:\2"),
    (NO_SIGN, r"\1:\2\3\4:\5"),
    (TO_HOUR, r"\1:00"),
    (FROM_HOUR, r"\1\2:00"),
)
"""What is written for what, one after the other."""


def span_meant(found: re.Match[str]) -> str:
    """A time range in 24 hours: 下午2:00-5:00 is 14:00-17:00, 22:00-2:00 ends on the next day."""
    if not all(found[name].endswith(MINUTES) for name in ("first", "last")):
        return found[0]
    start, end = later_in_day(found["first"], found[1]), later_in_day(found["last"], found["late"])
    if (
        found[1]
        and not found["late"]
        and found[1] in AFTER_NOON
        and start < end + NOON <= MINUTES_A_DAY
        and end <= NOON
    ):
        end += NOON if end < NOON or found[1] in AT_NIGHT else 0
    if end > MINUTES_A_DAY and (start >= EVENING or end < MINUTES_A_DAY + 60):
        end -= MINUTES_A_DAY
        return f"{clock(start)}-次日{clock(end)}"
    overnight = found["next"] or (end <= start and start >= EVENING and end <= MORNING)
    return f"{clock(start)}-{'次日' if overnight else ''}{clock(end)}"


def later_in_day(text: str, part: str | None) -> int:
    """Minutes after midnight of the clock time `text` in this `part` of the day."""
    hours, minutes = map(int, text.split(":"))
    is_later = part in AFTER_NOON or (part == "中午" and hours < 3)
    return (hours + 12 if is_later and hours < 12 else hours) * 60 + minutes


def clock(minute: int) -> str:
    """`minute` as staff write it."""
    return f"{minute // 60}:{minute % 60:02}"
