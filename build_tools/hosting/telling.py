"""`status`: what is live, since when, what is wanted, and what failed."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from build_tools.hosting.clock import china_time
from build_tools.hosting.engines import installed
from build_tools.hosting.refusal import HostError
from build_tools.hosting.releases import release_at
from build_tools.hosting.repository import Repository
from build_tools.hosting.state import Refusals, read_status
from build_tools.hosting.wanted import wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.hosting.engines import Engine
    from build_tools.hosting.layout import Host
    from build_tools.hosting.releases import Made, Release
    from build_tools.hosting.state import Refused


def told(host: Host, day: str) -> dict[str, Any]:
    """All that one screen says, as plain values that monitoring can rely on. What there is none of is None, `refused` empty.

    `healthy`: the public sees the newest commit as it should be today, and the last run has not failed.
    `live`, `previous`: `release` (its name), `commit`, `engine`, `day` and `since`, when it was built.
    `wanted`: `commit`, `engine` and `day` of what the public should see; `tip`: the newest commit.
    `last`: when (`at`) the last run ended, its `outcome`, `phase` and `message`.
    `refused`: what keeps the newest commit from being published, each with `commit`, `engine`, `why` and `at`; `*` is every one.
    `spoilt`: `file` and `line` of what nobody can read any more; nothing is published before somebody has mended it.
    `engines`: the versions that are installed, the newest first.
    """
    last, live, tip, engines = read_status(host), release_at(host.current), Repository(host).tip(), installed(host)
    found, refused, spoilt = intended(host, tip, engines, day)
    newest = bool(found and live and live.made == found and found.commit == tip)
    return {
        "healthy": newest and last.get("outcome") != "failed",
        "live": about(live) if live else None,
        "previous": about(before) if (before := release_at(host.previous)) else None,
        "wanted": asdict(found) if found else None,
        "tip": tip,
        "last": last or None,
        "refused": [asdict(one) for one in refused],
        "spoilt": spoilt,
        "engines": [one.version for one in engines],
    }


def intended(
    host: Host, tip: str | None, engines: Sequence[Engine], day: str
) -> tuple[Made | None, list[Refused], dict[str, Any] | None]:
    """What is wanted, what keeps the newest commit `tip` back, and where it says so and cannot be read."""
    try:
        refusals = Refusals(host)
    except HostError as error:
        return None, [], {"file": str(error.words["file"]), "line": error.words["line"]}
    found = wanted(Repository(host), engines, refusals, day, release_at(host.current))
    return found[0] if found else None, refusals.of(tip) if tip else [], None


def about(release: Release) -> dict[str, Any]:
    """A release: its name, what it was made from, and since when it has been there."""
    since = (release.folder / ".release.json").stat().st_mtime
    return {"release": release.folder.name, **asdict(release.made), "since": china_time(since)}
