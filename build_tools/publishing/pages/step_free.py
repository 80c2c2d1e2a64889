"""Where one gets in without steps, as far as somebody has looked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from build_tools.facts.directory import grouped
from build_tools.publishing.pages.card import card_of
from build_tools.publishing.pages.share import district_of, marks_of, shares_of
from build_tools.records.key import Unknown
from build_tools.records.values import Have, Provision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.facts.directory import Entrance
    from build_tools.publishing.pages.share import Share
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage

URI = "step-free/"
WISHES = "access=step-free"


def step_free_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/step-free/` with the open stations that one can get into, at least partly; many of them on a page for each district."""
    entrances = facts.directory.entrances
    title = press.say("step_free.title")
    shares = shares_of([one for one in entrances if one.passable], URI, facts)
    by_district = grouped((one.station.district, one) for one in entrances)
    yield step_free_page(URI, title, WISHES, entrances, shares, facts, press)
    for share in shares:
        code = share.district.id
        part = press.say("share.title", title=title, district=share.district.name)
        yield step_free_page(share.uri, part, f"{WISHES}&district={code}", by_district[code], [], facts, press)


def step_free_page(
    uri: str,
    title: str,
    wishes: str,
    entrances: Sequence[Entrance],
    shares: list[Share[Entrance]],
    facts: Facts,
    press: Press,
) -> SitePage:
    """The page `uri` on `entrances`, or with the pages that share them; the finder finds the same by `wishes`."""
    passable = [one for one in entrances if one.passable]
    return press.page(
        uri,
        "step_free.html",
        title=title,
        summary=press.say("step_free.summary", count=len(passable)),
        wishes=wishes,
        count=len(passable),
        unknown_count=sum(isinstance(one.step_free, Unknown) for one in entrances),
        shares=shares,
        made_from=None if shares else marks_of(entrances, press),
        near=district_of(entrances),
        shows=partial(cards_of_entrances, () if shares else passable, uri, facts, press),
    )


def cards_of_entrances(entrances: Sequence[Entrance], uri: str, facts: Facts, press: Press) -> dict[str, Any]:
    """The stations of `entrances` as cards of the page `uri`."""
    links = press.links(uri)
    return {
        key: [card_of(one.station, links, facts, press) for one in entrances if is_so(one, have)]
        for key, have in (("whole", Have.YES), ("partly", Have.PARTLY))
    }


def is_so(entrance: Entrance, have: Have) -> bool:
    """Whether `have` is what is known of `entrance`."""
    return isinstance(entrance.step_free, Provision) and entrance.step_free.have is have
