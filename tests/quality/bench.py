"""What a measure gets to measure, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from playwright.sync_api import Browser

from tests.quality.bulletins import Bulletin
from tests.quality.wire import Wire

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, eq=False)
class Bench:
    """One bulletin on a server, and a browser to open it with."""

    bulletin: Bulletin
    wire: Wire
    chromium: Browser | None

    @property
    def browser(self) -> Browser:
        """The browser, for measures that are not taken without one."""
        assert self.chromium
        return self.chromium

    @property
    def home(self) -> str:
        """The address of the home page."""
        return self.wire.address + self.bulletin.below


class Measured(NamedTuple):
    """The worst value, where it was met, and what else was found."""

    value: float
    where: str = ""
    findings: tuple[str, ...] = ()


def counted(findings: Iterable[str]) -> Measured:
    """The number of `findings`, each of which begins with its page and a space."""
    found = tuple(findings)
    return Measured(len(found), found[0].partition(" ")[0] if found else "", found)
