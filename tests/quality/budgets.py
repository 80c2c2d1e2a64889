"""Every budget of the residents' site: what is measured, and how much of it is allowed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.quality.accessible import axe
from tests.quality.bench import Bench, Measured
from tests.quality.keyboard import unreached
from tests.quality.markup import broken_links, forbidden, html_validate, nu
from tests.quality.paper import sheets
from tests.quality.searching import query_bytes
from tests.quality.speed import map_drawn, score
from tests.quality.tools import Tool
from tests.quality.unscripted import missing_without_script
from tests.quality.visits import messages, sideways_scroll, small_targets, strangers
from tests.quality.weights import first_view_bytes, first_view_requests, next_page_bytes

KB = 1024
ALL = ("own", "sample", "generated")
REAL = ("own", "generated")
"""Those whose stations are as full as real ones; the demonstration's have everything at once, and are told without a limit."""


@dataclass(frozen=True, kw_only=True)
class Budget:
    """One line of the table."""

    name: str
    limit: float
    measure: Callable[[Bench], Measured]
    unit: str = ""
    at_least: bool = False
    """Whether the limit is a least value; else it is the most."""
    needs: tuple[Tool, ...] = (Tool.CHROMIUM,)
    of: tuple[str, ...] = ALL
    """The bulletins it is measured on."""
    alone: bool = False
    """Whether it measures time, so that nothing else may run meanwhile."""

    def met_by(self, value: float) -> bool:
        """Whether `value` is within the limit."""
        return value >= self.limit if self.at_least else value <= self.limit


def scored(category: str, least: int) -> Budget:
    """A score of Lighthouse."""
    return Budget(
        name=f"Lighthouse mobile, {category}, median of 3",
        limit=least,
        measure=partial(score, category=category),
        at_least=True,
        needs=(Tool.CHROMIUM, Tool.NODE),
        of=("own", "generated"),
        alone=True,
    )


BUDGETS = (
    Budget(
        name="first view of home or a station, all files", limit=14 * KB, measure=first_view_bytes, unit="B", of=REAL
    ),
    Budget(name="requests of that view", limit=5, measure=first_view_requests),
    Budget(name="next page", limit=6 * KB, measure=next_page_bytes, unit="B", of=REAL),
    Budget(name="requests to third parties", limit=0, measure=strangers),
    Budget(name="console messages, policy violations", limit=0, measure=messages),
    Budget(name="pages without policy, or at odds with a strict one", limit=0, measure=forbidden, needs=()),
    Budget(name="axe: A, AA, best practices, 7:1", limit=0, measure=axe, needs=(Tool.CHROMIUM, Tool.NODE)),
    Budget(name="Nu HTML checker", limit=0, measure=nu, needs=(Tool.NODE, Tool.JAVA)),
    Budget(name="html-validate", limit=0, measure=html_validate, needs=(Tool.NODE,)),
    Budget(name="broken internal links and parts", limit=0, measure=broken_links, needs=(Tool.LYCHEE,)),
    Budget(name="things to tap under 44 px", limit=0, measure=small_targets),
    Budget(name="sideways scroll at 320 px, normal and large type", limit=0, measure=sideways_scroll),
    Budget(name="unreached or unseen by keyboard", limit=0, measure=unreached),
    Budget(name="A4 sheets of a station's notice", limit=1, measure=sheets, of=("own", "sample")),
    Budget(name="missing with script off", limit=0, measure=missing_without_script),
    Budget(name="one query of the search", limit=30 * KB, measure=query_bytes, unit="B", of=("generated",)),
    Budget(
        name="map of the stations page drawn, 4× slower",
        limit=600,
        measure=map_drawn,
        unit="ms",
        of=("generated",),
        alone=True,
    ),
    scored("performance", 98),
    scored("accessibility", 100),
    scored("best practices", 100),
    scored("SEO", 100),
)
