"""The theme around a body: rendered once a folder and spliced, because rendering it for each page costs most of a build."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from build_tools.digest import digest
from build_tools.publishing.foreign import with_chinese_marked
from build_tools.publishing.links import Links, links_from
from build_tools.publishing.site import SitePage
from build_tools.writing import markdown_path
from hooks.assets import page_script
from hooks.menu import menu_entries, menu_line, menu_of
from hooks.voices import Languages, inner_uri

if TYPE_CHECKING:
    from collections.abc import Mapping

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

    from hooks.voices import Voice


NAME = "zz9shell9zz"
"""Stands for one part of a page's address; no id begins like this, and no quoting changes it."""
TITLE, SUMMARY, BODY = "\ue001title\ue002", "\ue001summary\ue002", "\ue001<h1 body\ue002"
"""Private characters, which no text of ours contains; a theme may look for an `<h1` in the body."""
OUR_EVENTS = {"page_content": 1, "page_context": 1, "post_page": 0}
"""What MkDocs tells about every page, and how many of our own hooks listen."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A page without what is its own."""

    parts: list[bytes]
    """Its text; parts that are marks are to be replaced."""
    digest: bytes


class Chrome:
    """The theme of one build."""

    def __init__(
        self,
        pages: Mapping[str, SitePage],
        voices: Mapping[str, Voice],
        env: jinja2.Environment,
        nav: Navigation,
        config: MkDocsConfig,
        files: Files,
    ) -> None:
        self.pages = dict(pages)
        self.languages = Languages(voices, frozenset(page.uri for page in pages.values()))
        self.like: dict[str, tuple[str, ...]] = {}
        """A shell's address → the editions that have such a page."""
        self.env = env
        self.nav = nav
        self.config = config
        self.files = files
        self.shells: dict[tuple[object, ...], Shell] = {}
        self.is_watched = is_watched(config)

    def around(self, page: SitePage) -> tuple[str, bytes]:
        """The path and the content of the file that `page` with its chrome is."""
        html = self.whole(page).encode() if is_top(page) or self.is_watched else self.spliced(page)
        return f"{page.uri}index.html", html

    def key_of(self, page: SitePage) -> bytes | None:
        """Stands for everything that the file of `page` is made from; its shell is then there for all processes."""
        if is_top(page) or self.is_watched:
            return None
        shell = self.shell(page)
        return page.key + shell.digest if page.key else None

    def whole(self, page: SitePage) -> str:
        """`page` as MkDocs itself would render it, with the events of all plugins: ours calls `context_of`."""
        self.pages[markdown_path(page)] = page
        file = File.generated(self.config, markdown_path(page), content="", inclusion=InclusionLevel.NOT_IN_NAV)
        host = Page(page.title, file, self.config)
        host.markdown, host.meta = "", {}
        plugins = self.config.plugins
        host.content = plugins.on_page_content(page.body, page=host, config=self.config, files=self.files)
        context = get_context(self.nav, self.files, self.config, host)
        context = plugins.on_page_context(context, page=host, config=self.config, nav=self.nav)
        output = plugins.on_post_page(self.env.get_template("main.html").render(context), page=host, config=self.config)
        return with_frame_marked(output, host.content) if page.folder else output

    def spliced(self, page: SitePage) -> bytes:
        """The same, put together from the shell of the page's folder, which is encoded once."""
        values = {
            TITLE: str(escape(page.title)),
            SUMMARY: str(escape(page.summary)),
            BODY: page.body,
            shell_uri(page): inner_uri(page),
        }
        values.update({format_mark(number): one.uri for number, one in enumerate(page.alternates)})
        own = {mark.encode(): value.encode() for mark, value in values.items()}
        return b"".join([own.get(part, part) for part in self.shell(page).parts])

    def shell(self, page: SitePage) -> Shell:
        """A page like `page`."""
        like = shell_uri(page)
        there = self.languages.having(inner_uri(page))
        formats = tuple((one.type, one.title) for one in page.alternates)
        kind = (page.folder, like, page.assets, formats, page.moved_to, there)
        if kind not in self.shells:
            self.like[page.folder + like] = there
            text = self.whole(with_marks(page, page.folder + like))
            marks = (TITLE, SUMMARY, BODY, like, *map(format_mark, range(len(formats))))
            parts = re.split("(" + "|".join(map(re.escape, marks)) + ")", text)
            if not {TITLE, BODY} <= set(parts):
                raise RuntimeError("a plugin or theme has changed the marks by which pages get their titles and bodies")
            self.shells[kind] = Shell([part.encode() for part in parts], digest(text.encode()))
        return self.shells[kind]

    def context_of(self, context: TemplateContext, page: Page) -> TemplateContext:
        """`context` with what `page` says of itself; a page that is not ours says what MkDocs knows of it."""
        ours = self.pages.get(page.file.src_uri) or SitePage(
            uri=page.url,
            title=str(page.title),
            summary=self.config.site_description or "",
            printed=lambda: page.content or "",
        )
        links = links_from(ours.uri, directory_urls=self.config.use_directory_urls)
        return self.told(context, ours, page.url, links)

    def context_of_missing(self, context: TemplateContext) -> TemplateContext:
        """`context` for the page that stands in place of missing ones, at any depth: its links are absolute."""
        missing = Links(urlsplit(self.config.site_url or "/").path, self.config.use_directory_urls)
        return self.told(context, self.pages["404.md"], "404.html", missing)

    def told(self, context: TemplateContext, page: SitePage, url: str, links: Links) -> TemplateContext:
        """`context` with what the theme's template shows of `page`, whose address is `url` to MkDocs."""
        voice = self.languages.voices[page.folder]
        there = self.like.get(page.uri) or self.languages.having(inner_uri(page))
        menu = menu_entries(self.nav) if not page.folder else menu_of(page.folder, self.pages.values(), self.config)
        values = {
            "shown": page,
            "menu": [menu_line(entry, url, page.folder) for entry in menu],
            "link": lambda uri: links.to(page.folder + uri),
            "file": links.to_file,
            "say": voice.say,
            "bulletin": voice.bulletin,
            "site_name": voice.bulletin.site.name if voice.bulletin else self.config.site_name,
            "script": page_script(voice.language),
            "languages": self.languages.others(page, there, links),
            "versions": self.languages.versions(page, there),
        }
        context.update(values)  # type: ignore[typeddict-item]
        return context


