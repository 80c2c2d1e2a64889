"""YAML text becomes a tree of texts with places; what staff need not know of YAML is refused where it stands."""

from __future__ import annotations

import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.problems import Unreadable
from build_tools.reading.tree import DEEPEST, Mapping, Misplaced, Node, Scalar, Sequence, read_tree

TEXTS = ["12:30", "no", "NO", "0734", "1e3", "~", "null", "2026-10-17", "1_000", "0x1F", "=", "true", "00:00"]
PLACES = [
    ("名称: 甲站", [("名称", 1, 1), ("甲站", 1, 5)]),
    ("\n  名称:   甲站", [("名称", 2, 3), ("甲站", 2, 9)]),
    ("位置: {经度: 112, 纬度: 26}", [("位置", 1, 1), ("经度", 1, 6), ("112", 1, 10), ("纬度", 1, 15), ("26", 1, 19)]),
    ("设施: [饮水机, 桌椅]", [("设施", 1, 1), ("饮水机", 1, 6), ("桌椅", 1, 11)]),
    ("设施:\n  - 饮水机\n  - 桌椅", [("设施", 1, 1), ("饮水机", 2, 5), ("桌椅", 3, 5)]),
    ("𠮷: 野家", [("𠮷", 1, 1), ("野家", 1, 4)]),
    ('名称: "甲\\n站"', [("名称", 1, 1), ("甲\n站", 1, 5)]),
    ("介绍: |\n  甲\n  乙\n街道: 丙", [("介绍", 1, 1), ("甲\n乙\n", 1, 5), ("街道", 4, 1), ("丙", 4, 5)]),
]
REFUSED = [
    ("甲: &a 乙\n", "E012", 1, 4),
    ("甲: 乙\n丙: {丁: *a }\n", "E012", 2, 8),
    ("甲: &甲 乙\n", "E012", 1, 4),
    ("甲: *重要*的事\n", "E012", 1, 4),
    ("甲: **重要**\n", "E012", 1, 4),
    ("甲: &a {b: c}\n", "E012", 1, 4),
    ("甲: [&a b]\n", "E012", 1, 5),
    ("甲: !!str 乙\n", "E013", 1, 4),
    ("甲: !Ref 乙\n", "E013", 1, 4),
    ("甲: !!python/object/apply:os.system [x]\n", "E013", 1, 4),
    ("甲: !!set {a, b}\n", "E013", 1, 4),
    ('甲: !!str "12"\n', "E013", 1, 4),
    ("甲: 乙\n---\n丙: 丁\n", "E014", 2, 1),
    ("甲: 乙\n...\n---\n丙: 丁\n", "E014", 3, 1),
    ("---\n甲: 乙\n---\n", "E014", 3, 1),
    ("? [甲, 乙]\n: 丙\n", "E016", 1, 3),
    ("{{甲: 乙}: 丙}\n", "E016", 1, 2),
    ("甲: 乙\x07丙\n", "E018", 1, 5),
    ("甲: 乙\n丙: 丁\x00\n", "E018", 2, 5),
    ("甲甲甲甲\x07", "E018", 1, 5),
    ("甲: 乙\n\x1b丙: 丁\n", "E018", 2, 1),
    ("甲:\n\t乙: 丙\n", "E011", 2, 1),
    ("甲: [乙, 丙\n丁: 戊\n", "E011", 2, 2),
    ('甲: "乙\n丙: 丁\n', "E011", 1, 4),
    ("甲: 乙\n 丙: 丁\n", "E011", 2, 3),
    ("甲: @乙\n", "E011", 1, 4),
    ("甲: 乙: 丙\n", "E011", 1, 5),
    ("甲: %乙\n", "E011", 1, 4),
]
BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))


def places(node: Node) -> list[tuple[str, int, int]]:
    """Every text below `node` with its line and column, in the order written."""
    if isinstance(node, Scalar):
        return [(node.text, node.line, node.column)]
    children = node.entries if isinstance(node, Sequence) else [one for pair in node.pairs for one in pair]
    return [place for child in children for place in places(child)]


def refused(text: str) -> tuple[str, int, int]:
    """Code, line and column of the refusal of `text`."""
    with pytest.raises(Misplaced) as refusal:
        read_tree(text)
    return refusal.value.code, refusal.value.line, refusal.value.column


