"""The press: a template and values → a page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from build_tools.publishing.cells import already_escaped
from build_tools.publishing.compiled import Compiled
from build_tools.publishing.foreign import with_chinese_marked
from build_tools.publishing.formats import alternates_of
from build_tools.publishing.icons import with_symbols
from build_tools.publishing.json_ld.script import json_ld
from build_tools.publishing.links import Links, links_from
from build_tools.publishing.shown import Shown
from build_tools.publishing.site import SitePage
from build_tools.publishing.sources import Sources
from build_tools.publishing.typesetting import Environment, environment_for
from build_tools.records.language import FIRST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from markupsafe import Markup

    from build_tools.facts.derive import Facts
    from build_tools.publishing.site import Alternate
    from build_tools.settings import Settings
    from build_tools.wording import Wording

PIECES = 5_000
"""Parts of pages that are remembered, about ten megabytes: more than the largest district asks for again and again."""


class Press:
    """Prints the pages of one site in one language."""

    def __init__(
        self,
        facts: Facts,
        wording: Wording,
        settings: Settings,
        folder: str = "",
        sources: Sources | None = None,
        wording_of: Callable[[str], Wording] | None = None,
    ) -> None:
        """`wording_of` says the site's own words in another language; without it there is but one `wording`."""
        self.facts = facts
        self.folder = folder
        self.sources = sources or Sources(facts, settings)
        self.wording = wording
        self.wording_of = wording_of or (lambda _: wording)
        self.say = wording.say
        self.directory_urls = settings.directory_urls
        self.shown = Shown(wording)
        self.compiled = Compiled(settings.engine, wording.language)
        self.environments: dict[Links, Environment] = {}
        self.formats: dict[str, tuple[Alternate, ...]] = {}
        """First part of an address → what the pages there name; they share it."""
        self.macros: dict[tuple[str, str], Callable[..., Markup]] = {}
        """Those that print parts of pages, by their template and name."""
        self.pieces: dict[tuple[str, ...], Markup] = {}
        """Parts that several pages share, those printed last."""
        self.absolute_root = urlsplit(settings.address or facts.bulletin.site.address or "/").path

    def page(
        self,
        uri: str,
        template: str,
        *,
        title: str,
        summary: str,
        source: str = "",
        changed: date | None = None,
        menu: str = "",
        assets: tuple[str, ...] = (),
        alternates: tuple[Alternate, ...] | None = None,
        linked_data: Callable[[], Mapping[str, Any]] | None = None,
        shows: Callable[[], Mapping[str, Any]] = dict,
        made_from: Iterable[bytes] | None = None,
        near: str = "",
        **values: Any,
    ) -> SitePage:
        """The page `uri`, to be printed from `template` with `values` and with what it `shows`, worked out only then.

        `linked_data` is the same for search engines. Without `alternates` it names those of its part of the site. It is
        `made_from` what has these marks, title and all, besides what is common to all pages; None for anything.
        """
        edit = self.facts.bulletin.site.edit_address
        return SitePage(
            uri=self.folder + uri,
            title=title,
            summary=summary,
            printed=partial(
                self.body,
                uri,
                template,
                shows,
                linked_data,
                title=title,
                edit=edit + source if edit and source else "",
                **values,
            ),
            folder=self.folder,
            source=source,
            changed=changed,
            menu=menu,
            alternates=self.alternates(uri) if alternates is None else alternates,
            key=None if made_from is None else self.sources.key(made_from),
            assets=assets,
            near=near,
        )

    def body(
        self,
        uri: str,
        template: str,
        shows: Callable[[], Mapping[str, Any]],
        linked_data: Callable[[], Mapping[str, Any]] | None,
        **values: Any,
    ) -> str:
        """What stands on the page `uri`, printed from `template`."""
        whole = self.environment(self.links(uri)).get_template(template)
        body = with_symbols(whole.render(**values, **shows()).strip())
        if self.shown.language != FIRST.code:
            body = with_chinese_marked(body)
        return body + json_ld(linked_data()) if linked_data else body

    def alternates(self, uri: str) -> tuple[Alternate, ...]:
        """The formats for programs that the page `uri` names by its place in the site."""
        section = uri.partition("/")[0]
        if section not in self.formats:
            self.formats[section] = tuple(alternates_of(section, self.facts, self.folder, self.say))
        return self.formats[section]

    def printed(self, template: str, macro: str, **values: Any) -> Markup:
        """What `macro` of `template` prints of `values`; it makes no links itself."""
        prints = self.macros.get((template, macro))
        if prints is None:
            prints = getattr(self.environment(self.links("")).get_template(template).module, macro)
            self.macros[template, macro] = prints
        return already_escaped(str.strip(prints(**values)))

    def piece(self, template: str, macro: str, key: tuple[str, ...], values: Callable[[], Mapping[str, Any]]) -> Markup:
        """The same for a part of many pages, printed once for pages near each other: `key` must tell apart what it prints."""
        at = (template, macro, *key)
        if at not in self.pieces:
            if len(self.pieces) >= PIECES:
                self.pieces.clear()
            self.pieces[at] = self.printed(template, macro, **values())
        return self.pieces[at]

    def environment(self, links: Links) -> Environment:
        """What prints the pages that have these `links`: all that are as deep."""
        if links not in self.environments:
            made = environment_for(self.shown, links, self.compiled)
            made.globals.update(site=self.facts.bulletin.site, lexicon=self.facts.directory.lexicon)
            self.environments[links] = made
        return self.environments[links]

    def links(self, uri: str) -> Links:
        """Relative links of the page `uri`; the page for unknown addresses is shown at any depth, so its are absolute."""
        if uri == "404.html":
            return Links(self.absolute_root, self.directory_urls)
        return links_from(uri, directory_urls=self.directory_urls, folder=self.folder)
