"""Wherever a site says a small number, in whatever form, the attacker reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.attack.attack import attack
from tests.attack.months import month_of
from tests.attack.rates import outcomes
from tests.attack.site_folder import publication
from tests.tallies.naive_site import Naive, Shown, write_naive

if TYPE_CHECKING:
    from pathlib import Path

SEPTEMBER = month_of(2026, 9)
SAFE = Naive({("甲", "居民诉求"): [Shown(SEPTEMBER, SEPTEMBER + 1, "7")]})
LEAKS = {
    "one.csv": "station,category,month,count\n甲,居民诉求,2026-09,3\n",
    "heads.csv": "\ufeff驿站,类别,月份,件数\r\n甲站,居民诉求,2026-09,3\r\n",
    "rows.json": '[{"station": "甲", "category": "居民诉求", "from": "2026-09", "to": "2026-09", "count": 3}]',
    "keys.json": '{"甲": {"居民诉求": {"2026-08": 0, "2026-09": 3}}}',
    "search.json": '{"docs": [{"text": "甲站 办件统计 2026年 居民诉求 9月：3件 9–10月：7件"}]}',
    "feed.xml": "<feed><entry><title>甲站2026年9月居民诉求3件</title></entry></feed>",
    "year.ics": "BEGIN:VEVENT\r\nSUMMARY:甲站2026年9月居民\r\n 诉求：3件\r\nEND:VEVENT\r\n",
    "meta.html": '<meta name="description" content="甲站2026年9月居民诉求3件">',
    "said.html": "<h1>甲站</h1><h2>居民诉求</h2><p>2026年9月3件。</p>",
    "spoken.html": '<h1>甲站</h1><h2>2026年</h2><svg><rect aria-label="x"/><text>居民诉求 9月：3件</text></svg>',
    "label.html": '<h1>甲站</h1><p><b aria-label="居民诉求2026年9月：3件">9</b></p>',
    "data.html": '<h1>甲站</h1><div data-tip="居民诉求 2026-09：3件"></div>',
    "comment.html": "<h1>甲站</h1><!-- 居民诉求2026年9月：3件 -->",
    "across.html": "<h1>甲站</h1><table><caption>2026年</caption><tr><th>类别</th><th>8月</th><th>9月</th></tr>"
    "<tr><td>居民诉求</td><td>0</td><td>3</td></tr></table>",
    "down.html": "<h1>甲站</h1><table><caption>2026年居民诉求</caption><tr><th>月份</th><th>件数</th></tr>"
    "<tr><td>9月</td><td>3</td></tr></table>",
    "rest.html": "<h1>甲站</h1><p>2026年10月，居民诉求：4件。</p>",
}


@pytest.mark.parametrize("name", LEAKS)
def test_a_small_number_is_found_wherever_it_stands(tmp_path: Path, name: str) -> None:
    folder = write_naive(tmp_path, SAFE)
    assert attack([publication(folder)]) == []
    (folder / name).write_text(LEAKS[name], encoding="utf-8", newline="")
    values = {("2026-09", "3"), ("2026-10", "4")}
    found = attack([publication(folder)])
    assert found
    assert {(one.station, one.category) for one in found} == {("甲", "居民诉求")}
    assert {(one.months, one.value) for one in found if one.value} <= values


@pytest.mark.parametrize(
    ("text", "base", "failed"),
    [
        ("100%", 30, {0}),
        ("≥90%", 40, {1, 2, 3, 4}),
        ("83.3%", 30, {5}),
        ("96.7%", 30, {1}),
        ("≥91%", 40, set()),
        ("50.1%", 30, set()),
    ],
)
def test_a_rate_leaves_so_many_failures(text: str, base: int, failed: set[int]) -> None:
    assert {failures for _, failures in outcomes(text, [base], 5)} == failed
