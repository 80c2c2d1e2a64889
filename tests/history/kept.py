"""A bulletin in a real repository, and what a site says of its changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser  # type: ignore[import-untyped]

from build_tools.build import build
from build_tools.facts.changes import changes_in
from build_tools.history import remembered
from build_tools.reading.bulletin import read_bulletin
from build_tools.settings import Settings
from tests.conftest import STATION
from tests.history.changing import TODAY, told_of

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.publishing.site import Site
    from build_tools.records.bulletin import Bulletin

OTHER = STATION.replace("甲站", "乙站")
LONG_AGO = "2026-01-02"


def at(hours: str, station: str = STATION) -> str:
    """A station that is open every day at `hours`."""
    return f"{station}开放时间: 每天 {hours}\n"


def settings(content: Path) -> Settings:
    """The settings of the tests' day."""
    return Settings(content=content, today=TODAY)


def bulletin_of(where: Settings) -> Bulletin:
    """The bulletin with what is known of before."""
    bulletin, problems = read_bulletin(where.content, remembered(where))
    assert bulletin is not None, problems
    return bulletin


def told(content: Path) -> list[str]:
    """What is told of the changes: month and day, station, change."""
    bulletin = bulletin_of(settings(content))
    days = [f"{one.day:%m-%d}" for one in changes_in(bulletin) for _ in one.what]
    return [f"{day} {line}" for day, line in zip(days, told_of(bulletin), strict=True)]


def site_of(where: Settings) -> Site:
    """All that is published."""
    built = build(where)
    assert built.site is not None, built.problems
    return built.site


def uris(where: Settings) -> set[str]:
    """The addresses of all that is published."""
    site = site_of(where)
    return {page.uri for page in site.pages} | {file.uri for file in site.files}


def now(hours: str, before: str) -> str:
    """The sentence."""
    return f"甲站 开放时间改为每天 {hours}（原来是每天 {before}）"


def page(site: Site) -> str:
    """The body of the page of changes."""
    return next(one.body for one in site.pages if one.uri == "changes/")


def site_map(site: Site) -> str:
    """The body of the human site map."""
    return next(one.body for one in site.pages if one.uri == "site-map/")


def feed(content: Path, uri: str) -> feedparser.FeedParserDict:
    """The feed at `uri`, as a program of others reads it."""
    text = next(one.content for one in site_of(settings(content)).files if one.uri == uri)
    found = feedparser.parse(text)
    assert not found.bozo
    return found


def published(site: Site) -> bytes:
    """Every byte that is published."""
    return b"\0".join([*(one.body.encode() for one in site.pages), *(one.content for one in site.files)])
