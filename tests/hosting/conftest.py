"""A host with the smallest bulletin live on it, made once; each test gets one like it. And one that nginx serves."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from build_tools.hosting.compressing import compress_new
from tests.conftest import MINIMAL
from tests.hosting.hosts import Place, Staff, another, new_host
from tests.hosting.nginx import nginx_here, serving
from tests.hosting.quick import copy, quick_host
from tests.hosting.steps import host
from tests.sites import SAMPLE, published_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.hosting.nginx import Nginx

    Published = Callable[[Path], Path]

collect_ignore_glob = [] if sys.platform == "linux" else ["test_*.py"]
"""The host is a machine with Linux."""


@pytest.fixture(scope="session")
def empty_host(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A host to which nobody has pushed; no test changes it."""
    return new_host(tmp_path_factory.mktemp("host"))


@pytest.fixture(scope="session")
def live_host(empty_host: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A host with the smallest bulletin on it; no test changes it."""
    place = another(empty_host, tmp_path_factory.mktemp("live"))
    staff = place.staff("first")
    for file, text in MINIMAL.items():
        staff.put(f"content/{file}", text)
    staff.commit("first")
    done = staff.push()
    assert done.returncode == 0, done.stdout
    return place


@pytest.fixture
def unused(empty_host: Place, tmp_path: Path) -> Place:
    """A host of the test's own to which nobody has pushed."""
    return another(empty_host, tmp_path)


@pytest.fixture
def unused_too(empty_host: Place, tmp_path: Path) -> Place:
    """Another one, for what a second machine would do."""
    return another(empty_host, tmp_path / "too")


@pytest.fixture
def place(live_host: Place, tmp_path: Path) -> Place:
    """A host of the test's own on which the smallest bulletin is live."""
    return another(live_host, tmp_path)


@pytest.fixture(scope="module")
def refusing(live_host: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """One host that refuses everything that is pushed, and is the same after each."""
    return another(live_host, tmp_path_factory.mktemp("refusing"))


@pytest.fixture
def clone(refusing: Place) -> Staff:
    """A clone of it, as it was cloned."""
    one = refusing.staff()
    one.git("checkout", "--quiet", "--force", "-B", "main", "origin/main")
    one.git("clean", "-dffxq")
    return one


@pytest.fixture(scope="session")
def quick_unused(empty_host: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A host whose engine takes no time, with one commit and nothing published; no test changes it."""
    return quick_host(tmp_path_factory.mktemp("quick"), empty_host.folder / "engine" / "newest" / "bin" / "python")


@pytest.fixture(scope="session")
def quick_live(quick_unused: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The same with that commit live; no test changes it."""
    place = copy(quick_unused, tmp_path_factory.mktemp("quick_live") / "place")
    done = host(place, "reconcile")
    assert done.returncode == 0, done
    return place


@pytest.fixture
def quick(quick_live: Place, tmp_path: Path) -> Place:
    """A host of the test's own whose engine takes no time, with one release."""
    return copy(quick_live, tmp_path / "quick")


@pytest.fixture(scope="session")
def folder(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A host on which the demonstration bulletin is live, with much that must not be shown; no test changes it."""
    nginx_here()
    folder = tmp_path_factory.mktemp("bulletin")
    release, before = folder / "releases" / "2-b", folder / "releases" / "1-a"
    shutil.copytree(published(SAMPLE), release, copy_function=os.link)
    compress_new(
        release, ["index.html", "404.html", "stations/index.html", published_name(release, "assets/bulletin.css")]
    )
    (release / ".release.json").write_text("{}")
    (release / ".manifest").write_text("")
    (release / ".git").mkdir()
    (release / ".git" / "HEAD").write_text("ref")
    (release / "a").mkdir()
    (release / "a" / ".b").write_text("hidden")
    (folder / "secret.txt").write_text("secret")
    for uri in ("assets/old.0123abcd.css", "search/0123abcd/words.json", "en/search/0123abcd/words.json", "old.html"):
        (before / uri).parent.mkdir(parents=True, exist_ok=True)
        (before / uri).write_text("p{}")
    (folder / "current").symlink_to("releases/2-b")
    (folder / "previous").symlink_to("releases/1-a")
    return folder


@pytest.fixture(scope="session")
def nginx(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """The same, served by a real nginx."""
    with serving(folder, tmp_path_factory.mktemp("nginx")) as running:
        yield running
