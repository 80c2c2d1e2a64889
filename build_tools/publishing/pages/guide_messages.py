"""The staff guide's pages of problems: each with an example and its cure, in the sentences that `check` says."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from build_tools.digest import digest
from build_tools.lasting import lasting, leave, left
from build_tools.publishing.examples import FOLDER, GROUPS, all_groups
from build_tools.publishing.pages.guide import MESSAGES, STYLES, contents_of
from build_tools.records.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.examples import Example
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage


@dataclass(frozen=True, slots=True)
class Entry:
    """One problem as its page tells it."""

    code: str
    stops: bool
    """Whether nothing is published while it stands."""
    message: str
    cure: str
    in_english: str
    when: str
    wrong_file: str
    wrong: str
    right_file: str
    right: str
    beside: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Subject:
    """The problems of one group."""

    uri: str
    title: str
    entries: list[Entry]


def guide_message_pages(facts: Facts, press: Press) -> Iterator[SitePage]:  # noqa: ARG001 — all kinds of page are called alike
    """`/guide/messages/`, and a page for each subject on which each code has its place: `/guide/messages/hours/#E034`."""
    subjects = cache(partial(subjects_told, press))
    common: dict[str, Any] = {"contents": contents_of(press), "made_from": (), "assets": STYLES}
    yield press.page(
        MESSAGES,
        "guide_messages.html",
        title=press.say("guide.messages"),
        summary=press.say("guide.messages_summary"),
        shows=lambda: {"subjects": subjects()},
        **common,
    )
    for number, name in enumerate(GROUPS):
        title = press.say("guide.messages_of", subject=title_of(name))
        yield press.page(
            uri_of(name),
            "guide_subject.html",
            title=title,
            summary=press.say("guide.summary", title=title),
            shows=partial(shown_of, subjects, number),
            **common,
        )


def shown_of(subjects: Callable[[], list[Subject]], number: int) -> dict[str, Any]:
    """What the page of one subject shows."""
    return {"subject": subjects()[number]}


def uri_of(name: str) -> str:
    """The address of the group `name`."""
    return f"{MESSAGES}{name}/"


def title_of(name: str) -> str:
    """The subject of the group `name`, which the first line of its file tells."""
    with (FOLDER / f"{name}.toml").open(encoding="utf-8") as file:
        return file.readline().partition('"')[2].rpartition('"')[0]


def subjects_told(press: Press) -> list[Subject]:
    """All groups; their sentences take long to find, and are the same as long as the engine is."""
    engine = press.sources.engine
    path, about = lasting("guide-messages"), digest(engine)
    told: list[list[tuple[Any, ...]]] | None = left(path, about) if engine else None
    if told is None:
        told = [[astuple(entry_of(example, press)) for example in group.examples] for group in all_groups()]
        if engine:
            leave(path, about, told)
    return [
        Subject(uri_of(name), title_of(name), [Entry(*values) for values in entries])
        for name, entries in zip(GROUPS, told, strict=True)
    ]


def entry_of(example: Example, press: Press) -> Entry:
    """What is told of one problem."""
    message, cure = example.sentences(press.wording)
    return Entry(
        example.code,
        example.code.startswith("E"),
        message,
        cure,
        " ".join(example.sentences(press.wording_of(Language.EN.code))),
        example.when,
        place_of(example.file),
        example.wrong,
        place_of(example.instead),
        example.right,
        [(place_of(file), lines) for file, lines in example.beside.items()],
    )


def place_of(file: str) -> str:
    """Where `file` lies, as staff see it."""
    return file if not file or file.startswith("private/") else f"content/{file}"
