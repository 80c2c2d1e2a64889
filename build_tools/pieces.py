"""A folder of pieces that are kept from one build to the next, each in a file by its key. Any doubt, and it is made again."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_tools.sealed import UnbelievableError, sealed, unsealed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from build_tools.publishing.site import Piece

OURS = re.compile("[0-9a-f]{32}")
"""So are pieces named; anything else is somebody's who knows why it lies there."""


@dataclass(frozen=True, slots=True)
class KeptPieces:
    """Those in one `folder`, which need not be there: several processes may use it at once."""

    folder: Path

    def given(self, piece: Piece) -> Any:
        """What `piece` gives: as it is kept, or made now and kept for the next build."""
        if piece.key is None:
            return piece.made()
        path = self.folder / piece.key.hex()
        try:
            return unsealed(path.read_bytes(), piece.key)
        except (OSError, UnbelievableError):
            value = piece.made()
            self.keep(path, sealed(value, piece.key))
            return value

    def keep(self, path: Path, parts: Iterable[bytes]) -> None:
        """Write `parts` to `path`, if that can be; one that is stopped leaves what is not believed."""
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            with path.open("xb") as file:  # whatever lies there is not written over: it may be a link
                file.writelines(parts)

    def remove_all_but(self, keys: Collection[bytes]) -> None:
        """Remove all pieces but those with these `keys`."""
        names = {key.hex() for key in keys}
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if OURS.fullmatch(path.name) and path.name not in names:
                with suppress(OSError):
                    path.unlink()
