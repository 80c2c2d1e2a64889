"""The photos of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.publishing.photos import Rendition, renditions_of
from build_tools.records.photo import Photo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.facts.derive import Facts


@dataclass(frozen=True, slots=True)
class Figure:
    """A photo with the sizes there are of it."""

    photo: Photo
    renditions: list[Rendition]
    widest: Rendition


def figures_of(photos: Iterable[Photo], facts: Facts) -> list[Figure]:
    """`photos`, ready to be shown."""
    sized = [(photo, renditions_of(facts.pictures.by_file[photo.file])) for photo in photos]
    return [Figure(photo, renditions, renditions[-1]) for photo, renditions in sized]
