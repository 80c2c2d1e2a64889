"""Staff's texts become safe HTML, whatever they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.publishing.free_text import (
    ADMONITIONS,
    MARKED,
    TAGS,
    converter,
    essay_text,
    free_text,
    sanitised,
    with_titles,
)
from build_tools.reading.locale import read_wording
from build_tools.records.language import LANGUAGES
from tests.attack.markup import parsed

SHOWN = [
    ("一段。", "<p>一段。</p>"),
    ("一段。\n\n又一段。", "<p>一段。</p>\n<p>又一段。</p>"),
    ("**要紧**", "<p><strong>要紧</strong></p>"),
    ("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
    ("拨 [12345](tel:12345)。", '<p>拨 <a href="tel:12345">12345</a>。</p>'),
    ("从<A>口进，连<WiFi>", "<p>从&lt;A&gt;口进，连&lt;WiFi&gt;</p>"),
    (
        "停车<P>\n\n<map>\n\n<!-- 甲 --> \\<b>",
        "<p>停车&lt;P&gt;</p>\n<p>&lt;map&gt;</p>\n<p>&lt;!-- 甲 --&gt; &lt;b&gt;</p>",
    ),
    ("a &lt; b <https://example.org/>", '<p>a &lt; b <a href="https://example.org/">https://example.org/</a></p>'),
    ("[甲](https://example.org/?a=1&b=2)", '<p><a href="https://example.org/?a=1&amp;b=2">甲</a></p>'),
]
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[甲](javascript:alert(1))",
    "[甲](JaVaScRiPt&colon;alert(1))",
    "[甲](data:text/html,<script>alert(1)</script>)",
    "<a href='vbscript:x' onclick='y'>甲</a>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<iframe src='https://example.org'></iframe>",
    "![甲](https://example.org/x.png)",
]


@pytest.mark.parametrize(("text", "html"), SHOWN)
def test_a_text_is_shown_as_its_marks_say(text: str, html: str) -> None:
    assert free_text(text) == html


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_hand_written_page_can_run_or_fetch(text: str) -> None:
    html = essay_text(text, str, str).lower()
    for harm in ("<script", "onerror=", "onclick=", "javascript:", "vbscript:", "data:", "<iframe", "src=", "<svg"):
        assert harm not in html.replace("&lt;", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_of_a_record_has_no_tag_but_those_of_its_marks(text: str) -> None:
    _, *found = parsed(free_text(text)).walk()
    assert {one.tag for one in found} <= {"p", "a"}
    assert not any(one.attributes for one in found)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n。甲1.-# "), max_size=60))
def test_a_text_without_marks_reads_as_markdown_would_have_it(text: str) -> None:
    if not MARKED.search(text):
        assert free_text(text) == sanitised(converter(html=False).reset().convert(text), TAGS)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![图](images/plan.png)", '<p><img alt="图" src="file:images/plan.png"></p>'),
        ("[平面图](images/plan.png)", '<p><a href="file:images/plan.png">平面图</a></p>'),
        ("[关于](about.md)", '<p><a href="@about/">关于</a></p>'),
        ("[甲站](./stations/jia/#hours)", '<p><a href="@stations/jia/#hours">甲站</a></p>'),
        ("[外面](https://example.org/about.md)", '<p><a href="https://example.org/about.md">外面</a></p>'),
        ("[下面](#below)", '<p><a href="#below">下面</a></p>'),
    ],
)
def test_addresses_in_a_hand_written_page_are_those_of_its_folder(text: str, html: str) -> None:
    assert essay_text(text, lambda uri: f"@{uri}", lambda uri: f"file:{uri}") == html


def test_lines_of_code_stay_as_they_are() -> None:
    assert essay_text("```\n文字\n- 一\n```", str, str) == "<pre><code>文字&#10;- 一&#10;</code></pre>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("可以做：\n- 喝水\n- 歇脚", "<p>可以做：</p>\n<ul>\n<li>喝水</li>\n<li>歇脚</li>\n</ul>"),
        ("1986. 建成", '<ol start="1986">\n<li>建成</li>\n</ol>'),
        ("[关于](about.md)", "<p><a>关于</a></p>"),
    ],
)
def test_a_record_s_text_keeps_its_lists_and_years_and_leads_only_outside(text: str, html: str) -> None:
    assert free_text(text) == html


def test_empty_lines_in_a_listing_survive_any_builder() -> None:
    html = essay_text("```\na\n\nb\n```", str, str)
    assert "a&#10;&#10;b" in html
    assert "\n\n" not in html


@pytest.mark.parametrize("address", ["https://example.org/x.png", "//example.org/x.png", "../x.png", "/x.png"])
def test_a_hand_written_page_shows_no_picture_of_others(address: str) -> None:
    assert "src" not in essay_text(f"![图]({address})\n\n<img src='{address}'>", str, str)


def test_a_link_in_a_listing_is_left_as_it_is() -> None:
    assert "about.md" in essay_text('`<a href="about.md">`', lambda uri: f"@{uri}", str)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("## 怎么核实", '<h2 id="怎么核实">怎么核实</h2>'),
        ("## Main", '<h2 id="part-main">Main</h2>'),
        ("## 😀", "<h2>😀</h2>"),
        ("## 甲 {#乙}", '<h2 id="乙">甲</h2>'),
        ('## 甲 {#main .bulletin-roof style="color:red" onclick="x()"}', "<h2>甲</h2>"),
        (
            '!!! warning "先打电话"\n    拨12345。',
            '<div class="admonition warning">\n<p class="admonition-title">先打电话</p>\n<p>拨12345。</p>\n</div>',
        ),
        ("甲\n: 乙", "<dl>\n<dt>甲</dt>\n<dd>乙</dd>\n</dl>"),
        ('<div class="bulletin-roof" id="main">甲</div>', "<div>甲</div>"),
        (r"甲 \<script>乙\</script>", "<p>甲 &lt;script&gt;乙&lt;/script&gt;</p>"),
        (r"`\<b>`", r"<p><code>\&lt;b&gt;</code></p>"),
    ],
)
def test_a_hand_written_page_may_use_what_markdown_s_usual_extensions_know(text: str, html: str) -> None:
    assert essay_text(text, str, str) == html


def test_a_footnote_leads_down_and_up_again() -> None:
    html = essay_text("甲[^1]。\n\n[^1]: 见报道。", str, str)
    assert '<sup id="fnref:1"><a href="#fn:1">1</a></sup>' in html
    assert '<li id="fn:1">' in html
    assert 'href="#fnref:1"' in html
    assert "Jump" not in html


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        ("!!! note\n    先打电话", '!!! note "提示"\n    先打电话'),
        ("!!! Warning\n    先打电话", '!!! Warning "注意"\n    先打电话'),
        ("!!! bug inline\n    先打电话", '!!! bug inline "提示"\n    先打电话'),
        ('!!! note "先打电话"\n    拨12345', '!!! note "先打电话"\n    拨12345'),
        ('!!! note ""\n    拨12345', '!!! note ""\n    拨12345'),
        ("```\n!!! note\n```", "```\n!!! note\n```"),
        ("今天!!! note", "今天!!! note"),
    ],
)
def test_a_note_without_a_title_has_one_in_the_language_of_the_page(text: str, titled: str) -> None:
    assert with_titles(text, read_wording("zh").say) == titled


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_note_has_a_title(language: str) -> None:
    titles = [read_wording(language).say(f"admonition.{kind}") for kind in ADMONITIONS]
    assert len(set(titles)) == len(ADMONITIONS)
