"""The pictures of hand-written pages, as they lie in `content/images/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.publishing.composed import Composed


def pictures(made: Composed) -> Iterator[SiteFile]:
    """Every picture but those that only stations and events show."""
    facts = made.facts
    return (SiteFile(f"images/{picture.name}", picture.content) for picture in facts.pictures.as_they_are)
