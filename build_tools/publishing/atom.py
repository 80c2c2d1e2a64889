"""Atom feeds (RFC 4287): entries with texts and absolute links → the content of an `.xml` file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TYPE = "application/atom+xml"
NEVER = date(2000, 1, 1)
"""When a feed without entries last changed: it must not be the day of the build."""
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML file may hold, escaped or not: https://www.w3.org/TR/xml/#charsets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry; texts are plain but for `content`, and what is empty is left out."""

    id: str
    """The same for ever, also when the page moves (section 4.2.6)."""
    title: str
    updated: date
    """Of the content: never the day of the build, so that the same content gives the same bytes."""
    link: str
    """The whole address of its page."""
    published: date | None = None
    summary: str = ""
    content: str = ""
    """HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed without its entries; the texts are in `language`."""

    id: str
    title: str
    subtitle: str
    author: str
    """The office or site that publishes; never a person."""
    address: str
    """The feed's own whole address."""
    page: str
    """The whole address of the page for people."""
    language: str
    rights: str = ""


def feed_text(feed: Feed, entries: Sequence[Entry]) -> bytes:
    """The content of the file; `entries` in the order in which they are to be read, no two with one id."""
    newest = max((entry.updated for entry in entries), default=NEVER)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoted(feed.language)}>',
        *about(feed, newest),
        *(line for entry in entries for line in told(entry)),
        "</feed>",
        "",
    ]
    return "\n".join(lines).encode()


def about(feed: Feed, newest: date) -> Iterator[str]:
    """What the feed says of itself (section 4.1.1)."""
    yield element("id", feed.id)
    yield element("title", feed.title)
    if feed.subtitle:
        yield element("subtitle", feed.subtitle)
    yield element("updated", moment(newest))
    yield f"<author>{element('name', feed.author)}</author>"
    yield f'<link rel="self" type="{TYPE}" href={quoted(feed.address)}/>'
    yield f'<link rel="alternate" type="text/html" href={quoted(feed.page)}/>'
    if feed.rights:
        yield element("rights", feed.rights)


def told(entry: Entry) -> Iterator[str]:
    """The lines of `entry` (section 4.1.2)."""
    yield "<entry>"
    yield element("id", entry.id)
    yield element("title", entry.title)
    yield element("updated", moment(entry.updated))
    if entry.published:
        yield element("published", moment(entry.published))
    yield f'<link rel="alternate" type="text/html" href={quoted(entry.link)}/>'
    if entry.summary:
        yield element("summary", entry.summary)
    if entry.content:
        yield f'<content type="html">{escaped(entry.content)}</content>'
    yield "</entry>"


def element(name: str, text: str) -> str:
    """An element that holds `text`."""
    return f"<{name}>{escaped(text)}</{name}>"


def escaped(text: str) -> str:
    """`text` as it stands in an element, without what may not."""
    return escape(FORBIDDEN.sub("", text), quote=False)


def quoted(text: str) -> str:
    """`text` as the value of an attribute, with its quotes."""
    return f'"{escape(FORBIDDEN.sub("", text))}"'


def moment(day: date) -> str:
    """The beginning of `day` in China (section 3.3)."""
    return f"{day.isoformat()}T00:00:00+08:00"
