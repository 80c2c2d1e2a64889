"""Thousands of random mistakes of the kinds that are promised: each is found, told once, and on its line."""

from __future__ import annotations

import shutil
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

import pytest

from build_tools.reading.bulletin import read_bulletin
from tests.reading.mutations.brackets import BRACKETS
from tests.reading.mutations.files import FILES
from tests.reading.mutations.harmful import HARMFUL
from tests.reading.mutations.harmless import HARMLESS
from tests.reading.mutations.marks import MARKS
from tests.reading.mutations.page import Mutated, Page, pages_of
from tests.reading.mutations.signs import SIGNS
from tests.reading.mutations.words import WORDS
from tests.sites import CONTENT, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from build_tools.problems import Problem

    Mutation = Callable[[Page], Mutated | None]

MISTAKES: dict[Mutation, str] = {**SIGNS, **BRACKETS, **MARKS, **WORDS, **HARMFUL, **FILES}
FEW, MANY = 5, 40
TRIES = 400
"""Files that are looked at for one in which a mistake of some kind can be made."""


@pytest.fixture(scope="module")
def bulletins(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Copies of the content that comes with it and of the demonstration."""
    folder = tmp_path_factory.mktemp("bulletins")
    return tuple(shutil.copytree(one, folder / one.name) for one in (CONTENT, SAMPLE))


def mutations(bulletins: tuple[Path, ...], mutation: Mutation, seed: int) -> Iterator[tuple[Path, Mutated]]:
    """Endless mistakes of one kind, until none has been possible in many files."""
    random = Random(f"{mutation.__name__} {seed}")  # noqa: S311 — the same every time
    pages = [page for content in bulletins for page in pages_of(content, random)]
    misses = 0
    while misses < TRIES:
        page = random.choice(pages)
        mutated = mutation(page)
        if mutated and mutated.files != {page.uri: page.text.encode()}:
            misses = 0
            yield page.content, mutated
        else:
            misses += 1


def told_after(content: Path, mutated: Mutated) -> set[Problem]:
    """What is told of `content` once it is `mutated`; it is then as before."""
    before = {uri: content.joinpath(uri).read_bytes() for uri in mutated.files if content.joinpath(uri).exists()}
    try:
        for uri, new in mutated.files.items():
            put(content / uri, new)
        return set(read_bulletin(content)[1])
    finally:
        for uri in mutated.files:
            put(content / uri, before.get(uri))


def put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)


def outcome(content: Path, mutated: Mutated, before: set[Problem]) -> list[tuple[str, str, int]]:
    """Code, file and line of what is told that was not told `before`."""
    known = {without_line(one) for one in before}
    new = [one for one in told_after(content, mutated) if without_line(one) not in known]
    return sorted((one.code, one.place.file, one.place.line) for one in new)


def without_line(problem: Problem) -> tuple[object, ...]:
    """What a problem says, wherever it has moved to."""
    return problem.code, problem.place.file, problem.path, problem.words


def failures(bulletins: tuple[Path, ...], mutation: Mutation, seed: int, many: int) -> list[str]:
    """What goes wrong with so `many` mistakes of one kind."""
    before = {content: set(read_bulletin(content)[1]) for content in bulletins}
    found: list[str] = []
    for content, mutated in islice(mutations(bulletins, mutation, seed), many):
        new = outcome(content, mutated, before[content])
        if not is_right(new, mutated, MISTAKES.get(mutation)):
            found.append(f"{mutated.file} {mutated.lines}: told {new}\n{excerpt(mutated)}")
    return found


def is_right(new: list[tuple[str, str, int]], mutated: Mutated, codes: str | None) -> bool:
    """Whether nothing is told of what does no harm, and one thing in the right place of a mistake."""
    if codes is None or len(new) != 1:
        return codes is None and not new
    ((code, file, line),) = new
    return code in codes.split() and file == mutated.file and line in mutated.lines


def excerpt(mutated: Mutated) -> str:
    """The lines on which the mistake is."""
    lines = (mutated.files[mutated.file] or b"").decode("utf-8", "replace").split("\n")
    return "\n".join(lines[mutated.lines.start - 1 : mutated.lines.stop - 1])


def named(mutation: Mutation) -> str:
    return mutation.__name__


@pytest.mark.parametrize("mutation", MISTAKES, ids=named)
def test_a_random_mistake_is_told_once_where_it_is(bulletins: tuple[Path, ...], mutation: Mutation) -> None:
    assert failures(bulletins, mutation, 0, FEW) == []


@pytest.mark.parametrize("mutation", HARMLESS, ids=named)
def test_a_random_habit_is_accepted_silently(bulletins: tuple[Path, ...], mutation: Mutation) -> None:
    assert failures(bulletins, mutation, 0, FEW) == []


@pytest.mark.slow
@pytest.mark.parametrize("mutation", [*MISTAKES, *HARMLESS], ids=named)
def test_thousands_of_random_mistakes_are_told_once_where_they_are(
    bulletins: tuple[Path, ...], mutation: Mutation
) -> None:
    assert failures(bulletins, mutation, 1, MANY) == []


@pytest.mark.parametrize("mutation", [*MISTAKES, *HARMLESS], ids=named)
def test_every_kind_of_mistake_can_be_made(bulletins: tuple[Path, ...], mutation: Mutation) -> None:
    assert len(list(islice(mutations(bulletins, mutation, 0), 2))) == 2
