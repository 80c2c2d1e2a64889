"""The site's own words in one language: key → text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """One file of `locale/`. An unknown key is our own fault and raises `KeyError`."""

    language: str
    texts: Mapping[str, str]

    def say(self, key: str, /, **words: object) -> str:
        """The text under `key`, its `{placeholders}` filled from `words`."""
        text = self.texts[key]
        return text.format(**words) if words else text
