"""Texts of files that were read together, kept small until somebody asks for one: as a rule nobody does."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

END = "\0"
"""Stands in no text that could be read."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Several texts."""

    packed: bytes


@dataclass(frozen=True, slots=True)
class OneText:
    """One of several texts, the one `at` that place."""

    texts: Texts
    at: int

    @property
    def text(self) -> str:
        """The text itself."""
        return texts_in(self.texts.packed)[self.at]


def kept_small(texts: Iterable[str]) -> Texts:
    """All of `texts`, of which none holds what ends one."""
    return Texts(zlib.compress(END.join(texts).encode(), level=1))


@lru_cache(maxsize=1)  # whoever goes through all files asks for those of one pack one after another
def texts_in(packed: bytes) -> list[str]:
    """The texts that were `packed`."""
    return zlib.decompress(packed).decode().split(END)
