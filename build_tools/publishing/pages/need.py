"""One page for each need: where one gets it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from build_tools.publishing.pages.card import card_of
from build_tools.publishing.pages.share import district_of, marks_of, shares_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.facts.directory import Answer
    from build_tools.publishing.pages.share import Share
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage
    from build_tools.records.vocabulary import Need


def need_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/needs/<code>/`, with the stations that meet it and by what; many of them on a page for each district."""
    for need in facts.bulletin.vocabulary.needs:
        uri = f"needs/{need.code}/"
        title = press.say("need.title", need=need.name)
        answers = facts.directory.answers.get(need.code, ())
        shares = shares_of(answers, uri, facts)
        wishes = f"need={need.code}"
        yield need_page(need, uri, title, wishes, answers, shares, facts, press)
        for share in shares:
            part = press.say("share.title", title=title, district=share.district.name)
            here = f"{wishes}&district={share.district.id}"
            yield need_page(need, share.uri, part, here, share.members, [], facts, press)


def need_page(
    need: Need,
    uri: str,
    title: str,
    wishes: str,
    answers: Sequence[Answer],
    shares: list[Share[Answer]],
    facts: Facts,
    press: Press,
) -> SitePage:
    """The page `uri` with `answers`, or with the pages that share them; the finder finds the same by `wishes`."""
    return press.page(
        uri,
        "need.html",
        title=title,
        summary=press.say("need.summary", need=need.name, offer=need.offer, count=len(answers)),
        need=need,
        needs=facts.bulletin.vocabulary.needs,
        wishes=wishes,
        shares=shares,
        count=len(answers),
        made_from=None if shares else marks_of(answers, press),
        near=district_of(answers),
        shows=partial(cards_of_answers, () if shares else answers, uri, facts, press),
    )


def cards_of_answers(answers: Sequence[Answer], uri: str, facts: Facts, press: Press) -> dict[str, Any]:
    """The stations of `answers` as cards of the page `uri`, each with what meets the need."""
    pause, links, lexicon = press.say("list.pause"), press.links(uri), facts.directory.lexicon
    return {
        "cards": [card_of(one.station, links, facts, press, remark=pause.join(one.means(lexicon))) for one in answers]
    }