@pytest.mark.parametrize("text", TEXTS)
def test_yaml_never_decides_what_a_text_is(text: str) -> None:
    assert places(read_tree(f"键: {text}") or Scalar("", 0, 0))[1] == (text, 1, 4)


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_lines_and_columns_count_characters_from_one(text: str, expected: list[tuple[str, int, int]]) -> None:
    tree = read_tree(text)
    assert tree is not None
    assert places(tree) == expected


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有说明\n"])
def test_an_empty_file_has_no_tree(text: str) -> None:
    assert read_tree(text) is None


def test_a_key_may_stand_twice_in_a_tree() -> None:
    tree = read_tree("甲: 乙\n甲: 丙\n")
    assert isinstance(tree, Mapping)
    assert [(key.text, key.line) for key, _ in tree.pairs] == [("甲", 1), ("甲", 2)]


@pytest.mark.parametrize("text", ["---\n甲: 乙\n", "甲: 乙\n...\n", "%YAML 1.1\n---\n甲: 乙\n"])
def test_marks_around_the_only_document_are_harmless(text: str) -> None:
    assert [text for text, *_ in places(read_tree(text) or Scalar("", 0, 0))] == ["甲", "乙"]


@pytest.mark.parametrize(("text", "code", "line", "column"), REFUSED)
def test_what_is_refused_is_refused_where_it_stands(text: str, code: str, line: int, column: int) -> None:
    assert refused(text) == (code, line, column)


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    assert refused(BOMB) == ("E012", 1, 4)


NESTS = [
    ("block mappings", lambda levels: "".join(" " * level + "a:\n" for level in range(levels))),
    ("block lists", lambda levels: "- " * levels + "a"),
    ("flow lists", lambda levels: "[" * levels + "]" * levels),
    ("flow mappings", lambda levels: "{a: " * levels + "}" * levels),
    ("unclosed lists", lambda levels: "[" * levels),
]


@pytest.mark.parametrize("levels", [DEEPEST + 1, 100, 20_000])
@pytest.mark.parametrize(("name", "nest"), NESTS, ids=[name for name, _ in NESTS])
def test_a_deep_nest_is_refused_at_once(name: str, nest: object, levels: int) -> None:
    assert callable(nest)
    text = nest(levels) if name != "block mappings" or levels < 20_000 else nest(1_300)
    started = time.perf_counter()
    code, line, _ = refused(text)
    assert time.perf_counter() - started < 1
    assert code == "E015"
    assert line == (DEEPEST + 1 if name == "block mappings" else 1)


def test_the_deepest_nest_that_is_allowed_is_read() -> None:
    assert isinstance(read_tree("[" * DEEPEST + "]" * DEEPEST), Sequence)


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_a_separator_pasted_from_elsewhere_does_not_move_the_lines_after_it(sign: str) -> None:
    try:
        tree = read_tree(f"甲: 乙{sign}乙\n丙: 丁\n")
    except Misplaced as refusal:
        assert (refusal.code, refusal.line, refusal.column) == ("E018", 1, 5)
    else:
        assert tree is not None
        assert places(tree)[-1] == ("丁", 2, 4)


MARKS = [
    "- ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&a ",
    "*a ",
    "!t ",
    "|\n",
    ">-\n",
    "---\n",
    "...\n",
    "? ",
    ": ",
    "%YAML 1.1\n",
    "<<: *a",
]
SIGNS = ["a: ", "\n", "  ", '"', "'", "# ", "\t", "\\", "\x07", "\x85", "\u2028", "\ufeff", "键", "@"]
YAMLISH = st.lists(st.sampled_from(MARKS + SIGNS), max_size=30).map("".join)
ANY_TEXT = (YAMLISH | st.text() | st.text(alphabet=string.printable)).map(lambda text: text.replace("\r", "\n"))
"""As `read_text` gives it."""


@settings(max_examples=400)
@given(ANY_TEXT)
def test_any_text_has_a_tree_or_is_refused(text: str) -> None:
    try:
        read_tree(text)
    except Unreadable as refusal:
        assert isinstance(refusal, Misplaced)


@settings(max_examples=400)
@given(ANY_TEXT)
def test_no_place_lies_outside_its_text(text: str) -> None:
    lines = [*text.split("\n"), ""]
    try:
        tree = read_tree(text)
        written = [] if tree is None else places(tree)
    except Misplaced as refusal:
        written = [("", refusal.line, refusal.column)]
    assert all(1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1 for _, line, column in written)
