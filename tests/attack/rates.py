"""Published percentages → numbers of cases, failures and successes that are the only ones possible."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from tests.attack.claims import Finding
from tests.attack.months import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.attack.claims import Claim, Scope

PERCENT = re.compile(r"(?P<bound>[≥>])?(?P<number>\d{1,3})(?:\.(?P<decimals>\d+))?%")
CLASS = re.compile(r"(\d{1,2})[–-](\d{1,3})%")
LARGEST = 2000
"""A base beyond this pins nothing down that is small, and costs time."""


def outcomes(text: str, bases: Iterable[int], k: int) -> list[tuple[int, int]]:
    """Every base with every number of failures that the rate `text` can stand for; the ledger's rule is known."""
    found = PERCENT.fullmatch(text)
    if not found:
        return []
    if found["bound"]:
        at_most = int(found["number"])
        return [(n, f) for n in bases for f in range(1, min(k, n + 1)) if 100 * (n - k + 1) // n == at_most]
    step = Fraction(1, 10 ** len(found["decimals"] or ""))
    shares = Fraction(int(found["number"])) + int(found["decimals"] or 0) * step
    return [(n, f) for n in bases for f in failures(n, shares, step)]


def failures(base: int, percent: Fraction, step: Fraction) -> list[int]:
    """How many of `base` can have failed when the share of successes was rounded, either way, to `percent`."""
    near = base - percent * base / 100
    around = range(max(0, int(near) - 1), min(base, int(near) + 2) + 1)
    return [f for f in around if abs(Fraction(100 * (base - f), base) - percent) <= step / 2]


def rate_findings(claim: Claim, bases: range, k: int) -> Iterator[Finding]:
    """What the rate of one stream gives away, if its base lies in `bases`."""
    pairs = outcomes(claim.text, (n for n in bases if 0 < n <= LARGEST), k)
    station, category = claim.scope.stream or ("", "")
    sides = (("件数", {n for n, _ in pairs}), ("失败", {f for _, f in pairs}), ("成功", {n - f for n, f in pairs}))
    for what, values in sides:
        if (what != "件数" or len(bases) > 1) and pinned(values, k):
            yield Finding(station, category, period_of(claim.scope), spelled(values), f"成功率 {claim.text}", what)


def share_findings(claim: Claim, base: int, k: int) -> Iterator[Finding]:
    """What the class of a station's year gives away, when between half and all of its `base` cases were rated."""
    found = CLASS.fullmatch(claim.text)
    low, high = (int(found[1]), int(found[2])) if found else (0, 0)
    counted = range(max(1, (base + 1) // 2), min(base, LARGEST) + 1)
    against = {n - s for n in counted for s in range(-(-low * n // 100), high * n // 100 + 1)}
    station = min(claim.scope.stations or ("",))
    if found and base and pinned(against, k):
        yield Finding(station, "", period_of(claim.scope), spelled(against), f"档次 {claim.text}", "不满意或超时")


def pinned(values: set[int], k: int) -> bool:
    """Whether so few values are possible that a small one is as good as known; none at all is not known."""
    return bool(values) and values != {0} and min(values) < k and len(values) < k - 1


def spelled(values: set[int]) -> str:
    """`3`, or `1–2`."""
    return str(min(values)) if len(values) == 1 else f"{min(values)}–{max(values)}"


def period_of(scope: Scope) -> str:
    """The months of `scope`."""
    return shown(scope.first or scope.last or 0, scope.last or 0)
