"""`rollback`: shows the release before this one, and keeps what was wrong with this one from coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.hosting.clock import china_time
from build_tools.hosting.files import point
from build_tools.hosting.lock import locked
from build_tools.hosting.refusal import HostError
from build_tools.hosting.releases import release_at, show
from build_tools.hosting.repository import Repository
from build_tools.hosting.state import ANY, Refusals, Refused

if TYPE_CHECKING:
    from build_tools.hosting.clock import Now
    from build_tools.hosting.layout import Host
    from build_tools.hosting.phases import Phases
    from build_tools.hosting.releases import Release


def go_back(host: Host, now: Now, phases: Phases) -> Release:
    """The release that is shown now, the one before; `HostError` when there is none that differs in more than its day."""
    phases.begin("lock")
    with locked(host):
        live, before = release_at(host.current), release_at(host.previous)
        if live is None or before is None or before.number >= live.number:
            raise HostError("nothing_before")
        phases.begin("refuse")
        Refusals(host).add(*refused(host, live, before, china_time(now.moment)))
        phases.begin("current")
        show(host, before.folder)
        phases.begin("previous")
        point(host.previous, live.folder)  # whoever reads a page of it still finds there what the page loads
        return before


def refused(host: Host, live: Release, before: Release, at: str) -> list[Refused]:
    """What must not come back: every commit since the one before, or the engine where the commit is the same."""
    if live.made.commit != before.made.commit:
        commits = Repository(host).since(before.made.commit, live.made.commit)
        return [Refused(one, ANY, "rollback", at) for one in commits]
    if live.made.engine != before.made.engine:
        return [Refused(ANY, live.made.engine, "rollback", at)]
    raise HostError("same_commit", commit=live.made.commit[:12])
