"""Links hold under any host and path, and in a folder of files."""

from __future__ import annotations

import posixpath

import pytest

from build_tools.publishing.links import links_from

PAGES = ("", "stations/", "stations/jia/", "events/2026/yizhen/")


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("", "", "./"),
        ("", "stations/", "stations/"),
        ("stations/", "", "../"),
        ("stations/", "needs/water/", "../needs/water/"),
        ("stations/jia/", "stations/jia/#hours", "../../stations/jia/#hours"),
        ("events/2026/yizhen/", "images/plan.png", "../../../images/plan.png"),
    ],
)
def test_a_link_climbs_to_home_and_down_again(page: str, target: str, link: str) -> None:
    assert links_from(page).to(target) == link


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("", "", "index.html"),
        ("stations/jia/", "", "../../index.html"),
        ("stations/jia/", "needs/water/#top", "../../needs/water/index.html#top"),
        ("stations/jia/", "images/plan.png", "../../images/plan.png"),
    ],
)
def test_in_a_folder_of_files_a_link_names_the_file(page: str, target: str, link: str) -> None:
    assert links_from(page, directory_urls=False).to(target) == link


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("target", PAGES)
def test_from_every_page_every_page_is_reached(page: str, target: str) -> None:
    reached = posixpath.normpath(posixpath.join("/site", page, links_from(page).to(target)))
    assert reached == posixpath.normpath(f"/site/{target}")
