"""Notices: those in force, older ones, and each by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.facts.agenda import has_ended
from build_tools.publishing.addresses import notice_uri, station_uri
from build_tools.publishing.sources import notice_file
from build_tools.records.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A notice as a row of a list."""

    notice: Notice
    uri: str
    published: str
    beginning: str
    """Its first paragraph."""


def notice_line(notice: Notice, press: Press) -> NoticeLine:
    """The row of `notice`."""
    beginning = notice.text.split("\n\n")[0]
    return NoticeLine(notice, notice_uri(notice), press.shown.of(notice.published), beginning)


def notice_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/notices/` and `/notices/<year>/<id>/`."""
    agenda, stations = facts.agenda, facts.directory.stations
    yield press.page(
        "notices/",
        "notices.html",
        title=press.say("notices.title"),
        summary=press.say("notices.summary", count=len(agenda.in_force)),
        menu=press.say("menu.notices"),
        in_force=[notice_line(notice, press) for notice in agenda.in_force],
        former=[notice_line(notice, press) for notice in agenda.former],
    )
    for notice in agenda.published:
        line = notice_line(notice, press)
        yield press.page(
            line.uri,
            "notice.html",
            title=notice.title,
            summary=press.say("notice.summary", title=notice.title, published=line.published),
            source=notice_file(notice),
            made_from=[press.sources.of_notice(notice)],
            changed=notice.published,
            line=line,
            former=has_ended(notice, facts.today),
            stations=[(stations[one].name, station_uri(one)) for one in notice.stations],
        )
