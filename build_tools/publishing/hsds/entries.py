"""What an HSDS entry is made of: JSON objects in which nothing stands that nobody knows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from build_tools.publishing.json_text import json_text
from build_tools.records.key import UNKNOWN
from build_tools.records.language import Translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Entry = dict[str, Any]
"""One object of HSDS."""
SILENT: tuple[Any, ...] = (None, UNKNOWN, "", [])


def json_bytes(value: Any) -> bytes:
    """`value` as it stands in a file."""
    return json_text(value).encode()


def told(**fields: Any) -> Entry:
    """Those of `fields` that say anything."""
    return {name: value for name, value in fields.items() if value not in SILENT}


def other_name(text: str) -> str | None:
    """What `text` is in another language."""
    return next(iter(text.others.values()), None) if isinstance(text, Translated) else None


def numbered(keys: Iterable[str]) -> Iterator[str]:
    """`keys`, those that were there before with a number."""
    seen: Counter[str] = Counter()
    for key in keys:
        seen[key] += 1
        yield f"{key}.{seen[key]}" if seen[key] > 1 else key
