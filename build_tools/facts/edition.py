"""A bulletin as readers of another language get it: what is translated in that language, the rest as it was written."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from build_tools.records.language import FIRST, Translated, Translation

if TYPE_CHECKING:
    from build_tools.records.bulletin import Bulletin


def bulletin_in(language: str, bulletin: Bulletin) -> Bulletin:
    """`bulletin` with every text that is translated into `language` replaced by its translation."""
    if language == FIRST.code:
        return bulletin
    edition: Bulletin = in_language(language, bulletin)
    return edition


def in_language(language: str, value: Any) -> Any:
    """`value` in `language`; `value` itself where nothing in it is translated."""
    if isinstance(value, Translated):
        return Translation(value.others[language], str(value)) if language in value.others else value
    if isinstance(value, tuple):
        entries = tuple(in_language(language, entry) for entry in value)
        return entries if any(new is not old for new, old in zip(entries, value, strict=True)) else value
    changed = {}
    for name in parts_of(value.__class__):
        old = getattr(value, name)
        new = in_language(language, old)
        if new is not old:
            changed[name] = new
    return replace(value, **changed) if changed else value


@cache
def parts_of(kind: type) -> tuple[str, ...]:
    """The fields of records of `kind`; none of a single value, which parses itself and is not translated."""
    is_record = is_dataclass(kind) and not hasattr(kind, "from_text")
    return tuple(part.name for part in fields(kind)) if is_record else ()
