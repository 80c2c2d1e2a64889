"""The photos of stations and events, in the sizes that their pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.photos import webp_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.publishing.composed import Composed
    from build_tools.publishing.site import SiteFile


def photos(made: Composed) -> Iterator[SiteFile]:
    """Each photo once, however many pages show it."""
    facts = made.facts
    return (file for picture in facts.pictures.photos for file in webp_files(picture))
