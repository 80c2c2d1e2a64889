"""Leaflet, which draws the interactive map: its files as its package has them, in a folder whose name tells what is in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from xstatic.pkg import leaflet as package  # type: ignore[import-untyped]

from build_tools.publishing.fingerprint import fingerprint

NAMES = ("leaflet.js", "leaflet.css")


@cache
def library_files() -> dict[str, bytes]:
    """Leaflet's script and stylesheet by their names."""
    return {name: (Path(package.BASE_DIR) / name).read_bytes() for name in NAMES}


@cache
def library_address() -> str:
    """Where both are published, without `.js` and `.css`."""
    return f"assets/leaflet.{fingerprint(library_files().values())}/leaflet"
