"""The same questions answered the slow way, by reading everything that is said of every station, with nothing of the index."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pypinyin import lazy_pinyin

from build_tools.publishing.search import order
from build_tools.records.key import Unknown
from build_tools.records.station import Life

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.records.bulletin import Bulletin
    from build_tools.records.station import Station
    from build_tools.records.vocabulary import FacilityKind, ServiceKind, Vocabulary

PIECES = re.compile(r"[一-鿿㐀-䶿々〇]+|[^\W_一-鿿㐀-䶿々〇]+")
Unit = tuple[str, ...]
"""One or two neighbouring characters, syllables, or a word."""


def in_order(facts: Facts) -> list[Station]:
    """All stations, in the order of the search."""
    stations = facts.bulletin.stations
    return order.in_order(stations, facts.directory.districts, {one.id: order.point_of(one) for one in stations})


def pieces(text: str) -> list[str]:
    """Han runs and words of `text`."""
    return PIECES.findall(unicodedata.normalize("NFKC", text).lower())


def is_han(piece: str) -> bool:
    """Whether `piece` is a Han run."""
    return not re.match(r"[^一-鿿㐀-䶿々〇]", piece)


@cache
def spoken(run: str) -> tuple[str, ...]:
    """The syllables of a Han run, by the package's own division into phrases."""
    return tuple(lazy_pinyin(run))


class Read:
    """What is said in some texts."""

    def __init__(self, words: Sequence[str], others: Sequence[str]) -> None:
        runs = [piece for text in (*words, *others) for piece in pieces(text) if is_han(piece)]
        self.han = "\n".join(runs)
        self.spoken = "".join(f"| {' '.join(spoken(run))} " for run in runs)
        self.words = {piece for text in (*words, *others) for piece in pieces(text) if not is_han(piece)}
        letters = [
            "".join(one[0] for one in spoken(piece)) for text in words for piece in pieces(text) if is_han(piece)
        ]
        self.initials = {
            part for some in letters for size in range(2, min(8, len(some)) + 1) for part in (some[:size], some[-size:])
        }

    def has_characters(self, unit: Unit) -> bool:
        """Whether these characters stand beside each other."""
        return "".join(unit) in self.han

    def has_syllables(self, unit: Unit) -> bool:
        """Whether these syllables are spoken one after the other."""
        return f" {' '.join(unit)} " in self.spoken

    def has_word(self, unit: Unit) -> bool:
        """Whether this is a word, the beginning of one, or the initials of one."""
        (asked,) = unit
        begun = 3 <= len(asked) <= 12 and any(word.isalpha() and word.startswith(asked) for word in self.words)
        return begun or asked in self.words or asked in self.initials


