"""What somebody who misspelt a word may have meant."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from build_tools.reading.terms import also_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from build_tools.records.shapes import Form

MOST_CHOICES = 60


def nearest(text: str, spellings: Iterable[str]) -> str:
    """The spelling closest to `text`, or nothing when none is close."""
    return next(iter(difflib.get_close_matches(text, list(spellings), n=1, cutoff=0.5)), "")


def suggested(text: str, spellings: Iterable[str]) -> dict[str, str]:
    """Words for a message about the unknown `text`: the nearest spelling, or some of those there are."""
    near = nearest(text, spellings)
    return {"text": text, "near": near} if near else {"text": text, "choices": enumerated(list(spellings))}


def suggested_word(text: str, vocabulary: str, terms: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The same for a word that is unknown in the list `vocabulary` of `terms`."""
    spellings, others = terms[vocabulary], terms.get(also_in(vocabulary), {})
    labels = [spelling for spelling, code in spellings.items() if spelling != code] or list(spellings)
    near = others.get(text) or nearest(text, spellings) or others.get(nearest(text, others))
    return {"text": text, "near": near} if near else {"text": text, "choices": enumerated(labels)}


def enumerated(words: list[str]) -> str:
    """As many of `words` as one cares to read; one sees whether these are all."""
    return "、".join(words[:MOST_CHOICES]) + ("……" if len(words) > MOST_CHOICES else "") if words else "—"


def spelled(form: Form) -> str:
    """The Chinese keys of `form`."""
    return "、".join(declared.key.label for declared in form.fields)
