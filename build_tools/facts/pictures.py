"""Which pictures are whose: photos of stations and events come in sizes made for pages, all others as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.records.bulletin import Picture
from build_tools.records.language import Translated

if TYPE_CHECKING:
    from build_tools.records.bulletin import Bulletin, Essay


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of one bulletin."""

    by_file: Mapping[str, Picture]
    """By the file, as records and hand-written pages name it."""
    photos: tuple[Picture, ...]
    """Those that stations and events show."""
    as_they_are: tuple[Picture, ...]
    """Those that hand-written pages show, or nobody, as far as content tells: a logo is named elsewhere."""


def texts_of(essay: Essay) -> tuple[str, ...]:
    """What `essay` says in every language."""
    others = essay.text.others.values() if isinstance(essay.text, Translated) else ()
    return (essay.text, *others)


def derive_pictures(bulletin: Bulletin) -> Pictures:
    """The pictures of `bulletin`; every tuple in the order of the files' names."""
    by_file = {f"images/{picture.name}": picture for picture in bulletin.pictures}
    photos = (*(one.photos for one in bulletin.stations), *(one.photos for one in bulletin.events))
    shown = {photo.file for some in photos for photo in some}
    written = "\n".join(text for essay in bulletin.essays for text in texts_of(essay))
    return Pictures(
        by_file,
        photos=tuple(picture for file, picture in by_file.items() if file in shown),
        as_they_are=tuple(picture for file, picture in by_file.items() if file not in shown or file in written),
    )
