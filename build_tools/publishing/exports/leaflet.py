"""Leaflet, which draws the interactive map: taken from its package and published with its licence, never copied here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.service_map.library import library_address, library_files
from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.publishing.composed import Composed


LICENCE = """\
Leaflet, a JavaScript library for interactive maps. https://leafletjs.com

BSD 2-Clause License

Copyright (c) 2010-2022, Vladimir Agafonkin
Copyright (c) 2010-2011, CloudMade
All rights reserved.

Redistribution and use in source and binary forms, with or without
modification, are permitted provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this
   list of conditions and the following disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice,
   this list of conditions and the following disclaimer in the documentation
   and/or other materials provided with the distribution.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
"""
"""https://github.com/Leaflet/Leaflet/blob/v1.9.3/LICENSE; the package does not hold it."""


def leaflet(made: Composed) -> Iterator[SiteFile]:
    """Script, stylesheet and licence, if any station has a position."""
    facts = made.facts
    if not any(station.position for station in facts.bulletin.stations):
        return
    address = library_address()
    for name, content in library_files().items():
        yield SiteFile(f"{address}.{name.rpartition('.')[2]}", content)
    yield SiteFile(f"{address}-licence.txt", LICENCE.encode())
