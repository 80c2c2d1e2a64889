"""`search/`: everything that `assets/search.js` fetches to answer a question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from build_tools.facts.coordinates import Point
from build_tools.publishing.fingerprint import fingerprint
from build_tools.publishing.gathered import gathers
from build_tools.publishing.search.boxes import boxes_file
from build_tools.publishing.search.filters import choices_among
from build_tools.publishing.search.index import derive_index, syllables_in, told_of
from build_tools.publishing.search.json_file import FOLDER, json_file
from build_tools.publishing.search.known_words import known_words, service_tokens, words_of
from build_tools.publishing.search.open_hours import hours_of, open_files
from build_tools.publishing.search.order import TOGETHER, in_order, point_of
from build_tools.publishing.search.postings import bits_of, written
from build_tools.publishing.search.shards import Shards
from build_tools.publishing.search.station_files import shown_of, station_files
from build_tools.publishing.search.station_texts import Sayings
from build_tools.publishing.shown import Shown
from build_tools.records.station import Life

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.publishing.composed import Composed
    from build_tools.publishing.gathered import Giving, Part
    from build_tools.publishing.site import SiteFile
    from build_tools.records.station import Station


def told(made: Composed) -> Giving:
    """Gives three things: a row for each station in the order of the search, by what they are found, and known words.

    A row has the station's id, where it is, what lists show of it and when it is open. Known are the words of the vocabulary
    that are said of any of the stations.
    """
    facts, shown = made.facts, Shown(made.wording)
    directory, sayings = facts.directory, Sayings(facts.directory)
    vocabulary = frozenset().union(*words_of(facts.bulletin.vocabulary))

    def given_by(stations: Sequence[Station]) -> Any:
        points = {station.id: point_of(station) for station in stations}
        some = in_order(stations, directory.districts, points)
        said = sayings.of_all(some)
        places = [plain(points[station.id]) for station in some]
        texts = [shown_of(station, facts, shown) for station in some]
        rows = list(zip([station.id for station in some], places, texts, hours_of(some, facts), strict=True))
        words = sorted(vocabulary.intersection(str(text) for saying in said for text in saying.texts))
        return rows, told_of(said, choices_among(some, directory.needs_met)), words

    return given_by


@gathers(told)
def search(made: Composed, parts: Sequence[Part]) -> Iterator[SiteFile]:
    """The index, the stations it leads to, and where and when they are open; last the file with which one begins."""
    facts = made.facts
    each = {id: row for _, (rows, _, _) in parts for id, *row in rows}
    places = {id: Point(*place) if place else None for id, (place, _, _) in each.items()}
    stations = in_order(facts.bulletin.stations, facts.directory.districts, places)
    number_of = {station.id: number for number, station in enumerate(stations)}
    index = derive_index(([number_of[id] for id, *_ in rows], told) for _, (rows, told, _) in parts if rows)
    known = {word for _, (_, _, words) in parts for word in words}
    shards = Shards(index, len(stations))
    files = [
        *shards.files(),
        *station_files([each[station.id][1] for station in stations]),
        *open_files([each[station.id][2] for station in stations], facts.today),
        boxes_file([places[station.id] for station in stations]),
        json_file("words", known_words(facts.bulletin.vocabulary, known)),
        json_file("services", service_tokens(facts.bulletin.vocabulary, facts.directory.offers)),
    ]
    version = version_of(files)
    yield from (replace(file, uri=file.uri.replace(FOLDER, f"{FOLDER}{version}/", 1)) for file in files)
    yield json_file(
        "index",
        {
            "version": version,
            "count": len(stations),
            "shards": shards.count,
            "together": TOGETHER,
            "waiting": numbers_in((Life.PLANNED, Life.PAUSED), stations),
            "closed": numbers_in((Life.CLOSED,), stations),
            "syllables": " ".join(syllables_in(index)),
        },
    )


def plain(point: Point | None) -> tuple[float, float] | None:
    """`point` as plain values, such as can be kept."""
    return point and (float(point.longitude), float(point.latitude))


def numbers_in(lives: tuple[Life, ...], stations: Sequence[Station]) -> str:
    """Those of `stations` that are at one of these points of their lives."""
    return written(
        bits_of((number for number, one in enumerate(stations) if one.life in lives), len(stations)), len(stations)
    )


def version_of(files: Sequence[SiteFile]) -> str:
    """A few letters that are others when a file is: numbers mean something in one index only.

    The files lie in a folder of that name, so that a page which is still open finds none of another index.
    """
    return fingerprint(file.content for file in files)
