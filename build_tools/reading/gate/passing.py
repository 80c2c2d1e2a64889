"""What the gate lets pass of what was found: public places, and what somebody has reviewed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from build_tools.problems import Unreadable
from build_tools.reading.gate.excused import POSITION, excuses_of, unread_excuses
from build_tools.reading.gate.fold import folded
from build_tools.reading.gate.public_places import Places, public_texts
from build_tools.reading.gate.rules import DWELLING
from build_tools.reading.gate.strings import plainly
from build_tools.reading.text import LARGEST_SKETCH, read_text
from build_tools.records.files import Kind

if TYPE_CHECKING:
    from build_tools.reading.folder import Found
    from build_tools.reading.gate.excused import Excuse
    from build_tools.reading.gate.scan import Hit, Scanned
    from build_tools.reading.shelf import Shelf


class Passing:
    """What the gate lets pass in one reading, and which exceptions that took."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.written = {one.file: one for some in shelf.written.values() for one in some}
        self.others = texts_beside(shelf)
        self.unread = shelf.unread
        self.site = next(iter(shelf.written[Kind.SITE]), None)
        self.excuses = excuses_of(self.text(Kind.SITE.path))
        self.unread_excuses = "" if self.site else unread_excuses(self.text(Kind.SITE.path))
        self.used = {at for at, one in enumerate(self.excuses) if self.stands(one)}

    def has_text(self, file: str) -> bool:
        """Whether `file` holds a text."""
        return file in self.written or file in self.others

    def text(self, file: str) -> str:
        """The text of `file`, as whoever reads it understands it; nothing where it holds none."""
        return self.written[file].text if file in self.written else self.others.get(file, "")

    def stands(self, excuse: Excuse) -> bool:
        """Whether the text of `excuse` stands in its file: what was reviewed is no mistake once the gate knows more."""
        return bool(excuse.text) and excuse.text in folded(self.text(excuse.file)).text

    @cached_property
    def places(self) -> Places:
        """The public places; most content has nothing to compare them with."""
        return Places(public_texts(self.written.values(), map(self.text, sorted(self.unread))))

    def lets(self, scanned: Scanned, hit: Hit) -> bool:
        """Whether `hit` is a public place, or reviewed."""
        plain = scanned.plain.text
        covering = {position for position, one in enumerate(self.excuses) if one.covers(scanned, hit)}
        self.used |= covering
        if covering or any(one.quotes(scanned, hit) for one in self.excuses):
            return True
        if hit.code == DWELLING and (scanned.file in self.unread or self.places.hold(plain, hit)):
            return True
        return bool(self.unread_excuses) and plain[hit.start : hit.end] in self.unread_excuses

    def lets_position(self, file: str) -> bool:
        """Whether somebody has reviewed that the picture `file` tells its position."""
        covering = {at for at, one in enumerate(self.excuses) if (one.file, one.text) == (file, POSITION)}
        self.used |= covering
        return bool(covering)


def texts_beside(shelf: Shelf) -> dict[str, str]:
    """File → its text, of those on `shelf` that hold one but no record that could be read."""
    texts, read = {}, {one.file for some in shelf.written.values() for one in some}
    for found in shelf.found:
        if found.kind is not Kind.PICTURE and found.uri not in read:
            try:
                texts[found.uri] = text_in(found)
            except Unreadable:
                continue
    return texts


def text_in(found: Found) -> str:
    """The text of the file `found`, as whoever reads it understands it."""
    if found.kind is Kind.SKETCH:
        return plainly(read_text(found.path, LARGEST_SKETCH))
    return read_text(found.path)
