"""Staff's free text: a small Markdown subset, made to HTML and then sanitised by somebody else's sanitiser."""

from __future__ import annotations

from functools import cache, lru_cache

import markdown
import nh3
from markupsafe import Markup

TAGS = frozenset(["p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code"])
ESSAY_TAGS = TAGS | frozenset(
    ["h2", "h3", "h4", "hr", "pre", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "img"]
)
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "width", "height"}, "th": {"scope"}}
SCHEMES = frozenset(("http", "https", "tel", "mailto"))


@cache
def converter(*extensions: str) -> markdown.Markdown:
    """A Markdown converter; making one costs more than using it."""
    return markdown.Markdown(extensions=list(extensions), output_format="html")


@lru_cache(maxsize=10_000)
def free_text(text: str) -> Markup:
    """`text` of a record as safe HTML: paragraphs, emphasis, lists, links."""
    return sanitised(converter().reset().convert(text), TAGS)


def essay_text(text: str) -> Markup:
    """The text of a hand-written page as safe HTML: also headings, tables and pictures."""
    html = converter("tables", "def_list", "sane_lists", "fenced_code").reset().convert(text)
    return sanitised(html, ESSAY_TAGS)


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
