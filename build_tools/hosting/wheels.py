"""Our own wheel, unpacked: plain Python, so that installing it is putting its files where they belong."""

from __future__ import annotations

import base64
import csv
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from build_tools.hosting.refusal import HostError

if TYPE_CHECKING:
    from pathlib import Path

NAME = "station_bulletin"


def version_in(wheel: Path) -> str:
    """The version in the name of `wheel`; `HostError` when it is not a wheel of ours."""
    parts = wheel.name.split("-")
    if parts[0] != NAME or len(parts) < 2 or wheel.suffix != ".whl" or not wheel.is_file():
        raise HostError("no_wheel", file=wheel)
    return parts[1]


def unpack(wheel: Path, packages: Path, prefix: Path) -> None:
    """Put the files of `wheel` into the folder `packages`, and its data below `prefix`; `HostError` when it is not whole."""
    stem = "-".join(wheel.name.split("-")[:2])
    data = f"{stem}.data/data/"
    try:
        with ZipFile(wheel) as archive:
            for path, sum_ in recorded(archive.read(f"{stem}.dist-info/RECORD").decode()):
                content = archive.read(path)
                if sum_ and sum_ != checksum(content):
                    raise HostError("no_wheel", file=wheel)
                target = prefix / path.removeprefix(data) if path.startswith(data) else packages / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
    except (BadZipFile, KeyError, OSError) as error:
        raise HostError("no_wheel", file=wheel) from error


def recorded(record: str) -> list[tuple[str, str]]:
    """Path and checksum of each file that `RECORD` names; of itself there is no checksum."""
    named = [(row[0], row[1]) for row in csv.reader(record.splitlines()) if row]
    return [one for one in named if ".." not in PurePosixPath(one[0]).parts and not one[0].startswith("/")]


def checksum(content: bytes) -> str:
    """As wheels write it."""
    return "sha256=" + base64.urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()
