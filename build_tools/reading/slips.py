"""What somebody meant who wrote hours or dates as in a message to a friend: `上午9点到12点`, `2026.10.17`, 周1至周5."""

from __future__ import annotations

import re

from build_tools.problems import Unreadable
from build_tools.reading.slips_of_clock import on_the_clock
from build_tools.records.calendar_words import period
from build_tools.records.cursor import FULL_WIDTH, Cursor
from build_tools.records.day_words import day_terms
from build_tools.records.numerals import DIGITS, NUMERALS

CLOSED = "不开门|不上班|不营业|不开(?!放)|关门|关闭|停业|放假|(?<![无不])休(?!息)"
REASON = re.compile(f"(?:{CLOSED}|休息|不开放|停开|闭馆)([:(].*)$")
"""Why it is closed: a text of its own, in which nothing is a slip."""
END = re.compile(r"[。.；;，,、!]+$")
NUMERAL_MONTH = re.compile(rf"([{DIGITS}]{{1,3}})月(?:([{DIGITS}]{{1,3}})([日号]))?")
WEEKDAY_DIGIT = re.compile(
    r"(周|星期|礼拜)([1-7七])(?!\d)(?:(\s*[-—–－~～〜至到]\s*)(?:周|星期|礼拜)?([1-7七])(?![\d:点]))?"
)
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})(?:[./]|年)(\d{1,2})(?:(?:[./]|月)(\d{1,2})[日号]?|月?)(?![\d:])", re.ASCII)
TOGETHER = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)", re.ASCII)
LATER_DAY = re.compile(
    r"((\d{4})-(\d{1,2})-\d{1,2}\s*[-—–－~～〜至到]+\s*)(?:(\d{1,2})[-./月])?(\d{1,2})[日号]?$", re.ASCII
)
DAYS_LAST = re.compile(r"(\d{1,2}:\d\d\S*)\s+([^\d\s]\S*)")
WORDS = (
    (re.compile("^(?:平时|平日|上班日|法定工作日|每个?工作日)"), "工作日"),
    (re.compile("双休日"), "休息日"),
    (re.compile("(?<=[一二三四五六日天])(?=(?:周|星期|礼拜)[一二三四五六日天])"), "、"),
    (re.compile("^(重阳|腊八|元宵)(?!节)"), r"\1节"),
    (re.compile("^大年(?=初)"), "农历正月"),
    (re.compile("^(?=(?:正|腊|冬)月)"), "农历"),
    (re.compile("(?:早上|早晨)$"), "上午"),
    (re.compile("^(?:全年)?(?:无休|不休息?)|^全年|^(?:一周)?七天"), "每天"),
    (re.compile("每(?:个)?(?:周|星期)(?=周|星期)"), "每"),
    (re.compile("^(?:每个?月)?(?=初[一二三四五六七八九十])"), "农历"),
    (re.compile("^十一(?=长假|黄金周|假期|期间|\\s|休)"), "国庆节"),
    (re.compile("(?<=[节庆一午秋明旦])(?:期间|长假|黄金周|假期|放假)"), ""),
    (re.compile(r"(?<=[一二三四五六日天])\s*/\s*(?=周|星期|礼拜)"), "、"),
    (re.compile(CLOSED), "休息"),
    (re.compile("电话预约|预约开放|预约制"), "需预约"),
    (re.compile(r"(?<=[上下]午|早上|晚上|中午)\s*:"), ""),
)
"""What is written for what, in the names of days and around the times."""
USUAL = re.compile("(?:正常|照常)(?:对外)?(?:开放|营业|上班|开门|服务)?")
AS_WORKDAY = re.compile("(?:同|和|按照?|参照)?(?:工作日|平时)(?:一样|开放|上班|时间|执行)*")
RULE_ENDS = re.compile(r"(?::\d\d|休息(?!日)|照常|预约)\)?(?:\s*[；;，,、。]\s*|\s+|(?=[^-—–－~～〜至到()]))")
"""Where another rule may begin, if what follows names days."""
UNMARKED = re.compile("(?<=休息)[-—–，,]+(?=[^\\d\\s])")
"""Before why it is closed."""
NO_BLANK = re.compile(r"(?<=[^\s\d，,])(?=(?:休息|照常)$)")
NOT_ON_HOLIDAYS = re.compile("(?:国家|法定)*(?:节假日|假日) 休息")
NEVER_A_REASON = re.compile(r"\d[:点]|照常|正常|开放|开门|营业|上班|预约|全天|24小时|[上下]午|中午|早上|晚上")
EXCEPT = re.compile(
    r"[，,]?\s*\(?(?:除了?([^\s\d()]+?)(?:以外|之外|外)|([^\s\d()]+?)(?:除外|休息(?!日)|不开放|闭馆))\)?"
)
NO_DAY = re.compile(r"\d{1,2}:")


