"""Charts → claims: the height of a bar says the number that its label withholds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.attack.claims import Claim, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.attack.claims import Scope
    from tests.attack.markup import Element
    from tests.attack.scan import Reader

LENGTH = re.compile(r"\d+(?:\.\d+)?")
TOLERANCE = 0.05
PIXEL, LOWEST = 1.0, 3.0
"""Drawings round to whole pixels, and draw a small number so high that it can be seen."""
NEAR = 12
"""A number stands at most so far above its bar."""
WITHHELD = (Kind.SMALL, Kind.WAITING)


def drawn(svg: Element, around: Scope, reader: Reader, where: str) -> Iterator[Claim]:
    """What the bars of `svg` give away: withheld figures whose bars have heights of their own."""
    bars = [
        (height, claim)
        for bar in svg.find("rect", "path", "circle")
        for height, claim in labelled(bar, around, reader, where)
    ]
    scale = scale_of([(height, claim.low) for height, claim in bars if claim.kind is Kind.COUNT and claim.low])
    hidden = [(height, claim) for height, claim in bars if claim.kind in WITHHELD]
    if scale is None or len({height for height, _ in hidden}) < 2:
        return
    for height, claim in hidden:
        count = round(height / scale)
        if abs(height / scale - count) < TOLERANCE:
            yield replace(claim, kind=Kind.COUNT, low=count, high=count, text="图")


def crooked(svg: Element, around: Scope, where: str) -> Iterator[Claim]:
    """Bars without a number in a chart of numbers, and bars not to the scale of their numbers, up to a rounded pixel."""
    bars = [(float(bar.attributes["height"]), number_above(bar, svg)) for bar in svg.find("rect") if placed(bar)]
    scale = scale_of([(height, number) for height, number in bars if number and height > LOWEST], PIXEL)
    for height, number in bars if any(number for _, number in bars) else ():
        drawn_otherwise = number and scale and abs(max(LOWEST, number * scale) - height) > PIXEL
        if number is None or scale is None or drawn_otherwise:
            yield Claim(Kind.DRAWN, around, text=f"柱高{height:g}", where=f"{where} svg")


def placed(bar: Element) -> bool:
    """Whether `bar` has a place and a height, and no label of its own."""
    return all(LENGTH.fullmatch(bar.attributes.get(name, "")) for name in ("x", "y", "width", "height"))


def number_above(bar: Element, svg: Element) -> int | None:
    """The number that stands over the middle of `bar`."""
    x, y, width = (float(bar.attributes[name]) for name in ("x", "y", "width"))
    for text in svg.find("text"):
        over = y - float(text.attributes.get("y", "0"))
        beside = abs(float(text.attributes.get("x", "0")) - x - width / 2)
        if beside <= 1 and 0 <= over < NEAR and text.text().isdigit():
            return int(text.text())
    return None


def labelled(bar: Element, around: Scope, reader: Reader, where: str) -> Iterator[tuple[float, Claim]]:
    """The height of `bar` with each figure in its label."""
    height = bar.attributes.get("height") or bar.attributes.get("r") or ""
    label = bar.attributes.get("aria-label") or bar.attributes.get("title") or bar.text()
    if LENGTH.fullmatch(height):
        for claim in reader.claims(label, around, "", f"{where} svg", loose=False):
            yield float(height), claim


def scale_of(known: list[tuple[float, int]], pixel: float = 0) -> float | None:
    """Units of height to one case, if all bars with a number agree up to a rounded `pixel`."""
    if not known:
        return None
    tallest, most = max(known)
    scale = tallest / most
    agreed = all(abs(count * scale - height) <= pixel + TOLERANCE * scale for height, count in known)
    return scale if agreed else None
