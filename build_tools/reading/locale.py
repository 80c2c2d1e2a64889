"""The files of `locale/` → `Wording`. A fault in them is our own and raises `ValueError`."""

from __future__ import annotations

from pathlib import Path

from build_tools.reading.text import read_text
from build_tools.reading.tree import Mapping, Scalar, read_tree
from build_tools.wording import Wording

LOCALE = Path(__file__).parent.parent / "locale"


def read_wording(language: str) -> Wording:
    """The site's own words in `language`."""
    path = LOCALE / f"{language}.yml"
    tree = read_tree(read_text(path))
    if not isinstance(tree, Mapping):
        raise TypeError(f"{path}: not a mapping")
    texts: dict[str, str] = {}
    for key, value in tree.pairs:
        if not isinstance(value, Scalar) or key.text in texts:
            raise ValueError(f"{path}:{key.line}: {key.text} is not one text, or is there twice")
        texts[key.text] = value.text
    return Wording(language, texts)
