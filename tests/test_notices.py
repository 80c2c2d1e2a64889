"""Whose work is used and passed on is said, for exactly the versions of the lock."""

from __future__ import annotations

from tests.notices import NOTICES, PUBLISHED, licence_of, notices, pinned, text_of


def test_the_notices_are_those_of_the_lock() -> None:
    assert NOTICES.read_text(encoding="utf-8") == notices(), "make notices"


def test_of_every_library_the_licence_is_known() -> None:
    assert [name for name in pinned() if not licence_of(name)] == []


def test_what_reaches_the_public_comes_with_the_text_of_its_licence() -> None:
    assert PUBLISHED.keys() <= pinned().keys()
    assert [name for name in PUBLISHED if "Copyright (c)" not in text_of(name)] == []
