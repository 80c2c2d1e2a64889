"""What reading a file gives can be sent from one process to another."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import TypeVar

from build_tools.reading.each_file import read_file
from build_tools.reading.folder import list_folder
from build_tools.reading.gate.whole import scan_whole
from build_tools.reading.shelf import Shelf, read_records
from build_tools.records.files import Kind

SAMPLE = Path(__file__).parents[1] / "sample_content"
T = TypeVar("T")


def sent(value: T) -> T:
    """`value` as another process gets it."""
    received: T = pickle.loads(pickle.dumps(value))  # noqa: S301 — made here
    return received


def test_what_a_file_gives_is_the_same_after_it_was_sent() -> None:
    shelf = Shelf(*list_folder(SAMPLE))
    read_records(shelf, Kind.VOCABULARY)
    known = sent(shelf.known)
    for found in shelf.found:
        if found.kind.record:
            one = read_file(found, shelf.known)
            again = read_file(sent(found), known)
            assert sent(one) == again == one


def test_what_the_gate_finds_is_the_same_after_it_was_sent() -> None:
    found = scan_whole("notices/2026/a.yml", "说明: 居民李秀英的电话是13812345678\n")
    assert found
    assert sent(found) == found
