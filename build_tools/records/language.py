"""The languages a site may have, and texts that are written in several of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from build_tools.records.key import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping


class Language(Choice):
    """A language with a file in `locale/`; content is written in the first, the others stand beside it."""

    ZH = ("zh", "中文")
    EN = ("en", "英文")


FIRST, *OTHERS = Language
LANGUAGES = tuple(language.code for language in Language)


class Translated(str):
    """A text with what it says in other languages; wherever nobody asks, it is the Chinese text."""

    others: Mapping[str, str]
    """Language → text."""

    def __new__(cls, text: str, others: Mapping[str, str]) -> Self:
        """`text`, and the same in `others`."""
        made = super().__new__(cls, text)
        made.others = others
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str, Mapping[str, str]]]:
        """What it is made of, for sending it to another process."""
        return type(self), (str(self), self.others)


class Translation(str):
    """What a text says in another language; it remembers the Chinese."""

    original: str

    def __new__(cls, text: str, original: str) -> Self:
        """`text`, made from `original`."""
        made = super().__new__(cls, text)
        made.original = original
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """What it is made of, for sending it to another process."""
        return type(self), (str(self), self.original)


def original_of(text: str) -> str:
    """The Chinese text of which `text` is a translation, or `text` itself."""
    return text.original if isinstance(text, Translation) else text
