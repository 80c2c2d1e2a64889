"""YAML text → a tree in which every value is text with a place; what staff need not know of YAML is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml
from yaml import MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from build_tools.problems import Unreadable

if not yaml.__with_libyaml__:
    raise ImportError("PyYAML was built without libyaml; install its wheel (pip install --force-reinstall PyYAML)")

UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Signs that nobody types on purpose: controls, and line ends that only some programs take for such."""
FOLDED_DASH = re.compile("[ \t]*- ")
DEEPEST = 20
"""Levels of nesting; the deepest honest content has six."""


@dataclass(slots=True)
class Scalar:
    """A single value, always text; `line` and `column` count from 1."""

    text: str
    line: int
    column: int
    style: str = ""
    """How it was written: plain, `"`, `'`, or as a block, `|` or `>`."""


@dataclass(slots=True)
class Sequence:
    """A list."""

    entries: list[Node]
    line: int
    column: int


@dataclass(slots=True)
class Mapping:
    """Keys with their values in the order written; a key may still stand twice."""

    pairs: list[tuple[Scalar, Node]]
    line: int
    column: int


Node = Scalar | Sequence | Mapping
NextEvent = Callable[[], Any]
"""libyaml's parser, which gives one event after another."""


class Misplaced(Unreadable):
    """`Unreadable`, with the line and column (from 1) at which reading stopped."""

    def __init__(self, code: str, line: int, column: int, **words: object) -> None:
        super().__init__(code, **words)
        self.line = line
        self.column = column


def read_tree(text: str) -> Node | None:
    """The one document in `text`, None when there is nothing in it, or `Misplaced`."""
    if found := UNPRINTABLE.search(text):
        raise misplaced(text, found.start(), "E018", sign=f"U+{ord(found[0]):04X}")
    try:
        return document(yaml.CBaseLoader(text).get_event, text)
    except yaml.MarkedYAMLError as error:
        raise unparsed(text, error) from None


def bracket_before(text: str) -> str:
    """The innermost bracket that is open where `text` ends, `[` or `{`; nothing outside of all brackets."""
    opened: list[str] = []
    try:
        for token in yaml.scan(text, yaml.CBaseLoader):
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                opened.append(text[token.start_mark.index])
            elif opened and isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
                opened.pop()
    except yaml.YAMLError:
        pass
    return opened[-1] if opened else ""


def misplaced(text: str, index: int, code: str, **words: object) -> Misplaced:
    """`Misplaced` at the character of `text` with this `index`."""
    before = text[:index]
    return Misplaced(code, before.count("\n") + 1, len(before) - before.rfind("\n"), **words)


def unparsed(text: str, error: yaml.MarkedYAMLError) -> Misplaced:
    """Where and why libyaml could not go on; a quote that is never closed is shown where it opens."""
    context = error.context or ""
    opened = "quoted scalar" in context or "anchor" in context or "alias" in context
    mark: Any = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    if "anchor" in context or "alias" in context:
        return Misplaced("E012", mark.line + 1, mark.column + 1, name=text[mark.index : mark.index + 2])
    last_line = text.count("\n")
    if mark.line > last_line:
        return misplaced(text, len(text), "E011")
    return Misplaced("E011", mark.line + 1, mark.column + 1)


def document(next_event: NextEvent, text: str) -> Node | None:
    """The tree of the only document among the events."""
    next_event()
    if type(next_event()) is yaml.StreamEndEvent:
        return None
    tree: Node | None = node(next_event(), next_event, 1, text)
    if isinstance(tree, Scalar) and not (tree.text or tree.style):
        tree = None
    next_event()
    after = next_event()
    if type(after) is not yaml.StreamEndEvent:
        raise Misplaced("E014", after.start_mark.line + 1, 1)
    return tree


def node(event: Any, next_event: NextEvent, depth: int, text: str) -> Node:
    """The node that begins with `event`; its own events are taken from those that follow."""
    kind, mark = type(event), event.start_mark
    if kind is ScalarEvent:
        if event.anchor or not (event.implicit[0] or event.implicit[1]):
            refuse_extras(event)
        if "- " in event.value and not event.style and event.end_mark.line > mark.line:
            refuse_folded_dash(text.split("\n"), mark.line, event.end_mark.line)
        return Scalar(event.value, mark.line + 1, mark.column + 1, event.style)
    refuse_extras(event)
    if depth > DEEPEST:
        raise Misplaced("E015", mark.line + 1, mark.column + 1, deepest=DEEPEST)
    if kind is SequenceStartEvent:
        return Sequence(entries(next_event, depth + 1, text), mark.line + 1, mark.column + 1)
    return Mapping(pairs(next_event, depth + 1, text), mark.line + 1, mark.column + 1)


def refuse_folded_dash(lines: list[str], first: int, last: int) -> None:
    """Raise for a line that goes on with the plain text of the `first` one and looks like an entry of a list."""
    for number in range(first + 1, last + 1):
        if found := FOLDED_DASH.match(lines[number]):
            raise Misplaced("E113", number + 1, found.end() - 1)


def entries(next_event: NextEvent, depth: int, text: str) -> list[Node]:
    """The entries of a list until it ends."""
    found: list[Node] = []
    while type(event := next_event()) is not SequenceEndEvent:
        found.append(node(event, next_event, depth, text))
    return found


def pairs(next_event: NextEvent, depth: int, text: str) -> list[tuple[Scalar, Node]]:
    """The keys and values of a mapping until it ends."""
    found: list[tuple[Scalar, Node]] = []
    while type(event := next_event()) is not MappingEndEvent:
        key = node(event, next_event, depth, text)
        if type(key) is not Scalar:
            raise Misplaced("E016", key.line, key.column)
        found.append((key, node(next_event(), next_event, depth, text)))
    return found


def refuse_extras(event: Any) -> None:
    """Raise for an alias, an anchor or a tag: they hide what is written, and residents' facts need none."""
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    if event.anchor:
        raise Misplaced("E012", line, column, name=event.anchor)
    if event.tag:
        raise Misplaced("E013", line, column, tag=event.tag)
