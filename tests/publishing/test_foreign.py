"""Chinese on a page of another language is marked, each run of it, and nothing else is touched."""

from __future__ import annotations

import pytest

from build_tools.publishing.foreign import with_chinese_marked

MARKED = [
    ("<p>Open</p>", "<p>Open</p>"),
    ("<p>甲站</p>", '<p><span lang="zh-CN">甲站</span></p>'),
    ("<p>Ask 甲站、乙站 first</p>", '<p>Ask <span lang="zh-CN">甲站、乙站</span> first</p>'),
    ("<p>第1街道 2号</p>", '<p><span lang="zh-CN">第1街道 2号</span></p>'),
    ("<p>甲站 and 乙站</p>", '<p><span lang="zh-CN">甲站</span> and <span lang="zh-CN">乙站</span></p>'),
    ("<p>甲&lt;乙</p>", '<p><span lang="zh-CN">甲</span>&lt;<span lang="zh-CN">乙</span></p>'),
    ("<p>湘ICP备00000000号-1</p>", '<p><span lang="zh-CN">湘ICP备00000000号-1</span></p>'),
    ("<p>3A楼 (approximate)</p>", '<p><span lang="zh-CN">3A楼</span> (approximate)</p>'),
    ("<p>理发Haircut</p>", '<p><span lang="zh-CN">理发</span>Haircut</p>'),
    ("<p>《Tea in the Lane》</p>", '<p><span lang="zh-CN">《</span>Tea in the Lane<span lang="zh-CN">》</span></p>'),
    ("<p>WiFi覆盖 SOHO站</p>", '<p>WiFi<span lang="zh-CN">覆盖 SOHO站</span></p>'),
    ('<a href="#">甲站</a>', '<a href="#"><span lang="zh-CN">甲站</span></a>'),
    (
        '<a href="#">甲站 (approximate)</a>乙 b',
        '<a href="#"><span><span lang="zh-CN">甲站</span> (approximate)</span></a><span lang="zh-CN">乙</span> b',
    ),
    ('<img alt="甲 > 乙">', '<img alt="甲 > 乙">'),
    ("<select><option>甲区</option></select>", "<select><option>甲区</option></select>"),
    ("<title>甲站</title>", "<title>甲站</title>"),
    (
        "<svg><title>甲</title><text>甲</text></svg>甲",
        '<svg><title>甲</title><text><tspan lang="zh-CN">甲</tspan></text></svg><span lang="zh-CN">甲</span>',
    ),
]


@pytest.mark.parametrize(("html", "marked"), MARKED)
def test_each_run_of_chinese_is_marked_where_an_element_may_stand(html: str, marked: str) -> None:
    assert with_chinese_marked(html) == marked


@pytest.mark.parametrize(
    "text", ["1A" * 5000 + "x", "示" * 10_000 + "x", "甲a" * 5000, "甲1-" * 5000 + "x", "甲" + "-" * 20_000]
)
def test_a_very_long_text_does_not_take_very_long(text: str) -> None:
    """Patterns that may be read in several ways once took for ever over a long name inside a link."""
    assert with_chinese_marked(f'<a href="x">{text}</a>').count(text[0]) >= 1
