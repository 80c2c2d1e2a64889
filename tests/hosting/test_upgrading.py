"""`upgrade`: another engine beside the one that is there, which goes on publishing whatever becomes of the new one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from build_tools.hosting.wheels import checksum
from tests.conftest import STATION
from tests.hosting.hosts import insist_on_whole
from tests.hosting.quick import copy, day
from tests.hosting.steps import chosen, host, kill, steps_of
from tests.sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.hosting.hosts import Place
    from tests.hosting.steps import Step

REFUSES = '''
def refuse() -> None:
    """Refuse what says 喝水."""
    folder = os.environ.get("BULLETIN_CONTENT", "")
    station = os.path.join(folder, "stations", "jia.yml")
    if folder and "一句话: 喝水" in open(station, encoding="utf-8").read():
        print("新引擎不收")
        sys.exit(65)
'''
"""What is put into an engine that refuses a station where one drinks water."""


def wheel(folder: Path, version: str, changed: Mapping[str, str] = {}) -> Path:
    """A wheel of this working copy under another version, with some files `changed`."""
    stem = f"station_bulletin-{version}"
    files = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for name in ("build_tools", "hooks")
        for path in sorted((ROOT / name).rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    files |= {path: text.encode() for path, text in changed.items()}
    files[f"{stem}.data/data/share/station-bulletin/requirements.lock"] = (ROOT / "requirements.lock").read_bytes()
    about = f"{stem}.dist-info"
    files[f"{about}/METADATA"] = f"Metadata-Version: 2.1\nName: station-bulletin\nVersion: {version}\n".encode()
    files[f"{about}/entry_points.txt"] = b"[mkdocs.plugins]\nstation-bulletin = hooks.plugin:BulletinPlugin\n"
    record = "".join(f"{path},{checksum(content)},{len(content)}\n" for path, content in files.items())
    target = folder / f"{stem}-py3-none-any.whl"
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
        archive.writestr(f"{about}/RECORD", f"{record}{about}/RECORD,,\n")
    return target


def engines(place: Place) -> list[str]:
    return [str(one) for one in place.status()["engines"]]


def test_a_new_engine_publishes_what_is_there_and_what_comes(place: Place, tmp_path: Path) -> None:
    old = engines(place)
    done = place.host("upgrade", str(wheel(tmp_path, "7.0")))
    assert done.returncode == 0, done.stdout
    assert "引擎 7.0 装好了" in done.stdout
    assert engines(place) == ["7.0", *old]
    assert place.status()["live"]["engine"] == "7.0"
    insist_on_whole(place)
    taken_back = place.host("rollback")
    assert taken_back.returncode == 0, taken_back.stdout
    place.host("reconcile", day=day(1))
    assert place.status(day(1))["live"]["engine"] == old[0]


def test_what_a_new_engine_refuses_the_old_one_goes_on_publishing(place: Place, tmp_path: Path) -> None:
    commit, old = place.commit_shown(), engines(place)[0]
    beginning = (ROOT / "build_tools" / "__main__.py").read_text().replace("import atexit", "import os\nimport atexit")
    refusing = beginning.replace("def main(", REFUSES + "\n\ndef main(").replace(
        "    speak_utf8()", "    refuse()\n    speak_utf8()"
    )
    door = (ROOT / "hooks" / "plugin.py").read_text() + "\nfrom build_tools.__main__ import refuse\nrefuse()\n"
    changed = {"build_tools/__main__.py": refusing, "hooks/plugin.py": door}
    done = place.host("upgrade", str(wheel(tmp_path, "8.0", changed)))
    assert "新引擎不收" in done.stdout
    status = place.status(day(0))
    assert (status["healthy"], status["live"]["commit"], status["live"]["engine"]) == (True, commit, old)
    assert [one["engine"] for one in status["refused"]] == ["8.0"]
    place.host("reconcile", day=day(1))
    assert place.status(day(1))["live"]["engine"] == old
    staff = place.staff()
    newer = staff.edit("content/stations/jia.yml", STATION.replace("喝水", "歇脚"))
    pushed = staff.push(day=day(1))
    assert pushed.returncode == 0, pushed.stdout
    live = place.status(day(1))["live"]
    assert (live["commit"], live["engine"]) == (newer, "8.0")


@pytest.mark.parametrize(
    "fault", ["cut short", "no archive", "another project's", "not there", "damaged", "lacks its door"]
)
def test_what_is_no_engine_changes_nothing(quick: Place, tmp_path: Path, fault: str) -> None:
    done = host(quick, "upgrade", spoilt(tmp_path, fault))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done
    assert "不是驿站公告的引擎，或者不完整" in done.stderr
    insist_on_the_old_one(quick)


def spoilt(folder: Path, fault: str) -> Path:
    """A wheel with this `fault`."""
    whole = wheel(folder, "7.0")
    content = whole.read_bytes()
    if fault == "cut short":
        whole.write_bytes(content[: len(content) // 2])
    elif fault == "no archive":
        whole.write_text("<html>404</html>")
    elif fault == "another project's":
        return whole.rename(folder / "other-1.0-py3-none-any.whl")
    elif fault == "not there":
        whole.unlink()
    elif fault == "damaged":
        middle = len(content) // 2
        whole.write_bytes(content[:middle] + bytes(200) + content[middle + 200 :])
    else:
        with ZipFile(whole, "w") as archive:
            archive.writestr("station_bulletin-7.0.dist-info/RECORD", "")
    return whole


def insist_on_the_old_one(place: Place) -> None:
    """The engine that was there publishes the next day."""
    assert [one.name for one in (place.folder / "engine").iterdir() if not one.is_symlink()] == ["1.0"]
    assert host(place, "reconcile", day=day(1)).returncode == 0
    assert day(1) in place.page()
    insist_on_whole(place)


def test_an_engine_that_does_not_start_is_not_installed(quick: Place, tmp_path: Path) -> None:
    broken = wheel(tmp_path, "7.0", {"build_tools/git.py": "import no_such_library\n"})
    done = host(quick, "upgrade", broken)
    assert done.returncode == 1, done
    assert done.stderr == "这个引擎启动不了，没有换：ModuleNotFoundError: No module named 'no_such_library'\n"
    insist_on_the_old_one(quick)


def insist_on_any_engine(quick: Place, folder: Path, few: Callable[[list[Step]], list[Step]]) -> None:
    """Kill an upgrade at each of its steps but a `few`: the next plain run publishes, by whichever engine is the newest."""
    new = wheel(folder, "7.0")
    model = copy(quick, folder / "model")
    steps = [one for one in steps_of(model, "upgrade", new) if one.phase <= 2]
    shutil.rmtree(model.beside)
    for step in few(steps):
        place = copy(quick, folder / "killed")
        kill(place, step, "upgrade", new)
        insist_on_whole(place)
        assert host(place, "reconcile", day=day(1)).returncode == 0, step
        insist_on_whole(place)
        assert host(place, "status", day=day(1)).returncode == 0
        assert list((place.folder / "tmp").iterdir()) == []


def test_an_upgrade_that_is_killed_at_its_end_leaves_an_engine_that_works(quick: Place, tmp_path: Path) -> None:
    insist_on_any_engine(quick, tmp_path, lambda steps: steps[-2:])


@pytest.mark.slow
def test_an_upgrade_that_is_killed_at_any_phase_leaves_an_engine_that_works(quick: Place, tmp_path: Path) -> None:
    insist_on_any_engine(quick, tmp_path, lambda steps: [*chosen(steps, 3), *steps[-4:]])
