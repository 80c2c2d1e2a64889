"""A host whose engine takes no time to build: for what is not the engine's affair."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from build_tools.hosting.layout import Host
from build_tools.hosting.starting import make_repository
from tests.conftest import MINIMAL, STATION
from tests.hosting.hosts import Place, Staff, environment, run
from tests.sites import DAY

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """\
#!/bin/sh
# The engine of a test: only how it builds is its own.
for site; do :; done
case "$*" in
*"mkdocs build"*) {build} ;;
*) exec {python} "$@" ;;
esac
"""
BUILD = """
grep -qs 不认识 "$BULLETIN_CONTENT"/stations/* && exit 1
rm -rf "$site/stations"
mkdir -p "$site/assets"
page() { printf '%s\\n' "$2" > "$site/.draft"; mv "$site/.draft" "$site/$1"; }
long=$(printf '<p>每一页都有的话%s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30)
page index.html "<a href=stations/jia/>$SOURCE_DATE_EPOCH $(cat ../taken/.git/HEAD)</a>$long"
page 404.html "<a href=/>x</a>"
for file in "$BULLETIN_CONTENT"/stations/*.yml; do
  name=$(basename "$file" .yml)
  mkdir -p "$site/stations/$name"
  page "stations/$name/index.html" "<link href=../../assets/$SOURCE_DATE_EPOCH.css>$SOURCE_DATE_EPOCH $(cat "$file") $long"
done
rm -f "$site"/assets/1*.css
page "assets/$SOURCE_DATE_EPOCH.css" "/* $SOURCE_DATE_EPOCH $long */"
[ -e "$site/assets/still.css" ] || page assets/still.css "/* $long */"
[ -e "$site/guide.html" ] || page guide.html "<a href=assets/still.css>$long</a>"
"""
"""A page changes with the day, an asset is called otherwise each day, and two files stay."""


def day(number: int) -> str:
    """The day so many days after the first, as `SOURCE_DATE_EPOCH`."""
    return str(int(DAY) + 86400 * number)


def make_engine(place: Place, version: str, build: str, python: Path) -> Path:
    """Install an engine that runs `build` for `mkdocs build`, into `$site`, and is otherwise the one of `python`."""
    folder = place.folder / "engine" / version
    (folder / "bin").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("")
    program = folder / "bin" / "python"
    program.write_text(SCRIPT.format(build=build.strip(), python=f"'{python}'"))
    program.chmod(0o755)
    newest = folder.parent / "newest"
    newest.unlink(missing_ok=True)
    newest.symlink_to(version)
    return folder


def quick_host(folder: Path, python: Path, build: str = BUILD) -> Place:
    """A host in `folder` with the smallest bulletin in its repository and nothing published."""
    place = Place(folder / "host", folder)
    for name in ("engine", "releases", "tmp", "state"):
        (place.folder / name).mkdir(parents=True)
    make_repository(Host(place.folder, os.environ), "")
    make_engine(place, "1.0", build, python)
    staff = place.staff("first")
    for file, text in MINIMAL.items():
        staff.put(f"content/{file}", text)
    staff.commit("first")
    accept(place, staff)
    return place


def accept(place: Place, staff: Staff) -> None:
    """Put what `staff` has committed into the repository, as after a push that nobody looked at."""
    command = ["git", "fetch", "--quiet", "--force", str(staff.folder), "HEAD:refs/heads/main"]
    done = run(command, place.repository, environment())
    assert done.returncode == 0, done.stdout


def commit(place: Place, text: str = "", name: str = "quick-staff") -> str:
    """Have a commit accepted in which `text` is in the file of a station; the commit."""
    staff = place.staff(name)
    staff.put("content/stations/yi.yml", STATION.replace("甲站", f"乙站{text}"))
    made = staff.commit(text or "an edit")
    accept(place, staff)
    return made


def copy(place: Place, folder: Path) -> Place:
    """A host like `place`, in a new `folder`: also what is one file under two names there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    subprocess.run(["cp", "--archive", str(place.folder), str(folder / "host")], check=True)
    return Place(folder / "host", folder)
