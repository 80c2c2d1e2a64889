"""This repository, whose `content/` is a bulletin too, can be pushed as it is, though its tests invent what is refused elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hosting.handmade import everything_kept
from tests.hosting.hosts import Staff, environment, insist_on_whole, run
from tests.reading.gate_cases import IDENTITY
from tests.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hosting.hosts import Place

ENGINE = "build_tools/__main__.py"
PRIVATE = {
    "a number": ("x.txt", IDENTITY),
    "a spreadsheet": ("counts.csv", "x"),
    "a private folder": ("private/x", "x"),
}


def test_it_is_live_after_one_push(unused: Place, tmp_path: Path) -> None:
    if run(["git", "rev-parse", "--is-shallow-repository"], ROOT, environment()).stdout.strip() != "false":
        pytest.skip("this copy has no whole history that could be pushed")
    staff = Staff(tmp_path / "clone", unused.repository)
    cloned = run(["git", "clone", "--quiet", str(ROOT), str(staff.folder)], tmp_path, environment())
    assert cloned.returncode == 0, cloned.stdout
    pushed = staff.push()
    assert pushed.returncode == 0, pushed.stdout
    assert unused.commit_shown() == staff.git("rev-parse", "HEAD")
    insist_on_whole(unused)


@pytest.mark.parametrize("what", PRIVATE)
def test_the_tests_of_an_engine_may_invent(what: str, quick: Place) -> None:
    file, text = PRIVATE[what]
    staff = quick.staff()
    staff.put(ENGINE, "")
    staff.edit(f"tests/{file}", text)
    assert staff.push().returncode == 0


@pytest.mark.parametrize("what", PRIVATE)
@pytest.mark.parametrize("folder", ["", "content/tests", "build_tools/tests"])
def test_nothing_else_beside_an_engine_may(folder: str, what: str, clone: Staff, refusing: Place) -> None:
    file, text = PRIVATE[what]
    clone.put(ENGINE, "")
    clone.edit(f"{folder}/{file}".lstrip("/"), text)
    assert clone.push().returncode == 1
    assert IDENTITY.encode() not in everything_kept(refusing)


@pytest.mark.parametrize("what", PRIVATE)
def test_nor_may_tests_where_there_is_no_engine(what: str, clone: Staff, refusing: Place) -> None:
    file, text = PRIVATE[what]
    clone.edit(f"tests/{file}", text)
    assert clone.push().returncode == 1
    assert IDENTITY.encode() not in everything_kept(refusing)
