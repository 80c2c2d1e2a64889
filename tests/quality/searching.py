"""What one question to the search makes a browser download, beyond the finder itself."""

from __future__ import annotations

from tests.browser.finding import COUNTED
from tests.browser.test_pages import PHONE
from tests.browser.waiting import until
from tests.quality.bench import Bench, Measured
from tests.quality.weights import downloaded

QUESTIONS = (
    "免费理发",
    "理发",
    "充电",
    "示例1区理发",
    "例9",
    "示",
    "lifa",
    "li fa",
    "lf",
    "kaishui",
    "9999",
    "没有这个",
)
"""Words in sentences, a district with a service, the middle of a name, one character, three spellings, nothing."""


def query_bytes(bench: Bench) -> Measured:
    """The most that one of `QUESTIONS` downloads, in a browser that knows the finder and has never asked."""
    sizes = {question: answered(bench, question) for question in QUESTIONS}
    worst = max(sizes, key=lambda one: sizes[one])
    return Measured(sizes[worst], worst)


def answered(bench: Bench, question: str) -> int:
    """The bytes sent between pressing the button and reading the answer."""
    with bench.browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        downloaded(bench, page, "stations/")
        before = len(bench.wire.sent)
        page.get_by_role("searchbox").fill(question)
        page.get_by_role("searchbox").press("Enter")
        until(page, COUNTED)
        page.wait_for_load_state("networkidle")
        return sum(one.size for one in bench.wire.sent[before:])
