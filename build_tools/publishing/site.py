"""What publishing makes: pages without chrome, and other files; values until a door writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same facts in a format for programs."""

    uri: str
    """Of the file, from the site's root."""
    type: str
    """Its media type."""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """One page; `body` is HTML with its own `<h1>`, the other texts are plain."""

    uri: str
    """Ends with a slash, is empty for home, or is `404.html`."""
    title: str
    summary: str
    body: str
    folder: str = ""
    """With what its address begins in an edition in another language: `en/`."""
    source: str = ""
    """The file of `content/` it shows, if it is one."""
    changed: date | None = None
    """When its content last changed, as far as the content says."""
    moved_to: str = ""
    """Of an old address: where its page is now."""
    menu: str = ""
    """Its word in the site's menu; most pages have none."""
    alternates: tuple[Alternate, ...] = ()
    """What programs may read instead of this page; the feeds of the whole site are not among them."""
    assets: tuple[str, ...] = ()
    """Stylesheets and scripts of the theme that this page needs besides those of every page, by their file names."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file that is not a page."""

    uri: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that is published of one bulletin."""

    pages: tuple[SitePage, ...]
    files: tuple[SiteFile, ...]
