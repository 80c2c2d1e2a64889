"""While somebody writes: the browser shows what was saved, by itself."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.hooks.test_serve import replace, serve
from tests.sites import CONTENT, copy_engine

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_a_page_loads_anew_by_itself_after_an_edit_and_after_a_mistake(browser: Browser, tmp_path: Path) -> None:
    shutil.copytree(CONTENT, copy_engine(tmp_path) / "content")
    with serve(tmp_path) as served:
        page = browser.new_context().new_page()
        page.goto(f"{served.address}stations/zhengyang/")
        page.wait_for_timeout(500)
        replace(served.station, "面积: 45", "面积: 很大")
        page.get_by_text("错误 E045").wait_for()
        replace(served.station, "面积: 很大", "面积: 46")
        page.get_by_text("46 平方米").wait_for()
        assert page.get_by_text("E045").count() == 0
