"""Paper: a station is one sheet or one door plate, an event one poster, and their codes lead back to the page.

A station's code leads there by its short address.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]
import pytest
import zxingcpp

from build_tools.records.short import short_of
from tests.browser.conftest import built_and_served
from tests.browser.waiting import until
from tests.conftest import put
from tests.sites import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL.Image import Image
    from playwright.sync_api import Browser

ADDRESS = "https://example.org/bulletin/"
"""Of the demonstration bulletin, and here of our own, which has none yet."""
LONG = "stations/long/"
SHORT = {"stations/zhengyang/": "s/34bqdk/", "stations/zhoulukou/": "s/rmqc9x/"}
JIA_LAO = "s/" + short_of("jia-lao") + "/"
"""Of 甲站, which first was called so."""
STATIONS = {
    "stations/zhengyang/": ["蒸阳社区红色驿站", "本周（", "电话", "饮水机", "免费理发", "到站说事", "门口坡道", "尚未"],
    "stations/zhoulukou/": ["周路口街道暖心加油站", "开放时间待核实", "可问 12345", "微波炉", "心愿信箱", "尚未"],
}
JIA = [
    "甲站",
    "本周（",
    "周一至周五 8:30–12:00",
    "0000-1234567",
    "微波炉",
    "免费理发",
    "心愿信箱",
    "部分：只到一楼",
    "已经",
    "侧门",
]
FOOT = ["扫码看最新的时间和公告", "内容截至2026年11月21日", "以网页为准"]
ON_SCREEN = [
    "营业中",
    "今天",
    "谁一起做",
    "谁在站里",
    "办件统计",
    "驿站的来历",
    "哪里不对",
    "订阅",
    "修改这一页",
    "打印",
    "红屋顶",
]
POSTERS = {
    "events/2026/today/": [
        "周末课堂：剪窗花",
        "2026年11月21日",
        "14:00–16:00",
        "甲站阅读区",
        "老花镜",
        "学折纸",
        "服务队",
    ],
    "events/2026/picnic/": ["秋游", "已取消", "下雨"],
    "events/2026/film/": ["露天电影", "改期", "2026年12月5日"],
    "events/2026/chess/": ["周五棋会", "每周五", "接下来几次"],
}


class Print:
    """What comes out of the printer."""

    def __init__(self, content: bytes) -> None:
        self.sheets = list(pypdfium2.PdfDocument(content))
        self.texts = [plain(sheet.get_textpage().get_text_range()) for sheet in self.sheets]

    def picture(self, position: int = 0) -> Image:
        """One sheet, as sharp as a plain printer's."""
        sheet: Image = self.sheets[position].render(scale=200 / 72).to_pil()
        return sheet

    def code(self) -> str:
        """What a telephone reads from the first sheet."""
        (read,) = zxingcpp.read_barcodes(self.picture())
        return str(read.text)

    def lacks(self, words: list[str]) -> list[str]:
        """Which of `words` the first sheet does not say."""
        return [word for word in words if plain(word) not in self.texts[0]]


def plain(text: str) -> str:
    """`text` without the blanks and line ends that a page's width makes."""
    return "".join(text.split())


def printed(browser: Browser, address: str, **options: str) -> Print:
    """The page at `address` on paper, for somebody who has just opened it and goes for the menu: nobody has scrolled.

    Chromium 150 prints no image that it has not loaded yet.
    """
    page = browser.new_page(**options)  # type: ignore[arg-type]
    page.goto(address, wait_until="networkidle")
    page.mouse.move(9, 9)
    until(page, "[...document.querySelectorAll('#paper img')].every(code => code.naturalWidth)")
    content = page.pdf(prefer_css_page_size=True)
    page.close()
    return Print(content)


