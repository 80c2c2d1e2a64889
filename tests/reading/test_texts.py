"""Texts of files that were read together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.earlier import Earlier
from build_tools.reading.texts import END, OneText, kept_small, texts_in
from tests.generated import write_bulletin

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TEXT = st.text(st.characters(codec="utf-8", exclude_characters=END))


@given(st.lists(TEXT, min_size=1))
def test_each_text_is_what_it_was(texts: list[str]) -> None:
    kept = kept_small(texts)
    assert [OneText(kept, at).text for at in range(len(texts))] == texts


def test_no_text_of_what_was_read_earlier_is_opened_while_nothing_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_bulletin(tmp_path, 200)
    first = Earlier(b"engine")
    read = read_bulletin(tmp_path, earlier=first)
    asked: list[bytes] = []

    def noting(packed: bytes) -> list[str]:
        asked.append(packed)
        return texts_in(packed)

    monkeypatch.setattr("build_tools.reading.texts.texts_in", noting)
    again = read_bulletin(tmp_path, earlier=Earlier(b"engine", first.used))
    assert read[0] and again[0] and again[0].stations == read[0].stations
    assert len(first.used) > 4
    assert len(set(asked)) == 1, "the site's own, which may say what has been reviewed"


def test_a_problem_of_what_was_read_earlier_shows_its_line(tmp_path: Path) -> None:
    write_bulletin(tmp_path, 200)
    first = Earlier(b"engine")
    read_bulletin(tmp_path, earlier=first)
    district = tmp_path / "districts" / "district-1.yml"
    text = district.read_text(encoding="utf-8")
    district.write_text(re.sub("街道: .*", "街道: [别的街道]", text), encoding="utf-8")
    _, problems = read_bulletin(tmp_path, earlier=Earlier(b"engine", first.used))
    assert {(one.code, one.excerpt.partition(":")[0]) for one in problems if one.severity == "error"} == {
        ("E066", "街道")
    }
    assert problems == read_bulletin(tmp_path)[1]
