"""Each measure of `make quality` finds the fault that it is there to find, in a page that has them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.quality.bench import Bench
from tests.quality.budgets import BUDGETS
from tests.quality.bulletins import Bulletin
from tests.quality.tools import nothing_may_be_skipped
from tests.quality.wire import compressed, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.quality.budgets import Budget

FAULTS = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>全是毛病</title>
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>全是毛病</h1>
<label><input type="checkbox" id="large"> 大字</label>
<p style="color: #666">太淡</p>
<p id="twice">一</p>
<p id="twice">二</p>
<pre>太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽太宽</pre>
<a href="nowhere.html">哪儿也不去</a>
<p><a href="#nothing" style="outline: none">看不见走到这里</a></p>
<p id="late"></p>
<img src="http://localhost:9/stranger.png" alt="">
<script>document.getElementById('late').textContent = '有脚本才有';</script>
</main>
</body>
</html>
"""
EXPECTED = {
    "requests to third parties": "localhost",
    "console messages, policy violations": "Failed to load resource",
    "pages without policy, or at odds with a strict one": "style= of <p>",
    "axe: A, AA, best practices, 7:1": "color-contrast-enhanced",
    "Nu HTML checker": "Duplicate ID",
    "html-validate": "no-dup-id",
    "broken internal links and parts": "nowhere.html",
    "things to tap under 44 px": "checkbox",
    "sideways scroll at 320 px, normal and large type": "in normal type",
    "unreached or unseen by keyboard": "看不见走到这里",
    "missing with script off": "有脚本才有",
}
"""Name of a budget → what stands in one of its findings."""


@pytest.fixture(scope="module")
def faulty(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """A site of one page."""
    root = tmp_path_factory.mktemp("faulty") / "site"
    root.mkdir()
    (root / "index.html").write_text(FAULTS, encoding="utf-8")
    with served(root, root) as wire:
        yield Bench(Bulletin("own", root), wire, browser)


@pytest.mark.parametrize("budget", [one for one in BUDGETS if one.name in EXPECTED], ids=lambda one: str(one.name))
def test_a_fault_is_found(budget: Budget, faulty: Bench) -> None:
    for tool in budget.needs:
        if tool.program is None:
            (pytest.fail if nothing_may_be_skipped() else pytest.skip)(f"no {tool.name.lower()} ({tool.value})")
    findings = budget.measure(faulty).findings
    assert [one for one in findings if EXPECTED[budget.name] in one], findings


def test_what_is_counted_is_what_travels(faulty: Bench) -> None:
    page, before = faulty.browser.new_page(), len(faulty.wire.sent)
    page.goto(faulty.home)
    assert faulty.wire.sent[before].size == len(compressed(faulty.bulletin.folder / "index.html")) < len(FAULTS) / 2
    assert page.content().count("太宽") == FAULTS.count("太宽")
