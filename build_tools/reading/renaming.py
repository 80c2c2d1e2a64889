"""What a file should be called that may not lie where it lies, as far as that can be told from its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.text import read_text
from build_tools.records.alias import is_identifier
from build_tools.records.files import Kind

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS = {
    **dict.fromkeys(("jpg", "jpeg", "jpe", "jfif"), "jpg"),
    **{"png": "png", "webp": "webp", "geojson": "geojson", "json": "geojson"},
    **dict.fromkeys(("yml", "yaml", "yml.txt", "yaml.txt", "txt"), "yml"),
    **dict.fromkeys(("md", "markdown", "md.txt"), "md"),
}
"""How files end that hold what they should → how these must end here."""
OTHER_PICTURES = frozenset(("heic", "heif", "avif", "tif", "tiff", "bmp", "gif", "svg"))
PICTURES, SKETCHES = "images", "map"
HOMES = {**dict.fromkeys(("jpg", "png", "webp"), PICTURES), "geojson": SKETCHES}
"""How a file ends → the folder in which alone such files lie."""
SINGLE = frozenset(kind.folder for kind in Kind if kind.folder)
"""Folders whose files lie in them without a folder between."""
YEARLY = tuple(kind.path.partition("/")[0] for kind in (Kind.EVENT, Kind.NOTICE))
YEAR = re.compile(r"^(?:日期|发布|date|published) *[:：] *[\"']?((?:19|20)\d\d)", re.MULTILINE)
WRITTEN_YEAR = re.compile(r"(?<!\d)(?:20)?(\d\d)(?!\d)")
"""A year of this century in a name that is more or less than four digits: `27`, `2027年`."""
SOME_YEAR = "2026"
BETWEEN = re.compile(r"[\s_.()（）-]+")
MOST_DIGITS = 8
"""A day; more of them may be somebody's number, which nobody should be told to write again."""
EXAMPLES = {
    PICTURES: "jia-door",
    "stations": "xin-zhan",
    "districts": "shigu",
    "organizations": "renmin-shequ",
    "events": "chongyang",
    "notices": "guoqing",
    SKETCHES: "streets",
}
"""A name for a file of each folder; pages lie in none of these."""
EXAMPLE = "about"
LEGAL = "better"
"""The word of a problem that holds the path under which its file may lie."""


def wrongly_named(uri: str, path: Path) -> Problem:
    """Why the file at `path`, which is `uri` inside `content/`, may not lie there, and what to do."""
    folder, _, name = uri.rpartition("/")
    stem, _, ending = name.partition(".")
    right = ENDINGS.get(ending.lower(), "") if folder == SKETCHES or ending != "json" else ""
    if stem and ending.lower() in OTHER_PICTURES:
        return refusal("E227", uri, with_name(PICTURES, stem, "jpg"))
    home = home_of(folder, right, path) if ending != "txt" else ""
    if stem and home:
        code = "E228" if home.startswith(YEARLY) else "E229"
        return refusal(code, uri, with_name(home, stem, right))
    if stem and right != ending and is_home(f"{folder}/{stem}.{right}".lstrip("/")):
        return refusal("E226", uri, with_name(folder, stem, right), ending=f".{right}")
    return Problem("E006", Place(uri), words=(("name", name),))


def badly_named(uri: str) -> Problem:
    """That the name of the file `uri`, which may lie where it lies, is no id."""
    folder, _, name = uri.rpartition("/")
    stem, _, ending = name.partition(".")
    return refusal("E008", uri, with_name(folder, stem, ending))


def wrongly_dated(uri: str, year: str, path: Path) -> Problem:
    """That the file at `path`, which is `uri` inside `content/`, stands in a `year` that is none."""
    meant = WRITTEN_YEAR.search(year)
    right = f"20{meant[1]}" if meant else year_in(path)
    return refusal("E010", uri, (uri.replace(f"/{year}", f"/{right}", 1), True), year=year)


def refusal(code: str, uri: str, right: tuple[str, bool], **words: str) -> Problem:
    """A problem of the file `uri` with its `right` path, or with an example of one."""
    path, is_obvious = right
    said = {"name": uri.rpartition("/")[2], "path": path, "called": path.rpartition("/")[2], **words}
    return Problem(code, Place(uri), words=(*said.items(), *([(LEGAL, path)] if is_obvious else [])))


def with_name(folder: str, stem: str, ending: str) -> tuple[str, bool]:
    """The path in `folder` of a file called `stem` as far as an id can be, and whether that is what it is called."""
    id = legal(stem)
    name = f"{id or EXAMPLES.get(folder.partition('/')[0], EXAMPLE)}.{ending}"
    return f"{folder}/{name}" if folder else name, bool(id)


def legal(stem: str) -> str:
    """The id that `stem` nearly is, or nothing."""
    id = BETWEEN.sub("-", stem.lower()).strip("-")
    return id if is_identifier(id) and sum(sign.isdigit() for sign in id) <= MOST_DIGITS else ""


def home_of(folder: str, ending: str, path: Path) -> str:
    """The folder in which a file of `folder` that ends so should lie instead, or nothing."""
    top, _, rest = folder.partition("/")
    home = HOMES.get(ending, "")
    if ending == "yml" and top in YEARLY and not rest:
        home = f"{top}/{year_in(path)}"
    elif ending == "yml" and top in SINGLE and rest:
        home = top
    return "" if home == folder else home


def year_in(path: Path) -> str:
    """The year of the event or the notice at `path`, or some year where it does not tell."""
    try:
        said = YEAR.search(read_text(path))
    except Unreadable:
        said = None
    return said[1] if said else SOME_YEAR


def is_home(uri: str) -> bool:
    """Whether a file may lie at `uri`."""
    return any(re.fullmatch(kind.pattern, uri) for kind in Kind)
