"""A site for Hugo that is equal to ours: the same pages of the same kinds, each kind of the same mean size.

How equality is reached. The addresses are ours, page by page. Records are content files with the staff's YAML as front
matter, so that Hugo parses it too; templates (`hugo/layouts/`) loop over the record's own values. The frame around each
kind of page is our own HTML, split around the body. What we work out from the calendar (the week's table, the next time
of a service) Hugo is given ready, by the hours line and the time as staff have written them; so are the pages that are
there once, and short lists of other records. What is then still missing to our mean size (up to 14 % of a kind at 1,000
stations, `FILLED` at most) is added to the constant foot of each kind: Hugo copies it, we compose ours. All of this is in Hugo's favour, as are `partialCached` for cards and the kinds of pages switched off.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.speed.kinds import LISTS, RECORDS, TOP, kinds_of, pages_in, sizes
from tests.benchmarks.speed.our_pages import body_of, frame_of, page_text, title_in, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.benchmarks.speed.kinds import Parts, Size

TEMPLATES = Path(__file__).parent / "hugo"
INTRODUCTION = re.compile(r"^介绍: \|\n((?:  .*\n|\n)*)", re.MULTILINE)
TITLE = re.compile(r"^(?:名称|标题): (.*)\n", re.MULTILINE)
SHOWN_BY_PAGES = ("assets", "images")
EQUAL = 0.03
"""Mean sizes may differ by so much."""
FILLED = 0.25
"""At most so much of a page is added to reach our size; beyond that the templates have to follow ours."""


class UnequalError(Exception):
    """Hugo's pages are not of the size of ours: its templates have to follow ours; the message says which kind."""


def write_site(folder: Path, content: Path, ours: Path) -> None:
    """Put Hugo's site for a bulletin's `content` into `folder`; `ours` is the built site of pages only."""
    shutil.copytree(TEMPLATES, folder)
    kinds = kinds_of(pages_in(ours))
    for kind in sorted(set(kinds.values())):
        write_frame(folder, kind, ours, next(page for page in kinds if kinds[page] == kind))
    write_json(folder / "data" / "words.json", words_of(content, ours))
    for name in ("districts", "organizations"):
        write_json(folder / "data" / f"{name}.json", names_in(content / name))
    write_records(folder / "content", content)
    for page, kind in kinds.items():
        if kind in LISTS or kind == TOP:
            write_page(folder / "content", page, kind, page_text(ours, page))
    for name in (*RECORDS, *LISTS):
        if (section := folder / "content" / name).is_dir() and not (section / "_index.html").exists():
            write(section / "_index.md", "---\nbuild: {render: never}\n---\n")
    for name in SHOWN_BY_PAGES:
        shutil.copytree(ours / name, folder / "static" / name)


def write_frame(folder: Path, kind: str, ours: Path, page: Parts) -> None:
    """Take the frame of all pages of a `kind` from one of them."""
    head, foot = frame_of(page_text(ours, page), page, whole=kind == TOP)
    write(folder / "layouts" / "_partials" / "head" / f"{kind}.html", head)
    write(folder / "layouts" / "_partials" / "foot" / f"{kind}.html", foot)


def names_in(folder: Path) -> dict[str, str]:
    """Id → name of the records in `folder`."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}
    return {name: found[1] for name, text in texts.items() if (found := TITLE.search(text))}


def write_records(folder: Path, content: Path) -> None:
    """Records as content files: stations below their districts, whose lists of stations are Hugo's sections."""
    for kind in ("stations", "organizations", "events", "notices"):
        for path in sorted((content / kind).rglob("*.yml")):
            text = path.read_text(encoding="utf-8")
            below = re.findall(r"^区: (.*)$", text, re.MULTILINE)[:1] if kind == "stations" else path.parts[-2:-1]
            place = Path(kind) if kind == "organizations" else Path(kind, *below)
            write(folder / place / f"{path.stem}.md", as_front_matter(text))
    for path in sorted((content / "districts").iterdir()):
        text = as_front_matter(path.read_text(encoding="utf-8"), "type: districts\n")
        write(folder / "stations" / path.stem / "_index.md", text)


