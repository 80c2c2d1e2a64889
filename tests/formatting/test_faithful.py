"""Formatting says the same, keeps every comment and comes to rest: on all our content, on generated files, on random ones."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.formatting.edits import Edit
from build_tools.formatting.formatted import Formatted, UnfaithfulError, formatted, in_usual_form, laid_out
from build_tools.formatting.same import same_tree
from build_tools.problems import Unreadable
from build_tools.reading.bulletin import read_bulletin, read_known
from build_tools.reading.closely import read_closely
from build_tools.reading.folder import list_folder
from build_tools.reading.round_trip import UnknownPiecesError
from build_tools.reading.tree import Misplaced, Node, read_tree
from tests.conftest import STATION
from tests.formatting.trial import JIA, known, usual
from tests.generated import write_bulletin
from tests.sites import CONTENT, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ODD = SAMPLE / "stations/xin.yml"
"""Has full-width times on purpose: the sample shows that they are read."""
GENERATED_STATIONS = 60


def all_formatted(content: Path) -> Iterator[tuple[Path, Formatted]]:
    """Every file of records and every page of `content`, formatted."""
    words = read_known(content)[0]
    for found in list_folder(content)[0]:
        if found.kind.record or found.uri.endswith(".md"):
            yield found.path, formatted(found.path.read_bytes(), found, words)


@pytest.mark.parametrize("content", [CONTENT, SAMPLE], ids=["content", "sample"])
def test_our_own_files_have_the_usual_form(content: Path) -> None:
    changed = [path for path, one in all_formatted(content) if one.is_changed]
    assert [path for path in changed if path != ODD] == []


def test_generated_files_have_the_usual_form(tmp_path: Path) -> None:
    write_bulletin(tmp_path, GENERATED_STATIONS)
    assert [path for path, one in all_formatted(tmp_path) if one.is_changed] == []


def test_a_bulletin_means_the_same_before_and_after(tmp_path: Path) -> None:
    for path in SAMPLE.rglob("*"):
        if path.is_file():
            text = path.read_bytes()
            messy = b"\xef\xbb\xbf" + text.replace(
                b"\n", b" \r\n" if path.suffix == ".yml" and b"|" not in text else b"\r\n"
            )
            there = tmp_path / path.relative_to(SAMPLE)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(messy if path.suffix in (".yml", ".md") else text)
    before = read_bulletin(tmp_path)
    for path, one in list(all_formatted(tmp_path)):
        assert one.is_changed
        path.write_text(one.after, encoding="utf-8", newline="\n")
        if path.name != ODD.name:
            assert one.after.encode() == (SAMPLE / path.relative_to(tmp_path)).read_bytes()
    assert read_bulletin(tmp_path) == before
    assert [path for path, one in all_formatted(tmp_path) if one.is_changed] == []


WORDS = st.sampled_from(
    [
        "甲",
        "免费 理发",
        "a: b",
        "#1",
        "no",
        "12:30",
        "- x",
        "一，二",
        "'",
        '"',
        "\\",
        "[a",
        "{",
        "*a",
        "一\n二\n",
        " x ",
        "",
        "~",
        "x #y",
        "：",
        "@",
    ]
)
KEYS = st.sampled_from(["名称", "a b", "k", "12", "no", "长" * 20])
TREES = st.recursive(
    WORDS, lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
)
STYLES = st.fixed_dictionaries(
    {
        "indent": st.integers(2, 7),
        "width": st.sampled_from([10, 40, 1000]),
        "default_flow_style": st.sampled_from([None, True, False]),
        "default_style": st.sampled_from([None, None, None, "'", '"', "|", ">"]),
        "allow_unicode": st.booleans(),
    }
)


@settings(max_examples=300)
@given(tree=TREES, style=STYLES)
def test_any_layout_that_a_program_writes_says_the_same_in_the_usual_one(tree: Any, style: dict[str, Any]) -> None:
    check_layout(yaml.safe_dump(tree, **style))


PARTS = st.sampled_from(
    [
        "a:",
        "b: 1",
        "c: 'x'",
        'd: "y"',
        "- e",
        "- - f",
        "-   g: h",
        "[i,j]",
        "{k: l,m: [n ]}",
        "|",
        ">-",
        "# o",
        "p",
        "\n",
        "\n",
        "\n",
        "  ",
        "    ",
        "   ",
        " ",
        "\t",
    ]
)


@settings(max_examples=800)
@given(parts=st.lists(PARTS, max_size=25))
def test_any_text_that_can_be_read_says_the_same_in_the_usual_layout(parts: list[str]) -> None:
    check_layout("".join(parts))


def check_layout(text: str) -> None:
    """Whether `text`, if it can be read, says the same in its usual layout, which is its own."""
    try:
        tree = read_tree(text)
    except Misplaced:
        return
    if tree is not None:
        with suppress(UnknownPiecesError):
            check_forms(text, tree)


def check_forms(text: str, tree: Node) -> None:
    """Whether the usual layout of `text`, in which there is `tree`, says the same."""
    after = laid_out(text, JIA)
    formed = read_tree(after)
    assert formed is not None
    assert same_tree(tree, formed)
    assert laid_out(after, JIA) == after


LINES = [
    *STATION.splitlines(),
    "开放时间: [周一至周五 9:00-12:00、14:00-17:30, 周六 9:00-12:00]",
    "节假日: 休息",
    "调休上班日: 按工作日",
    "设施: [桌椅, 饮水机]",
    "服务:",
    "  - 种类: 磨刀",
    "    费用: 免费",
    "    说明: |",
    "      一",
    "",
    "        二：三",
    "  - {种类: 义诊, 时间: 未知, 费用: 免费}",
    "位置:",
    "  经度: 112.60",
    "  纬度: 26.94",
    "  坐标系: 卫星定位",
    "  精度: 大致到区",
    "面积: 45 # 问过",
]
TIDY = "\n".join(LINES) + "\n"
SLIPS = {
    "a full-width colon": lambda line: line.replace(": ", "：", 1),
    "no blank after the colon": lambda line: line.replace(": ", ":", 1),
    "a full-width space after the colon": lambda line: line.replace(": ", ":　", 1),
    "blanks at the end": lambda line: line if "一" in line or "三" in line else line + " \t",
    "full-width digits": lambda line: (
        line.translate(str.maketrans("0123456789:", "０１２３４５６７８９：")) if "-" in line[6:] else line
    ),
    "a comment before it": lambda line: "# 注\n" + line if not line.startswith("    ") else line,
    "full-width indent": lambda line: (
        "　" * (len(line) - len(line.lstrip())) + line.lstrip() if line.startswith("  ") else line
    ),
    "a narrow comma": lambda line: line.replace(", ", ",") if "[" in line or "{" in line else line,
}


@settings(max_examples=150)
@given(
    slips=st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(sorted(SLIPS))), max_size=6),
    ends=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_slips_are_mended_with_the_meaning_kept_or_left_alone(slips: list[tuple[int, str]], ends: str) -> None:
    lines = list(LINES)
    for number, slip in slips:
        lines[number] = SLIPS[slip](lines[number])
    written = ("\n".join(lines) + "\n").replace("\n", ends)
    try:
        after = usual(written)
    except Unreadable:
        return
    assert usual(after) == after
    assert read_closely(after, JIA, known()).record == read_closely(TIDY, JIA, known()).record


def test_a_form_that_would_say_something_else_is_our_own_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.formatting.formatted.one_line_end", lambda text: text.replace("喝水", "喝茶"))
    with pytest.raises(UnfaithfulError):
        in_usual_form(STATION + "面积:  45\n", JIA, known())


def test_a_form_that_loses_a_comment_is_our_own_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.formatting.formatted.LAYOUT", (lambda _: [Edit(0, 3, "")],))
    with pytest.raises(UnfaithfulError):
        in_usual_form("# 一\n" + STATION, JIA, known())


def test_what_two_readers_of_yaml_do_not_read_alike_stays_as_it_is() -> None:
    written = STATION + "面积:   45\n介绍: |# 一\n  二\n"
    assert usual(written) == written
