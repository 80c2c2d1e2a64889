"""Of what a push brings only `content/` is read, and nothing runs; and the repository alone is enough for the same site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import STATION
from tests.hosting.handmade import FILE, Entry, beside_content, blob
from tests.hosting.hosts import environment, insist_on_whole, run, sums
from tests.sites import DAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hosting.hosts import Place, Staff

PROGRAM = "import os\nopen({marker!r}, 'a').close()\n"
CONFIGURATION = """\
site_name: of the push
hooks: [hooks/bulletin.py]
plugins: [search]
docs_dir: content
"""
ATTRIBUTES = b"* filter=evil diff=evil merge=evil text eol=crlf working-tree-encoding=UTF-16 export-ignore\n"


def programs(marker: Path) -> dict[str, str]:
    """Everything that might run where somebody takes what is pushed for part of the engine."""
    runs = PROGRAM.format(marker=str(marker))
    names = ("build_tools/__init__.py", "build_tools/__main__.py", "hooks/bulletin.py", "hooks/__init__.py")
    shell = f"#!/bin/sh\ntouch '{marker}'\n"
    return {
        **dict.fromkeys((*names, "sitecustomize.py", "usercustomize.py", "mkdocs.py", "setup.py", "json.py"), runs),
        "evil.pth": f"import os; open({str(marker)!r}, 'a').close()\n",
        "mkdocs.yml": CONFIGURATION,
        "repo.git/hooks/pre-receive": shell,
        "hooks/pre-receive": shell,
        ".gitmodules": '[submodule "evil"]\n\tpath = evil\n\turl = https://example.org/evil\n',
        ".gitconfig": f'[filter "evil"]\n\tsmudge = touch {marker}\n\tclean = touch {marker}\n',
        "public.html": "beside the content",
    }


def test_nothing_that_is_pushed_runs_and_nothing_beside_the_content_is_published(place: Place, tmp_path: Path) -> None:
    marker = tmp_path / "somebody ran it"
    staff = place.staff()
    bytes_before = sums(place.shown())
    for file, text in programs(marker).items():
        staff.put(file, text)
    staff.commit()
    # attributes have a say in a clone, so the clone never sees them
    attributes = Entry(FILE, b".gitattributes", blob(staff, ATTRIBUTES))
    commit = beside_content(staff, attributes)
    done = staff.push(f"{commit}:refs/heads/main")
    assert done.returncode == 0, done.stdout
    assert not marker.exists()
    assert place.commit_shown() == commit
    assert sums(place.shown()) == bytes_before
    insist_on_whole(place)


def test_inside_the_content_no_program_is_let_in(place: Place, tmp_path: Path) -> None:
    marker = tmp_path / "somebody ran it"
    staff = place.staff()
    tip = place.commit_shown()
    for file in ("content/mkdocs.yml", "content/sitecustomize.py", "content/.gitattributes", "content/a.pth"):
        staff.put(file, PROGRAM.format(marker=str(marker)))
    staff.commit()
    done = staff.push()
    assert done.returncode == 1
    assert done.stdout.count("错误 E006") == 4
    assert not marker.exists()
    assert place.commit_shown() == tip


def test_a_mirror_of_the_repository_is_enough_for_the_same_site(place: Place, unused_too: Place) -> None:
    staff = place.staff()
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    dated(staff, days=3)
    assert staff.push().returncode == 0
    staff.edit("content/stations/jia.yml", STATION.replace("喝水", "歇脚"))
    dated(staff, days=1)
    assert staff.push().returncode == 0
    mirror = place.beside / "mirror.git"
    done = run(["git", "clone", "--quiet", "--mirror", str(place.repository), str(mirror)], place.beside, environment())
    assert done.returncode == 0, done.stdout
    restored = run(["git", "push", str(unused_too.repository), "main"], mirror, environment())
    assert restored.returncode == 0, restored.stdout
    assert unused_too.commit_shown() == place.commit_shown()
    assert sums(unused_too.shown()) == sums(place.shown())
    assert {"changes/index.html", "index.html.br", "index.html.gz"} <= sums(place.shown()).keys()
    assert "乙站" in place.page("changes/index.html")


def dated(staff: Staff, days: int) -> None:
    """Make the last commit one of so many days ago, for the page of changes to tell of it."""
    moment = f"@{int(DAY) - days * 24 * 60 * 60} +0000"
    words = ["git", "commit", "--quiet", "--amend", "--no-edit"]
    done = run(words, staff.folder, environment(GIT_COMMITTER_DATE=moment))
    assert done.returncode == 0, done.stdout
