"""Mistakes of single signs: indents, colons and quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.reading.tree import Mapping, Misplaced, Scalar, Sequence, read_tree
from build_tools.records.key import FreeText

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_tools.reading.tree import Node
    from tests.reading.mutations.page import Mutated, Page, Pair, Value


def structural(page: Page) -> list[int]:
    """The indented lines that begin with a key or a dash."""
    keys = {pair.key.line for pair in page.pairs} | {one.node.line for one in page.values}
    return [line for line in sorted(keys) if re.match(r" +(- |[^\s\[\]{}#]+:)", page.lines[line - 1])]


def with_indent(page: Page, indents: list[str]) -> Mutated | None:
    line = page.any(structural(page))
    if line is None:
        return None
    old = page.lines[line - 1]
    return page.with_line(line, page.random.choice(indents) + old.lstrip(" "))


def tab_in_the_indent(page: Page) -> Mutated | None:
    return with_indent(page, ["\t", "\t\t", "  \t", "\t  "])


def wide_space_in_the_indent(page: Page) -> Mutated | None:
    return with_indent(page, ["　", "　　", " 　", "  　", "　 "])


def fixed_space_in_the_indent(page: Page) -> Mutated | None:
    return with_indent(page, ["\xa0", "\xa0\xa0", " \xa0", "  \xa0", "\xa0 "])


def space_before_a_key(page: Page) -> Mutated | None:
    line = page.any([at for at, line in enumerate(page.lines, 1) if re.match(r"[^\s#-]", line)])
    return None if line is None else page.with_line(line, page.random.choice(["　", "\xa0"]) + page.lines[line - 1])


def any_pair(page: Page) -> Pair | None:
    return page.any([one for one in page.pairs if page.is_plain(one.key)])


def after_key(page: Page, new: list[str], pair: Pair | None) -> Mutated | None:
    """The colon after the key of `pair` and the blanks behind it, written otherwise."""
    if pair is None:
        return None
    start = page.offset(pair.key) + len(pair.key.text)
    found = re.compile(r": *").match(page.text, start)
    return found and page.replaced(start, found.end(), page.random.choice(new))


def wide_colon_after_a_key(page: Page) -> Mutated | None:
    return after_key(page, ["：", "： ", " ： "], any_pair(page))


def no_space_after_a_colon(page: Page) -> Mutated | None:
    one = page.any([one for one in page.values if one.node is one.pair.value and page.is_plain(one.pair.key)])
    return one and after_key(page, [":"], one.pair)


def wide_space_after_a_colon(page: Page) -> Mutated | None:
    """Instead of the ordinary one: behind that it does no harm."""
    ones = [one for one in page.values if one.node is one.pair.value and page.is_plain(one.pair.key)]
    one = page.any([one for one in ones if not page.in_flow(one.pair.mapping)])
    return one and after_key(page, [":　", ":\xa0"], one.pair)


def no_space_before_a_bracket(page: Page) -> Mutated | None:
    pairs = [one for one in page.pairs if page.is_plain(one.key) and not isinstance(one.value, Scalar)]
    return after_key(page, [":", "："], page.any([one for one in pairs if page.in_flow(one.value)]))


def is_words(one: Value) -> bool:
    """Whether any words may stand there."""
    return one.shape.base in (str, FreeText) and not (one.shape.term or one.shape.folder)


def strict_values(page: Page) -> list[Value]:
    return [one for one in page.values if not is_words(one)]


def chinese_quotes_around_a_value(page: Page) -> Mutated | None:
    one = page.any(strict_values(page))
    quotes = page.random.choice(["“”", "「」", "‘’", "＂＂"])
    return one and page.with_value(one.node, quotes[0] + one.node.text + quotes[1])


def chinese_quotes_that_a_comma_cuts(page: Page) -> Mutated | None:
    one = page.any([one for one in page.values if isinstance(one.flow, Sequence) and len(one.flow.entries) > 1])
    if one is None or not isinstance(one.flow, Sequence):
        return None
    last = one.flow.entries[-1]
    if one.node is last or not isinstance(last, Scalar) or not page.is_plain(last):
        return None
    start, end = page.offset(one.node), page.offset(last) + len(last.text)
    return page.replaced(start, end, f"“{page.text[start:end]}”")


def quotes_that_do_not_match(page: Page) -> Mutated | None:
    one = page.any(page.values)
    quotes = page.random.choice(['"”', "'’", '"“'])
    return one and page.with_value(one.node, quotes[0] + one.node.text + quotes[1])


def quote_that_is_never_closed(page: Page) -> Mutated | None:
    one = page.any([one for one in page.values if "'" not in one.node.text])
    return one and page.with_value(one.node, page.random.choice("\"'") + one.node.text)


def one_space_more(page: Page) -> Mutated | None:
    return shifted(page, lambda line: " " + line)


def one_space_fewer(page: Page) -> Mutated | None:
    return shifted(page, lambda line: line[1:])


def words_behind_quoted_ones(page: Page) -> Mutated | None:
    one = page.any([one for one in page.values if is_words(one) and not set("\"'") & set(one.node.text)])
    return one and page.with_value(one.node, page.random.choice([f'"{one.node.text}"、歇脚', f"'{one.node.text}'歇脚"]))


def no_indent_in_a_text(page: Page) -> Mutated | None:
    """A text of several paragraphs, one of which begins at the very left."""
    ones = [one for one in page.values if is_words(one) and one.node is one.pair.value]
    one = page.any([one for one in ones if not page.in_flow(one.pair.mapping)])
    if one is None or not page.lines[one.node.line - 1].endswith(one.node.text):
        return None
    right = " " * (one.pair.key.column + 1)
    text = page.random.choice([f"|\n{right}甲。\n\n乙。", f">-\n{right}甲。\n乙。", "|\n甲。\n\n乙。"])
    mutated = page.with_value(one.node, text)
    return mutated._replace(lines=range(mutated.lines.start + 1, mutated.lines.start + 1 + text.count("\n")))


def shifted(page: Page, change: Callable[[str], str]) -> Mutated | None:
    """A line moved sideways, where that makes a difference; seen on it or, where it stands first, on the next that counts."""
    line = page.any([*structural(page), page.tree.line])
    if line is None:
        return None
    new = change(page.lines[line - 1])
    if len(new.strip()) < len(page.lines[line - 1].strip()):
        return None
    mutated = page.with_line(line, new, more=following(page, line))
    return None if means_the_same(page, mutated) else mutated


def means_the_same(page: Page, mutated: Mutated) -> bool:
    """Whether nothing but the look has changed."""
    content = mutated.files[page.uri]
    assert content is not None
    try:
        return texts_in(read_tree(content.decode())) == texts_in(page.tree)
    except Misplaced:
        return False


def texts_in(node: Node | None) -> list[object]:
    """Every text of `node`, in lists as they are nested."""
    if isinstance(node, Mapping):
        return [[key.text, texts_in(child)] for key, child in node.pairs]
    if isinstance(node, Sequence):
        return [texts_in(child) for child in node.entries]
    return [node and node.text]


def following(page: Page, line: int) -> int:
    """How many lines on the next line with something on it stands."""
    rest = page.lines[line:]
    return next((at for at, text in enumerate(rest, 1) if text.strip() and not text.lstrip().startswith("#")), 0)


def no_space_after_a_dash(page: Page) -> Mutated | None:
    line = page.any([line for line in structural(page) if re.match(r" +- ", page.lines[line - 1])])
    return None if line is None else page.with_line(line, page.lines[line - 1].replace("- ", "-", 1))


def second_colon(page: Page) -> Mutated | None:
    one = page.any([one for one in page.values if is_words(one) and one.node is one.pair.value])
    return one and page.with_value(one.node, f"{one.node.text}: 到东门")


def words_behind_a_hash(page: Page) -> Mutated | None:
    ones = [one for one in page.values if is_words(one) and one.node is one.pair.value]
    one = page.any([one for one in ones if not page.in_flow(one.pair.mapping)])
    return one and page.with_value(one.node, f"{one.node.text} #1号")


def wide_at_sign(page: Page) -> Mutated | None:
    found = page.any(list(re.finditer(r"^ *(?:- )?[^\s@:#]+(@)en: ", page.text, re.MULTILINE)))
    return found and page.replaced(found.start(1), found.end(1), "＠")


SIGNS = {
    tab_in_the_indent: "E073",
    wide_space_in_the_indent: "E072",
    fixed_space_in_the_indent: "E072",
    space_before_a_key: "E072",
    wide_colon_after_a_key: "E074",
    no_space_after_a_colon: "E075",
    wide_space_after_a_colon: "E235",
    no_space_before_a_bracket: "E074 E075",
    chinese_quotes_around_a_value: "E111",
    chinese_quotes_that_a_comma_cuts: "E117",
    quotes_that_do_not_match: "E112",
    quote_that_is_never_closed: "E011 E112",
    words_behind_quoted_ones: "E112",
    no_indent_in_a_text: "E134",
    one_space_more: "E135 E113 E011",
    one_space_fewer: "E135 E113 E011",
    no_space_after_a_dash: "E119",
    second_colon: "E118 E011",
    words_behind_a_hash: "W104",
    wide_at_sign: "E022",
}
