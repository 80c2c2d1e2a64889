"""Pages as the example configuration of nginx sends them: its policy forbids nothing that they do."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from build_tools.publishing.service_map.library import library_address
from tests.browser.finding import COUNTED, found, names
from tests.browser.test_map import LIVE, Watched
from tests.browser.test_pages import PHONE, watched
from tests.browser.waiting import until
from tests.hosting.nginx import nginx_here, serving
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.hosting.nginx import Nginx

    Published = Callable[[Path], Path]

PAGES = ("", "stations/jia/", "stations/", "stats/", "events/", "districts/shili/", "en/", "en/stations/jia/", "guide/")
VIOLATIONS = """
window.violations = [];
document.addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective + ' ' + event.blockedURI));
"""


@pytest.fixture
def folder(published: Published, tmp_path: Path) -> Path:
    """A host on which the demonstration bulletin is live."""
    nginx_here()
    shutil.copytree(published(SAMPLE), tmp_path / "host" / "releases" / "1-a", copy_function=os.link)
    for link in ("current", "previous"):
        (tmp_path / "host" / link).symlink_to("releases/1-a")
    return tmp_path / "host"


@pytest.fixture
def nginx(folder: Path, tmp_path: Path) -> Iterator[Nginx]:
    """The same, served."""
    with serving(folder, tmp_path / "nginx") as running:
        yield running


def test_pages_do_nothing_that_the_policy_forbids(browser: Browser, nginx: Nginx) -> None:
    page, seen = watched(browser, viewport=PHONE)
    page.add_init_script(VIOLATIONS)
    for uri in PAGES:
        answer = page.goto(nginx.address + uri, wait_until="networkidle")
        assert answer
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert page.evaluate("violations") == [], uri
    assert seen.messages == []
    assert set(seen.statuses.values()) == {200}
    assert seen.hosts == {"127.0.0.1"}


def test_the_policy_is_enforced(browser: Browser, nginx: Nginx) -> None:
    page, _ = watched(browser, viewport=PHONE)
    page.add_init_script(VIOLATIONS)
    page.goto(nginx.address)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=nowhere.png onerror=\"window.ran = 1\">')")
    until(page, "violations.length > 0")
    assert page.evaluate("window.ran ?? null") is None


def test_the_search_answers(browser: Browser, nginx: Nginx, folder: Path) -> None:
    page, seen = found(browser, (nginx.address, folder), "?q=理发")
    assert names(page)
    assert seen.messages == []


def test_a_page_that_was_opened_before_a_swap_still_opens_its_map_and_searches(
    browser: Browser, nginx: Nginx, folder: Path
) -> None:
    page, _ = found(browser, (nginx.address, folder), "?q=理发")
    seen = Watched(page)
    after = folder / "releases" / "2-b"
    shutil.copytree(folder / "releases" / "1-a", after, copy_function=os.link)
    shutil.rmtree((after / library_address()).parent)
    shutil.rmtree(next(path for path in (after / "search").iterdir() if path.is_dir()))
    (folder / "draft").symlink_to(after)
    (folder / "draft").rename(folder / "current")
    seen.open_map()
    assert page.locator(f"{LIVE} .leaflet-marker-pane").evaluate("one => getComputedStyle(one).position") == "absolute"
    page.fill("#q", "充电")
    page.get_by_role("button", name="找", exact=True).click()
    until(page, "location.search.includes('%E5%85%85')")
    until(page, COUNTED)
    assert names(page)
    assert seen.complaints == []
