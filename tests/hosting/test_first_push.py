"""Two commands: `host init`, and a push."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import MINIMAL, STATION
from tests.hosting.hosts import insist_on_whole

if TYPE_CHECKING:
    from tests.hosting.hosts import Place


def test_an_empty_folder_and_one_push_are_a_live_site(unused: Place) -> None:
    staff = unused.staff()
    for file, text in MINIMAL.items():
        staff.put(f"content/{file}", text)
    commit = staff.commit()
    pushed = staff.push()
    assert pushed.returncode == 0
    assert "已经发布" in pushed.stdout
    assert unused.commit_shown() == commit
    insist_on_whole(unused)


def test_a_push_is_live_when_it_returns(place: Place) -> None:
    staff = place.staff()
    commit = staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    assert staff.push().returncode == 0
    assert place.commit_shown() == commit
    assert "乙站" in place.page("stations/yi/index.html")
    assert place.status()["healthy"]
    insist_on_whole(place)
