"""Chinese numerals, as far as days are counted with them."""

from __future__ import annotations

DIGITS = "一二三四五六七八九十"
NUMERALS = {sign: value for value, sign in enumerate(DIGITS, start=1)} | {"两": 2}
NUMERALS |= {"十" + DIGITS[unit]: 11 + unit for unit in range(9)}
NUMERALS |= {"二十": 20, "三十": 30}
NUMERALS |= {tens + DIGITS[unit]: 21 + unit for tens in ("二十", "廿") for unit in range(9)}
LUNAR_DAYS = {"初" + DIGITS[day]: day + 1 for day in range(10)} | {
    word: value for word, value in NUMERALS.items() if 11 <= value <= 30
}
"""初一 to 三十; 廿一 is 二十一."""
LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12} | {word: value for word, value in NUMERALS.items() if 2 <= value <= 12}


def number(text: str) -> int | None:
    """The whole number that `text` writes in digits or in Chinese, or None."""
    return int(text) if text.isdigit() else NUMERALS.get(text)


def lunar_words(month: int, day: int, *, leap: bool = False) -> str:
    """农历九月初九 for the ninth day of the ninth month."""
    months = {value: word for word, value in reversed(LUNAR_MONTHS.items())}
    days = {value: word for word, value in reversed(LUNAR_DAYS.items())}
    return f"农历{'闰' if leap else ''}{months[month]}月{days[day]}"
