"""Our own wheel, unpacked: plain Python, so that installing it is putting its files where they belong."""

from __future__ import annotations

import base64
import csv
import zlib
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from build_tools.hosting.refusal import HostError

if TYPE_CHECKING:
    from pathlib import Path

NAME = "station_bulletin"
NEEDED = ("build_tools/hosting/mkdocs.yml", "build_tools/__main__.py", "hooks/plugin.py")
"""Some of what makes a wheel an engine that a host can run."""
SPOILT = (BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError, RuntimeError)
"""What Python says of archives that are cut short, damaged or encrypted."""


def version_in(wheel: Path) -> str:
    """The version in the name of `wheel`; `HostError` when it is not a wheel of ours."""
    parts = wheel.name.split("-")
    if parts[0] != NAME or len(parts) < 2 or wheel.suffix != ".whl" or not wheel.is_file():
        raise HostError("no_wheel", file=wheel)
    return parts[1]


def unpack(wheel: Path, packages: Path, prefix: Path) -> None:
    """Put the files of `wheel` into the folder `packages`, and its data below `prefix`; `HostError` when it is not whole."""
    data = f"{stem_of(wheel)}.data/data/"
    for path, content in files_of(wheel).items():
        target = prefix / path.removeprefix(data) if path.startswith(data) else packages / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def files_of(wheel: Path) -> dict[str, bytes]:
    """Path → content of each file that `wheel` names, all looked at before one is written; `HostError` when it is not whole."""
    try:
        with ZipFile(wheel) as archive:
            named = recorded(archive.read(f"{stem_of(wheel)}.dist-info/RECORD").decode())
            found = {path: archive.read(path) for path, _ in named}
    except SPOILT as error:
        raise HostError("no_wheel", file=wheel) from error
    data = f"{stem_of(wheel)}.data/data/"
    if (
        any(sum_ and sum_ != checksum(found[path]) for path, sum_ in named)
        or not {
            *NEEDED,
            f"{data}share/station-bulletin/requirements.lock",
        }
        <= found.keys()
    ):
        raise HostError("no_wheel", file=wheel)
    return found


def stem_of(wheel: Path) -> str:
    """Name and version, as the folders in `wheel` begin."""
    return "-".join(wheel.name.split("-")[:2])


def recorded(record: str) -> list[tuple[str, str]]:
    """Path and checksum of each file that `RECORD` names; of itself there is no checksum."""
    named = [(row[0], row[1]) for row in csv.reader(record.splitlines()) if row]
    return [one for one in named if ".." not in PurePosixPath(one[0]).parts and not one[0].startswith("/")]


def checksum(content: bytes) -> str:
    """As wheels write it."""
    return "sha256=" + base64.urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()
