"""Renew the pictures of the READMEs and of the staff guide from freshly built sites: `make screenshots`."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.conftest import QUIET, built_and_served
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

PICTURES = Path(__file__).parent.parent / "build_tools" / "publishing" / "guide" / "pictures"
PAGES = {
    "home": "",
    "finder": "stations/?service=haircut",
    "station": "stations/jia/",
    "event": "events/2026/dongzhi/",
    "numbers": "stats/",
    "cases": "stations/jia/#cases",
}
"""Name → page of the demonstration bulletin."""
UNFOLDED = """() => {
  const part = document.querySelector(':target');
  if (!part) return;
  part.querySelectorAll('details').forEach(one => { one.open = true; });
  part.scrollIntoView();
}"""
"""Shows a page from the part that its address names, with all that is folded there."""
SCREENS = ((360, 740), (1280, 800))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SHEET = "stations/jia/"
MORNING = "2026-11-21T10:00:00+08:00"
"""When the pictures are taken, on the day for which the site is built."""
COLOURS = 96
"""Enough for flat colours and soft letters, at a third of the bytes."""


def main() -> int:
    """Write every picture; 1 when there is no browser."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.stderr.write("no Chromium on this machine\n")
        return 1
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET.split())
        server = built_and_served(SAMPLE, Path(folder) / "site")
        address, _ = next(server)
        pictures = dict([*screens(browser, address), ("sheet", sheet(browser, address))])
        next(server, None)
    shutil.rmtree(PICTURES)  # only now: the site that was built shows some of them
    PICTURES.mkdir()
    for name, picture in pictures.items():
        picture.convert("RGB").quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)
    return 0


def screens(browser: Browser, address: str) -> Iterator[tuple[str, Image.Image]]:
    """The first view of each page of `PAGES` on each screen in each scheme, by name."""
    for (name, uri), (width, height), scheme in product(PAGES.items(), SCREENS, SCHEMES):
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        page.clock.set_fixed_time(MORNING)
        page.goto(address + uri, wait_until="networkidle")
        page.evaluate(UNFOLDED)
        yield f"{name}-{width}-{scheme}", Image.open(io.BytesIO(page.screenshot()))
        page.close()


def sheet(browser: Browser, address: str) -> Image.Image:
    """The notice of a station as it comes out of a printer."""
    page = browser.new_page()
    page.goto(address + SHEET, wait_until="networkidle")
    paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    picture: Image.Image = paper[0].render(scale=1.2).to_pil()
    return picture


if __name__ == "__main__":
    sys.exit(main())
