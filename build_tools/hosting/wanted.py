"""What the public should see: the newest commit that nobody has refused, by the newest engine that takes it, for today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.hosting.engines import installed
from build_tools.hosting.releases import Made, release_at
from build_tools.hosting.state import ANY, Refusals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.hosting.engines import Engine
    from build_tools.hosting.layout import Host
    from build_tools.hosting.releases import Release
    from build_tools.hosting.repository import Repository


def wanted(
    repository: Repository, engines: Sequence[Engine], refusals: Refusals, day: str, live: Release | None
) -> tuple[Made, Engine] | None:
    """From what the site is to be made, and by which of `engines`, the newest first; None before the first push.

    What is `live` stays rather than that the public sees what was there before it: a line of commits may lead past it.
    """
    shown = live.made.commit if live else ""
    stays = taking(shown, engines, refusals) if repository.has(shown) else None
    tip = repository.tip()
    for commit in repository.line(tip) if tip else []:
        if engine := taking(commit, engines, refusals):
            if stays and commit != tip and repository.shared(commit, shown) == commit:
                break
            return Made(commit, engine.version, day), engine
    return (Made(shown, stays.version, day), stays) if tip and stays else None


def taking(commit: str, engines: Sequence[Engine], refusals: Refusals) -> Engine | None:
    """The newest of `engines` that nobody keeps from publishing `commit`."""
    return next((one for one in engines if not refusals.holds(commit, one.version)), None)


def newest_engine(host: Host) -> Engine:
    """The engine that will publish what is pushed now: the newest that was not taken back."""
    engines, refusals = installed(host), Refusals(host)
    return next((one for one in engines if not refusals.holds(ANY, one.version)), engines[0])


def published_last(host: Host, repository: Repository) -> str:
    """The commit that the public sees, with which new content is compared.

    Empty when there is none, when git has lost it, and when it was taken back: what comes instead need not hold what it held.
    """
    live = release_at(host.current)
    if live is None or Refusals(host).holds(live.made.commit, ANY) or not repository.has(live.made.commit):
        return ""
    return live.made.commit
