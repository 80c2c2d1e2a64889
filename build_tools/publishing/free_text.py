"""Staff's free text: a small Markdown subset, made to HTML and then sanitised by somebody else's sanitiser."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import markdown
import nh3
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable

TAGS = frozenset(["p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code"])
ESSAY_TAGS = TAGS | frozenset(
    ["h2", "h3", "h4", "hr", "pre", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "img"]
)
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "width", "height"}, "th": {"scope"}}
INSIDE = re.compile(r'\b(href|src)="(?![a-z]+:|[/#])([^"]*)"')
"""An address without scheme, in HTML that the sanitiser has written."""
MARKED = re.compile(r"[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]|^[ \t]|[ \t]$", re.MULTILINE)
"""Anything Markdown may take for a mark. Most texts have none, and are only paragraphs."""
SCHEMES = frozenset(("http", "https", "tel", "mailto"))


@cache
def converter(*extensions: str) -> markdown.Markdown:
    """A Markdown converter; making one costs more than using it."""
    return markdown.Markdown(extensions=list(extensions), output_format="html")


@lru_cache(maxsize=10_000)
def free_text(text: str) -> Markup:
    """`text` of a record as safe HTML: paragraphs, emphasis, lists, links."""
    if MARKED.search(text):
        return sanitised(converter().reset().convert(text), TAGS)
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in re.split("\n{2,}", text.strip("\n")) if part)


def essay_text(text: str, link: Callable[[str], str]) -> Markup:
    """The text of a hand-written page as safe HTML: also headings, tables and pictures.

    Addresses in it are those of files in `content/`, as editors' previews know them; `link` makes them the site's.
    """
    html = converter("tables", "def_list", "sane_lists", "fenced_code").reset().convert(text)
    clean = sanitised(html, ESSAY_TAGS)
    return Markup(INSIDE.sub(lambda found: f'{found[1]}="{escape(link(site_uri(found[2])))}"', clean))  # noqa: S704


def site_uri(path: str) -> str:
    """The site's address of the file `path` of `content/`: pages stand in folders of their own."""
    return re.sub(r"\.md(?=#|$)", "/", path.removeprefix("./"))


def sanitised(html: str, tags: frozenset[str]) -> Markup:
    """`html` with nothing in it but `tags`, harmless attributes and links that open a page, a call or a letter."""
    clean = nh3.clean(
        html,
        tags=set(tags),
        clean_content_tags={"script", "style"},
        attributes={tag: names for tag, names in ATTRIBUTES.items() if tag in tags},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    return Markup(clean)  # noqa: S704 — nh3 has just made it safe
