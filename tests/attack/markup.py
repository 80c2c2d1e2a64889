"""HTML, SVG and XML as a small tree; forgiving, because an attacker reads whatever there is."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
BREAKS = frozenset(
    [
        "br",
        "p",
        "li",
        "div",
        "td",
        "th",
        "dd",
        "dt",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "table",
        "ul",
        "ol",
        "dl",
        "figcaption",
    ]
)
UNREAD = frozenset(("style",))


@dataclass(slots=True)
class Element:
    """A tag with its attributes, and what is in it."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the file."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, *tags: str) -> list[Element]:
        """All elements below with one of `tags`."""
        return [one for one in self.walk() if one.tag in tags and one is not self]

    def text(self) -> str:
        """What a reader reads, blocks apart by a line break."""
        return "\n".join(line for line in map(_squeezed, "".join(self._pieces()).split("\n")) if line)

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child.replace("\n", " ")
            elif child.tag not in UNREAD:
                mark = "\n" if child.tag in BREAKS else ""
                yield mark
                yield from child._pieces()
                yield mark


def _squeezed(line: str) -> str:
    return " ".join(line.split())


class _Builder(HTMLParser):
    """Puts tags into each other as they come."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if any(one.tag == tag for one in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        self.open[-1].children.append(Element("comment", {}, [data]))


def parsed(source: str) -> Element:
    """The tree of `source`."""
    builder = _Builder()
    builder.feed(source)
    builder.close()
    return builder.root
