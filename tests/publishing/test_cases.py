"""Published counts on pages, in drawings and as a file: the same figures everywhere, and no others."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest

from build_tools.booking.ledger import booked
from build_tools.build import build
from build_tools.publishing.pages.numbers import COUNTING
from build_tools.publishing.shown import Shown
from build_tools.reading.locale import read_wording
from build_tools.records.month import Month
from build_tools.settings import Settings
from tests.conftest import MINIMAL, STATION, put

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.publishing.site import Site

TALLY = """\
截止月: 2026-06
类别:
  安全隐患:
    起始月: 2025-11
    零: [2026-01]
    批次:
      - {自: 2025-11, 至: 2025-12, 件数: 106}
      - {自: 2026-02, 至: 2026-03, 件数: 7}
    结果: [{年: 2025, 成功率: "≥96%"}]
  家暴:
    起始月: 2026-01
    零: []
    批次: [{自: 2026-01, 至: 2026-05, 件数: 12}]
年度: [{年: 2025, 满意度: 90–100%, 用时: 1–3天}]
停用: []
"""
WORDS = MINIMAL["vocabulary.yml"].replace("名称: 安全隐患}", "名称: 安全隐患}, {代码: violence, 名称: 家暴, 敏感: 是}")


@pytest.fixture
def counted(content: Path) -> Path:
    """The smallest bulletin with counts at its station."""
    put(content, "vocabulary.yml", WORDS)
    put(content, "tallies/jia.yml", TALLY)
    return content


def built(content: Path, language: str = "zh") -> Site:
    """The site of `content`."""
    found = build(Settings(content=content, today=date(2026, 7, 5), language=language))
    assert found.site is not None, found.problems
    return found.site


def page(site: Site, uri: str) -> str:
    """The body of the page `uri`."""
    return str(next(page.body for page in site.pages if page.uri == uri))


def words(html: str) -> str:
    """What one reads in `html`, blanks between the parts."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def section(site: Site) -> str:
    """The counts on the station's page."""
    found = re.search(r'<section class="bulletin-section" id="cases">.*?</section>', page(site, "stations/jia/"), re.S)
    return found[0] if found else ""


def csv_rows(site: Site) -> list[list[str]]:
    """The rows of the file of all counts."""
    content = next(file.content for file in site.files if file.uri == "data/tallies.csv")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_merged_cell_reads_as_months_and_a_count(counted: Path) -> None:
    assert "1月：0件 2–3月：7件 4–6月：待并入（不足5件）" in words(section(built(counted)))


def test_a_sensitive_category_waits_for_ten(counted: Path) -> None:
    assert "1–5月：12件 6月：待并入（不足10件）" in words(section(built(counted)))


def test_the_total_is_worded_the_same_whatever_waits(counted: Path) -> None:
    waiting = words(section(built(counted)))
    put(counted, "tallies/jia.yml", TALLY.replace("截止月: 2026-06", "截止月: 2026-05"))
    assert "统计到2026年6月。 已公布125件；不足5件的另行累计。" in waiting.replace("月。已", "月。 已")
    assert "已公布125件；不足5件的另行累计。" in words(section(built(counted)))


def test_a_closed_year_shows_its_rate_and_classes(counted: Path) -> None:
    said = words(section(built(counted)))
    assert "2025年 满意度90–100%，用时中位数1–3天" in said
    assert "2025年11月–2025年12月" not in said
    assert "11–12月：106件 成功率≥96%" in said


def test_the_drawing_shows_batches_and_nothing_else(counted: Path) -> None:
    drawing = re.search(r"<svg class=\"bulletin-chart\".*?</svg>", section(built(counted)), re.S)
    assert drawing
    labels = re.findall(r"<text x=[^>]*>(\d+)</text>", drawing[0])
    assert labels == ["0", "7", "12"]
    assert drawing[0].count("<rect") == 2
    assert drawing[0].count("bulletin-chart__pending") == 2


def test_a_drawing_says_in_words_that_the_table_has_its_figures(counted: Path) -> None:
    assert 'role="img" aria-label="2026年各类办件的柱图，数字和下面的表一样。' in section(built(counted))


def test_a_bar_is_as_wide_as_its_months(counted: Path) -> None:
    widths = [int(width) for width in re.findall(r'<rect x="\d+" y="\d+" width="(\d+)"', section(built(counted)))]
    assert widths == [2 * 27 - 6, 5 * 27 - 6]


def test_a_station_without_counts_has_no_such_section(content: Path) -> None:
    site = built(content)
    assert section(site) == ""
    assert not any(file.uri == "data/tallies.csv" for file in site.files)


