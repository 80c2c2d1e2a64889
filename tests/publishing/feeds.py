"""What tests of feeds look at: the parts of an Atom file, and of the HTML in it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from build_tools.publishing.composed import Composed
from build_tools.publishing.exports.feed import feed
from build_tools.reading.locale import read_wording
from build_tools.records.dates import Day
from build_tools.records.key import FreeText
from build_tools.records.notice import Notice

if TYPE_CHECKING:
    from datetime import date

    from build_tools.facts.derive import Facts

ATOM = "{http://www.w3.org/2005/Atom}"
CHINESE = read_wording("zh")


def written(facts: Facts) -> bytes:
    """The feed of `facts`."""
    (file,) = feed(Composed(facts, CHINESE))
    assert file.uri == "feed.xml"
    return file.content


def tree(content: bytes) -> ElementTree.Element:
    """`content` as XML has it."""
    return ElementTree.fromstring(content)  # noqa: S314 — we wrote it


def entries(content: bytes) -> dict[str, ElementTree.Element]:
    """Address of its page from the site's on → the entry."""
    found = tree(content)
    home = address_in(found)
    return {address_in(entry).removeprefix(home): entry for entry in found.iter(f"{ATOM}entry")}


def address_in(element: ElementTree.Element) -> str:
    """The page that a feed or an entry names."""
    (link,) = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
    return link.attrib["href"]


def text_of(element: ElementTree.Element, name: str) -> str:
    """What `element` has as its `name`."""
    return element.findtext(f"{ATOM}{name}") or ""


def ids(found: ElementTree.Element) -> set[str]:
    """The ids in a feed, its own among them."""
    return {one.text or "" for one in found.iter(f"{ATOM}id")}


class Markup(HTMLParser):
    """The elements, addresses and words of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.words += data


def content_of(uri: str, facts: Facts) -> Markup:
    """What the entry of the page `uri` shows."""
    return Markup(text_of(entries(written(facts))[uri], "content"))


def a_notice(id: str, published: date, text: str = "正文") -> Notice:
    return Notice(year="2026", id=id, title=id, published=Day.from_text(published.isoformat()), text=FreeText(text))
