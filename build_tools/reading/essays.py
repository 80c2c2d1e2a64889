"""All hand-written pages of `content/`: `about.md`, and the same in other languages, `about.en.md`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem, Unreadable
from build_tools.reading.each_file import quoted
from build_tools.reading.essay import link_problems, markup_problems, read_essay
from build_tools.reading.text import read_text
from build_tools.reading.translations import CODES
from build_tools.records.files import Kind
from build_tools.records.language import Translated

if TYPE_CHECKING:
    from build_tools.reading.folder import Found
    from build_tools.reading.shelf import Shelf
    from build_tools.records.bulletin import Essay

PUBLISHED = (
    *(Kind.STATION, Kind.EVENT, Kind.NOTICE, Kind.ORGANIZATION, Kind.DISTRICT),
    *(Kind.ESSAY, Kind.PICTURE),
)
"""Kinds of files that have a page, or are published themselves."""


def read_essays(shelf: Shelf) -> None:
    """Put the hand-written pages on `shelf`, each with its translations."""
    translations: dict[str, dict[str, Essay]] = {}
    for found in shelf.of(Kind.TRANSLATED_ESSAY):
        essay = essay_in(found, shelf)
        if found.language not in CODES:
            note(shelf, "E240", found, key=found.uri, languages="、".join(CODES), example=f"{found.id}.{CODES[0]}.md")
        elif found.id not in {one.id for one in shelf.of(Kind.ESSAY)}:
            note(shelf, "E243", found, name=f"{found.id}.md")
        elif essay:
            translations.setdefault(found.id, {})[found.language] = essay
    for found in shelf.of(Kind.ESSAY):
        if essay := essay_in(found, shelf):
            shelf.essays.append(with_translations(essay, translations.get(essay.id, {})))


def essay_in(found: Found, shelf: Shelf) -> Essay | None:
    """The page in the file `found`, or None; its problems are noted on `shelf`."""
    text = ""
    try:
        text = read_text(found.path)
        return read_essay(found.id, text)
    except Unreadable as refusal:
        note(shelf, refusal.code, found, **dict(refusal.words))
        return None
    finally:
        published = frozenset(one.uri for one in shelf.found if one.kind in PUBLISHED)
        targets = published | shelf.known.refused.paths
        markup = list(markup_problems(found.uri, text))
        lines = {one.place.line for one in markup}
        links = [one for one in link_problems(found.uri, text, targets) if one.place.line not in lines]
        shelf.problems += [quoted(problem, text) for problem in (*markup, *links)]


def with_translations(essay: Essay, others: dict[str, Essay]) -> Essay:
    """`essay` with what it says in `others`."""
    if not others:
        return essay
    title = Translated(essay.title, {language: one.title for language, one in others.items()})
    text = Translated(essay.text, {language: one.text for language, one in others.items()})
    return replace(essay, title=title, text=text)


def note(shelf: Shelf, code: str, found: Found, **words: str) -> None:
    """Put a problem of the whole file `found` on `shelf`."""
    shelf.problems.append(Problem(code, Place(found.uri), words=tuple(words.items())))
