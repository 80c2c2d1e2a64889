"""The street sketches of `content/map/` → records on the shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.sketch import read_sketch
from build_tools.reading.text import LARGEST_SKETCH, read_text
from build_tools.records.files import Kind

if TYPE_CHECKING:
    from build_tools.reading.shelf import Shelf


def read_sketches(shelf: Shelf) -> None:
    """Put the sketches on `shelf`."""
    for found in shelf.of(Kind.SKETCH):
        try:
            text = read_text(found.path, LARGEST_SKETCH)
        except Unreadable as refusal:
            shelf.problems.append(Problem(refusal.code, Place(found.uri), words=refusal.words))
            continue
        sketch, problems = read_sketch(found.id, found.uri, text)
        shelf.problems += problems
        if sketch:
            shelf.sketches.append(sketch)