def test_the_numbers_page_adds_up_what_is_published(counted: Path) -> None:
    said = words(page(built(counted), "stats/"))
    assert "统计到2026年6月。已公布125件；不足5件的另行累计。" in said
    assert "安全隐患 7 106 113 家暴 12 0 12" in said
    assert "示例市示例区 125 甲街道 125" in said
    assert (
        "2025年11月 0 2025年12月 106 2026年1月 0 2026年2月 0 2026年3月 7 2026年4月 0 2026年5月 12 2026年6月 0" in said
    )


def test_the_numbers_page_explains_the_rule_in_both_languages(content: Path) -> None:
    rules = (
        "不足5件的数字先不公布，攒到满5件再连同月份一起公布；所有合计都只由已公布的数字相加。",
        "A count under 5 waits until it has grown to at least 5, then it is published for the whole waiting period; "
        "every total is the sum of what is published.",
    )
    chinese, english = (words(page(built(content, language), "stats/")) for language in ("zh", "en"))
    assert chinese.index(rules[0]) < chinese.index(rules[1])
    assert english.index(rules[1]) < english.index(rules[0])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_worked_example_is_what_the_ledger_gives(language: str) -> None:
    text = (COUNTING / f"{language}.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in re.findall(r"^\|.*\|$", text, re.M)[2:]]
    counts = [int(re.sub(r"\D", "", noted)) for _, noted, _ in rows]
    assert counts == [0, 3, 4, 6, 2, 0]
    assert [published for _, _, published in rows] == example(counts, Shown(read_wording(language)))
    shown = booked(Month.of(2026, 1), counts, [5] * 6)
    assert ("已公布13件" if language == "zh" else "13 cases published") in text
    assert sum(count for _, _, count in shown.batches) == 13


def example(counts: list[int], shown: Shown) -> list[str]:
    """What is public after each month of `counts`, of the months that the last line is about."""
    first, said = Month.of(2026, 1), []
    for length in range(1, len(counts) + 1):
        entries, last = booked(first, counts[:length], [5] * length), Month(first + length - 1)
        if entries.waiting:
            months = shown.months(Month(entries.waiting.since), last)
            said.append(shown.say("cases.pending", months=months, k=5))
        else:
            since, count = next(((a, n) for a, z, n in entries.batches if z == last), (last, 0))
            said.append(shown.say("cases.cell", months=shown.months(Month(since), last), count=count))
    return said


def test_the_file_has_every_batch_and_every_zero(counted: Path) -> None:
    assert csv_rows(built(counted)) == [
        ["station", "station_name", "category", "category_name", "from", "to", "count"],
        ["jia", "甲站", "hazards", "安全隐患", "2025-11", "2025-12", "106"],
        ["jia", "甲站", "hazards", "安全隐患", "2026-01", "2026-01", "0"],
        ["jia", "甲站", "hazards", "安全隐患", "2026-02", "2026-03", "7"],
        ["jia", "甲站", "violence", "家暴", "2026-01", "2026-05", "12"],
    ]


def test_the_file_is_one_that_spreadsheets_open_and_do_not_run(counted: Path) -> None:
    put(counted, "stations/jia.yml", STATION.replace("甲站", '"=甲站"'))
    content = next(file.content for file in built(counted).files if file.uri == "data/tallies.csv")
    assert content.startswith(b"\xef\xbb\xbfstation,")
    assert content.count(b"\r\n") == content.count(b"\n") == 5
    assert csv_rows(built(counted))[1][1] == "'=甲站"


def test_a_closed_station_keeps_its_counts_and_waits_no_more(counted: Path) -> None:
    put(counted, "stations/jia.yml", STATION.replace("状态: 开放", "状态: 关闭"))
    assert "4–6月：不再公布（不足5件）" in words(section(built(counted)))


def test_a_retired_category_says_what_became_of_it(counted: Path) -> None:
    retired = "停用: [{类别: 安全隐患, 自: 2026-05, 并入: 家暴, 说明: 类别合并。}]"
    text = TALLY.replace("停用: []", retired).replace("起始月: 2025-11", "起始月: 2025-11\n    截止月: 2026-04")
    put(counted, "tallies/jia.yml", text)
    said = words(section(built(counted)))
    assert "“安全隐患”从2026年5月起并入“家暴”。类别合并。" in said
    assert "4月：不再公布（不足5件）" in said


def test_months_that_were_not_reported_say_so(counted: Path) -> None:
    put(counted, "tallies/jia.yml", TALLY.replace("起始月: 2025-11", "起始月: 2025-11\n    截止月: 2026-04"))
    assert "4月：待并入（不足5件） 5–6月：未报送" in words(section(built(counted)))


def test_a_raised_threshold_is_said_before_the_rule_is_explained(counted: Path) -> None:
    put(counted, "site.yml", MINIMAL["site.yml"] + "满几件公布: [5, 2026-07起 8]\n")
    assert "从2026年7月起，本站满8件才公布，比下面说的5件更多。 怎样数" in words(page(built(counted), "stats/"))
