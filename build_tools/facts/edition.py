"""A bulletin as readers of another language get it: what is translated in that language, the rest as it was written."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from build_tools.records.language import Translated, Translation

if TYPE_CHECKING:
    from build_tools.records.bulletin import Bulletin


def bulletin_in(language: str, bulletin: Bulletin) -> Bulletin:
    """`bulletin` with every text that is translated into `language` replaced by its translation."""
    edition: Bulletin = in_language(language, bulletin)
    return edition


def in_language(language: str, value: Any) -> Any:
    """`value` in `language`; `value` itself where nothing in it is translated."""
    if isinstance(value, Translated):
        return Translation(value.others[language], str(value)) if language in value.others else value
    if isinstance(value, tuple):
        entries = tuple(in_language(language, entry) for entry in value)
        return entries if any(new is not old for new, old in zip(entries, value, strict=True)) else value
    if is_dataclass(value) and not isinstance(value, type) and not hasattr(value, "from_text"):
        parts = {part.name: getattr(value, part.name) for part in fields(value)}
        changed = {name: new for name, old in parts.items() if (new := in_language(language, old)) is not old}
        return replace(value, **changed) if changed else value
    return value
