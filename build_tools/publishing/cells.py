"""The smallest pieces of a page that are more than text: they stand dozens of times on each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from build_tools.publishing.icons import icon
from build_tools.records.key import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.publishing.shown import Shown
    from build_tools.records.hours import HoursRule
    from build_tools.records.values import Provision

has_special = re.compile("[&<>\"']").search
DATE = re.compile(r"(?:\d{4}年)?\d+月\d+日（周.）")


class Cells:
    """Values as cells, in the words of one language."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.unknown = dashed(shown.say("unknown"))
        self.no_clock = dashed(shown.say("hours.clock_unknown"))
        self.semicolon = str(escape(shown.say("semicolon")))

    def known(self, value: object) -> str:
        """`value` as residents read it; the dashed box when nobody knows it."""
        return self.unknown if isinstance(value, Unknown) else self.shown.of(value)

    def rule(self, value: HoursRule) -> str:
        """When, in words; a dashed box behind them when the clock time is missing."""
        words = escaped(self.shown.known_of_rule(value))
        return words if value.opening.has_clock else f"{words} {self.no_clock}"

    def rules(self, values: Iterable[HoursRule]) -> Markup:
        """All of `values`, in one line."""
        return already_escaped(self.semicolon.join(map(self.rule, values)))

    def provision(self, value: Provision | Unknown) -> Markup:
        """有, 没有 or 部分 with its remark, behind a tick, a cross or a half disc."""
        if isinstance(value, Unknown):
            return self.unknown
        return already_escaped(f"{icon(value.have.code)}{escaped(self.shown.provision(value))}")


@lru_cache(maxsize=1_000, typed=True)  # the days to come are the same few on all pages; a Markup is no other text
def whole_dates(words: str) -> Markup:
    """`words`, in which no line breaks within a date and its weekday."""
    return already_escaped(DATE.sub(r'<span class="bulletin-phrase">\g<0></span>', str(escaped(words))))


def dashed(words: str) -> Markup:
    """The box that says that something is not known."""
    return Markup('<span class="bulletin-unknown">{}</span>').format(words)


def already_escaped(html: str) -> Markup:
    """`html`, for whose safety the caller answers, as Markup: that would first ask what it is given, in most of its time."""
    return str.__new__(Markup, html)


def escaped(value: Any) -> str:
    """`value` as HTML, as `escape` has it; most words have nothing in them to escape, and need no Markup made of them."""
    if type(value) is Markup or (type(value) is str and not has_special(value)):
        return value
    return escape(value)
