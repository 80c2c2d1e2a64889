"""The index in files of a few kilobytes: tokens by a sum over their letters; large sets once, however many tokens share them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.search.json_file import json_file
from build_tools.publishing.search.postings import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from build_tools.publishing.search.index import Posting
    from build_tools.publishing.search.postings import Bits
    from build_tools.publishing.site import SiteFile

SHARD = 4000
"""About so many characters stand in one file of tokens."""
SMALL = 200
"""A set of up to so many characters stands beside its token."""
SUMS = 65521
"""The sums stay below this prime."""

Reference = str | int
"""A small set itself, or the number of the file that a large one has."""
Entry = Reference | list[Reference]
"""What stands beside a token: its set; in a list if it is in a name, followed by the set of those names if that is another."""


class Shards:
    """The files of an index of `count` stations."""

    def __init__(self, index: Mapping[str, Posting], count: int) -> None:
        self.stations = count
        self.sets: dict[str, int] = {}
        """Each large set, and the number of its file."""
        entries = {token: self.entry(posting) for token, posting in index.items()}
        size = sum(len(token) + len(str(entry)) for token, entry in entries.items())
        self.count = 1 << (size // SHARD).bit_length()
        self.shards: list[dict[str, Entry]] = [{} for _ in range(self.count)]
        for token, entry in entries.items():
            self.shards[sum_of(token) % self.count][token] = entry

    def entry(self, posting: Posting) -> Entry:
        """What stands beside the tokens of `posting`."""
        stations = self.reference(posting.stations)
        if not posting.by_name:
            return stations
        if posting.by_name == posting.stations:
            return [stations]
        return [stations, self.reference(posting.by_name)]

    def reference(self, bits: Bits) -> Reference:
        """How the set `bits` is referred to."""
        text = written(bits, self.stations)
        return text if len(text) <= SMALL else self.sets.setdefault(text, len(self.sets))

    def files(self) -> Iterator[SiteFile]:
        """All of them."""
        for number, entries in enumerate(self.shards):
            yield json_file(f"tokens/{number}", entries)
        for text, number in self.sets.items():
            yield json_file(f"sets/{number}", text)


def sum_of(token: str) -> int:
    """A number made of all letters of `token`, by which its file is found."""
    total = 0
    for letter in token:
        total = (total * 31 + ord(letter)) % SUMS
    return total
