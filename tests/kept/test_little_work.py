"""What has not changed is not written again: a server sends it with its old date, and a copy of the site is small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_tools.making import written_files
from tests.kept.edits import with_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from build_tools.making import Work, Written
    from tests.kept.conftest import BuiltWorld
    from tests.kept.world import World


@pytest.fixture
def world(built_world: BuiltWorld) -> World:
    """A small bulletin of one district that has been built."""
    return built_world(12)


def times(world: World) -> dict[str, tuple[int, int]]:
    """When each file of the site that is ours was written, and which it is."""
    files = ((path.relative_to(world.site).as_posix(), path) for path in world.site.rglob("*") if path.is_file())
    return {uri: (path.stat().st_mtime_ns, path.stat().st_ino) for uri, path in files}


def written_again(world: World) -> set[str]:
    """Build: the files that were written."""
    before = times(world)
    assert world.build()
    after = times(world)
    return {uri for uri in before.keys() | after.keys() if before.get(uri) != after.get(uri)}


def by_mkdocs(world: World) -> set[str]:
    """What MkDocs writes in each build."""
    return MENU | {"404.html"} | {uri for uri in times(world) if uri.startswith("assets/")}


MENU = {"index.html", *(f"{name}/index.html" for name in ("stations", "services", "events", "notices", "search"))}


def test_a_build_that_changes_nothing_writes_nothing(world: World) -> None:
    assert written_again(world) <= by_mkdocs(world)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Work]:
    """What is made from now on."""
    made: list[Work] = []

    def noted(folder: Path, work: Work) -> Iterator[Written]:
        made.append(work)
        return written_files(folder, work)

    monkeypatch.setattr("build_tools.making.written_files", noted)
    return made


def test_a_build_after_one_from_nothing_makes_again_only_what_has_no_key(world: World, made: list[Work]) -> None:
    assert world.build()
    assert made
    assert not [work.name for work in made if work.key]


def test_one_edit_writes_only_what_shows_it(world: World) -> None:
    with_line(world.content / "stations" / "station-2.yml", "怎么走", "过桥左转")
    written = written_again(world) - by_mkdocs(world)
    assert "stations/station-2/index.html" in written
    assert not {uri for uri in written if uri.startswith("stations/") and "station-2" not in uri}
    assert not {uri for uri in written if uri.startswith(("needs/", "services/", "guide/", "organizations/"))}


def test_lists_of_organisations_are_made_for_one_that_is_renamed_and_not_for_a_station(
    world: World, made: list[Work], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("build_tools.publishing.pages.share.ONE_PAGE", 1)
    assert world.build()
    made.clear()
    with_line(world.content / "stations" / "station-2.yml", "怎么走", "过桥左转")
    assert world.build()
    assert "page stations/station-2/" in {work.name for work in made}
    assert not [work.name for work in made if work.name.startswith("page organizations/in/")]
    with_line(next((world.content / "organizations").glob("*.yml")), "名称", "改了名的单位")
    assert {uri for uri in written_again(world) if uri.startswith("organizations/in/")}


def test_an_event_writes_its_station_and_its_host(world: World) -> None:
    with_line(world.content / "events/2026/event-1.yml", "日期", "2026-11-28")
    written = written_again(world) - by_mkdocs(world)
    assert {"stations/station-1/index.html", "events/2026/event-1/index.html"} <= written
    assert not {uri for uri in written if uri.startswith("stations/") and "station-1/" not in uri}


def test_another_name_of_the_site_writes_every_page(world: World) -> None:
    pages = {uri for uri in times(world) if uri.endswith(".html") and not uri.startswith("s/")}
    with_line(world.content / "site.yml", "名称", "另一个公告")
    assert pages <= written_again(world)
