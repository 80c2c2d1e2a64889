"""The whole way, once: content → everything that is published, or why nothing is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.due import reminder
from build_tools.facts.derive import derive_facts
from build_tools.facts.edition import bulletin_in
from build_tools.history import remembered
from build_tools.planned import RULES_OF_TIMETABLES
from build_tools.problems import Problem
from build_tools.publishing.compose import compose_site
from build_tools.publishing.edition import Edition
from build_tools.publishing.site import Site
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from build_tools.records.language import FIRST
from build_tools.reports import short_of_history
from build_tools.wording import Wording
from build_tools.workers import ALONE, Crew

if TYPE_CHECKING:
    from build_tools.reading.earlier import Earlier
    from build_tools.records.bulletin import Bulletin
    from build_tools.settings import Settings


@dataclass(frozen=True, slots=True)
class Built:
    """A site with the editions it shows; none and None while an error stands."""

    wording: Wording
    """Of messages, and of the first edition."""
    problems: tuple[Problem, ...]
    editions: tuple[Edition, ...] = ()
    site: Site | None = None
    reminder: str = ""
    """A line each about what is overdue for verification, and about history that is missing, if there is such."""


def build(settings: Settings, crew: Crew = ALONE, earlier: Earlier | None = None) -> Built:
    """The site of the content that `settings` name, still to be made.

    `crew` reads what has not been read `earlier`.
    """
    wording = read_wording(settings.language)
    before, further = remembered(settings), RULES_OF_TIMETABLES
    bulletin, problems = read_bulletin(settings.content, before, crew, earlier, today=settings.today, further=further)
    if bulletin is None:
        return Built(wording, problems)
    editions = editions_of(bulletin, settings)
    site = compose_site(editions, settings, read_wording)
    said = short_of_history(before.cut_short, wording) + reminder(bulletin, settings.today, wording)
    return Built(wording, problems, editions, site, said)


def editions_of(bulletin: Bulletin, settings: Settings) -> tuple[Edition, ...]:
    """`bulletin` in the language of `settings`; if that is Chinese, in the site's other languages too."""
    codes = list(dict.fromkeys(language.code for language in bulletin.site.languages))
    others = [code for code in codes if code != FIRST.code] if settings.language == FIRST.code else []
    return tuple(
        Edition(derive_facts(bulletin_in(code, bulletin), settings.today), read_wording(code), folder)
        for code, folder in [(settings.language, ""), *((code, f"{code}/") for code in others)]
    )
