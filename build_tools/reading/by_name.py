"""Records that are called by their names where their ids are wanted: the message tells the id."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_tools.reading.suggestions import nearest
from build_tools.records.files import RECORD_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_tools.problems import Problem
    from build_tools.reading.shelf import Shelf

UNKNOWN_ID = "E052"


def with_ids_of_names(shelf: Shelf) -> list[Problem]:
    """The problems on `shelf`, of which those with an unknown id tell the id of the record that is so called."""
    if all(one.code != UNKNOWN_ID for one in shelf.problems):
        return shelf.problems
    ids = {
        kind.folder: {getattr(one.record, "name", ""): one.record.id for one in shelf.written[kind]}
        for kind in RECORD_KINDS
        if kind.folder
    }
    return [named(one, ids) if one.code == UNKNOWN_ID else one for one in shelf.problems]


def named(problem: Problem, ids: Mapping[str, Mapping[str, str]]) -> Problem:
    """`problem` with the id, among `ids` by folder and name, of what it calls unknown, if it is called nearly so."""
    words = dict(problem.words)
    names, text = ids[words["folder"]], words["text"]
    id = names.get(text) or words.get("near") or names.get(nearest(text, names))
    return replace(problem, words=tuple({**words, "near": id}.items())) if id else problem
