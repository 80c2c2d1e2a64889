"""While one process asks the rules, another makes something of the content: what is said and shown stays the same."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from build_tools import workers
from build_tools.build import build
from build_tools.reading.bulletin import Questions, made_of
from build_tools.reading.earlier import Earlier
from build_tools.settings import Settings
from build_tools.workers import ALONE, Crew
from tests.conftest import TODAY, put
from tests.faults.test_faults import MADE, folders, put_fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from build_tools.problems import Problem
    from build_tools.records.bulletin import Bulletin


@pytest.fixture(autouse=True)
def worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second process also for little content."""
    monkeypatch.setattr(workers, "WORTH_IT", 0)


@pytest.mark.parametrize("name", [name for name in folders() if name not in MADE])
def test_what_is_made_of_wrong_content_meanwhile_is_never_shown(content: Path, name: str) -> None:
    put_fault(content, name)
    settings = Settings(content=content, today=TODAY)
    alone, together = build(settings), build(settings, Crew(2))
    assert together.problems == alone.problems
    assert (together.site is None) == (alone.site is None)


def test_the_rules_are_asked_by_another_process_meanwhile(content: Path) -> None:
    def asked_by(_: object) -> Iterator[Problem]:
        (content / "asked").write_text(str(os.getpid()))
        return iter(())

    maker, problems = made_of(content, lambda _: os.getpid(), Questions(further=(asked_by,)), Crew(2))
    assert (maker, problems) == (os.getpid(), ())
    assert (content / "asked").read_text() != str(os.getpid())


def test_rules_asked_by_a_process_that_is_killed_are_asked_here(content: Path) -> None:
    here = os.getpid()

    def killed_elsewhere(_: object) -> Iterator[Problem]:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return iter(())

    put_fault(content, "E068")
    made, problems = made_of(content, lambda _: True, Questions(further=(killed_elsewhere,)), Crew(2))
    assert (made, [one.code for one in problems]) == (None, ["E068"])


def test_the_bulletin_knows_the_same_files_whoever_asks_the_rules(content: Path) -> None:
    alone, together = (
        made_of(content, lambda bulletin: bulletin, Questions(), crew, Earlier(b"engine")) for crew in (ALONE, Crew(2))
    )
    assert together == alone
    assert together[0] is not None
    assert together[0].fingerprints


def test_what_fails_on_wrong_content_is_told_as_what_is_wrong(content: Path) -> None:
    put_fault(content, "E068")
    made, problems = made_of(content, failing, Questions(), Crew(2))
    assert made is None
    assert [one.code for one in problems] == ["E068"]


def test_what_fails_on_content_in_which_nothing_is_wrong_is_a_fault_of_ours(content: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        made_of(content, failing, Questions(), Crew(2))


def test_a_file_that_cannot_be_read_lets_nothing_be_made_meanwhile(content: Path) -> None:
    put(content, "stations/yi.yml", "名称: [")
    made: list[Bulletin] = []
    assert made_of(content, made.append, Questions(), Crew(2))[1]
    assert made == []


def failing(_: Bulletin) -> float:
    """What no test may reach unnoticed."""
    return 1 // 0
