"""The spellings that `vocabulary.yml` allows, taken from its tree before it is a record: its lists name each other."""

from __future__ import annotations

from build_tools.reading.tree import Mapping, Node, Scalar, Sequence
from build_tools.records.shapes import form_of
from build_tools.records.vocabulary import Need, Vocabulary

ENTRY = form_of(Need).by_spelling
"""All lists spell 代码 and 名称 alike."""


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
    return {texts[name]: texts["code"] for name in ("name", "code") if name in texts}
