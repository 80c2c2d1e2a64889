"""What must hold within a statement; `rules.py` lists these functions among the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.reading.written import Written, each
from build_tools.records.amount import Amount
from build_tools.records.event import Event
from build_tools.records.organization import Organization
from build_tools.records.station import Station
from build_tools.records.values import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.problems import Problem


@dataclass(frozen=True, slots=True)
class Based:
    """A statement that names the base of its percentage, and where it is written."""

    one: Written
    path: tuple[str | int, ...]
    statement: Statement

    @property
    def said(self) -> Amount:
        """What its figure means."""
        return Amount.from_text(self.statement.said)

    @property
    def base(self) -> Amount:
        """What its base means."""
        return Amount.from_text(self.statement.base)

    def problem(self, code: str, **words: object) -> Problem:
        """A problem at the base."""
        return self.one.problem(code, *self.path, "base", **words)


def all_based(written: Sequence[Written]) -> Iterator[Based]:
    """Every statement with a base, wherever statements may stand."""
    for one, path, statements in all_lists(written):
        for position, statement in enumerate(statements):
            if statement.base:
                yield Based(one, (*path, position), statement)


def all_lists(written: Sequence[Written]) -> Iterator[tuple[Written, tuple[str | int, ...], tuple[Statement, ...]]]:
    """Every list of statements, and where it is written."""
    for one, station in each(written, Station):
        yield one, ("statements",), station.statements
        for position, channel in enumerate(station.channels):
            yield one, ("channels", position, "statements"), channel.statements
    for one, organization in each(written, Organization):
        yield one, ("statements",), organization.statements
    for one, event in each(written, Event):
        yield one, ("guests",), event.guests


def only_a_percentage_has_a_base(written: Sequence[Written]) -> Iterator[Problem]:
    """A count is not a share of anything."""
    for based in all_based(written):
        if based.said.percentage is None:
            yield based.problem("E130", said=based.statement.said)


def a_base_is_a_count(written: Sequence[Written]) -> Iterator[Problem]:
    """Of a base one must be able to say how many it is, at least roughly."""
    for based in all_based(written):
        is_count = based.base.has_figure and not based.base.percentage
        if based.said.percentage and not is_count:
            yield based.problem("E131", base=based.statement.base)


def a_percentage_can_come_from_its_base(written: Sequence[Written]) -> Iterator[Problem]:
    """Some whole number within the base gives the percentage; it is published as reported all the same."""
    for based in all_based(written):
        claimed = based.said.percentage
        if claimed and not based.said.can_be_share_of(based.base):
            words = {"said": based.statement.said, "base": based.statement.base}
            yield based.problem("W103", **words, bounds=bounds_of(based.base), smallest=claimed.smallest_base)


def bounds_of(base: Amount) -> str:
    """From how many to how many `base` can be, at least one; a base that makes a share impossible always has an end."""
    low = max(base.low or 0, min(1, base.high or 0))
    return str(low) if low == base.high else f"{low}–{base.high}"
