"""What the table says, and when the gate is shut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.quality.bench import Measured
from tests.quality.budgets import BUDGETS, Budget
from tests.quality.bulletins import Bulletin, kind_of
from tests.quality.table import Line, explained, table

if TYPE_CHECKING:
    from pathlib import Path

WEIGHT = Budget(name="weight", limit=100, measure=lambda _: Measured(0), unit="B")
SCORE = Budget(name="score", limit=98, measure=lambda _: Measured(0), at_least=True)
LIMITS = [(WEIGHT, 100, True), (WEIGHT, 101, False), (SCORE, 98, True), (SCORE, 97.5, False)]
KINDS = [
    ("", ""),
    ("404.html", "404.html"),
    ("stations/", "stations/"),
    ("stations/jia/", "stations/*/"),
    ("events/2026/chess/", "events/*/*/"),
    ("events/in/shili/", "events/in/*/"),
    ("en/", "en/"),
    ("en/stations/", "en/stations/"),
    ("en/stations/jia/", "en/stations/*/"),
]


@pytest.mark.parametrize(("budget", "value", "met"), LIMITS)
def test_a_limit_is_the_most_or_the_least(budget: Budget, value: float, met: bool) -> None:
    line = Line(budget, "own", Measured(value, "stations/"))
    assert line.met is met
    assert ("NOT" in table([line])) is not met


def test_a_line_that_was_skipped_is_not_met_and_says_why() -> None:
    line = Line(WEIGHT, "own", None, "no java here")
    assert not line.met
    assert "skipped  no java here" in table([line])


def test_the_first_findings_are_told_and_the_others_counted() -> None:
    told = explained(Line(WEIGHT, "own", Measured(7, "a", tuple("abcdefg"))))
    assert "  a\n" in told
    assert "2 more" in told


@pytest.mark.parametrize(("address", "kind"), KINDS)
def test_pages_of_a_kind(address: str, kind: str) -> None:
    assert kind_of(address) == kind


def test_the_largest_page_stands_for_its_kind(tmp_path: Path) -> None:
    for name, text in (("a", "short"), ("b", "longer than that")):
        (tmp_path / "stations" / name).mkdir(parents=True)
        (tmp_path / "stations" / name / "index.html").write_text(text, encoding="utf-8")
    assert Bulletin("own", tmp_path).kinds == {"stations/*/": "stations/b/"}


def test_no_budget_is_declared_twice() -> None:
    assert len({one.name for one in BUDGETS}) == len(BUDGETS)
