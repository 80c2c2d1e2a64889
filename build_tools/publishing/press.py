"""The press: a template and values → a page."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import jinja2
from jinja2.ext import Extension
from markupsafe import Markup, escape

from build_tools.publishing.cells import Cells, whole_dates
from build_tools.publishing.foreign import with_chinese_marked
from build_tools.publishing.formats import alternates_of
from build_tools.publishing.free_text import essay_text, free_text
from build_tools.publishing.icons import icon, with_symbols
from build_tools.publishing.json_ld.script import json_ld
from build_tools.publishing.links import Links, links_from
from build_tools.publishing.shown import Shown
from build_tools.publishing.site import SitePage
from build_tools.publishing.statement_words import meant
from build_tools.records.key import Choice, Unknown
from build_tools.records.language import FIRST

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from build_tools.facts.derive import Facts
    from build_tools.publishing.site import Alternate
    from build_tools.settings import Settings
    from build_tools.wording import Wording

TEMPLATES = Path(__file__).parent / "templates"


class Press:
    """Prints the pages of one site in one language."""

    def __init__(self, facts: Facts, wording: Wording, settings: Settings, folder: str = "") -> None:
        self.facts = facts
        self.folder = folder
        self.wording = wording
        self.say = wording.say
        self.directory_urls = settings.directory_urls
        self.shown = Shown(wording)
        self.environment = environment_for(wording, self.shown)
        site = facts.bulletin.site
        self.environment.globals.update(site=site, lexicon=facts.directory.lexicon)
        self.pieces: dict[tuple[str, Links, str], Markup] = {}
        self.absolute_root = urlsplit(settings.address or site.address or "/").path

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
        **values: Any,
    ) -> SitePage:
        """The page `uri`, to be printed from `template` with `values` and with what it `shows`, worked out only then.

        `linked_data` is the same for search engines. Without `alternates` it names those of its part of the site.
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
            assets=assets,
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
        links = self.links(uri)
        body = self.environment.get_template(template).render(
            link=links.to, file=links.to_file, own_file=links.to_own_file, **values, **shows()
        )
        body = with_symbols(body.strip())
        if self.shown.language != FIRST.code:
            body = with_chinese_marked(body)
        return body + json_ld(linked_data()) if linked_data else body

    def alternates(self, uri: str) -> tuple[Alternate, ...]:
        """The formats for programs that the page `uri` names by its place in the site."""
        return tuple(alternates_of(uri, self.facts, self.folder, self.say))

    def piece(self, template: str, uri: str, key: str, **values: Any) -> Markup:
        """Part of the page `uri`; printed once for all pages as deep, so `key` must tell its `values` apart."""
        links = self.links(uri)
        at = (template, links, key)
        if at not in self.pieces:
            text = self.environment.get_template(template).render(
                link=links.to, file=links.to_file, own_file=links.to_own_file, **values
            )
            self.pieces[at] = Markup(text.strip())  # noqa: S704 — a template has escaped it
        return self.pieces[at]

    def links(self, uri: str) -> Links:
        """Relative links of the page `uri`; the page for unknown addresses is shown at any depth, so its are absolute."""
        if uri == "404.html":
            return Links(self.absolute_root, self.directory_urls)
        return links_from(uri, directory_urls=self.directory_urls, folder=self.folder)


class SetInType(Extension):
    """Sets the site's words and icons into a template when it is loaded: they are the same on every page."""

    fixed = re.compile(r'\{\{ (say|icon)\("([^"]+)"\) \}\}')

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 — Jinja's
        """`source` with `{{ say("…") }}` and `{{ icon("…") }}` replaced by what they print."""
        callables: dict[str, Any] = self.environment.globals
        return self.fixed.sub(lambda found: str(escape(callables[found[1]](found[2]))), source)


def environment_for(wording: Wording, shown: Shown) -> jinja2.Environment:
    """Jinja with escaping on, no undefined names, and what the templates may call."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[SetInType],
        auto_reload=False,  # each build has an environment of its own
    )
    cells = Cells(shown)
    environment.globals.update(say=wording.say, icon=icon, unknown=cells.unknown)
    environment.filters.update(
        known=cells.known,
        provision=cells.provision,
        shown=shown.of,
        rules=cells.rules,
        whole_dates=whole_dates,
        meant=lambda statement: meant(statement, shown),
        free_text=free_text,
        essay_text=essay_text,
    )
    environment.tests.update(
        unknown=lambda value: isinstance(value, Unknown), choice=lambda value: isinstance(value, Choice)
    )
    return environment
