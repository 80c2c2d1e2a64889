"""What a release holds, as `sha256sum --check .manifest` reads it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from collections.abc import Collection, Mapping

NAME = ".manifest"


def read_manifest(release: Path) -> dict[str, str]:
    """Path → checksum of each file of `release`; empty where nobody has written one, or somebody has spoilt it."""
    try:
        lines = (release / NAME).read_text(encoding="utf-8").splitlines()
        return {path: sum_ for sum_, path in (line.split("  ", 1) for line in lines)}
    except (FileNotFoundError, ValueError):
        return {}


def write_manifest(folder: Path, uris: Collection[str], known: Mapping[str, str]) -> None:
    """Write the checksums of `uris` in `folder`, of which those of some are `known`."""
    lines = (f"{known.get(uri) or checksum(f'{folder}/{uri}')}  {uri}\n" for uri in sorted(uris))
    (folder / NAME).unlink(missing_ok=True)
    (folder / NAME).write_text("".join(lines), encoding="utf-8")


def checksum(path: str | os.PathLike[str]) -> str:
    """SHA-256 of the file at `path`, in hexadecimal."""
    return sha256(Path(path).read_bytes()).hexdigest()
