"""The photos of stations and events, in the sizes that their pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.photos import webp_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.site import SiteFile, SitePage
    from build_tools.wording import Wording


def photos(facts: Facts, pages: tuple[SitePage, ...], wording: Wording) -> Iterator[SiteFile]:  # noqa: ARG001 — all exports are called alike
    """Each photo once, however many pages show it."""
    return (file for picture in facts.pictures.photos for file in webp_files(picture))
