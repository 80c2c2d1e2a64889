"""Names for ever of what is published: the same wherever the site stands, and whatever a file is called today."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from build_tools.records.site import Site


base_of = cache(UUID)


def uuid_of(site: Site, *path: str) -> str:
    """The UUID (RFC 9562, version 5) of what stands at `path` under the site's base; ids in it are the oldest ones.

    `ValueError` when the site has no base.
    """
    if site.uuid_base is None:
        raise ValueError("the site has no base for UUIDs")
    return str(uuid5(base_of(site.uuid_base), "/".join(path)))


def lasting_id(site: Site, *path: str) -> str:
    """The id of what stands at `path`, as feeds want it: a URN, or without a base its first address on this site."""
    if site.uuid_base is None:
        return f"{site.address}{'/'.join(path)}"
    return f"urn:uuid:{uuid_of(site, *path)}"
