"""What a build leaves for the next one, so that only what has changed is made again. Any doubt, and it is ignored.

It lies beside the site folder: `.site-kept/` beside `site/`. From the moment the site is changed the state is not there,
so that a build that was killed leaves nothing to believe in.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from build_tools.making import Outputs, files_in, make_all
from build_tools.pieces import KeptPieces
from build_tools.sealed import UnbelievableError, sealed, unsealed
from build_tools.site_folder import Listing, clear_all_but, listed, remove_all_but, still_there

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from build_tools.making import Work
    from build_tools.workers import Crew

KEPT, STATE = ".{}-kept", "state"


@dataclass(frozen=True, slots=True)
class Kept:
    """What one build has left."""

    read: dict[bytes, bytes] = field(default_factory=dict)
    """What files of the content gave when they were read, by all that it depends on."""
    outputs: Outputs = field(default_factory=dict)
    """What lies in the site folder, by the work that made it."""


class Keeper:
    """Looks after one site folder, of which nothing is remembered when the process ends unless it is `lasting`."""

    def __init__(self, site: Path, *, lasting: bool) -> None:
        self.site = site
        self.lasting = lasting
        self.folder = site.with_name(KEPT.format(site.name))
        self.state = self.folder / STATE
        self.nowhere = self.folder / "nowhere"
        """Where nothing is that anybody could empty."""
        self.lock = FileLock(self.folder / "lock")
        self.temporary = None if lasting else TemporaryDirectory(prefix="bulletin-")
        self.pieces = KeptPieces(Path(self.temporary.name) if self.temporary else self.folder / "pieces")
        self.engine = b""
        self.kept = Kept()
        self.before = Kept()
        """What the last build has left, while this one changes the site."""
        self.there: set[str] = set()
        """The files of the site that an earlier build has made and nobody has touched since."""
        self.others: Collection[str] = ()
        """The files of the site that somebody else has made for the last build."""

    def take_turn(self, waiting: Callable[[], None]) -> bool:
        """Wait until no other build is under way; False where nothing can be kept, because nothing can be written there.

        Two builds of one folder wait for each other here; whoever has to is told so by `waiting`.
        """
        try:
            # nobody else may look: it holds what the content says before that is public
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                self.lock.acquire(timeout=0)
            except Timeout:
                waiting()
                self.lock.acquire()
        except OSError:
            return False
        return True

    @property
    def remembers(self) -> bool:
        """Whether an earlier build has left anything."""
        return self.state.is_file() if self.lasting else bool(self.kept.outputs)

    def open(self, engine: bytes) -> Kept:
        """What the last build left, if it was one by the same `engine`; nothing where nobody knows what that makes."""
        if self.lasting:
            self.kept = read_state(self.state, engine) if engine else Kept()
        elif engine != self.engine:
            self.kept = Kept()
        self.engine = engine
        return self.kept

    def begin(self) -> bool:
        """From now on the site is being changed: nothing is known of it until `fill` is done. Whether any of it may stay."""
        self.there = set()
        self.before, self.kept = self.kept, Kept()
        try:
            self.state.unlink(missing_ok=True)
        except OSError:
            self.before = Kept()
        return bool(self.before.outputs) and self.site.is_dir() and not os.path.lexists(self.nowhere)

    def look(self) -> Listing:
        """What lies in the site folder; as it was left by the last build, where nobody else touches it: a server's own."""
        if self.lasting:
            return listed(self.site)
        made = {uri: (size, changed) for uri, size, changed in files_in(self.before.outputs)}
        return Listing({**dict.fromkeys(self.others, (0, 0)), **made}, [])

    def clear(self, listing: Listing, others: Collection[str]) -> None:
        """Remove from the site, the `listing` of which was made since it is our turn, all but what we have made.

        What somebody has touched goes too; `others` are made by somebody else now.
        """
        made = {uri: (size, changed) for uri, size, changed in files_in(self.before.outputs) if uri not in others}
        self.there = clear_all_but(made, listing, self.site)

    def fill(
        self,
        batches: Sequence[Work],
        pages: Sequence[Work],
        crew: Crew,
        read: dict[bytes, bytes],
        others: Collection[str],
        is_same: Callable[[], bool] = lambda: True,
    ) -> None:
        """Make the site folder hold what `batches` and `pages` make, and `others`, which somebody else has made.

        What an earlier build has made of the same stays. `read` is left for the next build with all that is made now, if
        the engine `is_same` to the end.
        """
        self.others = others
        kept = still_there([*batches, *pages], self.before.outputs, self.there)
        outputs = make_all(batches, pages, self.site, crew, kept)
        remove_all_but({uri for uri, _, _ in files_in(outputs)}.union(others), self.there, self.site)
        is_known = bool(self.engine) and is_same()
        if self.engine:
            self.pieces.remove_all_but({key for work in batches for key in work.pieces if key and is_known})
        self.kept, self.before = Kept(read, outputs) if is_known else Kept(), Kept()
        if self.lasting and is_known:
            with suppress(OSError):  # without it the next build makes everything
                write_state(self.kept, self.state, self.engine)
        self.close()

    def close(self) -> None:
        """Let others build."""
        self.lock.release()


def read_beside(site: Path, engine: bytes) -> dict[bytes, bytes]:
    """What files of the content gave when the last build by the same `engine` into the folder `site` read them."""
    return read_state(site.with_name(KEPT.format(site.name)) / STATE, engine).read


def read_state(path: Path, engine: bytes) -> Kept:
    """What `engine` has written to `path`; nothing when it is not there, not whole, or from another."""
    try:
        kept = Kept(*unsealed(path.read_bytes(), engine))
        is_ours = isinstance(kept.read, dict) and all(len(file) == 3 for file in files_in(kept.outputs))
    except (OSError, UnbelievableError, ValueError, TypeError, AttributeError):
        return Kept()
    return kept if is_ours else Kept()


def write_state(kept: Kept, path: Path, engine: bytes) -> None:
    """Write `kept` to `path` for the same `engine`, whole or not at all."""
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    with draft.open("xb") as file:  # whatever lies there is not written over: it may be a link
        file.writelines(sealed((kept.read, kept.outputs), engine))
    draft.replace(path)
