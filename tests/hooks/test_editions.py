"""The English edition: pages of its own below `/en/`, each leading to its counterpart, files shared with the Chinese one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.sites import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def site(published: Callable[[Path], Path]) -> Path:
    return published(SAMPLE)


def page(site: Path, uri: str) -> str:
    return (site / uri / "index.html").read_text(encoding="utf-8")


def test_top_and_record_pages_are_mirrored_and_the_staff_guide_is_not(site: Path) -> None:
    chinese, english = (
        {path.relative_to(root).as_posix() for path in root.rglob("index.html")} for root in (site, site / "en")
    )
    chinese = {path for path in chinese if not path.startswith("en/")}
    assert english == {path for path in chinese if not path.startswith(("guide/", "s/"))}
    assert not (site / "en/404.html").exists()


def test_what_is_translated_is_english_and_the_rest_is_marked_chinese(site: Path) -> None:
    html = page(site, "en/stations/jia/")
    assert '<html lang="en">' in html
    assert "Station Jia" in html.partition("<title>")[2].partition("</title>")[0]
    assert "甲站" not in html.partition("<h1>")[2].partition("</h1>")[0]
    assert '<span lang="zh-CN">第一街道</span>' in html
    assert "Sample District, Sample City" in html


def test_no_chinese_stands_unmarked_in_an_english_page(site: Path) -> None:
    for path in (site / "en").rglob("*.html"):
        body = re.sub(
            r"(?s)<title>.*?</title>|<option.*?</option>|<desc>.*?</desc>|<script type.*?</script>",
            "",
            path.read_text("utf-8").rpartition("<body>")[2],
        )
        unmarked = re.sub(r'<(span|tspan|a)[^>]* lang="zh-CN"[^>]*>[^<]*</\1>|<[^>]*>', "", body)
        assert re.findall("[\u3400-\u9fff]+", unmarked) == [], path


@pytest.mark.parametrize("uri", ["", "stations/jia/", "events/2026/dongzhi/", "needs/water/", "about/"])
def test_a_page_and_its_counterpart_name_each_other(uri: str, site: Path) -> None:
    root = "https://example.org/bulletin/"
    for html in (page(site, uri), page(site, f"en/{uri}")):
        assert re.findall('<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', html) == [
            ("zh-CN", root + uri),
            ("en", f"{root}en/{uri}"),
            ("x-default", root + uri),
        ]
    up = "../" * uri.count("/")
    assert f'href="{up}en/{uri}" lang="en" hreflang="en">English</a>' in page(site, uri)
    assert f'href="../{up}{uri}" lang="zh-CN" hreflang="zh-CN">' in page(site, f"en/{uri}")


def test_a_page_without_counterpart_leads_to_the_other_language_s_home(site: Path) -> None:
    html = page(site, "guide/hours/")
    assert 'href="../../en/" lang="en" hreflang="en">English</a>' in html
    assert 'rel="alternate" hreflang' not in html


def test_an_old_address_names_no_versions_of_itself(site: Path) -> None:
    html = page(site, "en/stations/first/")
    assert 'rel="alternate" hreflang' not in html
    assert '<link rel="canonical" href="https://example.org/bulletin/en/stations/jia/">' in html


def test_an_english_page_is_printed_with_the_code_of_its_own_address(site: Path) -> None:
    html = page(site, "en/stations/jia/")
    assert 'src="qr.svg"' in html
    assert "example.org/bulletin/en/stations/jia/" in html
    assert (site / "en/stations/jia/qr.svg").read_bytes() != (site / "stations/jia/qr.svg").read_bytes()


def test_a_calendar_is_kept_at_the_old_addresses_of_its_station(site: Path) -> None:
    texts = {(site / f"stations/{id}/calendar.ics").read_bytes() for id in ("jia", "jia-lao", "first")}
    assert len(texts) == 1


def test_english_readers_find_by_the_chinese_on_the_sign_too(site: Path) -> None:
    tokens: dict[str, list[Path]] = {name: [] for name in ("理发", "甲站", " jia", "haircut", "lf")}
    for path in (site / "en/search").glob("*/tokens/*.json"):
        for name in tokens.keys() & json.loads(path.read_text(encoding="utf-8")).keys():
            tokens[name].append(path)
    assert [name for name, found in tokens.items() if not found] == []


def test_the_menu_of_an_edition_stays_in_it_and_knows_where_one_is(site: Path) -> None:
    menu = page(site, "en/stations/jia/").partition("<nav")[2].partition("</nav>")[0]
    assert re.findall('href="([^"]*)"', menu)[:2] == ["../../", "../"]
    assert '<a href="../" aria-current="true">' in menu
    assert menu.count("aria-current") == 1


def test_files_are_shared_by_the_editions(site: Path) -> None:
    assert 'href="../../../stations/jia/calendar.ics"' in page(site, "en/stations/jia/")
    assert not list((site / "en").rglob("*.ics"))


def test_the_site_map_lists_both_editions(site: Path) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/bulletin/en/stations/jia/</loc>" in text
    assert "<loc>https://example.org/bulletin/stations/jia/</loc>" in text


def test_both_editions_tell_the_same_counts(site: Path) -> None:
    """The attack reads the Chinese pages; what it finds there holds for the others."""
    for uri in ("stats/", "stations/jia/", "stations/yi/", "stations/ding/"):
        tables = [
            "".join(re.findall("(?s)<table class=.bulletin-cases.*?</table>", page(site, folder + uri)))
            for folder in ("", "en/")
        ]
        counts = [re.findall(r"(?:<td>|[：:] ?)(\d+)件?</", table) for table in tables]
        assert counts[0] == counts[1] != []
