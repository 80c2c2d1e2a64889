"""Addresses on paper: what a code leads to and somebody types, which is not always where the page itself stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.records.alias import oldest_id
from build_tools.records.short import short_of

if TYPE_CHECKING:
    from build_tools.records.station import Station


def short_uri(station: Station) -> str:
    """The address that leads to `station`, whatever its file is called by then."""
    return f"s/{short_of(oldest_id(station))}/"


def posted_uri(uri: str, folder: str, station: Station | None) -> str:
    """The address that paper gives for the page `uri`: a short one where it shows `station` in the first edition.

    `uri` begins with `folder`, as one of another language does: what leads there keeps the language.
    """
    return short_uri(station) if station and not folder else uri
