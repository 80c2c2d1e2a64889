"""`rollback`: what was taken back stays away until somebody pushes something new, whatever runs in between."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.conftest import STATION
from tests.hosting.hosts import insist_on_whole
from tests.hosting.quick import BUILD, accept, commit, copy, day, make_engine
from tests.hosting.steps import chosen, host, kill, steps_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hosting.hosts import Place


def published(place: Place, today: str = day(0)) -> None:
    done = host(place, "reconcile", day=today)
    assert done.returncode == 0, done


def taken_back(place: Place, today: str = day(0)) -> None:
    done = host(place, "rollback", day=today)
    assert done.returncode == 0, done


def test_what_was_taken_back_stays_away_today_and_tomorrow(quick: Place) -> None:
    good = quick.commit_shown()
    commit(quick)
    published(quick)
    taken_back(quick)
    assert quick.commit_shown() == good
    for today in (day(0), day(1), day(2)):
        published(quick, today)
        assert quick.commit_shown() == good
        insist_on_whole(quick)


def test_the_next_commit_publishes_after_a_rollback(quick: Place) -> None:
    commit(quick, "坏")
    published(quick)
    taken_back(quick)
    better = commit(quick, "好")
    published(quick)
    assert quick.commit_shown() == better
    assert host(quick, "status").returncode == 0


def test_commits_between_that_nobody_has_seen_do_not_come_forward_by_a_rollback(quick: Place) -> None:
    good = quick.commit_shown()
    commit(quick, "一")
    commit(quick, "二")
    published(quick)
    taken_back(quick)
    published(quick)
    assert quick.commit_shown() == good


def test_what_pages_load_that_somebody_still_reads_is_kept_by_a_rollback(quick: Place) -> None:
    commit(quick)
    published(quick)
    bad = quick.shown()
    taken_back(quick)
    assert (quick.folder / "previous").resolve() == bad


def test_a_second_rollback_finds_nothing_before(quick: Place) -> None:
    good = quick.commit_shown()
    commit(quick)
    published(quick)
    taken_back(quick)
    again = host(quick, "rollback")
    assert again.returncode == 1
    assert again.stderr == "没有可以退回的上一版。\n"
    assert quick.commit_shown() == good


def test_with_one_release_there_is_nothing_before(quick: Place) -> None:
    done = host(quick, "rollback")
    assert (done.returncode, done.stderr) == (1, "没有可以退回的上一版。\n")


def test_with_one_commit_there_is_nothing_before_on_the_day_after_either(quick: Place) -> None:
    published(quick, day(1))
    done = host(quick, "rollback", day=day(1))
    assert (done.returncode, done.stderr) == (1, "没有可以退回的上一版。\n")
    assert not (quick.folder / "state" / "refused").exists()


def test_what_was_wrong_can_be_taken_back_on_the_day_after_too(quick: Place) -> None:
    good = quick.commit_shown()
    commit(quick, "坏")
    published(quick)
    published(quick, day(1))
    taken_back(quick, day(1))
    assert quick.commit_shown() == good
    insist_on_whole(quick)
    published(quick, day(2))
    assert quick.commit_shown() == good


def test_an_engine_that_was_taken_back_publishes_nothing_any_more(quick: Place) -> None:
    old = json.loads((quick.shown() / ".release.json").read_text())["engine"]
    python = quick.folder / "engine" / old / "bin" / "python"
    make_engine(quick, "2.0", BUILD + 'page new.html "<p>2.0"', python)
    published(quick)
    assert (quick.shown() / "new.html").exists()
    taken_back(quick)
    later = commit(quick)
    published(quick, day(1))
    told = json.loads((quick.shown() / ".release.json").read_text())
    assert (told["commit"], told["engine"]) == (later, old)


def test_a_rollback_that_is_killed_is_either_not_begun_or_finished_by_the_next_run(
    quick: Place, tmp_path: Path
) -> None:
    good = quick.page()
    bad = commit(quick)
    published(quick)
    shown = quick.page()
    steps = chosen(steps_of(copy(quick, tmp_path / "model"), "rollback"), 9)
    for step in steps:
        place = copy(quick, tmp_path / "killed")
        kill(place, step, "rollback")
        insist_on_whole(place)
        assert place.page() in (good, shown)
        published(place)
        insist_on_whole(place)
        refused = (place.folder / "state" / "refused").exists()
        assert (place.commit_shown() == bad) is not refused, step
    assert {one.name for one in steps} == {"lock", "refuse", "current", "previous"}


def test_a_rollback_from_a_merge_stays_at_what_is_shown(quick: Place) -> None:
    mine, other = quick.staff("mine"), quick.staff("other")
    good = other.edit("content/stations/bing.yml", STATION.replace("甲站", "丙站"))
    accept(quick, other)
    published(quick)
    mine.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    mine.git("fetch", "--quiet", str(quick.repository), "main")
    mine.git("merge", "--quiet", "--no-edit", "FETCH_HEAD")
    accept(quick, mine)
    published(quick)
    taken_back(quick)
    for today in (day(0), day(1)):
        published(quick, today)
        assert quick.commit_shown() == good


@pytest.mark.parametrize("unrelated", [False, True])
def test_a_rollback_from_another_history_stays_at_what_is_shown(quick: Place, unrelated: bool) -> None:
    staff = quick.staff("forced")
    commit(quick, "好")
    published(quick)
    good = quick.commit_shown()
    if unrelated:
        staff.git("checkout", "--quiet", "--orphan", "another")
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站坏"))
    accept(quick, staff)
    published(quick)
    assert quick.commit_shown() != good
    taken_back(quick)
    for today in (day(0), day(1)):
        published(quick, today)
        assert quick.commit_shown() == good
    later = staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站更好"))
    accept(quick, staff)
    published(quick, day(1))
    assert quick.commit_shown() == later