def landed(code: str, browser: Browser, home: str) -> str:
    """Where one stands in the end who scans `code`, on the site that is served at `home` instead of `ADDRESS`."""
    page = browser.new_page()
    page.goto(code.replace(ADDRESS, home))
    page.wait_for_selector("main")
    page.close()
    return page.url


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Our own content with an address, and with a station that has far more to say than a sheet holds."""
    content = tmp_path_factory.mktemp("own") / "content"
    shutil.copytree(CONTENT, content)
    with (content / "site.yml").open("a", encoding="utf-8") as site:
        site.write(f"网址: {ADDRESS}\n")
    station = (content / "stations/zhengyang.yml").read_text(encoding="utf-8").replace("红色驿站", "第二驿站")
    told = (
        "  - {种类: 义诊, 时间: 每周一上午, 时间说明: 先到先看, 对象: 居民, 费用: 免费, 带什么: 医保卡, 上门: 没有}\n"
    )
    put(content, "stations/long.yml", station.replace("服务:\n", f"服务:\n{told * 12}"))
    yield from built_and_served(content, tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize("uri", STATIONS)
def test_a_station_is_one_sheet_with_what_a_resident_needs(uri: str, browser: Browser, own: tuple[str, Path]) -> None:
    sheet = printed(browser, own[0] + uri)
    assert len(sheet.sheets) == 1
    assert sheet.lacks([*STATIONS[uri], *FOOT, ADDRESS.removeprefix("https://") + SHORT[uri]]) == []
    assert len(sheet.lacks(ON_SCREEN)) == len(ON_SCREEN)
    assert landed(sheet.code(), browser, own[0]) == own[0] + uri


def test_a_full_station_with_an_urgent_notice_is_one_sheet_too(browser: Browser, sample: tuple[str, Path]) -> None:
    sheet = printed(browser, f"{sample[0]}stations/jia/")
    assert len(sheet.sheets) == len(printed(browser, f"{sample[0]}en/stations/jia/").sheets) == 1
    assert sheet.lacks([*JIA, *FOOT]) == []
    assert len(sheet.lacks(ON_SCREEN)) == len(ON_SCREEN)
    assert sheet.code() == ADDRESS + JIA_LAO
    assert landed(sheet.code(), browser, sample[0]) == f"{sample[0]}stations/jia/"


def test_large_letters_and_a_dark_screen_do_not_change_the_sheet(browser: Browser, sample: tuple[str, Path]) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(f"{sample[0]}stations/jia/", wait_until="networkidle")
    page.check("#large")
    sheet = Print(page.pdf(prefer_css_page_size=True))
    assert len(sheet.sheets) == 1
    assert sheet.picture().getpixel((5, 5)) == (255, 255, 255)


def test_a_long_station_is_two_sheets_with_its_name_and_week_on_the_first(
    browser: Browser, own: tuple[str, Path]
) -> None:
    sheet = printed(browser, own[0] + LONG)
    assert len(sheet.sheets) == 2
    assert sheet.lacks(["蒸阳社区第二驿站", "本周（", "周日"]) == []


@pytest.mark.parametrize("scripted", [True, False])
def test_the_door_plate_says_the_name_the_hours_and_the_telephone(
    scripted: bool, browser: Browser, sample: tuple[str, Path]
) -> None:
    plate = printed(browser, f"{sample[0]}stations/jia/#plate", java_script_enabled=scripted)  # type: ignore[arg-type]
    width, height = plate.sheets[0].get_size()
    assert (len(plate.sheets), width > height) == (1, True)
    assert plate.lacks(["甲站", "周一至周五 8:30–12:00、14:00–17:30", "节假日 休息", "样本路1号", "0000-1234567"]) == []
    assert len(plate.lacks(["本周（", "微波炉", "心愿信箱", "坡道"])) == 4
    assert plate.code() == ADDRESS + JIA_LAO


def test_the_english_sheet_leads_to_the_english_page(browser: Browser, sample: tuple[str, Path]) -> None:
    assert printed(browser, f"{sample[0]}en/stations/jia/").code() == f"{ADDRESS}en/stations/jia/"


def test_the_plate_of_a_paused_station_says_so_and_no_hours(browser: Browser, sample: tuple[str, Path]) -> None:
    plate = printed(browser, f"{sample[0]}stations/bing/#plate")
    assert len(plate.sheets) == 1
    assert plate.lacks(["丙站", "暂停开放", "请去：甲站"]) == []
    assert "周一至周五" not in plate.texts[0]


@pytest.mark.parametrize("uri", POSTERS)
def test_an_event_is_one_poster(uri: str, browser: Browser, sample: tuple[str, Path]) -> None:
    poster = printed(browser, sample[0] + uri)
    assert len(poster.sheets) == 1
    assert poster.lacks([*POSTERS[uri], "内容截至"]) == []
    assert len(poster.lacks(["看全部活动", "修改这一页", "打印"])) == 3
    assert poster.code() == ADDRESS + uri


def test_one_click_prints_the_plate(browser: Browser, sample: tuple[str, Path]) -> None:
    page = browser.new_page()
    page.add_init_script("window.print = () => { window.printed = Boolean(document.querySelector('#plate:target')) }")
    page.goto(f"{sample[0]}stations/jia/")
    page.click("a[href='#plate']")
    assert page.evaluate("window.printed") is True
    page.click(".bulletin-row a[href='#paper']")
    assert page.evaluate("window.printed") is False


def test_without_an_address_there_is_no_code_and_the_sheet_is_whole(browser: Browser, site: tuple[str, Path]) -> None:
    sheet = printed(browser, f"{site[0]}stations/zhengyang/")
    assert list(site[1].rglob("qr.svg")) == []
    assert len(sheet.sheets) == 1
    assert sheet.lacks(["蒸阳社区红色驿站", "内容截至2026年11月21日"]) == []
    assert len(sheet.lacks(["扫码", "以网页为准"])) == 2


def test_the_code_is_fetched_for_whoever_presses_a_key(browser: Browser, sample: tuple[str, Path]) -> None:
    page = browser.new_page()
    page.goto(f"{sample[0]}stations/jia/", wait_until="networkidle")
    with page.expect_response(lambda answer: answer.url.endswith("qr.svg")) as answered:
        page.keyboard.press("Control")
    assert answered.value.ok


def test_the_code_is_not_fetched_for_a_finger(browser: Browser, sample: tuple[str, Path]) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(f"{sample[0]}stations/jia/", wait_until="networkidle")
    page.touchscreen.tap(100, 300)
    assert page.locator("#paper img").get_attribute("loading") == "lazy"


def test_photos_and_code_wait_until_somebody_comes_near(browser: Browser, sample: tuple[str, Path]) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{sample[0]}stations/yi/", wait_until="networkidle")
    assert [url for url in asked if url.endswith((".webp", "qr.svg"))] == []
    with page.expect_response(lambda answer: answer.url.endswith(".webp")) as answered:
        page.locator("#photos img").first.scroll_into_view_if_needed()
    assert answered.value.ok
