"""The pictures of hand-written pages, as they lie in `content/images/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.site import SitePage
    from build_tools.wording import Wording


def pictures(facts: Facts, pages: tuple[SitePage, ...], wording: Wording) -> Iterator[SiteFile]:  # noqa: ARG001 — all exports are called alike
    """Every picture but those that only stations and events show."""
    return (SiteFile(f"images/{picture.name}", picture.content) for picture in facts.pictures.as_they_are)
