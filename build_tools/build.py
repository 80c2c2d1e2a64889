"""The whole way, once: content → everything that is published, or why nothing is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
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
from build_tools.reading.bulletin import Questions, made_of
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
    wording, before = read_wording(settings.language), remembered(settings)
    questions = Questions(before, settings.today, further=RULES_OF_TIMETABLES)
    made, problems = made_of(settings.content, partial(composed, settings=settings), questions, crew, earlier)
    if made is None:
        return Built(wording, problems)
    bulletin, editions, site = made
    said = short_of_history(before.cut_short, wording) + reminder(bulletin, settings.today, wording)
    return Built(wording, problems, editions, site, said)


def composed(bulletin: Bulletin, settings: Settings) -> tuple[Bulletin, tuple[Edition, ...], Site]:
    """`bulletin` with its editions, and the site that they make."""
    editions = editions_of(bulletin, settings)
    return bulletin, editions, compose_site(editions, settings, read_wording)


def editions_of(bulletin: Bulletin, settings: Settings) -> tuple[Edition, ...]:
    """`bulletin` in the language of `settings`; if that is Chinese, in the site's other languages too."""
    codes = list(dict.fromkeys(language.code for language in bulletin.site.languages))
    others = [code for code in codes if code != FIRST.code] if settings.language == FIRST.code else []
    return tuple(
        Edition(derive_facts(bulletin_in(code, bulletin), settings.today), read_wording(code), folder)
        for code, folder in [(settings.language, ""), *((code, f"{code}/") for code in others)]
    )
