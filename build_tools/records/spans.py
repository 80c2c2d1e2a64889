"""The ways in which a count is written, each with what it can be: 23, 50余, 数十, 七八, 20至30."""

from __future__ import annotations

import re

from build_tools.records.cursor import DASH, Cursor
from build_tools.records.figures import ONES, last_place, number_at, scaled
from build_tools.records.limits import MORE, Span

MYRIAD = re.compile(r"[百千]?[万亿]")
BARE = re.compile(r"[百千]?[万亿]|[百千]")
SEVERAL = re.compile(r"(?:好几|[数几])([十百千]?[万亿]?)")
PAIR = re.compile(r"(一[二两]|[二两]三|三四|三五|四五|五六|六七|七八|八九)([十百千]?[万亿]?)")
RANGE = re.compile(rf"(\d{{1,15}}){DASH}(\d{{1,15}})(?![\d.,%百千万亿成])", re.ASCII)
DIGIT = re.compile(r"\d", re.ASCII)
MEASURE = re.compile(
    "[件起次位名人个条项类种例家户支场份张台辆套对处所间座桌天日年月周岁队期届遍趟轮节回道杯碗盒本册篇幅封笔米元组班]"
    "|小时|分钟|公里|以[上下内里]|左右|上下|$"
)
"""What shows that numerals alone, as in 一支, are a figure and not a word like 一些 or 数据."""


def span_at(line: Cursor, *, limited: bool) -> Span | None:
    """What the count that begins at `line` can be, read past it; None where none begins.

    百, 千 and 万 alone are counts only where they are `limited` or followed by 余: 近百, 百余, but not 百姓.
    """
    if found := line.take(RANGE):
        low, high = int(found[1]), int(found[2])
        return Span(low, high) if low < high else None
    if found := line.take(SEVERAL):
        return measured(Span(2 * scaled(found[1]), 10 * scaled(found[1]) - 1, rounded=True), line, found[1])
    if found := line.take(PAIR):
        low, high = (ONES[sign] * scaled(found[2]) for sign in found[1])
        return measured(Span(low, high + scaled(found[2]) - 1, rounded=True), line, found[2])
    return round_or_exact(line, limited=limited)


def measured(span: Span, line: Cursor, scale: str = "") -> Span | None:
    """`span` when a `scale` or the next word shows that it is a count."""
    return span if scale or MEASURE.match(line.rest) else None


def round_or_exact(line: Cursor, *, limited: bool) -> Span | None:
    """One number, with or without 余 behind it."""
    digits = DIGIT.match(line.text, line.at)
    bare = line.take(BARE)
    number = scaled(bare[0]) if bare else number_at(line)
    if number is None:
        return None
    if more := line.take(MORE):
        return and_more(number, line, about=more[0] == "来")
    if bare:
        return Span(number, number) if limited else None
    return Span(number, number) if digits else measured(Span(number, number), line)


def and_more(number: int, line: Cursor, *, about: bool) -> Span | None:
    """`number` and some of its last place more, in 万 where that follows; 来 may also be some less."""
    myriad = line.take(MYRIAD)
    number *= scaled(myriad[0]) if myriad else 1
    place = last_place(number)
    if about or place == 1:
        return Span(None, None) if about else None
    return Span(number + 1, number + place - 1, rounded=True)