def day_meant(text: str) -> str:
    """`2026-10-17` for `2026年10月17日`, `2026/10/17` and 20261017; also where they stand inside of `text`."""
    plain = TOGETHER.sub(r"\1-\2-\3", text.translate(FULL_WIDTH))
    return YEAR_FIRST.sub(lambda found: "-".join(part.zfill(2) for part in found.groups() if part), plain)


def days_meant(text: str) -> str:
    """The same for what begins and ends, `2026年10月7日至9日`, and may do so by the clock."""
    return on_the_clock(LATER_DAY.sub(last_day, day_meant(text)))


def last_day(found: re.Match[str]) -> str:
    """2026-10-07至2026-10-09, where the year or also the month of the second day was left out."""
    return f"{found[1]}{found[2]}-{(found[4] or found[3]).zfill(2)}-{found[5].zfill(2)}"


def rules_meant(text: str) -> tuple[str, ...]:
    """The lines that were meant by `text`: more than one where it names other days for other hours, or to leave them out."""
    plain = END.sub("", text.translate(FULL_WIDTH))
    found = REASON.search(plain)
    rules = parted(mended(plain[: found.start(1)] if found else plain))
    return (*rules[:-1], rules[-1] + text[found.start(1) :]) if found else rules


def hours_meant(text: str) -> tuple[str, ...]:
    """The same for opening hours: times without days are meant for every day, and holidays have a line of their own."""
    first, *others = (f"每天 {rule}" if NO_DAY.match(rule) else rule for rule in rules_meant(text))
    others = [rule for rule in others if not NOT_ON_HOLIDAYS.fullmatch(rule)]
    return () if any("节假日" in rule for rule in others) else (first, *others)


def mended(plain: str) -> str:
    """`plain` with the words and times that were meant."""
    for pattern, word in WORDS:
        plain = pattern.sub(word, plain)
    return on_the_clock(NUMERAL_MONTH.sub(month_in_digits, WEEKDAY_DIGIT.sub(weekday_in_words, day_meant(plain))))


def parted(plain: str) -> tuple[str, ...]:
    """`plain` as several lines where it goes on with other days, or says which days are left out."""
    if DAYS_LAST.fullmatch(plain):
        return (DAYS_LAST.sub(r"\2 \1", plain),)
    for end in RULE_ENDS.finditer(plain):
        rest = mended(plain[end.end() :])
        if names_days(rest) and not EXCEPT.fullmatch(rest):
            return NO_BLANK.sub(" ", plain[: end.end()].strip(" ；;，,、。")), *parted(rest)
    if (found := EXCEPT.search(plain)) and found[0] != plain:
        days, rest = found[1] or found[2], plain[: found.start()] + plain[found.end() :]
        return rest.strip(), f"{days} 休息"
    return (UNMARKED.sub("：", NO_BLANK.sub(" ", plain)),)


def names_days(text: str) -> bool:
    """Whether `text` begins with days or with a part of the year, as far as they can be told."""
    cursor = Cursor(text)
    try:
        return bool(period(cursor) or day_terms(cursor))
    except Unreadable:
        return True


def is_reason(text: str) -> bool:
    """Whether `text` is nothing but why it is closed: no days, no times, nothing that is open."""
    return not NEVER_A_REASON.search(text) and not any(names_days(text[at:]) for at in range(len(text)))


def month_in_digits(found: re.Match[str]) -> str:
    """5月1日 for 五月一日, unless the moon's months are meant."""
    before = found.string[max(0, found.start() - 3) : found.start()]
    month, day = NUMERALS.get(found[1]), NUMERALS.get(found[2] or "")
    if month is None or month > 12 or re.search("[历闰]", before) or (found[2] and day is None):
        return found[0]
    return f"{month}月{day}{found[3]}" if day else f"{month}月"


def weekday_in_words(found: re.Match[str]) -> str:
    """周一至周五 for 周1-5."""
    first, last = (
        f"周{'一二三四五六日'[int(sign) - 1]}" if sign in "1234567" else "周日" for sign in (found[2], found[4] or "1")
    )
    return f"{first}至{last}" if found[4] else first
