"""Whose an id is, or was: an address that was public leads to one page for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.editing.named import RefusedError
from build_tools.problems import Unreadable
from build_tools.reading.each_file import read_file
from build_tools.reading.text import read_text

if TYPE_CHECKING:
    from build_tools.reading.folder import Found
    from build_tools.reading.shelf import Shelf
    from build_tools.records.files import Kind
    from build_tools.wording import Wording


def refuse_taken(shelf: Shelf, kind: Kind, year: str, id: str, wording: Wording) -> None:
    """`RefusedError` when a file of `kind`, and of that `year`, has or once had this `id`."""
    uri = kind.file(id, year)
    if any(one.uri == uri for one in shelf.found):
        raise RefusedError(wording.say("edit.taken", id=id, file=uri))
    if former := former_holder(shelf, kind, year, id):
        raise RefusedError(wording.say("edit.formerly", id=id, file=former.uri))


def former_holder(shelf: Shelf, kind: Kind, year: str, id: str) -> Found | None:
    """The file on `shelf` whose record says that this was its `id` once."""
    here = (one for one in shelf.of(kind) if year in ("", one.year))
    return next((one for one in here if id in aliases_in(one, shelf, id)), None)


def aliases_in(found: Found, shelf: Shelf, id: str) -> tuple[str, ...]:
    """The aliases in the file `found`, which is only read if it mentions the `id` at all."""
    try:
        mentioned = id in read_text(found.path)
    except Unreadable:
        return ()
    written = read_file(found, shelf.known).written if mentioned else None
    return written.record.aliases if written else ()
