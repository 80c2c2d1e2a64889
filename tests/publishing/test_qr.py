"""QR codes: every address comes back as it was, and stations' and events' pages have one each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

from build_tools.build import build
from build_tools.publishing.qr import QUIET, qr_code
from build_tools.settings import settings_from
from tests.conftest import EVENT, put
from tests.sites import DAY, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://example.org/bulletin/"
TEXTS = ["a", "https://example.org/", "https://example.org/bulletin/stations/jia/", "https://例.中国/站/", "x" * 1000]


def drawn(svg: str) -> Image.Image:
    """The picture that `svg` draws, four pixels a module."""
    modules = side(svg.encode())
    picture = Image.new("L", (modules, modules), 255)
    for row, strokes in re.findall(r"M4 (\d+)\.5((?:[hm]\d+(?: 0)?)*)", svg):
        x = QUIET
        for move, length in re.findall(r"([hm])(\d+)", strokes):
            if move == "h":
                picture.paste(0, (x, int(row), x + int(length), int(row) + 1))
            x += int(length)
    return picture.resize((4 * modules, 4 * modules), Image.Resampling.NEAREST)


def side(svg: bytes) -> int:
    """How many modules wide the drawing is, with the white around it."""
    return int(re.findall(rb'viewBox="0 0 (\d+)', svg)[0])


@pytest.mark.parametrize("text", TEXTS)
def test_a_code_reads_as_what_was_written(text: str) -> None:
    (read,) = zxingcpp.read_barcodes(drawn(qr_code(text).decode()))
    assert (read.text, read.ec_level) == (text, "M")


def test_a_code_is_small_and_the_same_each_time() -> None:
    assert qr_code(TEXTS[2]) == qr_code(TEXTS[2])
    assert len(qr_code(TEXTS[2])) < 2500


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("", {}),
        ("网址: https://example.org/\n", {"events/2026/xiaqi/": "events/2026/xiaqi/", "stations/jia/": "s/58w9w4/"}),
    ],
)
def test_stations_and_events_have_a_code_once_the_site_has_an_address(
    address: str, codes: dict[str, str], content: Path
) -> None:
    put(content, "site.yml", f"名称: 驿站公告\n一句话: 示例区的驿站\n{address}")
    put(content, "events/2026/xiaqi.yml", EVENT)
    site = build(settings_from(content, {"SOURCE_DATE_EPOCH": "1795219200"})).site
    assert site
    found = {file.uri: file.content for file in site.files if file.uri.endswith("qr.svg")}
    assert sorted(found) == [f"{uri}qr.svg" for uri in codes]
    for uri, posted in codes.items():
        assert zxingcpp.read_barcodes(drawn(found[f"{uri}qr.svg"].decode()))[0].text == f"https://example.org/{posted}"


def test_a_code_beside_an_english_page_leads_to_that_page() -> None:
    site = build(settings_from(SAMPLE, {"SOURCE_DATE_EPOCH": DAY})).site
    assert site
    found = {file.uri: file.content.decode() for file in site.files if file.uri.endswith("stations/jia/qr.svg")}
    read = {uri: zxingcpp.read_barcodes(drawn(svg))[0].text.removeprefix(ADDRESS) for uri, svg in found.items()}
    assert read == {"stations/jia/qr.svg": "s/zt8mqf/", "en/stations/jia/qr.svg": "en/stations/jia/"}


def test_a_short_address_makes_a_code_of_fewer_modules() -> None:
    long, short = (qr_code(f"{ADDRESS}{uri}") for uri in ("stations/zhengyang/", "s/34bqdk/"))
    assert side(long) - side(short) == 4
