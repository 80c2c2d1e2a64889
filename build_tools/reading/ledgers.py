"""As much of the content as booking needs: which stations and categories there are, and what is published of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from build_tools.problems import Problem, has_errors, in_order
from build_tools.reading.folder import list_folder
from build_tools.reading.known import Known
from build_tools.reading.ledger_audit import Terms
from build_tools.reading.shelf import Shelf, check_rules, read_records
from build_tools.reading.tally_rules import TALLY_RULES, terms_for
from build_tools.reading.written import Written
from build_tools.records.files import Kind
from build_tools.records.station import Life

if TYPE_CHECKING:
    from pathlib import Path

KINDS = (Kind.VOCABULARY, Kind.SITE, Kind.STATION, Kind.TALLY)


@dataclass(frozen=True, slots=True)
class Ledgers:
    """What is known and published before booking."""

    known: Known
    """The words of private rows: `stations` by id, former id and name, `tally_categories` by code and by label."""
    terms: Mapping[str, Terms]
    """Category → what its counts must keep to, in the vocabulary's order."""
    names: Mapping[str, str]
    """Category → its label."""
    stations: Mapping[str, str]
    """Id → name."""
    closed: frozenset[str]
    """Stations that have closed: nobody waits for what they have not reported."""
    tallies: Mapping[str, Written]
    """Station → its published tally."""


def read_ledgers(content: Path) -> tuple[Ledgers | None, tuple[Problem, ...]]:
    """The ledgers in the folder `content`, or None when an error stands in what they are read from."""
    shelf = Shelf(*list_folder(content))
    about = tuple(kind.path.partition("<")[0] for kind in KINDS)
    shelf.problems = [one for one in shelf.problems if concerns(one, about)]
    for kind in KINDS:
        read_records(shelf, kind)
    check_rules(shelf, TALLY_RULES)
    problems = in_order(shelf.problems)
    return (None if has_errors(problems) else ledgers_on(shelf)), problems


def concerns(problem: Problem, about: tuple[str, ...]) -> bool:
    """Whether `problem` is of the files `about` which booking knows; what it left unfinished it clears away itself."""
    file = problem.place.file
    return problem.code != "E175" and (not file or file.startswith(about))


def ledgers_on(shelf: Shelf) -> Ledgers:
    """The ledgers of what was read without an error."""
    stations = {one.record.id: one.record.name for one in shelf.written[Kind.STATION]}
    shared = Counter(stations.values())
    spellings = {name: id for id, name in stations.items() if shared[name] == 1} | {id: id for id in stations}
    vocabulary = [one.record for one in shelf.written[Kind.VOCABULARY]]
    return Ledgers(
        known=replace(shelf.known, terms={**shelf.known.terms, "stations": {**former_ids(shelf), **spellings}}),
        terms=terms_for([one for kind in KINDS for one in shelf.written[kind]]),
        names={one.code: one.name for words in vocabulary for one in words.tally_categories},
        stations=stations,
        closed=frozenset(one.record.id for one in shelf.written[Kind.STATION] if one.record.life is Life.CLOSED),
        tallies={one.record.id: one for one in shelf.written[Kind.TALLY]},
    )


def former_ids(shelf: Shelf) -> dict[str, str]:
    """What a station was called before → its id today: private rows go on calling it so."""
    pairs = [(alias, one.record.id) for one in shelf.written[Kind.STATION] for alias in one.record.aliases]
    claims = Counter(alias for alias, _ in pairs)
    return {alias: id for alias, id in pairs if claims[alias] == 1}
