"""The theme around a body: rendered once a folder and spliced, because rendering it for each page costs most of a build."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from build_tools.publishing.links import Links, links_from
from build_tools.publishing.site import SitePage
from build_tools.writing import markdown_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Link, Navigation
    from mkdocs.utils.templates import TemplateContext


NAME = "zz9shell9zz"
"""Stands for one part of a page's address; no id begins like this, and no quoting changes it."""
HOME = frozenset(("", ".", "./", "index.html"))
"""How MkDocs writes the address of the home page."""
TITLE, SUMMARY, BODY = "\ue001title\ue002", "\ue001summary\ue002", "\ue001<h1 body\ue002"
"""Private characters, which no text of ours contains; a theme may look for an `<h1` in the body."""
NOW = (
    *("open", "always", "until", "soon", "last", "stop", "by", "ask", "opens", "takes"),
    *("done", "rest", "shut", "later", "none", "unknown", "aged", "clock", "past", "today"),
)
"""What `assets/hours.js` says, under `now.` in the locale files."""


@dataclass(frozen=True, slots=True)
class MenuLine:
    """One word of the menu."""

    title: str
    url: str
    current: str
    """`page`, `true` for the folder one is in, or nothing: the values of `aria-current`."""


class Chrome:
    """The theme of one build."""

    def __init__(
        self,
        pages: Mapping[str, SitePage],
        env: jinja2.Environment,
        nav: Navigation,
        config: MkDocsConfig,
        files: Files,
    ) -> None:
        self.pages = dict(pages)
        self.env = env
        self.nav = nav
        self.config = config
        self.files = files
        self.shells: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        self.hours_words = hours_words(env.globals["say"])  # type: ignore[arg-type]

    def around(self, page: SitePage) -> str:
        """`page` with its chrome. The few pages at the top may be named in the chrome itself and have no shell."""
        return self.whole(page) if page.uri.count("/") < 2 else self.spliced(page)

    def prepare(self, pages: list[SitePage]) -> None:
        """Render the shells of `pages`, so that processes forked from this one find them."""
        for page in pages:
            if page.uri.count("/") > 1:
                self.shell(page)

    def whole(self, page: SitePage) -> str:
        """`page` as MkDocs itself would render it, with the events of all plugins: ours calls `context_of`."""
        self.pages[source_uri(page)] = page
        file = File.generated(self.config, source_uri(page), content="", inclusion=InclusionLevel.NOT_IN_NAV)
        host = Page(page.title, file, self.config)
        host.markdown, host.meta, host.content = "", {}, page.body
        plugins = self.config.plugins
        context = get_context(self.nav, self.files, self.config, host)
        context = plugins.on_page_context(context, page=host, config=self.config, nav=self.nav)
        output = self.env.get_template("main.html").render(context)
        return plugins.on_post_page(output, page=host, config=self.config)

    def spliced(self, page: SitePage) -> str:
        """The same text, put together from the shell of the page's folder."""
        values = {
            TITLE: str(escape(page.title)),
            SUMMARY: str(escape(page.summary)),
            BODY: page.body,
            shell_uri(page.uri): page.uri,
        }
        return "".join(values.get(part, part) for part in self.shell(page))

    def shell(self, page: SitePage) -> list[str]:
        """A page like `page`, in parts: those that are one of its marks are to be replaced."""
        like = shell_uri(page.uri)
        kind = (like, page.assets)
        if kind not in self.shells:
            text = self.whole(SitePage(uri=like, title=TITLE, summary=SUMMARY, body=BODY, assets=page.assets))
            parts = re.split("(" + "|".join(map(re.escape, (TITLE, SUMMARY, BODY, like))) + ")", text)
            if not {TITLE, BODY} <= set(parts):
                raise RuntimeError("a plugin or theme has changed the marks by which pages get their titles and bodies")
            self.shells[kind] = parts
        return self.shells[kind]

    def links(self, uri: str) -> Links:
        """The links of the page `uri`, as its body has them."""
        return links_from(uri, directory_urls=self.config.use_directory_urls)

    def context_of(self, context: TemplateContext, page: Page) -> TemplateContext:
        """`context` with what `page` says of itself; a page that is not ours says what MkDocs knows of it."""
        ours = self.pages.get(page.file.src_uri) or SitePage(
            uri=page.url,
            title=str(page.title),
            summary=self.config.site_description or "",
            body=page.content or "",
        )
        context.update(page_values(ours, self.nav, page.url, self.links(ours.uri)))  # type: ignore[typeddict-item]
        context.update(hours_words=self.hours_words)  # type: ignore[call-arg]
        return context

    def context_of_missing(self, context: TemplateContext) -> TemplateContext:
        """`context` for the page that stands in place of missing ones, at any depth: its links are absolute."""
        missing = Links(urlsplit(self.config.site_url or "/").path, self.config.use_directory_urls)
        context.update(page_values(self.pages["404.md"], self.nav, "404.html", missing))  # type: ignore[typeddict-item]
        context.update(hours_words=self.hours_words)  # type: ignore[call-arg]
        return context


def source_uri(page: SitePage) -> str:
    """The path by which MkDocs knows `page`."""
    return markdown_path(page)


def shell_uri(uri: str) -> str:
    """An address as deep as `uri` and under the same word of the menu."""
    first, *deeper = uri.rstrip("/").split("/")
    return "/".join([first, *[NAME] * len(deeper)]) + "/"


def page_values(page: SitePage, nav: Navigation, url: str, links: Links) -> dict[str, object]:
    """What the theme's template shows of `page`."""
    return {"shown": page, "menu": [menu_line(entry, url) for entry in menu_entries(nav)], "link": links.to}


def hours_words(say: Callable[..., str]) -> str:
    """The words of the open-now script, as JSON; its days of the week begin on Thursday, as 1970 did."""
    words: dict[str, object] = {key: say(f"now.{key}") for key in NOW}
    words["near"] = [say("now.tomorrow"), say("now.next_day")]
    words["week"] = [say(f"weekday.{(day + 3) % 7}") for day in range(7)]
    words["date"] = say("date.month_day", month="$1", day="$2")
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))


def menu_entries(nav: Navigation) -> list[Page | Link]:
    """The menu's pages and links; a section of the operator's is represented by what is in it."""
    return [entry for one in nav.items for entry in entries_of(one)]


def entries_of(one: Any) -> Iterator[Page | Link]:
    """`one` itself, or all that is in it when it is a section."""
    if one.is_section:
        for child in one.children:
            yield from entries_of(child)
    else:
        yield one


def menu_line(entry: Page | Link, url: str) -> MenuLine:
    """`entry` as seen from the page at `url`."""
    target = entry.url or ""
    home = target in HOME
    if entry.is_page and (target == url or (home and url in HOME)):
        return MenuLine(entry.title or "", target, "page")
    inside = entry.is_page and not home and url.startswith(target.removesuffix("index.html"))
    return MenuLine(entry.title or "", target, "true" if inside else "")
