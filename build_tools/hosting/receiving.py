"""What a push may bring: the only place that can keep a resident's data out of what git remembers for good."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.hosting.admitting import (
    insist_on_plain_files,
    insist_on_plain_history,
    insist_on_public_files,
    insist_on_sizes,
    insist_on_sum,
    to_be_judged,
)
from build_tools.hosting.building import Build
from build_tools.hosting.carrying import History, carried_by
from build_tools.hosting.contents import lay_out, leave
from build_tools.hosting.incoming import incoming
from build_tools.hosting.layout import BRANCH
from build_tools.hosting.refusal import HostError
from build_tools.hosting.releases import Made
from build_tools.hosting.repository import Repository
from build_tools.hosting.space import insist_on_room
from build_tools.hosting.wanted import newest_engine, published_last
from build_tools.hosting.workshop import Workshop, build_ahead, was_built_by

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from build_tools.hosting.clock import Now
    from build_tools.hosting.layout import Host


@dataclass(frozen=True, slots=True)
class Pushed:
    """One line of what git tells `pre-receive`."""

    old: str
    new: str
    ref: str

    @property
    def is_first(self) -> bool:
        """Whether there was nothing before."""
        return not self.old.strip("0")


def pushed(lines: Iterable[str]) -> list[Pushed]:
    """What is being pushed."""
    return [Pushed(*line.split(maxsplit=2)) for line in map(str.strip, lines) if line]


def insist_on_branch(one: Pushed) -> None:
    """`HostError` for any branch or tag but the main branch, and for its end."""
    if one.ref != BRANCH:
        raise HostError("other_branch", branch=one.ref)
    if not one.new.strip("0"):
        raise HostError("no_deleting")


def look_at(host: Host, one: Pushed, now: Now) -> bool:
    """Let `one` be pushed, or end with `HostError` or with the report of its content, `RefusedContentError`.

    Whether commits that were accepted before are in it no more.
    """
    insist_on_room(host)
    repository = Repository(host, in_hook=True)
    if not repository.is_commit(one.new):
        # git would refuse it too, but only after it has kept it
        raise HostError("no_commit")
    tip = repository.entries(one.new)
    insist_on_plain_files(tip)
    newcomers = repository.newcomers(one.new)
    brought = list(repository.brought(newcomers))
    base = repository.shared(one.old, one.new)
    insist_on_plain_history(repository, brought, base)
    insist_on_sizes(repository, brought)
    judged = to_be_judged(brought, tip)
    insist_on_public_files(judged, base)
    carried = carried_by(judged, tip)
    insist_on_sum(repository, [*newcomers, *(one.id for one in carried)], tip)
    with incoming(host) as folder:
        content = lay_out(host, repository, one.new, folder / "taken")
        history = History(repository, base, folder / "history")
        history.lay_out(newcomers, carried)
        engine = newest_engine(host)
        build = Build(engine, content, now.moment, now.limit, published_last(host, repository))
        judge(host, Made(one.new, engine.version, now.day), build, history.folder)
        leave(host, one.new, folder / "taken")
    return base != one.old and not one.is_first


def judge(host: Host, made: Made, build: Build, history: Path) -> None:
    """Have the content checked, and built at the same time; `RefusedContentError` with the report when it has errors."""
    with ThreadPoolExecutor(1) as meanwhile:
        if was_built_by(host, build.engine):
            meanwhile.submit(build_ahead, host, made, build)
        build.check("--pushed", str(history), "--site", str(Workshop(host).site))
