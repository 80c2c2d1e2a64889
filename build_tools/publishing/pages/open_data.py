"""`/data/`: which formats there are, for what, under which terms, and who says that they are right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from build_tools.publishing.formats import (
    CHANGES,
    CSV,
    EVENTS,
    FEED,
    GEOJSON,
    HSDS,
    HSDS_LISTS,
    TABLES,
    Format,
    csv_uri,
    hsds_list,
)
from build_tools.publishing.json_ld.dataset import dataset
from build_tools.publishing.tables.catalogue import tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage

OPEN_DATA = "data/"
MOST_WANTED = ("stations", "services", "schedules", "channels", "events", "notices", "organizations", "tallies")
RULES = ("data.permanent", "data.unknown", "data.positions", "data.formulas")


@dataclass(frozen=True, slots=True)
class OpenFile:
    """One file to take along."""

    words: str
    uri: str
    """From the site's root."""
    type: str


@dataclass(frozen=True, slots=True)
class Part:
    """The files for one kind of program; `code` chooses what is said of them."""

    code: str
    files: tuple[OpenFile, ...] = ()
    more: tuple[OpenFile, ...] = ()
    """Files that fewer people want."""
    missing: str = ""
    """Why there are none."""


def open_data_page(facts: Facts, press: Press) -> Iterator[SitePage]:
    """The page; what a site lacks the settings for is named all the same."""

    @cache
    def parts() -> tuple[Part, ...]:
        return tuple(parts_of(facts, press))

    yield press.page(
        OPEN_DATA,
        "open_data.html",
        title=press.say("data.title"),
        summary=press.say("data.summary", site=facts.bulletin.site.name),
        linked_data=lambda: dataset(
            facts.bulletin.site,
            [(one.words, one.type, one.uri) for one in files_in(parts())],
            press.folder + OPEN_DATA,
        ),
        has_changes=facts.bulletin.history is not None,
        shows=lambda: {"parts": parts()},
        rules=[press.say(rule) for rule in RULES],
    )


def files_in(parts: tuple[Part, ...]) -> list[OpenFile]:
    """The files of all `parts`."""
    return [one for part in parts for one in (*part.files, *part.more)]


def parts_of(facts: Facts, press: Press) -> Iterator[Part]:
    """The parts of the page: first what people use themselves."""
    say = press.say

    def files(*some: tuple[str, Format]) -> tuple[OpenFile, ...]:
        return tuple(
            OpenFile(words, one.in_folder(press.folder), one.type) for words, one in some if one.is_there(facts)
        )

    feeds = files((say("data.feed"), FEED), (say("changes.title"), CHANGES))
    hsds = files((say("data.begin"), HSDS), *((say(f"data.list_{name}"), hsds_list(name)) for name in HSDS_LISTS))
    wanted, others = csv_files(facts, press)
    yield Part("tables", (*wanted, *files((say("data.described"), TABLES))), others)
    yield Part("calendars", files((say("data.events"), EVENTS)))
    yield Part("feeds", feeds, missing="" if feeds else say("data.needs_address"))
    yield Part("maps", files((say("data.map_file"), GEOJSON)))
    yield Part("hsds", hsds, missing="" if hsds else say("data.needs_base"))
    yield Part("linked")


def csv_files(facts: Facts, press: Press) -> tuple[tuple[OpenFile, ...], tuple[OpenFile, ...]]:
    """The tables that most people want, and the others."""
    found = {
        table.name: OpenFile(table.title, press.folder + csv_uri(table.name), CSV)
        for table in tables_of(facts, press.wording, press.folder)
    }
    wanted = tuple(found.pop(name) for name in MOST_WANTED if name in found)
    return wanted, tuple(found.values())
