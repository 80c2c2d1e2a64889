"""More processes change how long a build takes, and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from select import select
from typing import TYPE_CHECKING

import pytest

from build_tools.build import build
from build_tools.making import Work, begun, make_all
from build_tools.settings import settings_from
from build_tools.workers import WORTH_IT, Crew, in_parts
from build_tools.writing import write_site
from tests.generated import write_bulletin
from tests.sites import DAY, ROOT, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

PATIENCE = 30.0
"""Seconds."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


def test_results_come_in_the_order_of_the_parts() -> None:
    doubled = Crew(2).spread(lambda part: [2 * one for one in part], in_parts(range(7), 3), "writing")
    assert list(doubled) == [[0, 2, 4], [6, 8, 10], [12]]


def test_a_fault_in_another_process_is_raised_in_this_one() -> None:
    with pytest.raises(ZeroDivisionError):
        list(Crew(2).spread(lambda part: 1 // part, [1, 0], "writing"))


@pytest.mark.parametrize("size", [1, 2])
def test_whoever_watches_hears_of_each_part(size: int) -> None:
    heard: list[tuple[str, int, int]] = []
    list(Crew(size, lambda *told: heard.append(told)).spread(abs, [1, 2, 3], "writing"))
    assert heard == [("writing", 1, 3), ("writing", 2, 3), ("writing", 3, 3)]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin for which it is worth starting processes, and too long for single lists, written by one and by three."""
    folder = tmp_path_factory.mktemp("large")
    write_bulletin(folder / "content", max(WORTH_IT, 300) + 110)
    settings = settings_from(folder / "content", {"SOURCE_DATE_EPOCH": DAY})
    for name, crew in (("alone", Crew(1)), ("together", Crew(3))):
        built = build(settings, crew)
        assert built.site is not None
        write_site(built.site, folder / name, crew)
    return folder


def test_one_worker_and_three_read_and_write_the_same(written: Path) -> None:
    assert digest(written / "alone") == digest(written / "together")


def test_a_list_too_long_for_one_page_is_shared_out_by_district(written: Path) -> None:
    pages = [path for path in digest(written / "alone") if path.endswith("index.md")]
    whole = (written / "alone/needs/water/index.md").read_text(encoding="utf-8")
    shares = [path for path in pages if path.startswith("needs/water/") and path.count("/") == 3]
    assert len(shares) > 5
    assert all(f'href="../../{path.removesuffix("index.md")}"' in whole for path in shares)
    assert max((written / "alone" / path).stat().st_size for path in pages) < 490_000  # the frame needs the rest


def test_a_worker_that_is_killed_ends_the_work_instead_of_being_waited_for() -> None:
    with pytest.raises(BrokenProcessPool):
        list(Crew(2).spread(lambda _: os.kill(os.getpid(), signal.SIGKILL), [1, 2], "writing"))


@pytest.mark.parametrize("size", [1, 2])
def test_what_is_worked_out_beside_can_be_asked_for_in_any_order(size: int) -> None:
    one, two, three = Crew(size).beside(lambda: 1, lambda: 2, lambda: 3)
    assert (three(), one(), two()) == (3, 1, 2)


def test_another_process_works_it_out() -> None:
    (worker,) = Crew(2).beside(os.getpid)
    assert worker() != os.getpid()


def test_a_helper_that_is_killed_leaves_the_rest_to_this_process() -> None:
    this = os.getpid()

    def killed_elsewhere() -> str:
        if os.getpid() != this:
            os.kill(os.getpid(), signal.SIGKILL)
        return "made here"

    first, killed, last = Crew(2).beside(lambda: "first", killed_elsewhere, os.getpid)
    assert (first(), killed(), last()) == ("first", "made here", this)


def test_a_helper_goes_on_while_nobody_takes_what_it_has() -> None:
    here, there = os.pipe()
    large, last = Crew(2).beside(lambda: "x" * 10_000_000, lambda: os.write(there, b"!"))
    assert select([here], [], [], PATIENCE)[0] == [here]
    assert (len(large()), last()) == (10_000_000, 1)
    for end in (here, there):
        os.close(end)


def test_what_cannot_be_told_is_worked_out_here_and_so_is_what_comes_after_it() -> None:
    this = os.getpid()

    def made_on_the_spot() -> Callable[[], int]:
        return lambda: os.getpid()

    function, process = Crew(2).beside(made_on_the_spot, os.getpid)
    assert (function()(), process()) == (this, this)


def test_a_fault_of_a_helper_is_raised_in_whoever_asks() -> None:
    (failing,) = Crew(2).beside(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        failing()


def test_a_helper_nobody_asks_any_more_ends(tmp_path: Path) -> None:
    trace = tmp_path / "process"
    asked = Crew(2).beside(lambda: trace.write_text(str(os.getpid())), lambda: "x" * 10_000_000)
    asked[0]()
    helper = int(trace.read_text())
    del asked
    assert os.waitpid(helper, 0)[0] == helper


def test_where_no_more_processes_may_be_this_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fork", refused)
    (worker,) = Crew(2).beside(os.getpid)
    assert worker() == os.getpid()


def refused() -> int:
    raise BlockingIOError


FORKING = """
import sys, time
from build_tools.workers import Crew
def told(part):
    print(part, flush=True)
    time.sleep(60)
if sys.argv[1] == "beside":
    Crew(2).beside(lambda: told(1))[0]()
else:
    list(Crew(2).spread(told, [1, 2], "writing"))
"""


@pytest.mark.parametrize("way", ["beside", "spread"])
def test_no_process_outlives_one_that_is_killed(way: str) -> None:
    building = subprocess.Popen([sys.executable, "-c", FORKING, way], cwd=ROOT, stdout=subprocess.PIPE)
    assert building.stdout is not None
    building.stdout.readline()
    building.kill()
    building.communicate(timeout=30)  # waits for everybody who still holds the line


def joined(name: str, pieces: int) -> Work:
    """Work that is joined of so many pieces, and tells which process does it."""
    return Work(name, None, lambda: [(name, str(os.getpid()).encode())], pieces=(None,) * pieces)


def makers(works: Sequence[Work], folder: Path) -> dict[str, str]:
    """Which process makes which of `works`."""
    make_all(works, [], folder, Crew(2), {})
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_few_files_of_many_pieces_are_worth_processes(tmp_path: Path) -> None:
    few, many = ([joined("a", pieces), joined("b", pieces)] for pieces in (2, WORTH_IT))
    assert set(makers(few, tmp_path / "few").values()) == {str(os.getpid())}
    assert str(os.getpid()) not in makers(many, tmp_path / "many").values()


def test_what_is_joined_of_most_pieces_is_begun_where_it_is_worth_a_process(tmp_path: Path) -> None:
    works = [joined("a", 2), joined("b", WORTH_IT), joined("c", 3)]
    made = begun(works, Crew(2))
    (begins,) = {next(iter(work.made()))[1].decode() for work in made if work.name == "b"}
    makes = makers(made, tmp_path / "made")
    assert makes["b"] == begins not in {str(os.getpid()), makes["a"], makes["c"]}
    assert begun(works[:1], Crew(2))[0].made() == works[0].made(), "too little to be worth it"
    assert begun([], Crew(2)) == []
