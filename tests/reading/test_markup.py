"""What web pages are written in is told, once for a text and where it is; words in such brackets are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.pasted import pasted_into
from build_tools.reading.tree import Scalar
from tests.conftest import CALENDAR, EVENT, MINIMAL, NOTICE, STATION, check, put, put_all
from tests.hostile import markup_let_past, write_hostile
from tests.reading.fuzzed import GEOJSON
from tests.reading.gate_cases import MOBILE
from tests.reading.markup_cases import CURES, MARKUP, NO_MARKUP, PLACES, WITHOUT_CURE

if TYPE_CHECKING:
    from pathlib import Path

SUMMARY = "一句话: 喝水\n"


def with_lines(lines: str) -> str:
    """A station with these `lines`, the first in place of its summary where they say one."""
    first, *rest = lines.split("\n")
    if not first.startswith("一句话"):
        return f"{STATION}{lines}\n"
    return "\n".join([STATION.replace(SUMMARY, f"{first}\n").rstrip("\n"), *rest, ""])


@pytest.mark.parametrize(("text", "tag"), MARKUP.items())
def test_markup_is_told_by_its_first_tag(text: str, tag: str) -> None:
    found = pasted_into(Scalar(text, 1, 1), ())
    assert found
    assert found[1] == {"text": tag}


@pytest.mark.parametrize("text", NO_MARKUP)
def test_words_in_brackets_are_words(text: str) -> None:
    assert pasted_into(Scalar(text, 1, 1), ()) is None


@pytest.mark.parametrize("text", NO_MARKUP)
def test_words_in_brackets_are_accepted_silently(text: str, content: Path) -> None:
    put(content, "stations/jia.yml", f"{STATION}介绍: {yaml.safe_dump(text, allow_unicode=True)}")
    assert check(content) == ()


@pytest.mark.parametrize(("lines", "place"), PLACES.items())
def test_the_tag_is_marked_where_it_is(lines: str, place: tuple[int, int, int], content: Path) -> None:
    put(content, "stations/jia.yml", with_lines(lines))
    (problem,) = check(content)
    assert (problem.code, (problem.place.line, problem.place.column, problem.width)) == ("E133", place)


@pytest.mark.parametrize(("lines", "cure"), CURES.items())
def test_the_line_of_the_cure_is_right_once_it_is_pasted(lines: str, cure: str, content: Path) -> None:
    put(content, "stations/jia.yml", with_lines(lines))
    first, *_ = check(content)
    assert (first.code, dict(first.words)["rewritten"]) == ("E133", cure)
    put(content, "stations/jia.yml", with_lines(lines).replace(first.excerpt.strip(), cure))
    assert check(content) == ()


def test_a_tag_that_ends_on_another_line_is_taken_away_on_both(content: Path) -> None:
    put(content, "stations/jia.yml", f"{STATION}介绍: |\n  <b>喝水。\n  歇脚</b>\n")
    (first,) = check(content)
    put(content, "stations/jia.yml", f"{STATION}介绍: |\n  喝水。\n  歇脚</b>\n")
    (second,) = check(content)
    assert [dict(one.words)["rewritten"] for one in (first, second)] == ["喝水。", "歇脚"]


@pytest.mark.parametrize("lines", WITHOUT_CURE)
def test_a_line_that_may_mean_something_else_is_not_proposed(lines: str, content: Path) -> None:
    put(content, "stations/jia.yml", with_lines(lines))
    (problem,) = check(content)
    assert (problem.code, "rewritten" in dict(problem.words)) == ("E133", False)


EVERYWHERE = {
    "site.yml": MINIMAL["site.yml"].replace("示例区的驿站", "示例区的<b>驿站</b>"),
    "vocabulary.yml": MINIMAL["vocabulary.yml"].replace("名称: 渴了", "名称: <b>渴了</b>"),
    "districts/shili.yml": MINIMAL["districts/shili.yml"].replace("[甲街道]", "[<b>甲街道</b>]"),
    "organizations/jia.yml": MINIMAL["organizations/jia.yml"] + "做什么: [<b>调解</b>]\n",
    "events/2026/a.yml": EVENT + "节目: [<br>]\n",
    "notices/2026/a.yml": NOTICE + "标题@en: <b>Open</b>\n",
    "organizations/yi.yml": "名称: 乙\n类别: 社区\n区: shili\n介绍: <b>未知</b>\n",
    "calendar/2026.yml": CALENDAR.replace("国务院办公厅", "<b>国务院办公厅</b>"),
    "stations/yi.yml": STATION.replace("甲站", "乙站") + "核实: 未知<br>\n",
    "stations/jia.yml": STATION + "开放时间: 每天 9:00-12:00<br>14:00-17:00\n节假日: 照常\n",
}


@pytest.mark.parametrize(("uri", "text"), EVERYWHERE.items())
def test_markup_is_told_once_in_every_kind_of_file(uri: str, text: str, content: Path) -> None:
    put_all(content, {"site.yml": MINIMAL["site.yml"] + "语言: [en]\n"} | {uri: text})
    assert [(one.code, one.place.file) for one in check(content)] == [("E133", uri)]


def test_values_of_one_kind_are_told_wherever_they_stand(content: Path) -> None:
    put(content, "stations/jia.yml", f"{STATION}服务: [{{种类: 免费理发, 费用: 免费<br>}}]\n社区: 免费<br>\n")
    assert [(one.code, one.place.line) for one in check(content)] == [("E133", 7), ("E133", 8)]


def test_a_long_tag_is_not_quoted_whole(content: Path) -> None:
    put(content, "stations/jia.yml", f"{STATION}社区: <p style='{'x' * 50}'>甲\n")
    (problem,) = check(content)
    assert len(dict(problem.words)["text"]) == 40


def test_what_gives_a_resident_away_is_in_no_cure(content: Path) -> None:
    put(content, "stations/jia.yml", f"{STATION}社区: <b>找{MOBILE[:3]}<i>{MOBILE[3:]}</i></b>\n")
    told = [str(one) for one in check(content)]
    assert len(told) == 2
    assert not any(MOBILE in one or MOBILE[3:] in one for one in told)


VEILED = [
    f"社区: <b>甲</b>，找{MOBILE}",
    f"社区: <b>甲</b> # 找{MOBILE}",
    f"设施: [<b>桌椅</b>] # {MOBILE[:3]} {MOBILE[3:]}",
]


@pytest.mark.parametrize("line", VEILED)
def test_where_a_line_hides_something_it_is_not_to_be_copied(line: str, content: Path) -> None:
    put(content, "stations/jia.yml", f"{STATION}{line}\n电话: <b>12345</b>\n")
    told = [one for one in check(content) if one.code == "E133"]
    assert [dict(one.words).get("rewritten") for one in told] == [None, "电话: 12345"]


PAGES = {
    "甲\n<script>alert(1)</script>\n": (4, 1, 8),
    "甲 <iframe src='https://example.org/'></iframe>": (3, 3, 35),
    "甲 <a href='javascript:alert(1)'>乙</a>": (3, 3, 30),
    "甲 <b onclick=alert(1)>乙</b>": (3, 3, 20),
    "甲 <img src='images/none.png' onerror=alert(1)>": (3, 3, 44),
    "[甲](javascript:alert(1))": (3, 5, 11),
    r"\\<script>甲</script>": (3, 3, 8),
    r"\<script> <script>": (3, 11, 8),
    "甲 <form>乙</form>": (3, 3, 6),
}
PAGES_TO_KEEP = [
    "<!-- 编者注 -->",
    "甲<br>乙",
    "H<sup>2</sup>",
    "`<script>`",
    "```\n<script>\n```",
    "<https://example.org/>",
    r"\<script>",
    r"甲 \<script src=x>乙\</script>",
    r"[甲\](javascript:alert(1))",
    "[资料]: data: 2026",
]


@pytest.mark.parametrize(("text", "place"), PAGES.items())
def test_of_a_page_in_markdown_what_would_run_is_told(text: str, place: tuple[int, int, int], content: Path) -> None:
    put(content, "about.md", f"# 关于\n\n{text}\n")
    (problem,) = check(content)
    assert (problem.code, (problem.place.line, problem.place.column, problem.width)) == ("E133", place)


@pytest.mark.parametrize("text", PAGES_TO_KEEP)
def test_what_markdown_may_hold_is_no_mistake(text: str, content: Path) -> None:
    put(content, "about.md", f"# 关于\n\n{text}\n")
    assert check(content) == ()


@pytest.mark.parametrize("text", ["# <b>关于</b>", "\n# <b>关于</b>\n\n甲\n"])
def test_a_title_is_no_markdown(text: str, content: Path) -> None:
    put(content, "about.md", text)
    assert [(one.code, one.place.line, one.place.column) for one in check(content)] == [
        ("E133", text.count("\n", 0, 2) + 1, 3)
    ]


def test_the_name_of_a_street_is_a_text(content: Path) -> None:
    put(content, "map/streets.geojson", GEOJSON.replace("样本路", "<b>样本路</b>"))
    assert [(one.code, one.path) for one in check(content)] == [("E133", "features[1].properties.name")]


def test_harm_in_every_file_is_refused_and_its_tests_let_it_past_by_name(tmp_path: Path) -> None:
    hostile = write_hostile(tmp_path / "content")
    harmed = {
        "e.md",
        "events/2026/e.yml",
        "events/2026/e-long.yml",
        "notices/2026/e.yml",
        "organizations/e.yml",
        "vocabulary.yml",
    }
    harmed |= {"stations/e-long.yml", "stations/e-text.yml", "stations/e-wide.yml", "stations/gui.yml"}
    bulletin, problems = read_bulletin(hostile)
    assert bulletin is None
    assert {one.place.file for one in problems if one.severity == "error"} == harmed
    assert {one.code for one in problems if one.severity == "error"} == {"E133"}
    with markup_let_past():
        assert read_bulletin(hostile)[0]
    assert read_bulletin(hostile)[0] is None


LONG = [piece * 20_000 for piece in ("<", "<b ", "<wifi x=", "<a on", "](", "<!-", "]: ", "&lt;", "<b>", "<p open ")]


@pytest.mark.parametrize("text", [*LONG, f"<wifi x={' ' * 20_000}", f"<b{' ' * 20_000}甲"], ids=lambda text: text[:9])
def test_a_long_text_of_what_might_become_a_tag_takes_no_longer_than_others(text: str) -> None:
    assert pasted_into(Scalar(text, 1, 1), (text,)) is None
