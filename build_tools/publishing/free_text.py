"""Staff's free text: a small Markdown subset, made to HTML and then sanitised by somebody else's sanitiser."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import markdown
import nh3
from markdown.extensions.toc import slugify_unicode
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Address = Callable[[str], str]

TAGS = frozenset(["p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code"])
ESSAY_TAGS = TAGS | frozenset(
    ["h2", "h3", "h4", "hr", "pre", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "img", "div", "sup"]
)
ATTRIBUTES = {
    "a": {"href"},
    "ol": {"start"},
    "img": {"src", "alt", "width", "height"},
    "th": {"scope"},
    "div": {"class"},
    "p": {"class"},
    **{tag: {"id"} for tag in ("h2", "h3", "h4", "sup", "li")},
}
EXTENSIONS = ("tables", "def_list", "sane_lists", "fenced_code", "admonition", "attr_list", "footnotes", "toc")
"""What hand-written pages may use of what MkDocs' users know."""
CLASS = re.compile("admonition( [a-z]+)?|admonition-title|footnote")
ID = re.compile(r"part-.+|fn(ref)?\d*:.+|.*[^\x00-\x7f].*")
"""Ids that hand-written pages may have; those of the site itself are plain English words."""
PICTURES = "images/"
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#]", re.IGNORECASE)
"""An address with a scheme, or one within the page."""
LIST_AFTER_TEXT = re.compile(r"^(?!\s*(?:[-*+]|\d+\.)\s)(.*\S.*)\n(?=(?:[-*+]|\d+\.)\s)", re.MULTILINE)
ADMONITIONS = ("note", "tip", "info", "important", "warning", "danger", "example")
"""Kinds of notes with a title of their own; the first one's does for all others."""
UNTITLED = re.compile(r"^ *!!! ?(?P<kind>[\w-]+)(?: +[\w-]+)*[ \t]*$", re.MULTILINE)
FENCED = re.compile(r"(^(?:```|~~~).*?^(?:```|~~~)[ \t]*$)", re.MULTILINE | re.DOTALL)
PRE = re.compile("<pre>.*?</pre>", re.DOTALL)
MARKED = re.compile(r"[\xa0\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]|^[ \t]|[ \t]$", re.MULTILINE)
"""Anything Markdown may take for a mark. Most texts have none, and are only paragraphs."""
NOWHERE: Mapping[str, Address] = {}
SCHEMES = frozenset(("http", "https", "tel", "mailto"))


@cache
def converter(*extensions: str, html: bool) -> markdown.Markdown:
    """A Markdown converter; making one costs more than using it.

    Without `html`, as in records, a name in brackets is what it says: `从<A>口进`.
    """
    settings: dict[str, dict[str, Any]] = {
        "toc": {"slugify": heading_id},
        "footnotes": {"BACKLINK_TITLE": "{}"},  # else an English sentence
    }
    chosen = {name: settings[name] for name in extensions if name in settings}
    made = markdown.Markdown(extensions=list(extensions), extension_configs=chosen, output_format="html")
    made.ESCAPED_CHARS = [*made.ESCAPED_CHARS, "<"]  # as any other Markdown has it
    if not html:
        made.preprocessors.deregister("html_block")
        made.inlinePatterns.deregister("html")
    return made


def heading_id(title: str, separator: str) -> str:
    """The id of a heading: its own words, Chinese ones too."""
    id = slugify_unicode(title, separator)
    return id if ID.fullmatch(id) else f"part-{id}".strip("-")


@lru_cache(maxsize=10_000)
def free_text(text: str) -> Markup:
    """`text` of a record as safe HTML: paragraphs, emphasis, lists, links."""
    if MARKED.search(text):
        return sanitised(converter("sane_lists", html=False).reset().convert(with_lists(text)), TAGS)
    parts = (f"<p>{escape(part)}</p>" for part in re.split("\n{2,}", text.strip("\n")) if part.strip())
    return Markup("\n".join(parts))  # noqa: S704 — escaped


def essay_text(text: str, link: Address, file: Address) -> Markup:
    """The text of a hand-written page as safe HTML: also headings, tables and pictures.

    Addresses in it are those of files in `content/`, as editors' previews know them; `link` makes them the site's, and
    `file` those of pictures.
    """
    return safe_essay(essay_html(text), link, file)


def essay_html(text: str) -> str:
    """What Markdown makes of the text of a hand-written page; not safe yet."""
    return converter(*EXTENSIONS, html=True).reset().convert(with_lists(text))


def safe_essay(html: str, link: Address, file: Address) -> Markup:
    """The safe part of what `essay_html` has made, with the site's addresses."""
    return on_one_line(sanitised(html, ESSAY_TAGS, {"href": link, "src": file}))


def with_lists(text: str) -> str:
    """`text` with an empty line before each list outside of code, which Markdown wants and people forget."""
    return outside_code(text, lambda part: LIST_AFTER_TEXT.sub(r"\1\n\n", part))


def with_titles(text: str, say: Callable[[str], str]) -> str:
    """`text` with a title that `say` knows for each note that has none: Markdown would call it by its English kind."""

    def titled(found: re.Match[str]) -> str:
        kind = found["kind"].lower()
        title = say(f"admonition.{kind if kind in ADMONITIONS else ADMONITIONS[0]}")
        return f'{found[0].rstrip()} "{title}"'

    return outside_code(text, lambda part: UNTITLED.sub(titled, part))


def outside_code(text: str, changed: Callable[[str], str]) -> str:
    """`text` with each part outside of code `changed`."""
    parts = FENCED.split(text)
    parts[::2] = [changed(part) for part in parts[::2]]
    return "".join(parts)


def on_one_line(html: Markup) -> Markup:
    """`html` with the line ends inside `<pre>` written as `&#10;`, so that empty lines in it are safe with any builder."""
    return Markup(PRE.sub(lambda found: found[0].replace("\n", "&#10;"), html))  # noqa: S704 — it was safe before


def code_lines(text: str) -> Markup:
    """`text` for a `<pre>`, likewise; tabs too, which Markdown makes spaces of."""
    return Markup(str(escape(text.rstrip("\n"))).replace("\n", "&#10;").replace("\t", "&#9;"))  # noqa: S704 — escaped


def site_uri(path: str) -> str:
    """The site's address of the file `path` of `content/`: pages stand in folders of their own."""
    return re.sub(r"\.(md|yml)(?=#|$)", "/", re.sub(r"^(\./)?(index\.md)?", "", path))


def sanitised(html: str, tags: frozenset[str], addresses: Mapping[str, Address] = NOWHERE) -> Markup:
    """`html` with nothing in it but `tags`, harmless attributes and links that open a page, a call or a letter.

    Addresses without a scheme are files of `content/`: `addresses` makes them the site's, or they are dropped.
    Pictures are ours only.
    """

    def address(tag: str, name: str, value: str) -> str | None:
        if name in ("id", "class"):
            return value if (ID if name == "id" else CLASS).fullmatch(value) else None
        if name not in ("href", "src"):
            return value
        inside = not OUTSIDE.match(value)
        if tag == "img" and not (inside and value.removeprefix("./").startswith(PICTURES)):
            return None
        if not inside:
            return value
        if value.removeprefix("./").startswith(PICTURES) and "src" in addresses:
            name = "src"  # a link to a picture leads to the same file as the picture itself
        return addresses[name](site_uri(value)) if name in addresses else None

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
