"""Mistakes of whole files: their encoding, their size, their name, a second one for the same station."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tests.reading.mutations.page import Mutated

if TYPE_CHECKING:
    from tests.reading.mutations.page import Page


def whole(page: Page, content: bytes) -> Mutated:
    return page.rewritten(content, 1)


def saved_as_gbk(page: Page) -> Mutated | None:
    return whole(page, page.text.encode(page.random.choice(["gbk", "gb18030"]), "replace"))


def saved_as_utf_16(page: Page) -> Mutated | None:
    return whole(page, page.text.encode(page.random.choice(["utf-16", "utf-16-le", "utf-16-be"])))


def fifty_megabytes(page: Page) -> Mutated | None:
    return whole(page, b"#" * 50_000_000) if page.random.random() < 0.1 else None


def nothing_in_it(page: Page) -> Mutated | None:
    return whole(page, page.random.choice([b"", b"\n\n", "# 还没写\n".encode(), b"---\n", b"\xef\xbb\xbf"]))


def renamed(page: Page, name: str) -> Mutated | None:
    """The file of a station or an event under another `name`."""
    path = PurePosixPath(page.uri)
    if path.parent.name in ("", "calendar") or name == path.name:
        return None
    uri = str(path.with_name(name))
    return Mutated({page.uri: None, uri: page.text.encode()}, uri, range(1, 2))


def a_name_that_ends_otherwise(page: Page) -> Mutated | None:
    stem = PurePosixPath(page.uri).stem
    return renamed(
        page, stem + page.random.choice([".yaml", ".yml.txt", ".YML", ".txt", "", ".yml.bak", " .yml", "(1).yml"])
    )


def a_name_in_capitals(page: Page) -> Mutated | None:
    return renamed(page, PurePosixPath(page.uri).stem.capitalize() + ".yml")


def a_name_in_chinese(page: Page) -> Mutated | None:
    uri = str(
        PurePosixPath(page.uri).with_name(page.random.choice(["新驿站.yml", "甲_站.yml", "new station.yml", "①.yml"]))
    )
    stations = page.uri.startswith("stations/")
    return Mutated({uri: page.text.encode()}, uri, range(1, 2)) if stations else None


def the_same_station_twice(page: Page) -> Mutated | None:
    if not page.uri.startswith("stations/") or "\u202e" in page.text:
        return None  # what it is reminded of already would be told of the second one, too
    uri = page.random.choice(["stations/zz-copy.yml", "stations/aa-copy.yml"])
    line = next(at for at, line in enumerate(page.lines, 1) if line.startswith(("名称:", "name:")))
    return Mutated({uri: page.text.encode()}, max(uri, page.uri), range(line, line + 1))


FILES = {
    saved_as_gbk: "E004",
    saved_as_utf_16: "E004",
    fifty_megabytes: "E005",
    nothing_in_it: "E003",
    a_name_that_ends_otherwise: "E006 E008 E226",
    a_name_in_capitals: "E008",
    a_name_in_chinese: "E006 E008",
    the_same_station_twice: "E062",
}
