"""One page for each need: where one gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.pages.card import card_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage


def need_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/needs/<code>/`, with the stations that meet it and by what."""
    needs = facts.bulletin.vocabulary.needs
    for need in needs:
        answers = facts.directory.answers.get(need.code, ())
        yield press.page(
            f"needs/{need.code}/",
            "need.html",
            title=press.say("need.title", need=need.name, offer=need.offer),
            summary=press.say("need.summary", offer=need.offer, count=len(answers)),
            need=need,
            needs=needs,
            cards=[
                card_of(answer.station, facts, press, remark=press.say("list.pause").join(answer.means))
                for answer in answers
            ],
        )
