"""Facts → everything that is published."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeVar
from zlib import crc32

from build_tools.digest import digest
from build_tools.publishing.composed import Composed
from build_tools.publishing.exports import EXPORTS, OF_EACH_EDITION, OF_EVENTS, OF_PHOTOS, OF_STATIONS
from build_tools.publishing.gathered import Gathered
from build_tools.publishing.pages import FIRST_EDITION_ONLY, PAGES
from build_tools.publishing.press import Press
from build_tools.publishing.site import Batch, Piece, Site
from build_tools.publishing.sources import Sources, picture_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from build_tools.publishing.edition import Edition
    from build_tools.publishing.exports import Export
    from build_tools.publishing.gathered import Giving
    from build_tools.publishing.site import SiteFile, SitePage
    from build_tools.records.event import Event
    from build_tools.records.station import Station
    from build_tools.settings import Settings
    from build_tools.wording import Wording


Record = TypeVar("Record", "Station", "Event")
RECORDS_AT_ONCE = 100
"""About the most that are made together: an edit makes all of them again, and all cores are to finish at a time."""
FEW = 20
"""Stations of a district, on average, with fewer of which a part for each district would not be worth its file."""


def compose_site(
    editions: Sequence[Edition], settings: Settings, wording_of: Callable[[str], Wording] | None = None
) -> Site:
    """All pages and files of all `editions`, in the order of `PAGES` and `EXPORTS`, still to be made."""
    sources = Sources(editions[0].facts, settings)
    pages = cache(partial(pages_of_all, editions, settings, sources, wording_of))
    folders = tuple(edition.folder for edition in editions)
    made = [Composed(one.facts, one.wording, one.folder, folders, pages, settings.directory_urls) for one in editions]
    return Site(pages, tuple(batches_of(made, sources)))


def pages_of_all(
    editions: Sequence[Edition], settings: Settings, sources: Sources, wording_of: Callable[[str], Wording] | None
) -> tuple[SitePage, ...]:
    """The pages of all `editions`."""
    return tuple(page for edition in editions for page in pages_of(edition, settings, sources, wording_of))


def pages_of(
    edition: Edition, settings: Settings, sources: Sources, wording_of: Callable[[str], Wording] | None
) -> Iterator[SitePage]:
    """The pages of `edition`."""
    press = Press(edition.facts, edition.wording, settings, edition.folder, sources, wording_of)
    for kind in PAGES:
        if not (edition.folder and kind in FIRST_EDITION_ONLY):
            yield from kind(edition.facts, press)


def batches_of(made: Sequence[Composed], sources: Sources) -> Iterator[Batch]:
    """All other files: each export by itself, what takes longest first, and those of single records in parts."""
    first, parts = made[0], parts_of(made[0])
    keys = {name: sources.key(sources.stations[station.id] for station in some) for name, some in parts.items()}
    for one in made:
        of_edition = parts if one is first else parts_of(one)
        for export in OF_EACH_EDITION:
            yield batch_of(export, one, of_edition, keys)
    for export in EXPORTS:
        yield batch_of(export, first, parts, keys)
    for name, stations in parts.items():
        for of_stations in OF_STATIONS:
            yield Batch(f"{of_stations.__name__}/{name}", partial(of_stations, first, stations), keys[name])
    for number, events in enumerate(lasting_parts(first.facts.bulletin.events)):
        key = sources.key(map(sources.of_event, events))
        for of_events in OF_EVENTS:
            yield Batch(f"{of_events.__name__}/{number}", partial(of_events, first, events), key)
    for photo in first.facts.pictures.photos:
        key = sources.key_alone([picture_file(photo)])
        for of_photo in OF_PHOTOS:
            yield Batch(f"{of_photo.__name__}/{photo.name}", partial(of_photo, photo), key)


def parts_of(made: Composed) -> dict[str, Sequence[Station]]:
    """All stations in parts by their names: each district, and a large one in several; several in one where they are small."""
    stations, districts = made.facts.bulletin.stations, made.facts.directory.by_district
    groups = districts if len(stations) >= FEW * len(districts) else {"": stations}
    return {
        f"{name}/{number}": some
        for name, members in groups.items()
        for number, some in enumerate(lasting_parts(members))
    }


def lasting_parts(records: Sequence[Record]) -> list[list[Record]]:
    """`records` in parts of some dozens: one more or less is so in one part, and the others stay as they are."""
    parts: list[list[Record]] = [[] for _ in range(1 << (len(records) // RECORDS_AT_ONCE).bit_length())]
    for record in records:
        parts[crc32(record.id.encode()) % len(parts)].append(record)
    return parts


def batch_of(
    export: Export, made: Composed, parts: Mapping[str, Sequence[Station]], keys: Mapping[str, bytes | None]
) -> Batch:
    """The files of one `export`; if it gathers something from all stations, of pieces with the `keys` of their `parts`."""
    name = made.folder + export.__name__
    if not isinstance(export, Gathered):
        return Batch(name, partial(own_files, made, export))
    giving = cache(partial(export.giving, made))  # by whoever is the first to make a piece
    pieces = (
        Piece(key and digest(key, name.encode()), partial(given_by, giving, parts[part])) for part, key in keys.items()
    )
    return Batch(name, partial(joined_files, made, export, [parts[part] for part in keys]), pieces=tuple(pieces))


def given_by(giving: Callable[[], Giving], stations: Sequence[Station]) -> Any:
    """What `stations` give to an export that gets ready by `giving`."""
    return giving()(stations)


def own_files(made: Composed, export: Export) -> Iterator[SiteFile]:
    """The files of `export`, in the edition's folder."""
    return in_folder(made, export(made))


def joined_files(
    made: Composed, export: Gathered, parts: Sequence[Sequence[Station]], *given: Any
) -> Iterator[SiteFile]:
    """The same of an `export` to which each of the `parts` has `given` something."""
    return in_folder(made, export.joined(made, list(zip(parts, given, strict=True))))


def in_folder(made: Composed, files: Iterable[SiteFile]) -> Iterator[SiteFile]:
    """`files`, in the folder of their edition."""
    return (replace(file, uri=made.folder + file.uri) for file in files)
