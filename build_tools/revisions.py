"""What git keeps of the last months: how the stations' files stood before each day that changed them, and after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.git import answer
from build_tools.reading.past import FileRevision, Past
from build_tools.records.files import Kind
from build_tools.settings import CHINA, UnusableSettingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from build_tools.settings import Settings

DAYS = 90
MOST = 400
"""So many revisions of stations' files are read, the latest ones: a page that tells more is read by nobody."""
IN_A_BARE_ONE = "content/"
"""Where the content lies in a repository without a working tree."""
STATIONS = re.compile(Kind.STATION.pattern)
NOTHING = re.compile(b"0+")
"""What git calls a file that is not there."""


@dataclass(frozen=True, slots=True)
class Repository:
    """Where to ask git, and where the content lies in what it keeps."""

    folder: Path
    options: tuple[str, ...]
    prefix: str
    """Ends with a slash, or is empty."""

    def ask(self, *words: str, given: bytes = b"") -> bytes | None:
        """What git answers, or None."""
        return answer(self.folder, *self.options, *words, given=given)

    def path(self, name: str) -> str:
        """The path of `name`, a file or folder of the content, from the repository's root."""
        return self.prefix + name.rstrip("/")


@dataclass(frozen=True, slots=True)
class Commit:
    """One step of the first-parent history."""

    id: str
    day: date
    """In China, of whoever committed it."""
    parent: str
    """The state before it; empty where this clone knows none."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one commit did to one file; blobs by their names, None for no file."""

    day: date
    file: str
    """Inside the content."""
    before: bytes | None
    after: bytes | None


def past_of(settings: Settings) -> Past | None:
    """What the last 90 days changed in stations' files; None where git knows no two states of them."""
    repository = repository_of(settings)
    commits = commits_of(repository) if repository else []
    if repository is None or not any(one.parent for one in commits):
        return None
    earliest = min(one.day for one in commits)
    if earliest > settings.today:
        return None
    first = first_told(settings.today)
    wanted = [one for one in commits if one.parent and first <= one.day <= settings.today]
    steps = by_day(steps_of(repository, later_than_the_beginning(repository, wanted)))
    of_stations = [one for one in steps if STATIONS.fullmatch(one.file)]
    of_stations.sort(key=lambda one: (-one.day.toordinal(), one.file))
    kept = [*of_stations[:MOST], *(one for one in steps if one.file == Kind.VOCABULARY.path)]
    texts = texts_of(repository, {blob for one in kept for blob in (one.before, one.after) if blob})
    return Past(
        first=max(first, earliest),
        revisions=tuple(revision(one, texts) for one in kept),
        whole=len(of_stations) <= MOST,
    )


def is_whole(past: Past | None, today: date) -> bool:
    """Whether `past` reaches back as far as is told of, seen from `today`."""
    return past is not None and past.first <= first_told(today)


def first_told(today: date) -> date:
    """The first of the days that are told of, of which `today` is the last."""
    return today - timedelta(days=DAYS - 1)


def repository_of(settings: Settings) -> Repository | None:
    """The repository that keeps the content's stations: the one that is named, or the one in which the content lies."""
    if settings.history is not None:
        inside = settings.history / ".git"
        named = Repository(inside if inside.is_dir() else settings.history, ("--git-dir=.",), IN_A_BARE_ONE)
        if named.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}") is None:
            raise UnusableSettingError("no_repository", settings.history)
        if not has_stations(named):
            raise UnusableSettingError("no_stations", settings.history)
        return named
    prefix = answer(settings.content, "rev-parse", "--show-prefix")
    around = Repository(settings.content, (), (prefix or b"").decode(errors="replace").rstrip("\n"))
    return around if prefix is not None and has_stations(around) else None


def has_stations(repository: Repository) -> bool:
    """Whether the last commit keeps stations where the content lies."""
    return repository.ask("cat-file", "-e", f"HEAD:{repository.path(Kind.STATION.folder)}") is not None


def commits_of(repository: Repository) -> list[Commit]:
    """All commits of the first-parent history, the last one first: one whose clock was wrong hides no other."""
    listed = repository.ask("rev-list", "--first-parent", "--parents", "--timestamp", "HEAD", "--") or b""
    return [commit(*line.decode().split(" ")) for line in listed.splitlines()]


def commit(moment: str, id: str, parent: str = "", *_: str) -> Commit:
    """The commit of one line; what was merged into it is part of what it did to its first parent."""
    return Commit(id, china_day(int(moment)), parent)


def china_day(moment: int) -> date:
    """The day in China of `moment`, in seconds since 1970; the first or last there is for one beyond all calendars."""
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=moment) + CHINA).date()
    except OverflowError:
        return date.max if moment > 0 else date.min


def later_than_the_beginning(repository: Repository, commits: Sequence[Commit]) -> list[Commit]:
    """`commits` without one that brought the first stations there ever were: they are not new, the bulletin is."""
    folder = repository.path(Kind.STATION.folder)
    asked = "".join(f"{one.parent}:{folder}\n" for one in commits)
    told = (repository.ask("cat-file", "--batch-check", given=asked.encode()) or b"").splitlines()
    return [one for one, line in zip(commits, told, strict=False) if not line.endswith(b" missing")]


def steps_of(repository: Repository, commits: Sequence[Commit]) -> Iterator[Step]:
    """What each of `commits` did to each file, in their order."""
    days = {one.id: one.day for one in commits}
    asked = "".join(f"{one.id} {one.parent}\n" for one in commits)
    paths = [f":(top,literal){repository.path(path)}" for path in (Kind.STATION.folder, Kind.VOCABULARY.path)]
    words = ("diff-tree", "--stdin", "-r", "--raw", "-z", "--no-renames", "--full-index", "--", *paths)
    day = date.min
    parts = (repository.ask(*words, given=asked.encode()) or b"").split(b"\0")
    for part, path in pairwise(parts):
        if part.startswith(b":"):
            before, after = part.split(b" ")[2:4]
            yield Step(day, path.decode(errors="replace").removeprefix(repository.prefix), blob(before), blob(after))
        else:
            day = days.get(part.decode(errors="replace"), day)


def blob(name: bytes) -> bytes | None:
    """The blob `name`, or None where there was no file."""
    return None if NOTHING.fullmatch(name) else name


def by_day(steps: Iterable[Step]) -> list[Step]:
    """`steps`, the last one first, with those of one file on one day as one; what came to nothing is left out."""
    days: dict[tuple[date, str], Step] = {}
    for one in steps:
        last = days.get((one.day, one.file), one)
        days[one.day, one.file] = Step(one.day, one.file, one.before, last.after)
    return [one for one in days.values() if one.before != one.after]


def texts_of(repository: Repository, blobs: set[bytes]) -> dict[bytes, bytes]:
    """Each of `blobs` with its content; without those that this clone lacks."""
    rest = repository.ask("cat-file", "--batch", given=b"".join(name + b"\n" for name in sorted(blobs))) or b""
    texts: dict[bytes, bytes] = {}
    while rest:
        heading, _, rest = rest.partition(b"\n")
        name, *found = heading.split(b" ")
        if found[0] != b"missing":
            size = int(found[-1])
            texts[name], rest = rest[:size], rest[size + 1 :]
    return texts


def revision(step: Step, texts: Mapping[bytes, bytes]) -> FileRevision:
    """`step` with what the files held; what is not known reads as an empty file, which says nothing."""
    before, after = (None if name is None else texts.get(name, b"") for name in (step.before, step.after))
    return FileRevision(step.day, step.file, before, after)
