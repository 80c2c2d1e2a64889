"""What was seen of two releases while the engine built is believed once, and of those two only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from build_tools.hosting.layout import Host
from build_tools.hosting.releases import Made
from build_tools.hosting.survey import NAME, leave_survey, look, take_survey

if TYPE_CHECKING:
    from pathlib import Path

MADE = Made("a", "1", "2026-11-23")


@pytest.fixture
def host(tmp_path: Path) -> Host:
    """A host with a release that is shown and another that is spare, which have been looked at."""
    host = Host(tmp_path, {})
    for folder in (host.releases / "2-b", host.spare):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text("x")
        (folder / "index.html.gz").write_text("x")
    host.current.symlink_to("releases/2-b")
    leave_survey(host, MADE)
    return host


def test_of_what_is_shown_compressed_forms_do_not_count(host: Host) -> None:
    assert list(look(host).live) == ["index.html"]
    assert sorted(look(host).spare) == ["index.html", "index.html.gz"]


def test_it_is_believed_once(host: Host) -> None:
    seen = look(host)
    (host.spare / "new.html").write_text("x")
    assert take_survey(host, MADE) == seen
    assert sorted(take_survey(host, MADE).spare) == ["index.html", "index.html.gz", "new.html"]


def test_another_release_that_is_shown_is_looked_at_anew(host: Host) -> None:
    (host.releases / "3-c").mkdir()
    host.current.unlink()
    host.current.symlink_to("releases/3-c")
    assert take_survey(host, MADE).live == {}


def test_another_spare_release_is_looked_at_anew(host: Host) -> None:
    host.spare.rename(host.folder / "gone")
    host.spare.mkdir()
    assert take_survey(host, MADE).spare == {}


@pytest.mark.parametrize("other", [{"commit": "b"}, {"engine": "2"}, {"day": "2026-11-24"}])
def test_for_anything_else_that_is_made_one_looks_anew(host: Host, other: dict[str, str]) -> None:
    (host.spare / "new.html").write_text("x")
    assert "new.html" in take_survey(host, replace(MADE, **other)).spare


@pytest.mark.parametrize("kept", [0, 1, 20])
def test_what_was_not_written_whole_is_not_believed(host: Host, kept: int) -> None:
    place = host.workshop / NAME
    place.write_bytes(place.read_bytes()[:kept])
    (host.spare / "new.html").write_text("x")
    assert take_survey(host, MADE) == look(host)
