"""Addresses of several parts."""

from __future__ import annotations

import pytest

from build_tools.records.district import place_words


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("示例市", "示例区", "第一街道"), "示例市示例区第一街道"),
        (("示例市", "示例区", "第一街道", "SOHO"), "示例市示例区第一街道SOHO"),
        (("Xi’an", "Lüshunkou"), "Lüshunkou, Xi’an"),
        (("Example City", "Example District", "", "第一街道"), "第一街道, Example District, Example City"),
        (("", ""), ""),
    ],
)
def test_most_parts_of_an_address_tell_its_order(parts: tuple[str, ...], said: str) -> None:
    assert place_words(*parts) == said
