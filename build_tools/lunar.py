"""The lunar calendar from 1901 to 2099: which lunar day a day is, and the reverse; and 清明, which the sun decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

FIRST_YEAR = 1901
LAST_YEAR = 2099
ENCODED = """
3100752 2600ea5 1c5164a 2e0064b 2200a9b 1841556 2b0056a 2000b59 1521752 2800752
1d61b25 3000b25 2400a4b 19514ab 2c002ad 210056b 1620b69 2900da9 1f71d92 3200e92
2600d25 1b51a4d 2e00a56 23002b6 17415b5 2b006d4 2000ea9 1621e92 2800e92 1d60d26
2f0052b 2400a57 19512b6 2c00b5a 22006d4 1730ec9 2900749 1e71693 3100a93 260052b
1a60a5b 2d00aad 230056a 1841b55 2b00ba4 2000b49 1521a93 2800a95 1c7152d 2f00536
2400aad 1a515aa 2c005b2 2100da5 1731d4a 2a00d4a 1e80a95 3000a97 2600556 1b60ab5
2d00ad5 23006d2 1840ea5 2b00ea5 200064a 1430c97 2700a9b 1d7155a 2f0056a 2400b69
1a51752 2d00b52 2100b25 164164b 2900a4b 1e814ab 30002ad 250056d 1b60b69 2e00da9
2300d92 1841d25 2b00d25 20a1a4d 3200a56 27002b6 1c605b5 2f006d5 2400ea9 1a51e92
2d00e92 2200d26 1630a56 2800a57 1e814d6 310035a 25006d5 1b516c9 2e00749 2300693
174152b 2a0052b 1f00a5b 152155a 270056a 1c71b55 3000ba4 2500b49 1951a93 2c00a95
210052d 1640aad 2800ab5 1e915aa 31005d2 2600da5 1b61d4a 2e00d4a 2300c95 184152e
2a00556 1f00ab5 15215b2 28006d2 1c60ea5 2f00725 240064b 1950c97 2b00cab 210055a
1630ad6 2900b69 1eb1752 3100b52 2600b25 1b61a4b 2d00a4b 22004ab 175055b 2a005ad
1f00b6a 1521b52 2800d92 1d71d25 2f00d25 2400a55 19514ad 2c004b6 20005b5 1630daa
2900ec9 1f81e92 3100e92 2600d26 1b60a56 2d00a57 2200556 17406d5 2a00755 2000749
1430e93 2700693 1c7152b 2f0052b 2300a5b 195155a 2c0056a 2100b65 164174a 2900b4a
1e81a95 3100a95 250052d 1a60aad 2d00ab5 23005aa 1740ba5 2a00da5 2000d4a 1531c95
2700c96 1c7194e 2f00556 2400ab5 19515b2 2c006d2 2100ea5 1740e4a 280068b 1d80c97
30004ab 250055b 1a60ad6 2d00b6a 2300752 1841725 2a00b45 1f00a8b 142149b
"""
"""A year a word, ten to a line, in hexadecimal. Two digits: days from 1 January to 正月初一. One digit: which month is
followed by its leap month, 0 for none. Four digits: a bit for each month in order, the leap one too, the lowest for 正月;
1 for a month of 30 days, 0 for one of 29."""
YEARS = dict(enumerate((int(word, 16) for word in ENCODED.split()), start=FIRST_YEAR))


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day as the lunar calendar names it; `leap` in a leap month, which bears the number of the one before."""

    year: int
    month: int
    day: int
    leap: bool = False


@dataclass(frozen=True, slots=True)
class LunarMonth:
    """One month of a lunar year."""

    number: int
    leap: bool
    first: date
    """Its 初一."""
    length: int


def new_year(year: int) -> date:
    """正月初一 of `year`. The day before it is 除夕, whether the twelfth month has a thirtieth day or not."""
    return date(year, 1, 1) + timedelta(days=YEARS[year] >> 20)


def leap_month(year: int) -> int:
    """The month of `year` that is followed by its leap month, or 0."""
    return YEARS[year] >> 16 & 0xF


EVER_LEAP = frozenset(map(leap_month, YEARS)) - {0}
"""Months that have a leap month at least once in the table."""


@cache
def months_of(year: int) -> tuple[LunarMonth, ...]:
    """The twelve or thirteen months of the lunar `year`."""
    leap, first = leap_month(year), new_year(year)
    named = [(number, again) for number in range(1, 13) for again in ((False, True) if number == leap else (False,))]
    months = []
    for position, (number, again) in enumerate(named):
        months.append(LunarMonth(number, again, first, 29 + (YEARS[year] >> position & 1)))
        first += timedelta(days=months[-1].length)
    return tuple(months)


@lru_cache(maxsize=4096)
def lunar_day(day: date) -> LunarDay | None:
    """The lunar name of `day`, or None before 1901-02-19 and after 2100-02-08, where the table ends."""
    year = day.year if day.year in YEARS and day >= new_year(day.year) else day.year - 1
    for month in months_of(year) if year in YEARS else ():
        passed = (day - month.first).days
        if passed < month.length:
            return LunarDay(year, month.number, passed + 1, month.leap)
    return None


def solar_day(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """When a lunar day is, or None where `year` lacks that leap month, the month lacks that day, or the table ends."""
    for one in months_of(year) if year in YEARS else ():
        if (one.number, one.leap) == (month, leap) and 1 <= day <= one.length:
            return one.first + timedelta(days=day - 1)
    return None


def qingming(year: int) -> date:
    """清明 of `year`, a holiday.

    By the well-known rule [Y×0.2422+C]-[Y/4], Y being the year's last two digits and C 5.59 in the 20th century and 4.81
    in the 21st (https://www.jianshu.com/p/1f814c6bb475). It names exceptions for other solar terms, none for this one.
    """
    century, of_century = divmod(year, 100)
    summand = {19: 55900, 20: 48100}[century]
    return date(year, 4, (of_century * 2422 + summand) // 10000 - of_century // 4)
