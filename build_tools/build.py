"""The whole way, once: content → everything that is published, or why nothing is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.facts.derive import derive_facts
from build_tools.history import remembered
from build_tools.problems import Problem
from build_tools.publishing.compose import compose_site
from build_tools.publishing.site import Site
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from build_tools.records.bulletin import Bulletin
from build_tools.wording import Wording

if TYPE_CHECKING:
    from build_tools.settings import Settings


@dataclass(frozen=True, slots=True)
class Built:
    """A site with the bulletin it shows; both None while an error stands."""

    wording: Wording
    problems: tuple[Problem, ...]
    bulletin: Bulletin | None = None
    site: Site | None = None


def build(settings: Settings) -> Built:
    """The site of the content that `settings` name."""
    wording = read_wording(settings.language)
    bulletin, problems = read_bulletin(settings.content, remembered(settings))
    if bulletin is None:
        return Built(wording, problems)
    facts = derive_facts(bulletin, settings.today)
    return Built(wording, problems, bulletin, compose_site(facts, wording, settings))
