"""Staff's free text: a small Markdown subset, made to HTML and then sanitised by somebody else's sanitiser."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import markdown
import nh3
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable

TAGS = frozenset(["p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code"])
ESSAY_TAGS = TAGS | frozenset(
    ["h2", "h3", "h4", "hr", "pre", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "img"]
)
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "img": {"src", "alt", "width", "height"}, "th": {"scope"}}
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#]", re.IGNORECASE)
"""An address with a scheme, or one within the page."""
LIST_AFTER_TEXT = re.compile(r"^(?!\s*(?:[-*+]|\d+\.)\s)(.*\S.*)\n(?=(?:[-*+]|\d+\.)\s)", re.MULTILINE)
PRE = re.compile("<pre>.*?</pre>", re.DOTALL)
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
        return sanitised(converter("sane_lists").reset().convert(with_lists(text)), TAGS)
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in re.split("\n{2,}", text.strip("\n")) if part)


def essay_text(text: str, link: Callable[[str], str]) -> Markup:
    """The text of a hand-written page as safe HTML: also headings, tables and pictures.

    Addresses in it are those of files in `content/`, as editors' previews know them; `link` makes them the site's.
    """
    html = converter("tables", "def_list", "sane_lists", "fenced_code").reset().convert(with_lists(text))
    return on_one_line(sanitised(html, ESSAY_TAGS, link))


def with_lists(text: str) -> str:
    """`text` with an empty line before each list, which Markdown wants and people forget."""
    return LIST_AFTER_TEXT.sub(r"\1\n\n", text)


def on_one_line(html: Markup) -> Markup:
    """`html` with the line ends inside `<pre>` written as `&#10;`, so that empty lines in it are safe with any builder."""
    return Markup(PRE.sub(lambda found: found[0].replace("\n", "&#10;"), html))  # noqa: S704 — it was safe before


def site_uri(path: str) -> str:
    """The site's address of the file `path` of `content/`: pages stand in folders of their own."""
    return re.sub(r"\.(md|yml)(?=#|$)", "/", re.sub(r"^(\./)?(index\.md)?", "", path))


def sanitised(html: str, tags: frozenset[str], link: Callable[[str], str] | None = None) -> Markup:
    """`html` with nothing in it but `tags`, harmless attributes and links that open a page, a call or a letter.

    With `link`, addresses without a scheme are files of `content/`; without it they are dropped. Pictures are ours only.
    """

    def address(tag: str, name: str, value: str) -> str | None:
        if name not in ("href", "src"):
            return value
        inside = not OUTSIDE.match(value)
        if tag == "img" and not (inside and value.removeprefix("./").startswith("images/")):
            return None
        if not inside:
            return value
        return link(site_uri(value)) if link else None

    clean = nh3.clean(
        html,
        tags=set(tags),
        clean_content_tags={"script", "style"},
        attributes={tag: names for tag, names in ATTRIBUTES.items() if tag in tags},
        attribute_filter=address,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    return Markup(clean)  # noqa: S704 — nh3 has just made it safe