class Library:
    """All stations of a bulletin as they are read, in the order of the search."""

    def __init__(self, bulletin: Bulletin, stations: Sequence[Station]) -> None:
        self.bulletin = bulletin
        self.stations = stations
        self.everything = [Read(*texts_of(station, bulletin)) for station in stations]
        self.names = [Read([station.name], []) for station in stations]
        self.syllables = {one for read in self.everything for one in read.spoken.replace("|", " ").split()}
        self.known: dict[tuple[str, Unit], bytes] = {}

    def having(self, how: str, unit: Unit, *, named: bool = False) -> bytes:
        """One byte for each station: whether it has `unit`."""
        key = (how + "!" * named, unit)
        if key not in self.known:
            self.known[key] = bytes(getattr(read, how)(unit) for read in (self.names if named else self.everything))
        return self.known[key]

    def answer(self, text: str) -> list[str]:
        """The ids of the stations that match `text`, the best first."""
        asked = unicodedata.normalize("NFKC", text).lower().strip()[:100]
        parts = list(self.parts(asked))
        if asked and not parts:
            return []
        scores = [self.scores(ways) for ways in parts]
        found = []
        for number, station in enumerate(self.stations):
            if all(number in some for some in scores):
                most, named = (sum(some[number][which] for some in scores) for which in (0, 1))
                waiting = station.life in (Life.PLANNED, Life.PAUSED)
                found.append((station.life is Life.CLOSED, -most, -named, waiting, number))
        return [self.stations[number].id for *_, number in sorted(found)]

    def parts(self, asked: str) -> Iterator[list[tuple[str, list[str]]]]:
        """The parts that all must match, each with its ways: how it is looked for, and its units."""
        rest = asked
        while found := PIECES.search(rest):
            piece, rest = found[0], rest[found.end() :]
            if is_han(piece):
                yield [("has_characters", list(piece))]
                continue
            group = [piece]
            while self.ways_to_say(group[-1]) and (more := re.match(r"[\s'’-]*([^\W_一-鿿㐀-䶿々〇]+)", rest)):
                if not self.ways_to_say(more[1]):
                    break
                group.append(more[1])
                rest = rest[more.end() :]
            yield [("has_word", group), *(("has_syllables", way) for way in self.ways_to_say("".join(group)))]

    def ways_to_say(self, letters: str) -> list[list[str]]:
        """Every division of `letters` into syllables that occur."""
        if not letters:
            return [[]]
        letters = letters.replace("ü", "v")
        sizes = [size for size in range(1, 7) if letters[:size] in self.syllables]
        return [
            [letters[:size], *rest]
            for size in sizes
            if size <= len(letters)
            for rest in self.ways_to_say(letters[size:])
        ]

    def scores(self, ways: list[tuple[str, list[str]]]) -> dict[int, tuple[int, int]]:
        """Station → how much of a part it has, by the best way, and how much of that in its name."""
        best: dict[int, tuple[int, int]] = {}
        for how, units in ways:
            for number, score in self.scores_of_way(how, units):
                best[number] = max(best.get(number, (0, 0)), score)
        return best

    def scores_of_way(self, how: str, units: list[str]) -> Iterator[tuple[int, tuple[int, int]]]:
        """The stations that have every one of `units`, in a pair, or alone where no station has such a pair."""
        joined = how != "has_word"
        pairs: list[Unit] = [pair for pair in pairwise(units) if joined and any(self.having(how, pair))]
        beside = [list(pairwise(units))[max(at - 1, 0) : at + 1] for at in range(len(units))]
        needed = [[pair for pair in some if pair in pairs] for some in beside]
        alone = [not some for some in needed]
        if joined and any(one and other for one, other in pairwise(alone)):
            return
        ones: list[Unit] = [(unit,) for unit, one in zip(units, alone, strict=True) if one]
        counted = [*(pair for pair in pairwise(units) if pair in pairs), *ones]
        for number in range(len(self.stations)):
            if all(self.having(how, one)[number] for one in ones) and all(
                any(self.having(how, pair)[number] for pair in some) for some in needed if some
            ):
                most = sum(self.having(how, unit)[number] for unit in counted)
                named = sum(self.having(how, unit, named=True)[number] for unit in counted)
                yield number, (most, named)


def texts_of(station: Station, bulletin: Bulletin) -> tuple[list[str], list[str]]:
    """What is said of `station`: in words, and in addresses."""
    vocabulary = bulletin.vocabulary
    district = next(one for one in bulletin.districts if one.id == station.district)
    places = [district.province, district.city, district.name, station.street, station.community]
    address = station.address
    for place in places:
        address = address.removeprefix(place)
    door = "" if station.door is None or isinstance(station.door, Unknown) else station.door
    words = [station.name, *places, *things_at(station, vocabulary)]
    return words, [address, door]


def things_at(station: Station, vocabulary: Vocabulary) -> Iterator[str]:
    """The names of all that is there, of all that is done there, and of the needs that are met by it."""
    kinds = [kind for kind in vocabulary.facility_kinds if kind.code in {one.kind for one in station.facilities}]
    services = [kind for kind in vocabulary.service_kinds if kind.code in {one.kind for one in station.services}]
    things: list[FacilityKind | ServiceKind] = [*kinds, *services]
    met = {*station.needs, *(need for thing in things for need in thing.needs)}
    for thing in things:
        yield from (thing.name, *thing.also)
    for need in vocabulary.needs:
        if need.code in met:
            yield from (need.name, need.offer, *need.also)
