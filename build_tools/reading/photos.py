"""What must hold of photos: the picture is there and whole, its description describes, and no picture lies there in vain."""

from __future__ import annotations

import io
import re
from itertools import chain
from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.gate.passing import texts_beside
from build_tools.reading.gate.pictures import FORMATS
from build_tools.reading.suggestions import suggested
from build_tools.reading.written import each
from build_tools.records.event import Event
from build_tools.records.files import Kind
from build_tools.records.station import Station

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from build_tools.reading.shelf import Shelf
    from build_tools.reading.written import Written
    from build_tools.records.photo import Photo

LONGEST = 10
"""Times its shorter side: a page shows no strip that one scrolls for screens, and WebP ends at 16,383 pixels."""
MOST_PIXELS = 50_000_000
"""More than telephones take; unpacked it is 150 MB."""
SMALLEST = (1, 1)
NAMED = re.compile(r"images/[a-z0-9-]+\.[a-z]+")
"""A picture as any file of `content/` names it."""
SAYS_NOTHING = re.compile(r"(?:照片|图片|图|相片|photo|image|picture|img|dsc|mmexport|[\W\d_])*", re.IGNORECASE)
"""What cameras and telephones call a file, and words for a picture."""


def check_photos(shelf: Shelf) -> None:
    """Note on `shelf` what is wrong with the photos of stations and events."""
    pictures = {f"images/{one.name}": one.content for one in shelf.pictures}
    unread = {one.uri for one in shelf.of(Kind.PICTURE)} - pictures.keys()
    for one, position, photo in photos_on(shelf):
        is_refused = photo.file in unread or shelf.known.refused.may_be(photo.file)
        shelf.problems += photo_problems(one, position, photo, pictures, is_refused=is_refused)
    if pictures:
        shelf.problems += unused(pictures, shelf)


def unused(pictures: Iterable[str], shelf: Shelf) -> Iterator[Problem]:
    """A warning for each of `pictures` that no file on `shelf` names; nobody can tell while one of them is not read."""
    beside, written = texts_beside(shelf), [one for some in shelf.written.values() for one in some]
    read = {*beside, *(one.file for one in written)}
    unread = {*(one.uri for one in shelf.found), *shelf.known.refused.paths} - read
    if not shelf.unread and all(file.startswith("images/") for file in unread):
        texts = chain(beside.values(), (one.text for one in written))
        named = {file for text in texts for file in NAMED.findall(text)}
        yield from (Problem("W109", Place(file)) for file in pictures if file not in named)


def photos_on(shelf: Shelf) -> Iterator[tuple[Written, int, Photo]]:
    """Every photo on `shelf`, with the record that shows it and its position there."""
    written = [one for some in shelf.written.values() for one in some]
    of_stations = ((one, station.photos) for one, station in each(written, Station))
    of_events = ((one, event.photos) for one, event in each(written, Event))
    for one, photos in (*of_stations, *of_events):
        for position, photo in enumerate(photos):
            yield one, position, photo


def photo_problems(
    one: Written, position: int, photo: Photo, pictures: Mapping[str, bytes], *, is_refused: bool
) -> Iterator[Problem]:
    """What is wrong with a photo of the record `one`; a picture that was refused is none, and that is told elsewhere."""
    if photo.file not in pictures:
        if not is_refused:
            yield one.problem("E210", "photos", position, "file", **suggested(photo.file, sorted(pictures)))
    else:
        try:
            look_through(pictures[photo.file])
        except Unreadable as refusal:
            yield one.problem(refusal.code, "photos", position, "file", **dict(refusal.words))
    if SAYS_NOTHING.fullmatch(photo.alt) or photo.alt in names_of(photo.file):
        yield one.problem("E211", "photos", position, "alt", text=photo.alt)


def names_of(file: str) -> tuple[str, ...]:
    """What the picture `file` is called, with and without its folder and its ending."""
    name = file.rpartition("/")[2]
    return file, name, name.rpartition(".")[0]


def look_through(content: bytes) -> None:
    """`Unreadable` when the picture `content` is too large to unpack, too long to be shown, or breaks off; others have told that it is none."""
    from PIL import Image  # takes 15 ms, and much content has no picture

    try:
        image = Image.open(io.BytesIO(content), formats=FORMATS)
    except Exception:
        return
    with image:
        if image.width * image.height > MOST_PIXELS:
            raise Unreadable("E213", width=image.width, height=image.height, most=MOST_PIXELS // 1_000_000)
        if max(image.size) > LONGEST * min(image.size):
            raise Unreadable("E214", width=image.width, height=image.height, most=LONGEST)
        image.draft(None, SMALLEST)
        try:
            image.load()
        except Exception:
            raise Unreadable("E212") from None
