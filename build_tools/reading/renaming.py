"""What a file should be called that may not lie where it lies, as far as that can be told from its name."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.strays import kind_of, year_of
from build_tools.reading.text import read_text
from build_tools.records.alias import is_identifier
from build_tools.records.files import Kind

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS = {
    **dict.fromkeys(("jpg", "jpeg", "jpe", "jfif"), "jpg"),
    **{"png": "png", "webp": "webp", "geojson": "geojson", "json": "geojson"},
    **dict.fromkeys(("yml", "yaml", "yml.txt", "yaml.txt", "txt"), "yml"),
    **dict.fromkeys(("md", "markdown", "md.txt", "md.md"), "md"),
    **dict.fromkeys(("yml.yml", "yaml.yml", "yml.yaml", "yaml.yaml"), "yml"),
    **{"jpg.jpg": "jpg", "jpeg.jpg": "jpg", "jpg.jpeg": "jpg", "png.png": "png", "webp.webp": "webp"},
}
"""How files end that hold what they should → how these must end here."""
OTHER_PICTURES = frozenset(("heic", "heif", "avif", "tif", "tiff", "bmp", "gif", "svg"))
PICTURES, SKETCHES = "images", "map"
HOMES = {**dict.fromkeys(("jpg", "png", "webp"), PICTURES), "geojson": SKETCHES}
"""How a file ends → the folder in which alone such files lie."""
SINGLE = frozenset(kind.folder for kind in Kind if kind.folder)
"""Folders whose files lie in them without a folder between."""
YEARLY = tuple(kind.path.partition("/")[0] for kind in (Kind.EVENT, Kind.NOTICE))
WITHOUT_GUESSES = ("calendar", "tallies")
"""Folders of files that are called by more than a name of their own."""
NEAR = 0.8
"""How much of a folder's name is right, at least."""
LEFT_BEHIND = re.compile(r"~\$.*|\.~lock\..*|\._.*|\.DS_Store|Thumbs\.db|desktop\.ini", re.IGNORECASE)
"""What computers and office programs leave beside the files that somebody has looked at."""
WRITTEN_YEAR = re.compile(r"(?<!\d)(?:20)?(\d\d)(?!\d)")
"""A year of this century in a name that is more or less than four digits: `27`, `2027年`."""
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
    if LEFT_BEHIND.fullmatch(name):
        return left_behind(uri)
    right = right_ending(folder, ending)
    if stem and ending.lower() in OTHER_PICTURES:
        return refusal("E227", uri, with_name(PICTURES, stem, "jpg"))
    can_be = is_home(f"{folder}/{stem}.{right}".lstrip("/"))
    home = home_of(folder, right, path) if ending != "txt" and not can_be else ""
    if stem and home:
        code = "E228" if home.startswith(f"{folder}/") else "E229"
        return refusal(code, uri, with_name(home, stem, right))
    if stem and right != ending and can_be:
        return refusal("E226", uri, with_name(folder, stem, right), ending=f".{right}")
    return Problem("E006", Place(uri), words=(("name", name),))


def right_ending(folder: str, ending: str) -> str:
    """How a file of `folder` that ends so must end, or nothing; a text among records is meant for one."""
    right = ENDINGS.get(ending.lower(), "") if folder == SKETCHES or ending != "json" else ""
    return "yml" if right == "md" and folder.partition("/")[0] in {*SINGLE, *YEARLY} else right


def left_behind(uri: str) -> Problem:
    """That nobody has written the file `uri`."""
    return Problem("E247", Place(uri), words=(("name", uri.rpartition("/")[2]),))


def badly_named(uri: str) -> Problem:
    """That the name of the file `uri`, which may lie where it lies, is no id, or that nobody gave it that."""
    folder, _, name = uri.rpartition("/")
    if LEFT_BEHIND.fullmatch(name):
        return left_behind(uri)
    stem, _, ending = name.partition(".")
    return refusal("E008", uri, with_name(folder, stem, ending))


def wrongly_dated(uri: str, year: str, path: Path) -> Problem:
    """That the file at `path`, which is `uri` inside `content/`, stands in a `year` that is none."""
    meant = WRITTEN_YEAR.search(year)
    right = f"20{meant[1]}" if meant else year_of(text_at(path))
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
        home = f"{top}/{year_of(text_at(path))}"
    elif ending == "yml" and top in SINGLE and rest:
        home = top
    elif ending == "yml":
        home = home_by_content(folder, path)
    return "" if home == folder else home


def home_by_content(folder: str, path: Path) -> str:
    """The folder in which the file at `path` should lie by its keys, or by what its own `folder` is nearly called."""
    text = text_at(path)
    top = folder.partition("/")[0]
    if top in WITHOUT_GUESSES:
        return ""
    if kind := kind_of(text):
        return kind.path.rpartition("/")[0].replace("<year>", year_of(text))
    near = next(iter(get_close_matches(top, (*SINGLE, *YEARLY), 1, NEAR)), "")
    return f"{near}/{year_of(text)}" if near in YEARLY else near


def text_at(path: Path) -> str:
    """The text of the file at `path`, or nothing where it cannot be read."""
    try:
        return read_text(path)
    except Unreadable:
        return ""


def is_home(uri: str) -> bool:
    """Whether a file may lie at `uri`."""
    return any(re.fullmatch(kind.pattern, uri) for kind in Kind)
