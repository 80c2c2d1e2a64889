"""Renew the pictures of the README from freshly built sites: `make screenshots`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

from tests.browser.conftest import QUIET, served
from tests.sites import CONTENT, SAMPLE

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
SHOTS: tuple[tuple[str, Path, str, int, Literal["light", "dark"]], ...] = (
    ("home", CONTENT, "", 360, "light"),
    ("station", CONTENT, "stations/zhengyang/", 360, "light"),
    ("station-dark", SAMPLE, "stations/jia/", 360, "dark"),
    ("home-wide", CONTENT, "", 1280, "light"),
    ("cases", SAMPLE, "stations/jia/#cases", 360, "light"),
)
"""Name, content, page, width in CSS pixels, colour scheme."""
MORNING = "2026-11-21T10:00:00+08:00"
"""When the pictures are taken, on the day for which the sites are built."""


def main() -> int:
    """Write every picture of `SHOTS`; 1 when there is no browser."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.stderr.write("no Chromium on this machine\n")
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET.split())
        for content in (CONTENT, SAMPLE):
            server = served(content, Path(folder) / content.name)
            address, _ = next(server)
            for name, of, uri, width, scheme in SHOTS:
                if of == content:
                    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
                    page.clock.set_fixed_time(MORNING)
                    page.goto(address + uri)
                    page.screenshot(path=PICTURES / f"{name}.png")
            next(server, None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
