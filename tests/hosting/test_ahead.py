"""A push is built while it is looked at: what is ready is not built again, and what is in doubt is not believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import STATION
from tests.hosting.hosts import insist_on_whole
from tests.hosting.quick import day
from tests.hosting.steps import host

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.hosting.hosts import Place, Staff

OTHER_BOOT = "00000000-0000-4000-8000-000000000001"


def accepted(place: Place) -> Staff:
    """Who has pushed an edit that nobody has published yet."""
    (place.repository / "hooks" / "post-receive").unlink()
    staff = place.staff("ahead")
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    done = staff.push()
    assert done.returncode == 0, done.stdout
    return staff


def break_engine(place: Place) -> None:
    """From now on no site is built."""
    program = place.folder / "engine" / "1.0" / "bin" / "python"
    program.write_text(program.read_text().replace('*"mkdocs build"*)', '*"mkdocs build"*) exit 3;'))


def test_what_was_built_while_it_was_looked_at_is_not_built_again(quick: Place) -> None:
    staff = accepted(quick)
    break_engine(quick)
    assert host(quick, "reconcile").returncode == 0
    assert quick.commit_shown() == staff.git("rev-parse", "HEAD")
    assert "乙站" in quick.page("stations/yi/index.html")
    insist_on_whole(quick)


def test_what_was_seen_of_the_releases_meanwhile_is_used_up(quick: Place) -> None:
    accepted(quick)
    assert surveys(quick)
    assert host(quick, "reconcile").returncode == 0
    assert not surveys(quick)
    insist_on_whole(quick)


def test_what_was_seen_before_a_push_was_refused_is_not_believed_later(quick: Place) -> None:
    staff = quick.staff("ahead")
    for number in (1, 2):  # until there is a spare release
        staff.edit("content/stations/yi.yml", STATION.replace("甲站", f"第{number}站"))
        assert staff.push().returncode == 0
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站") + "电活: 未知\n")
    assert staff.push().returncode != 0
    assert surveys(quick)
    gone = next((quick.folder / "state" / "spare").rglob("guide.html"))
    gone.unlink()  # somebody makes room
    assert host(quick, "reconcile", day=day(1)).returncode == 0
    assert (quick.shown() / "guide.html").is_file()
    insist_on_whole(quick)


def surveys(place: Place) -> list[Path]:
    """What has been left of what was seen."""
    return list((place.folder / "state" / "workshop").glob("*/survey"))


def test_after_midnight_it_is_built_again(quick: Place) -> None:
    accepted(quick)
    break_engine(quick)
    assert host(quick, "reconcile", day=day(1)).returncode == 1


def test_after_the_machine_was_started_again_it_is_built_again(quick: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    accepted(quick)
    boot = quick.beside / "boot_id"
    boot.write_text(f"{OTHER_BOOT}\n")
    monkeypatch.setattr("build_tools.hosting.layout.BOOT", boot)
    break_engine(quick)
    assert host(quick, "reconcile").returncode == 1
    assert not [one for one in (quick.folder / "state" / "workshop").iterdir() if one.name != OTHER_BOOT]


def test_a_refused_push_leaves_nothing_that_is_published_later(quick: Place) -> None:
    before = quick.page()
    staff = quick.staff("ahead")
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站") + "电活: 未知\n")
    assert staff.push().returncode != 0
    assert host(quick, "reconcile").returncode == 0
    assert quick.page() == before
    assert not (quick.shown() / "stations" / "yi").exists()
    assert host(quick, "reconcile", day=day(1)).returncode == 0
    assert not (quick.shown() / "stations" / "yi").exists()
