"""`rollback`: shows the release before this one, and keeps what was wrong with this one from coming back.

The release before may be the same commit on the day before; then nothing is there to be shown, and the commit before is wanted.
"""

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


def go_back(host: Host, now: Now, phases: Phases) -> Release | None:
    """The release that is shown now, the one before; None when the one before differs in no more than its day.

    What was wrong is refused in either case. `HostError` when there is nothing before.
    """
    phases.begin("lock")
    with locked(host):
        live, before = release_at(host.current), release_at(host.previous)
        if live is None or before is None or before.number >= live.number:
            raise HostError("nothing_before")
        phases.begin("refuse")
        Refusals(host).add(*refused(host, live, before, china_time(now.moment)))
        if is_same_but_for_its_day(live, before):
            return None
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
    if all(Refusals(host).of(one) for one in Repository(host).line(live.made.commit)[1:]):
        raise HostError("nothing_before")
    return [Refused(live.made.commit, ANY, "rollback", at)]


def is_same_but_for_its_day(live: Release, before: Release) -> bool:
    """Whether both were made by the same engine from the same commit."""
    return (live.made.commit, live.made.engine) == (before.made.commit, before.made.engine)
