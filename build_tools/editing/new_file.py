"""`new station ID`: the path and the text of a new file, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.editing.draft import Draft
from build_tools.editing.examples import Examples
from build_tools.editing.named import REMEMBERING, RefusedError, folder_of, named, refuse_bad_id
from build_tools.editing.offers import offers_in
from build_tools.editing.taken import refuse_taken
from build_tools.reading.folder import YEAR, list_folder
from build_tools.reading.shelf import Shelf
from build_tools.records.files import Kind

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from build_tools.editing.offers import Offers
    from build_tools.wording import Wording

NEW = {kind.name.lower(): kind for kind in REMEMBERING}
"""What can be made, by the word for it."""


def new_file(kind: Kind, said: str, content: Path, today: date, wording: Wording) -> tuple[str, str]:
    """The path inside `content` and the text of the file of `kind` that is `said` to be wanted, or `RefusedError`."""
    refuse_no_content(content, wording)
    id, year = wanted(kind, said, today, wording)
    refuse_taken(Shelf(*list_folder(content)), kind, year, id, wording)
    offers = offers_in(content, today)
    uri = kind.file(id, year)
    record = kind.record or object
    draft = Draft(folder_of(kind), record, Examples(offers, wording.language), wording)
    return uri, draft.text(known_values(offers))


def refuse_no_content(content: Path, wording: Wording) -> None:
    """`RefusedError` unless `content` is a folder of content."""
    if not (content / Kind.SITE.path).is_file():
        raise RefusedError(wording.say("edit.no_content", folder=content.as_posix()))


def wanted(kind: Kind, said: str, today: date, wording: Wording) -> tuple[str, str]:
    """The id and the year that are `said`: this year if none is, and none where files do not lie in years."""
    name = named(said)
    has_years = "<year>" in kind.path
    lies_elsewhere = name.folder not in ("", folder_of(kind)) or (name.year and not has_years)
    refuse_bad_id(said if lies_elsewhere else name.id, wording)
    year = (name.year or str(today.year)) if has_years else ""
    if year and not YEAR.fullmatch(year):
        raise RefusedError(wording.say("edit.no_year", year=year, proposal=f"{today.year}/{name.id}"))
    return name.id, year


def known_values(offers: Offers) -> dict[str, str]:
    """Field → what can be nothing else: the only district there is, and today for what is published."""
    districts = list(offers.names[Kind.DISTRICT.folder])
    only = {"district": districts[0]} if len(districts) == 1 else {}
    return {**only, "published": offers.today.isoformat()}
