"""What somebody who misspelt a word may have meant."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(text: str, spellings: Iterable[str]) -> str:
    """The spelling closest to `text`, or nothing when none is close."""
    return next(iter(difflib.get_close_matches(text, list(spellings), n=1, cutoff=0.5)), "")


def suggested(text: str, spellings: Iterable[str]) -> dict[str, str]:
    """Words for a message about the unknown `text`: the nearest spelling, or some of those there are."""
    near = nearest(text, spellings)
    if near:
        return {"text": text, "near": near}
    return {"text": text, "choices": "、".join(list(spellings)[:20])}