def as_front_matter(text: str, more: str = "") -> str:
    """A record as Hugo has it: its YAML, and the longest text as the body."""
    body = INTRODUCTION.search(text)
    matter = TITLE.sub(r"title: \1\n", INTRODUCTION.sub("", text), count=1)
    return f"---\n{matter}{more}---\n{re.sub('^  ', '', body[1], flags=re.MULTILINE) if body else ''}"


def write_page(folder: Path, page: Parts, kind: str, text: str) -> None:
    """A list of stations, which a template makes from what its front matter names, or a page taken over as it is."""
    matter = f"title: {json.dumps(title_in(text), ensure_ascii=False)}\ntype: {kind}\n"
    if kind == TOP:
        name = "_index.html" if len(page) < 2 and (not page or (folder / page[0]).is_dir() or page[0] in LISTS) else ""
        path = folder.joinpath(*page, name) if name else folder.joinpath(*page).with_suffix(".html")
        write(path, f"---\n{matter}url: /{'/'.join(page)}\n---\n{body_of(text)}")
        return
    district = page[-1] if page[-1].startswith("district-") else ""
    matter += f"need: {page[1]}\n" if kind == "needs" else ""
    matter += f"code: {page[1]}\nservice: {title_in(text).split('：')[0]}\n" if kind == "services" else ""
    write(folder.joinpath(*page).with_suffix(".md"), f"---\n{matter}of: /stations/{district}\n---\n")


def level(folder: Path, hugo: str, ours: Path) -> None:
    """Make each kind of page as large as ours, by what its foot lacks; UnequalError where that cannot be done."""
    run_hugo(folder, hugo)
    wanted, found = sizes(ours), sizes(folder / "public")
    for kind, size in wanted.items():
        if kind not in found or found[kind].pages != size.pages:
            raise UnequalError(f"{kind}: {found.get(kind)}, not {size}")
        foot = folder / "layouts" / "_partials" / "foot" / f"{kind}.html"
        lacking = round(size.mean - found[kind].mean)
        if lacking > FILLED * size.mean:
            raise UnequalError(f"{kind}: {lacking} bytes of {size.mean:.0f} are lacking")
        write(foot, filling(lacking) + foot.read_text(encoding="utf-8"))
    run_hugo(folder, hugo)
    insist_on_equality(wanted, sizes(folder / "public"))


def insist_on_equality(ours: Mapping[str, Size], hugo: Mapping[str, Size]) -> None:
    """UnequalError where the mean size of a kind of page is not that of ours."""
    unequal = {kind: hugo[kind].mean / size.mean for kind, size in ours.items()}
    if told := [f"{kind}: {times:.2f} of ours" for kind, times in unequal.items() if abs(times - 1) > EQUAL]:
        raise UnequalError("; ".join(told))


def filling(size: int) -> str:
    """A paragraph of `size` bytes that nobody sees; nothing where so few are wanted."""
    frame = "<p hidden></p>\n"
    letters, rest = divmod(max(0, size - len(frame)), 3)
    return f"<p hidden>{'驿' * letters}{'.' * rest}</p>\n" if size > len(frame) else ""


def run_hugo(folder: Path, hugo: str) -> None:
    """Build the site in `folder`; what is there already is written again."""
    subprocess.run(command(hugo, folder), check=True)


def command(hugo: str, folder: Path) -> tuple[str, ...]:
    """How the site in `folder` is built: as one would, all defaults; Hugo starts from nothing each time."""
    return (hugo, "build", "--quiet", "--source", str(folder))


def write_json(path: Path, value: object) -> None:
    """`value` as a file that templates read."""
    write(path, json.dumps(value, ensure_ascii=False))


def write(path: Path, text: str) -> None:
    """`text` as a file, whose folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
