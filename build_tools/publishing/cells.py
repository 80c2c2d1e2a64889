"""The smallest pieces of a page that are more than text: they stand dozens of times on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from build_tools.publishing.icons import icon
from build_tools.records.key import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.publishing.shown import Shown
    from build_tools.records.hours import HoursRule
    from build_tools.records.values import Provision


class Cells:
    """Values as cells, in the words of one language."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.unknown = dashed(shown.say("unknown"))

    def known(self, value: object) -> str:
        """`value` as residents read it; the dashed box when nobody knows it."""
        return self.unknown if isinstance(value, Unknown) else self.shown.of(value)

    def rule(self, value: HoursRule) -> str:
        """When, in words; in the dashed box when the clock time is missing."""
        words = self.shown.of(value)
        return words if value.opening.has_clock else dashed(words)

    def rules(self, values: Iterable[HoursRule]) -> Markup:
        """All of `values`, in one line."""
        return Markup("{}").format(self.shown.say("semicolon")).join(map(self.rule, values))

    def provision(self, value: Provision | Unknown) -> Markup:
        """有, 没有 or 部分 with its remark, behind a tick, a cross or a half disc."""
        if isinstance(value, Unknown):
            return self.unknown
        remark = self.shown.say("colon") + value.note if value.note else ""
        return icon(value.have.code) + self.shown.of(value.have) + remark


def dashed(words: str) -> Markup:
    """The box that says that something is not known."""
    return Markup('<span class="bulletin-unknown">{}</span>').format(words)
