"""The spellings that `vocabulary.yml` allows, taken from its tree before it is a record: its lists name each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.markup import markup_in
from build_tools.reading.tree import Mapping, Node, Scalar, Sequence
from build_tools.records.shapes import form_of
from build_tools.records.vocabulary import Need, TallyCategory, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.records.shapes import Field

ENTRY = form_of(Need).by_spelling
"""All lists spell 代码 and 名称 alike."""
FORMER = form_of(TallyCategory).by_spelling
"""Where 曾用名 may stand."""


def also_in(vocabulary: str) -> str:
    """Under what `spellings_of` has the other words of a list: they may not be written, but tell what is meant."""
    return f"{vocabulary}.also"


def spellings_of(tree: Node) -> dict[str, dict[str, str]]:
    """List → spelling → code, for each code and label in `tree`; a list in which one of these cannot be read is left out.

    `also_in(list)` → what people say instead → label.
    """
    lists = form_of(Vocabulary).by_spelling
    found: dict[str, dict[str, str]] = {}
    for key, child in tree.pairs if isinstance(tree, Mapping) else ():
        if key.text in lists and not isinstance(child, Scalar):
            name = lists[key.text].name
            entries = child.entries if isinstance(child, Sequence) else [child]
            read = [spellings_of_entry(entry) for entry in entries]
            if all(read):
                found[name] = {word: code for one in read for word, code in one.items()}
                others = (others_of_entry(entry) for entry in entries)
                found[also_in(name)] = {word: label for one in others for word, label in one.items()}
    return found


def spellings_of_entry(entry: Node) -> dict[str, str]:
    """The label and the code of one entry, each → its code; nothing where one of them is missing or cannot be read."""
    texts = texts_of_entry(entry)
    if not isinstance(entry, Mapping) or not {"name", "code"} <= texts.keys():
        return {}
    spellings = [texts["name"], texts["code"], *listed(entry, FORMER, "former_names")]
    return {} if any(map(markup_in, spellings)) else dict.fromkeys(spellings, texts["code"])


def others_of_entry(entry: Node) -> dict[str, str]:
    """What people say instead of the label of one entry, each → that label."""
    name = texts_of_entry(entry).get("name")
    return dict.fromkeys(listed(entry, ENTRY, "also"), name) if isinstance(entry, Mapping) and name else {}


def texts_of_entry(entry: Node) -> dict[str, str]:
    """The single texts of one entry, by the names of their fields."""
    pairs = entry.pairs if isinstance(entry, Mapping) else []
    return {
        ENTRY[key.text].name: child.text.strip()
        for key, child in pairs
        if key.text in ENTRY and isinstance(child, Scalar)
    }


def listed(entry: Mapping, form: dict[str, Field], field: str) -> Iterator[str]:
    """The texts of the list that stands for `field`, which is one of `form`, in `entry`."""
    for key, child in entry.pairs:
        if key.text in form and form[key.text].name == field:
            nodes = child.entries if isinstance(child, Sequence) else [child]
            yield from (node.text.strip() for node in nodes if isinstance(node, Scalar))
