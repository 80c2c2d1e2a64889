"""Months as whole numbers, read from the ways in which they are written."""

from __future__ import annotations

import re

ISO = re.compile(r"(\d{4})[-/](\d{1,2})(?:[-/]\d{1,2})?")
PERIOD = (
    r"(?:(?:(?P<y1>\d{4})年)?(?P<m1>\d{1,2})月?\s*[–—－~至到-]\s*)?(?:(?P<y2>\d{4})年)?(?P<m2>\d{1,2})月(?!\d{1,2}日)"
    r"|(?P<i1>\d{4}-\d{2})(?:\s*[–—~至到/]\s*(?P<i2>\d{4}-\d{2}))?(?![-\d])"
)
"""`2–3月`, `2023年12月–2024年2月`, `2026年9月`, `2026-09`, `2026-09–2026-10`."""


def month_of(year: int, number: int) -> int:
    """The month of `year` numbered from 1; the next one is one more."""
    return year * 12 + number - 1


def iso(text: str) -> int | None:
    """The month that begins `text`, 2026-10 or a day of it."""
    found = ISO.fullmatch(text.strip())
    return month_of(int(found[1]), int(found[2])) if found and 1 <= int(found[2]) <= 12 else None


def shown(first: int, last: int) -> str:
    """A period as findings write it."""
    return written(first) if first == last else f"{written(first)}–{written(last)}"


def written(month: int) -> str:
    """2026-10."""
    return f"{month // 12}-{month % 12 + 1:02}"


def period(found: re.Match[str], year: int | None) -> tuple[int | None, int] | None:
    """First and last month of a match of `PERIOD`; `year` is what its surroundings say, and 截至 leaves the first open."""
    months = _period(found, year)
    at = found.start("period") if "period" in found.groupdict() else found.start()
    return (None, months[1]) if months and found.string[:at].endswith(("截至", "截止")) else months


def _period(found: re.Match[str], year: int | None) -> tuple[int, int] | None:
    parts = found.groupdict()
    if parts["i1"]:
        first, last = iso(parts["i1"]), iso(parts["i2"] or parts["i1"])
        return None if first is None or last is None else (first, last)
    end_year = parts["y2"] or parts["y1"] or year
    if end_year is None or not 1 <= int(parts["m2"]) <= 12:
        return None
    last = month_of(int(end_year), int(parts["m2"]))
    if not parts["m1"]:
        return last, last
    first = month_of(int(parts["y1"] or end_year), int(parts["m1"]))
    return (first, last) if first <= last else (first, last + 12)
