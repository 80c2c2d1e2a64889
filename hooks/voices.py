"""The languages in which the frame speaks: the words of each edition, and the way from a page to the same in another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.publishing.json_text import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from build_tools.build import Built
    from build_tools.publishing.links import Links
    from build_tools.publishing.site import SitePage
    from build_tools.records.bulletin import Bulletin
    from build_tools.wording import Wording

NOW = (
    *("open", "always", "until", "soon", "last", "stop", "by", "ask", "opens", "takes"),
    *("done", "rest", "shut", "later", "none", "unknown", "aged", "clock", "past", "today"),
)
"""What `assets/hours.js` says, under `now.` in the locale files."""


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The way from a page to the same in another language."""

    name: str
    code: str
    """As `lang` and `hreflang` have it."""
    url: str
    """As seen from the page."""


class Voice:
    """The words of one edition, and the bulletin it tells of; None while there is none."""

    def __init__(self, wording: Wording, bulletin: Bulletin | None) -> None:
        self.language = wording.language
        self.say = wording.say
        self.bulletin = bulletin
        self.hours_words = hours_words(wording.say)


class Languages:
    """Which edition has which page."""

    def __init__(self, voices: Mapping[str, Voice], uris: Collection[str]) -> None:
        self.voices = voices
        self.uris = uris

    def having(self, inner: str) -> tuple[str, ...]:
        """The folders of the editions that have a page at `inner`."""
        return tuple(folder for folder in self.voices if folder + inner in self.uris)

    def others(self, page: SitePage, there: Collection[str], links: Links) -> list[LanguageLink]:
        """Where `page`, or else the home page, is found in other languages; those in `there` have it."""
        inner = inner_uri(page)
        return [
            LanguageLink(
                name=voice.say("site.language_name"),
                code=voice.say("site.language"),
                url=links.to(folder + (inner if folder in there else "")),
            )
            for folder, voice in self.voices.items()
            if folder != page.folder
        ]

    def versions(self, page: SitePage, there: Collection[str]) -> list[tuple[str, str]]:
        """Language and address within the site of `page` in every edition, if there are several, as search engines want it.

        https://developers.google.com/search/docs/specialty/international/localized-versions
        """
        if page.moved_to or len(there) <= 1:
            return []
        told = [(self.voices[folder].say("site.language"), folder + inner_uri(page)) for folder in there]
        return [*told, ("x-default", told[0][1])]


def inner_uri(page: SitePage) -> str:
    """The address of `page` within its edition."""
    return page.uri.removeprefix(page.folder)


def hours_words(say: Callable[..., str]) -> str:
    """The words of the open-now script, as JSON; its days of the week begin on Thursday, as 1970 did."""
    words: dict[str, object] = {key: say(f"now.{key}") for key in NOW}
    words["near"] = [say("now.tomorrow"), say("now.next_day")]
    words["week"] = [say(f"weekday.{(day + 3) % 7}") for day in range(7)]
    words["date"] = [say("date.month_day", month=say(f"month.{number}"), day="$") for number in range(1, 13)]
    return json_text(words)


def voices_of(built: Built) -> dict[str, Voice]:
    """The voice of each edition by its folder; only words while there is no edition."""
    spoken = {one.folder: Voice(one.wording, one.facts.bulletin) for one in built.editions}
    return spoken or {"": Voice(built.wording, None)}
