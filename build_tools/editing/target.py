"""Which file is to have another id, and whether it may have that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.editing.named import REFERRED, REMEMBERING, RefusedError, folder_of, named, refuse_bad_id
from build_tools.editing.taken import aliases_in, former_holder, refuse_taken
from build_tools.reading.suggestions import nearest

if TYPE_CHECKING:
    from build_tools.reading.folder import Found
    from build_tools.reading.shelf import Shelf
    from build_tools.wording import Wording


def target_of(shelf: Shelf, said: str, wording: Wording) -> Found:
    """The one file on `shelf` that is `said`, or `RefusedError`."""
    name = named(said)
    meant = [one for one in shelf.found if name.means(one)]
    if not meant:
        raise RefusedError(nothing_called(shelf, said, wording))
    if len(meant) > 1:
        choices = "\n".join(f"  {one.uri.removesuffix('.yml')}" for one in meant)
        raise RefusedError(wording.say("rename.several", text=said, choices=choices))
    if meant[0].kind not in REMEMBERING:
        raise RefusedError(wording.say("rename.no_aliases", file=meant[0].uri))
    return meant[0]


def nothing_called(shelf: Shelf, said: str, wording: Wording) -> str:
    """Why nothing on `shelf` is meant by what was `said`: it has another id by now, or was misspelt."""
    name = named(said)
    for kind in REMEMBERING:
        if former := former_holder(shelf, kind, name.year, name.id):
            return wording.say("rename.was", text=said, file=former.uri)
    near = nearest(name.id, [one.id for one in shelf.found if one.kind in REFERRED])
    return (
        wording.say("rename.nothing_near", text=said, near=near) if near else wording.say("rename.nothing", text=said)
    )


def new_id(shelf: Shelf, target: Found, said: str, wording: Wording) -> str:
    """The id that `target` is `said` to have from now on, or `RefusedError`."""
    name = named(said)
    goes_elsewhere = name.folder not in ("", folder_of(target.kind)) or (name.year and not target.year)
    refuse_bad_id(said if goes_elsewhere else name.id, wording)
    if name.year not in ("", target.year):
        raise RefusedError(wording.say("rename.other_year", year=target.year, file=target.uri))
    own = aliases_in(target, shelf, name.id)
    if own and own[0] == name.id:
        raise RefusedError(wording.say("rename.oldest", id=name.id, file=target.uri))
    if name.id not in own:
        refuse_taken(shelf, target.kind, target.year, name.id, wording)
    return name.id
