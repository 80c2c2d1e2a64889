"""How tests say what is refused: `每天 「24:30」-25:00`, with the words that are quoted between 「 and 」."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_tools.problems import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable


def refused(read: Callable[[str], object], marked: str) -> str:
    """The code with which `read` refuses what is `marked`; it quotes the marked words, and says where they stand."""
    with pytest.raises(Unreadable) as refusal:
        read(marked.replace("「", "").replace("」", ""))
    words = dict(refusal.value.words)
    assert refusal.value.at == marked.index("「"), words
    assert words["text"] == marked[marked.index("「") + 1 : marked.index("」")]
    return refusal.value.code
