"""Every problem has its example in the staff guide, and the example is true; `RENEW_GOLDEN=1` renews its words."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from build_tools.publishing.examples import WORDS, Example, all_groups
from build_tools.reading.locale import read_wording
from build_tools.reports import masked, reported
from tests.booking.private_files import read
from tests.conftest import check
from tests.pieces import put_beside, put_piece

if TYPE_CHECKING:
    from build_tools.problems import Problem

TESTS = Path(__file__).parent.parent
REPORTS = [TESTS / "faults", TESTS / "booking" / "faults", TESTS / "history" / "faults"]
WORDING = read_wording("zh")
EXAMPLES = {example.code: example for group in all_groups() for example in group.examples}
IN_LINES = sorted(code for code, example in EXAMPLES.items() if example.wrong)
IN_WORDS = sorted(EXAMPLES.keys() - set(IN_LINES))
SHOWN = Example.__dataclass_fields__.keys() - {"code"}


def told_codes() -> set[str]:
    """Every code that has a message."""
    return {key.partition(".")[0] for key in WORDING.texts if re.fullmatch(r"[EW]\d{3}\.message", key)}


def problems_of(content: Path, example: Example, file: str, lines: str) -> tuple[Problem, ...]:
    """All that is wrong once `lines` stand in `file`."""
    if file.startswith("private/"):
        return read(content.parent / Path(file).name, lines)[1]
    put_beside(content, example, lines)
    if lines:
        put_piece(content, file, lines)
    return check(content)


def words_of(problem: Problem) -> dict[str, str]:
    """What fills the sentences of `problem`, as a report shows it."""
    keys = ["message", "cure_near" if dict(problem.words).get("near") else "cure"]
    told = "".join(WORDING.texts[f"{problem.code}.{key}"] for key in keys)
    return {name: masked(word) for name, word in problem.words if f"{{{name}}}" in told or name == "near"}


def in_general(problem: Problem) -> Problem:
    """`problem` without the one line to paste: beside its cure the guide shows the right lines themselves."""
    return replace(problem, words=tuple(pair for pair in problem.words if pair[0] != "rewritten"))


def renew(code: str, words: dict[str, str]) -> None:
    """Write the `words` of one example beside those of the others; those of codes without an example go."""
    found = {**json.loads(WORDS.read_text(encoding="utf-8")), code: words}
    lines = (f" {json.dumps(one)}: {json.dumps(found[one], ensure_ascii=False)}" for one in IN_LINES if found.get(one))
    WORDS.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def test_every_code_has_one_example_and_every_example_a_code() -> None:
    listed = [example.code for group in all_groups() for example in group.examples]
    assert len(listed) == len(set(listed))
    assert told_codes() - set(listed) == set(), "write what brings them into publishing/guide/messages/"
    assert set(listed) - told_codes() == set()


@pytest.mark.parametrize("code", IN_LINES)
def test_the_wrong_lines_bring_just_this_problem_in_just_these_words(code: str, content: Path) -> None:
    example = EXAMPLES[code]
    found = problems_of(content, example, example.file, example.wrong)
    assert [one.code for one in found] == [code]
    if os.environ.get("RENEW_GOLDEN"):
        renew(code, words_of(found[0]))
        return
    one = reported(in_general(found[0]), WORDING, "content")
    told = example.sentences(WORDING)
    assert told == (one.message, one.cure), "RENEW_GOLDEN=1 pytest tests/publishing/test_guide_messages.py renews it"


@pytest.mark.parametrize("code", IN_LINES)
def test_with_the_right_lines_nothing_is_wrong(code: str, content: Path) -> None:
    example = EXAMPLES[code]
    lines = example.wrong if example.instead else example.right
    if lines or not example.file.startswith("private/"):
        assert [one.code for one in problems_of(content, example, example.instead or example.file, lines)] == []


@pytest.mark.parametrize("code", IN_WORDS)
def test_a_problem_that_no_lines_can_show_says_when_it_comes_and_what_its_report_says(code: str) -> None:
    example = EXAMPLES[code]
    report = next(folder / code / "report.txt" for folder in REPORTS if (folder / code).exists())
    assert example.when
    for sentence in example.sentences(WORDING):
        assert sentence in report.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_sentence_of_the_guide_lacks_a_word(language: str) -> None:
    wording = read_wording(language)
    for example in EXAMPLES.values():
        message, cure = example.sentences(wording)
        assert message
        assert cure
        assert not re.search(r"\{(?!(x|y|z|key)\})\w+\}", message + cure), example.code
