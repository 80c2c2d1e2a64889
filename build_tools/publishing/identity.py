"""Names for ever of what is published: the same wherever the site stands, and whatever a file is called today."""

from __future__ import annotations

from functools import cache
from hashlib import sha1
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from build_tools.records.site import Site


VERSION, VARIANTS = "5", "89ab"
"""The digits that tell of which kind a UUID is: the first of its third group, and the first of its fourth by two bits."""


@cache
def octets_of(base: str) -> bytes:
    """The UUID `base` as names are put after it."""
    return UUID(base).bytes


def uuid_of(site: Site, *path: str) -> str:
    """The UUID (RFC 9562, version 5) of what stands at `path` under the site's base; ids in it are the oldest ones.

    `ValueError` when the site has no base.
    """
    if site.uuid_base is None:
        raise ValueError("the site has no base for UUIDs")
    return uuid5(octets_of(site.uuid_base), "/".join(path))


def uuid5(base: bytes, name: str) -> str:
    """The text of Python's `uuid.uuid5`, in a third of its time: a site may have a hundred thousand."""
    found = sha1(base + name.encode(), usedforsecurity=False).hexdigest()
    variant = VARIANTS[int(found[16], 16) & 3]
    return f"{found[:8]}-{found[8:12]}-{VERSION}{found[13:16]}-{variant}{found[17:20]}-{found[20:32]}"


def lasting_id(site: Site, *path: str) -> str:
    """The id of what stands at `path`, as feeds want it: a URN, or without a base its first address on this site."""
    if site.uuid_base is None:
        return f"{site.address}{'/'.join(path)}"
    return f"urn:uuid:{uuid_of(site, *path)}"
