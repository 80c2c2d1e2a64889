"""What axe finds: WCAG 2.2 A and AA, its best practices, and contrast of 7:1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tests.browser.test_pages import PHONE
from tests.quality.bench import Bench, Measured, counted
from tests.quality.tools import MODULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

AXE = MODULES / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}
CONTRAST = {"runOnly": ["color-contrast", "color-contrast-enhanced"], "resultTypes": ["violations"]}
FINDINGS = """async options => (await axe.run(document, options)).violations.flatMap(
  rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 120)} ${node.failureSummary.split('\\n')[1]}`))"""


class Way(NamedTuple):
    """One way of looking at pages, what is asked of it, and of which kinds: of all where none are named."""

    name: str
    scheme: Literal["light", "dark"]
    large: bool
    asked: dict[str, Any]
    kinds: tuple[str, ...] = ()


WAYS = (
    Way("light", "light", False, EVERYTHING),
    Way("dark", "dark", False, CONTRAST),
    Way("large", "light", True, EVERYTHING, ("", "stations/*/")),
)


def axe(bench: Bench) -> Measured:
    """Everything axe finds, in every way."""
    return counted(finding for way in WAYS for finding in findings(bench, way))


def findings(bench: Bench, way: Way) -> Iterator[str]:
    """What axe finds in one way of looking."""
    script = AXE.read_text(encoding="utf-8")
    with bench.browser.new_context(viewport=PHONE, color_scheme=way.scheme) as context:
        page = context.new_page()
        for address in bench.bulletin.of_kinds(way.kinds) or bench.bulletin.states:
            page.goto(bench.home + address)
            yield from (f"{address or 'home'} [{way.name}] {one}" for one in judged(page, script, way))


def judged(page: Page, script: str, way: Way) -> list[str]:
    """What axe, whose source is `script`, says of the open `page`."""
    page.locator("#large").set_checked(way.large)
    page.evaluate(script)  # as a debugger would: the page's policy admits no such script, and must not
    found: list[str] = page.evaluate(FINDINGS, way.asked)
    return found
