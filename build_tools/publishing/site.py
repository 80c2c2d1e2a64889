"""What publishing makes: pages without chrome, and other files; made when a door writes them, not before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Alternate(NamedTuple):
    """The same facts in a format for programs."""

    uri: str
    """Of the file, from the site's root."""
    type: str
    """Its media type."""
    title: str = ""


class SitePage(NamedTuple):
    """One page: what is to be known of it, in plain text, and a way to print it.

    Ten thousand printed pages would fill the memory, so each is printed by whoever writes it: two that would be printed alike
    are not equal for that.
    """

    uri: str
    """Ends with a slash, is empty for home, or is `404.html`."""
    title: str
    summary: str
    printed: Callable[[], str]
    """Prints its body."""
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
    near: str = ""
    """A district of which it shows stations: whoever prints one page of a district prints others at less cost."""
    key: bytes | None = None
    """Stands for all that this page is made from, its title, summary and alternates like its body; None for one to be made
    whenever anything has changed."""
    assets: tuple[str, ...] = ()
    """Stylesheets and scripts of the theme that this page needs besides those of every page, by their file names."""

    @property
    def body(self) -> str:
        """What stands on it: HTML with its own `<h1>`, printed whenever it is asked for."""
        return self.printed()


Composing = Callable[[], tuple[SitePage, ...]]
"""Composes the pages when they are first asked for: ten thousand take a while, in which other processes may begin already."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file that is not a page."""

    uri: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Piece:
    """What some records give to files that gather something from all of them."""

    key: bytes | None
    """Stands for everything that it is made from; None for one to be made whenever it is asked for."""
    made: Callable[[], Any]
    """Gives plain values, such as can be kept."""


def made_now(piece: Piece) -> Any:
    """What `piece` gives, where nothing is kept."""
    return piece.made()


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that are made together."""

    name: str
    """No other batch of the site has it."""
    made: Callable[..., Iterator[SiteFile]]
    """Makes them of what its `pieces` give."""
    key: bytes | None = None
    """Stands for everything that they are made from; None for files to be made whenever anything has changed."""
    pieces: tuple[Piece, ...] = ()

    def files(self, given: Callable[[Piece], Any] = made_now) -> Iterator[SiteFile]:
        """The files; `given` says what each piece gives."""
        return self.made(*map(given, self.pieces))


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """Everything that is published of one bulletin."""

    composed: Composing
    batches: tuple[Batch, ...]
    """All other files; to be made in any order, and each batch in any process."""

    @property
    def pages(self) -> tuple[SitePage, ...]:
        """All pages."""
        return self.composed()

    @property
    def files(self) -> tuple[SiteFile, ...]:
        """All other files, made whenever they are asked for."""
        return tuple(file for batch in self.batches for file in batch.files())
