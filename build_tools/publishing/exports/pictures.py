"""The pictures of `content/images/`, as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.site import SitePage
    from build_tools.wording import Wording


def pictures(facts: Facts, pages: tuple[SitePage, ...], wording: Wording) -> Iterator[SiteFile]:  # noqa: ARG001 — all exports are called alike
    """Every picture under `images/`."""
    return (SiteFile(f"images/{picture.name}", picture.content) for picture in facts.bulletin.pictures)
