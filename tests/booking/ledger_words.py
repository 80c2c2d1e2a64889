"""Ledgers in a notation one can read aloud: `0 2 5 | 0 . 2–3:7`, what happened month by month and what was published.

Left of the bar: the count of each month, with adjustments. Right of it, in the same month: `0` a published zero, `.`
nothing, `2–3:7` a batch of the months 2 to 3 with seven cases, `3:5` one of month 3 alone; `+4` at the end: four cases
wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.booking.ledger import booked

if TYPE_CHECKING:
    from build_tools.booking.ledger import Booked, Waiting


def published(
    line: str, k: int | tuple[int, ...] = 5, *, hides_zeros: bool = False, inherited: Waiting | None = None
) -> str:
    """The ledger, in words, of the counts left of the bar in `line`; `k` cases are needed, or so many each month."""
    counts = [int(count) for count in line.partition("|")[0].split()]
    needed = k if isinstance(k, tuple) else (k,) * len(counts)
    return in_words(booked(1, counts, needed, hides_zeros=hides_zeros, inherited=inherited), len(counts))


def in_words(ledger: Booked, length: int) -> str:
    """`ledger` of so many months from month 1 on, as right of the bar."""
    said = dict.fromkeys(ledger.zeros, "0")
    for since, until, count in ledger.batches:
        said[until] = f"{until}:{count}" if since == until else f"{since}–{until}:{count}"
    months = [said.get(month, ".") for month in range(1, length + 1)]
    return " ".join([*months, *([f"+{ledger.waiting.amount}"] if ledger.waiting else [])])


def right(line: str) -> str:
    """What `line` says right of its bar, blanks between months as one."""
    return " ".join(line.partition("|")[2].split())
