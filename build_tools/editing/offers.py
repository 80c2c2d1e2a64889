"""What the content has to offer a new file: words and ids that may stand there, and what its examples can be made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from build_tools.reading.folder import list_folder
from build_tools.reading.shelf import Shelf, read_records
from build_tools.records.district import District
from build_tools.records.files import Kind
from build_tools.records.station import Life, Station

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.records.values import Position

MOST_NAMED = 12
"""So many words or ids are listed; who looks for others knows where they are."""
NAMED = (Kind.DISTRICT, Kind.ORGANIZATION, Kind.STATION)


@dataclass(frozen=True, slots=True)
class Offers:
    """Words, ids and the like of one content folder."""

    today: date
    terms: Mapping[str, Mapping[str, str]]
    """Vocabulary list → code → label."""
    names: Mapping[str, Mapping[str, str]]
    """Folder → id → name, of the first files there that may be referred to."""
    counts: Mapping[str, int]
    """Folder → how many files there are."""
    districts: tuple[District, ...]
    """Those of them that list their streets first."""
    picture: str
    """One that is there; empty if there is none."""

    @property
    def streets(self) -> tuple[str, ...]:
        """Those of the first district."""
        return self.districts[0].streets if self.districts else ()

    @property
    def centre(self) -> Position | None:
        """Where the first district is."""
        return self.districts[0].centre if self.districts else None


def offers_in(content: Path, today: date) -> Offers:
    """What the folder `content` offers on the day `today`; what cannot be read there offers nothing."""
    shelf = Shelf(*list_folder(content))
    files = {kind: shelf.of(kind) for kind in NAMED}
    pictures = [found.uri for found in shelf.of(Kind.PICTURE)]
    shelf.found = (*shelf.of(Kind.VOCABULARY), *(one for some in files.values() for one in some[:MOST_NAMED]))
    for kind in (Kind.VOCABULARY, *NAMED):
        read_records(shelf, kind)
    records = {kind: [one.record for one in shelf.written[kind]] for kind in NAMED}
    records[Kind.DISTRICT].sort(key=lambda district: not district.streets)
    return Offers(
        today=today,
        terms={name: labels(spellings) for name, spellings in shelf.known.terms.items()},
        names={kind.folder: {one.id: one.name for one in records[kind] if is_there(one)} for kind in NAMED},
        counts={kind.folder: len(files[kind]) for kind in NAMED},
        districts=tuple(records[Kind.DISTRICT]),
        picture=next(iter(pictures), ""),
    )


def labels(spellings: Mapping[str, str]) -> dict[str, str]:
    """Code → label, from spelling → code: of each code the label stands first."""
    found: dict[str, str] = {}
    for spelling, code in spellings.items():
        found.setdefault(code, spelling)
    return found


def is_there(record: Any) -> bool:
    """Whether other files may send people to `record`."""
    return not (isinstance(record, Station) and record.life is Life.CLOSED)