def is_watched(config: MkDocsConfig) -> bool:
    """Whether a plugin of the operator's wants to see every page: it would not know what to do with a shell."""
    events = config.plugins.events
    return any(len(events[name]) > ours for name, ours in OUR_EVENTS.items())


def is_top(page: SitePage) -> bool:
    """Whether `page` is one of the few at the top: they may be named in the chrome itself and have no shell."""
    return inner_uri(page).count("/") < 2


def with_frame_marked(html: str, body: str) -> str:
    """`html` with the Chinese around its `body` marked, which is marked already; whole if a plugin has changed it."""
    before, found, after = html.partition(body)
    return with_chinese_marked(before) + found + with_chinese_marked(after)


def with_marks(page: SitePage, uri: str) -> SitePage:
    """`page` at `uri`, with marks in place of all that is its own."""
    formats = tuple(one._replace(uri=format_mark(number)) for number, one in enumerate(page.alternates))
    return page._replace(uri=uri, title=TITLE, summary=SUMMARY, printed=lambda: BODY, alternates=formats)


def format_mark(number: int) -> str:
    """Stands for the address of one of the alternates of a page."""
    return f"\ue001{number}\ue002"


def shell_uri(page: SitePage) -> str:
    """An address within the edition, as deep as that of `page` and under the same word of the menu."""
    inner = inner_uri(page)
    return address_like(inner.partition("/")[0], inner.count("/"))


@cache
def address_like(first: str, depth: int) -> str:
    """An address of so many parts that begins with `first`."""
    return "/".join([first, *[NAME] * (depth - 1)]) + "/"
