"""What the public should see: the newest commit that nobody has refused, by the newest engine that takes it, for today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.hosting.releases import Made, release_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.hosting.engines import Engine
    from build_tools.hosting.layout import Host
    from build_tools.hosting.repository import Repository
    from build_tools.hosting.state import Refusals


def wanted(
    repository: Repository, engines: Sequence[Engine], refusals: Refusals, day: str
) -> tuple[Made, Engine] | None:
    """From what the site is to be made, and by which of `engines`, the newest first; None before the first push."""
    tip = repository.tip()
    if tip is None:
        return None
    for commit in repository.line(tip):
        for engine in engines:
            if not refusals.holds(commit, engine.version):
                return Made(commit, engine.version, day), engine
    return None


def published_last(host: Host, repository: Repository) -> str:
    """The commit that the public sees, with which new content is compared; empty when there is none or git has lost it."""
    live = release_at(host.current)
    return live.made.commit if live and repository.has(live.made.commit) else ""
