"""`status`: what is live, since when, what is wanted, and what failed."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from build_tools.hosting.clock import china_time
from build_tools.hosting.engines import installed
from build_tools.hosting.releases import release_at
from build_tools.hosting.repository import Repository
from build_tools.hosting.state import Refusals, read_status
from build_tools.hosting.wanted import wanted

if TYPE_CHECKING:
    from build_tools.hosting.layout import Host
    from build_tools.hosting.releases import Release


def told(host: Host, day: str) -> dict[str, Any]:
    """All that one screen says, as plain values; `healthy` says whether anybody has to do anything."""
    last = read_status(host)
    live = release_at(host.current)
    refusals = Refusals(host)
    found = wanted(Repository(host), installed(host), refusals, day)
    tip = Repository(host).tip()
    return {
        "healthy": bool(found and live and live.made == found[0] and last.get("outcome") != "failed"),
        "live": about(live) if live else None,
        "previous": about(before) if (before := release_at(host.previous)) else None,
        "wanted": asdict(found[0]) if found else None,
        "tip": tip,
        "last": last or None,
        "refused": [asdict(one) for one in refusals.all if one.commit == tip],
        "engines": [one.version for one in installed(host)],
    }


def about(release: Release) -> dict[str, Any]:
    """A release: its name, what it was made from, and since when it has been there."""
    since = (release.folder / ".release.json").stat().st_mtime
    return {"release": release.folder.name, **asdict(release.made), "since": china_time(since)}
