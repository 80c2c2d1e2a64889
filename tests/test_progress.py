"""Who waits is told how far it is; who does not wait is told nothing."""

from __future__ import annotations

import io

import pytest

from build_tools import progress
from build_tools.progress import EVERY, PATIENCE, Bar, Lines, watch_on
from build_tools.reading.locale import read_wording

CHINESE = read_wording("zh")


class Clock:
    """The time that progress sees."""

    now = 0.0

    def monotonic(self) -> float:
        """What a test has set."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock in place of the machine's."""
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    return clock


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def lines_after(clock: Clock, *steps: tuple[float, str, int]) -> list[str]:
    """What a log says when at these times so many of ten parts of a stage are done."""
    stream = io.StringIO()
    watch = watch_on(stream, CHINESE)
    assert isinstance(watch, Lines)
    for seconds, stage, done in steps:
        clock.now = seconds
        watch(stage, done, 10)
    return stream.getvalue().splitlines()


def test_nothing_is_said_of_what_takes_under_two_seconds(clock: Clock) -> None:
    assert lines_after(clock, (0, "reading", 1), (PATIENCE - 0.1, "reading", 10)) == []


def test_a_log_gets_a_line_after_two_seconds_then_every_ten(clock: Clock) -> None:
    steps = [(0.0, 1), (PATIENCE, 3), (PATIENCE + 1, 4), (PATIENCE + EVERY, 9)]
    told = lines_after(clock, *((at, "writing", done) for at, done in steps))
    assert told == ["写网站：30%", "写网站：90%"]


def test_each_stage_has_a_patience_of_its_own(clock: Clock) -> None:
    assert lines_after(clock, (0, "reading", 1), (5, "writing", 1), (6, "writing", 2)) == []


def test_a_terminal_gets_a_bar_that_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    stream = Terminal()
    watch = watch_on(stream, CHINESE)
    assert isinstance(watch, Bar)
    watch("reading", 1, 2)
    assert "读内容" in stream.getvalue()
    watch("reading", 2, 2)
    assert stream.getvalue().rpartition("\r")[2].strip() == ""
