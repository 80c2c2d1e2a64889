"""The staff guide: chapters in Markdown, and every key with its meaning, made from the records themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_tools.digest import digest
from build_tools.lasting import lasting, leave, left
from build_tools.publishing.free_text import essay_html
from build_tools.records.examples import example_of
from build_tools.records.files import Kind
from build_tools.records.key import FreeText
from build_tools.records.shapes import Field, Shape, form_of, is_choice, is_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage

STYLES = ("essay.css",)
TEXTS = Path(__file__).parent.parent / "guide"
CHAPTERS = (
    "start",
    "web",
    "refused",
    "station",
    "hours",
    "event",
    "print",
    "cases",
    "year",
    "english",
    "privacy",
    "check",
    "tools",
)
"""Files of `guide/` in reading order; the first is `/guide/` itself."""
KEYS = "guide/keys/"
MESSAGES = "guide/messages/"
EXPLAINED = (
    Kind.STATION,
    Kind.EVENT,
    Kind.NOTICE,
    Kind.ORGANIZATION,
    Kind.CALENDAR,
    Kind.DISTRICT,
    Kind.TALLY,
    Kind.VOCABULARY,
    Kind.SITE,
)
"""The most edited first."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter of the guide."""

    name: str
    uri: str
    title: str
    text: str
    """Markdown after the title's line."""


@dataclass(frozen=True, slots=True)
class FileKeys:
    """One kind of file with its keys."""

    id: str
    title: str
    path: str
    lines: tuple[KeyLine, ...]


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One key of a file, explained."""

    field: Field
    example: str
    writes: str
    """What may be written, in words."""
    inner: tuple[KeyLine, ...]
    """The keys inside it, if it has any."""


def guide_pages(facts: Facts, press: Press) -> Iterator[SitePage]:  # noqa: ARG001 — all kinds of page are called alike
    """`/guide/`, its chapters, and `/guide/keys/`."""
    chapters = [chapter_of(name) for name in CHAPTERS]
    contents = contents_of(press)
    for chapter in chapters:
        summary = press.say("guide.summary", title=chapter.title)
        yield press.page(
            chapter.uri,
            "guide.html",
            title=chapter.title,
            summary=summary,
            contents=contents,
            shows=partial(shown_of, chapter, press.sources.engine),
            made_from=(),
            assets=STYLES,
        )
    yield press.page(
        KEYS,
        "guide_keys.html",
        title=press.say("guide.keys"),
        summary=press.say("guide.keys_summary"),
        contents=contents,
        assets=STYLES,
        made_from=(),
        files=[file_keys(kind, press) for kind in EXPLAINED],
    )


def contents_of(press: Press) -> list[tuple[str, str]]:
    """The addresses and titles of the guide's pages, in reading order."""
    chapters = [(chapter.uri, chapter.title) for chapter in map(chapter_of, CHAPTERS)]
    return [*chapters, (MESSAGES, press.say("guide.messages")), (KEYS, press.say("guide.keys"))]


def chapter_of(name: str) -> Chapter:
    """The chapter in the file `name`; its first line is the title."""
    title, _, text = (TEXTS / f"{name}.md").read_text(encoding="utf-8").partition("\n")
    uri = "guide/" if name == CHAPTERS[0] else f"guide/{name}/"
    return Chapter(name, uri, title.removeprefix("# "), text)


def shown_of(chapter: Chapter, engine: bytes) -> dict[str, str]:
    """The HTML of `chapter`: Markdown takes long, and makes the same as long as the `engine` is the same."""
    path, about = lasting(f"guide-{chapter.name}"), digest(engine, chapter.text.encode())
    html = left(path, about) if engine else None
    if html is None:
        html = essay_html(chapter.text)
        if engine:
            leave(path, about, html)
    return {"html": html}


def file_keys(kind: Kind, press: Press) -> FileKeys:
    """The keys of a `kind` of file."""
    id = kind.name.lower()
    return FileKeys(id, press.say(f"guide.file.{id}"), kind.path, key_lines(kind.record, press))


def key_lines(record: Any, press: Press) -> tuple[KeyLine, ...]:
    """Every key of `record`, with those inside it."""
    return tuple(
        KeyLine(field, example_of(field), written_as(field.shape, press), inner_lines(field.shape, press))
        for field in form_of(record).fields
    )


def inner_lines(shape: Shape, press: Press) -> tuple[KeyLine, ...]:
    """The keys of the record that `shape` holds, alone or in a list."""
    base = shape.many.base if shape.many else shape.base
    return key_lines(base, press) if is_record(base) else ()


def written_as(shape: Shape, press: Press) -> str:
    """What `shape` takes, in a few words."""
    single = shape.many or shape
    words = [press.say(f"written.{kind_of(single)}", **choices_of(single.base), term=single.term, folder=single.folder)]
    words += [member.label for choice in shape.words for member in choice]
    if shape.unknown:
        words.append(press.say("written.unknown"))
    text = press.say("list.or").join(words)
    return press.say("written.many", one=text) if shape.many else text


def kind_of(shape: Shape) -> str:
    """Which of the explanations under `written.` fits a single value."""
    if shape.term or shape.folder:
        return "term" if shape.term else "reference"
    plain: dict[Any, str] = {str: "text", FreeText: "free_text", int: "number", bool: "yes_no"}
    if shape.base in plain:
        return plain[shape.base]
    if is_choice(shape.base):
        return "choice"
    return "keys" if is_record(shape.base) else shape.base.__name__


def choices_of(base: Any) -> dict[str, str]:
    """The words of a `Choice`, for an explanation."""
    return {"choices": "、".join(member.label for member in base)} if is_choice(base) else {}
