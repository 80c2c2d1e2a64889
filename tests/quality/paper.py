"""How many sheets a station's notice takes."""

from __future__ import annotations

from tests.browser.test_print import printed
from tests.quality.bench import Bench, Measured
from tests.quality.bulletins import kind_of

STATIONS = "stations/*/"


def sheets(bench: Bench) -> Measured:
    """The A4 sheets of the station that needs most of them."""
    stations = [one for one in bench.bulletin.looked_at if kind_of(one) == STATIONS]
    needed = {one: len(printed(bench.browser, bench.home + one).sheets) for one in stations}
    worst = max(needed, key=lambda one: needed[one])
    return Measured(needed[worst], worst)
