"""Renew `THIRD_PARTY_NOTICES.txt` from the lock and from what the installed libraries say of themselves: `make notices`."""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.hosting.libraries import PINNED, usual
from build_tools.publishing.exports.leaflet import LICENCE
from tests.sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCK = ROOT / "requirements.lock"
NOTICES = ROOT / "THIRD_PARTY_NOTICES.txt"
PUBLISHED = {
    "mkdocs-material": "icons, where the operator names some; inside the pages that show them. Each set has a licence of its own: "
    "Material Design Icons Apache-2.0, Font Awesome CC BY 4.0, Octicons MIT, Simple Icons CC0-1.0",
    "pypinyin": "how Chinese words are spoken; in the files of the search",
    "xstatic-leaflet": "the interactive map; its own files, with the licence beside them",
}
"""Libraries of which something reaches the public with a site → what, and where; their licences are told whole."""
SAME_AS_LEAFLET = "BSD-2-Clause"
HEADING = """\
Third-party notices

Station Bulletin itself is Apache-2.0. It runs with these libraries, at these versions, each of which is installed from
its own package with its own licence. Made from requirements.lock by `make notices`.

"""
PART = """\

Of some, a part reaches the public with a site:
"""
LICENCE_FILE = re.compile(r"licen[cs]e|copying", re.IGNORECASE)
WORDY = 60
"""Characters, beyond which what should name a licence is its text."""


def notices() -> str:
    """The whole file."""
    versions = pinned()
    parts = [f"{name}: {what}\n\n{text_of(name)}" for name, what in PUBLISHED.items()]
    listed = "".join(f"{name} {', '.join(versions[name])}: {licence_of(name)}\n" for name in versions)
    rule = "-" * 80
    return HEADING + listed + PART + "".join(f"\n{rule}\n{part.rstrip()}\n" for part in parts)


def pinned() -> dict[str, list[str]]:
    """Library → its versions in the lock: several where they depend on Python's."""
    found: dict[str, list[str]] = {}
    for pin in PINNED.finditer(LOCK.read_text(encoding="utf-8")):
        found.setdefault(usual(pin["name"]), []).append(pin["version"])
    return found


def licence_of(name: str) -> str:
    """The licence of a library in a few words, as it says itself."""
    if name == "xstatic-leaflet":
        return SAME_AS_LEAFLET
    told = distribution(name).metadata
    said = [
        *(told.get_all("License-Expression") or ()),
        *classifiers(distribution(name)),
        *(told.get_all("License") or ()),
    ]
    short = [one for one in said if one != "UNKNOWN" and len(one) <= WORDY and "\n" not in one]
    return short[0] if short else next(iter(text_of(name).splitlines()), "")


def classifiers(library: Distribution) -> Iterator[str]:
    """The licences among what the index sorts a library by."""
    for one in library.metadata.get_all("Classifier") or []:
        if one.startswith("License ::") and not one.endswith("OSI Approved"):
            yield one.rpartition(" :: ")[2]


def text_of(name: str) -> str:
    """The text of its licence, from the package itself; of Leaflet's, whose package holds none, from ours."""
    if name == "xstatic-leaflet":
        return LICENCE
    files = distribution(name).files or []
    about = sorted(str(file.locate()) for file in files if ".dist-info" in str(file) and LICENCE_FILE.match(file.name))
    return Path(about[0]).read_text(encoding="utf-8").strip() if about else ""


if __name__ == "__main__":
    NOTICES.write_text(notices(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{NOTICES.name}\n")
