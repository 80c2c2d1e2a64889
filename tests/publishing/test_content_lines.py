"""Lines of at most 75 octets, cut where no reader minds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.publishing.content_lines import address, content_line, escaped


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("甲：乙；丙，丁", "甲：乙；丙，丁"),
        ('a\\b;c,d:e"f', r"a\\b\;c\,d:e" + '"f'),
        ("一行\n又一行\r\n再一行", r"一行\n又一行\n再一行"),
        ("一行\u2028又一行\u2029再一行\x85", r"一行\n又一行\n再一行\n"),
        ("a\tb\x00c\x1bd\x7fe\x9b", "a\tbcde"),
        ("END:VEVENT\r\nBEGIN:VALARM", r"END:VEVENT\nBEGIN:VALARM"),
    ],
)
def test_a_text_is_escaped_and_stays_on_its_line(text: str, value: str) -> None:
    assert escaped(text) == value


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=400))
def test_a_line_is_folded_between_characters_into_75_octets(text: str) -> None:
    lines = content_line(text).split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert [line[:1] for line in lines[1:]] == [b" "] * (len(lines) - 1)
    assert "".join(line.decode()[1:] if number else line.decode() for number, line in enumerate(lines)) == text


@pytest.mark.parametrize(
    ("octets", "lines"), [(0, 1), (74, 1), (75, 1), (76, 2), (75 + 74, 2), (75 + 74 + 1, 3), (75 + 2 * 74, 3)]
)
def test_a_line_is_folded_only_where_it_must_be(octets: int, lines: int) -> None:
    assert content_line("a" * octets).count(b"\r\n") == lines


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        ("https://example.org/a/?b=1,2;3&c=%E7%94%B2#d", "https://example.org/a/?b=1,2;3&c=%E7%94%B2#d"),
        ("https://example.org/甲/", "https://example.org/%E7%94%B2/"),
        ("https://example.org/\r\nX:1", "https://example.org/%0D%0AX:1"),
    ],
)
def test_an_address_has_only_what_addresses_may_have(url: str, uri: str) -> None:
    assert address(url) == uri
