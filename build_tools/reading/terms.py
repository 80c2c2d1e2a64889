"""The spellings that `vocabulary.yml` allows, taken from its tree before it is a record: its lists name each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.tree import Mapping, Node, Scalar, Sequence
from build_tools.records.shapes import form_of
from build_tools.records.vocabulary import Need, TallyCategory, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRY = form_of(Need).by_spelling
"""All lists spell 代码 and 名称 alike."""
FORMER = form_of(TallyCategory).by_spelling
"""Where 曾用名 may stand."""


def spellings_of(tree: Node) -> dict[str, dict[str, str]]:
    """List → spelling → code, for each code and label in `tree`; a list that cannot be read is left out."""
    lists = form_of(Vocabulary).by_spelling
    found: dict[str, dict[str, str]] = {}
    for key, child in tree.pairs if isinstance(tree, Mapping) else ():
        if key.text in lists and not isinstance(child, Scalar):
            spellings: dict[str, str] = {}
            for entry in child.entries if isinstance(child, Sequence) else [child]:
                spellings.update(spellings_of_entry(entry))
            found[lists[key.text].name] = spellings
    return found


def spellings_of_entry(entry: Node) -> dict[str, str]:
    """The label and the code of one entry, each → its code."""
    if not isinstance(entry, Mapping):
        return {}
    texts = {
        ENTRY[key.text].name: child.text.strip()
        for key, child in entry.pairs
        if key.text in ENTRY and isinstance(child, Scalar)
    }
    if "code" not in texts:
        return {}
    names = [texts[name] for name in ("name", "code") if name in texts]
    return dict.fromkeys([*names, *former_names(entry)], texts["code"])


def former_names(entry: Mapping) -> Iterator[str]:
    """What `entry` was once called."""
    for key, child in entry.pairs:
        if key.text in FORMER and FORMER[key.text].name == "former_names":
            nodes = child.entries if isinstance(child, Sequence) else [child]
            yield from (node.text.strip() for node in nodes if isinstance(node, Scalar))
