"""HSDS entries as files: lists in pages, and one file for each record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.formats import HSDS_FOLDER
from build_tools.publishing.hsds.entries import Entry, json_bytes
from build_tools.publishing.site import SiteFile
from build_tools.workers import in_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST = 1_000
"""Entries of a list in one file."""
BASE = {
    "version": "3.0",
    "profile": "https://docs.openreferral.org/en/3.0/",
    "openapi_url": "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json",
}
"""What an API says at its address; without changes of our own, the profile is the specification itself."""


def base_file() -> SiteFile:
    """`index.json`, which says what all this is."""
    return json_file("index", json_bytes(BASE))


def record_file(collection: str, entry: Entry) -> SiteFile:
    """The file of one record."""
    return json_file(f"{collection}/{entry['id']}", json_bytes(entry))


def list_files(collection: str, entries: Sequence[bytes]) -> Iterator[SiteFile]:
    """The pages of a list with the `entries`, which are JSON: `services.json`, `services-2.json` and so on."""
    pages = in_parts(entries, MOST) or [entries]
    for number, page in enumerate(pages, start=1):
        header = {
            "total_items": len(entries),
            "total_pages": len(pages),
            "page_number": number,
            "size": len(page),
            "first_page": number == 1,
            "last_page": number == len(pages),
            "empty": not page,
        }
        name = collection if number == 1 else f"{collection}-{number}"
        yield json_file(name, b'%b,"contents":[%b]}' % (json_bytes(header)[:-1], b",".join(page)))


def json_file(name: str, content: bytes) -> SiteFile:
    """The file `name` of the folder."""
    return SiteFile(f"{HSDS_FOLDER}{name}.json", content)
