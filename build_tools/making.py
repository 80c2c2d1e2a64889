"""Everything that is published → files on disk, made and written a few at a time by all cores; what is kept is not made again."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from build_tools.publishing.site import made_now
from build_tools.workers import in_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.publishing.site import Batch, Piece, SitePage
    from build_tools.workers import Crew

AS_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""How a file is opened that may not be there yet; Windows would change the ends of lines."""
PAGES_AT_ONCE = 100
"""Small enough that all cores finish together."""

Written = tuple[str, int, int]
"""A file as it was when it had been written: its path, its size, and when that was, in nanoseconds since 1970."""
Output = tuple[bytes | None, tuple[Written, ...]]
"""What one piece of work has become: by which key, and the files. It is kept as it is, so it holds plain values."""
Outputs = Mapping[str, Output]
"""By the names of the work."""


class Work(NamedTuple):
    """Files that are made together."""

    name: str
    key: bytes | None
    """Stands for everything that they are made from; None for work to be done in every build."""
    made: Callable[[], Iterable[tuple[str, bytes]]]
    """The path and the content of each."""
    near: str = ""
    """Work with the same word is done at less cost by the same process, one after another."""
    pieces: tuple[bytes | None, ...] = ()
    """The keys of those that they are made of."""


def work_of_batch(batch: Batch, given: Callable[[Piece], Any] = made_now) -> Work:
    """Making the files of `batch`, of what its pieces have `given`."""
    pieces = tuple(piece.key for piece in batch.pieces)
    return Work(batch.name, batch.key, partial(files_of, batch, given), pieces=pieces)


def files_of(batch: Batch, given: Callable[[Piece], Any]) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file of `batch`."""
    return ((file.uri, file.content) for file in batch.files(given))


def work_of_page(page: SitePage, key: bytes | None, laid_out: Callable[[SitePage], tuple[str, bytes]]) -> Work:
    """Printing `page` and putting it into its place, which `laid_out` does."""
    return Work(f"page {page.uri}", key, partial(map, laid_out, (page,)), near=page.near)


def begun(batches: Sequence[Work], crew: Crew) -> list[Work]:
    """`batches`, where it is worth it with the longest begun by one of `crew`: what is joined of most pieces."""
    crew = crew.worth(weight_of(batches))
    if crew.size < 2:
        return list(batches)
    longest = max(batches, key=lambda work: len(work.pieces))
    (made,) = crew.beside(lambda: list(longest.made()))
    return [work._replace(made=made) if work is longest else work for work in batches]


def files_in(outputs: Outputs) -> Iterator[Written]:
    """The files of all `outputs`."""
    return (file for _, files in outputs.values() for file in files)


def weight_of(works: Iterable[Work]) -> int:
    """The files that `works` make at least, and the pieces of which some are joined."""
    return sum(1 + len(work.pieces) for work in works)


def make_all(batches: Sequence[Work], pages: Sequence[Work], folder: Path, crew: Crew, kept: Outputs) -> Outputs:
    """What lies in `folder` once all work is done, except for work whose output is among `kept`; no file stands there twice."""
    insist_on_one_of_each(work.name for work in (*batches, *pages))
    outputs = {work.name: kept[work.name] for work in (*batches, *pages) if work.name in kept}
    parts = in_parts([work for work in batches if work.name not in kept], 1)
    parts += neighbourly_parts([work for work in pages if work.name not in kept])
    weight = weight_of(work for part in parts for work in part)
    for some in crew.worth(weight).spread(partial(made_and_written, folder), parts, "writing"):
        outputs.update(some)
    insist_on_one_of_each(uri for uri, _, _ in files_in(outputs))
    return outputs


def neighbourly_parts(works: Iterable[Work]) -> Iterator[Sequence[Work]]:
    """`works` in parts: those near each other in the same, as far as they are not too many for all cores to finish together."""
    near: defaultdict[str, list[Work]] = defaultdict(list)
    for work in works:
        near[work.near].append(work)
    return (part for some in near.values() for part in in_parts(some, PAGES_AT_ONCE))


def made_and_written(folder: Path, works: Sequence[Work]) -> list[tuple[str, Output]]:
    """The names of `works`, and what they have become below `folder`."""
    return [(work.name, (work.key, tuple(written_files(folder, work)))) for work in works]


def written_files(folder: Path, work: Work) -> Iterator[Written]:
    """The files of `work`, made and written one after another."""
    for uri, content in work.made():  # text for a path: a `Path` is made of it only where one is needed
        there = write_if_changed(f"{folder}/{uri}", content)
        yield uri, there.st_size, there.st_mtime_ns


def write_if_changed(path: str | Path, content: bytes) -> os.stat_result:
    """Write `content` unless the file at `path` holds it already; what the system then says of the file."""
    try:
        return created(path, content)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        with Path(path).open("rb") as file:
            if file.read() == content:
                return os.fstat(file.fileno())
        Path(path).unlink()  # never written over: an earlier release may be kept as hard links to the same bytes
    return created(path, content)


def created(path: str | Path, content: bytes) -> os.stat_result:
    """A new file with `content`, as the system tells of it."""
    file = os.open(path, AS_NEW, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
        return os.fstat(file)
    finally:
        os.close(file)


def insist_on_one_of_each(uris: Iterable[str]) -> None:
    """One page or file would silently be lost where two had the same address."""
    if twice := [uri for uri, count in Counter(uris).items() if count > 1]:
        raise RuntimeError(f"several pages or files at one address: {twice[:5]}")
