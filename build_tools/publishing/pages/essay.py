"""Hand-written pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage


def essay_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/<id>/` for each `content/<id>.md`; `index.md` is the greeting on the home page and has none of its own."""
    for essay in facts.bulletin.essays:
        if essay.id != "index":
            yield press.page(
                f"{essay.id}/",
                "essay.html",
                title=essay.title,
                summary=press.say("essay.summary", title=essay.title, site=facts.bulletin.site.name),
                source=f"{essay.id}.md",
                assets=("essay.css",),
                made_from=(),
                essay=essay,
            )
