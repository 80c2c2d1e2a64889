"""A resident's number never enters what git remembers, however it comes, and staff are told how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import MINIMAL, STATION
from tests.hosting.handmade import everything_kept, insist_on_nothing_left
from tests.reading.gate_cases import IDENTITY

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.hosting.hosts import Place, Staff

NUMBER = IDENTITY.encode()


def taken_away_again(staff: Staff, file: str) -> None:
    """Two commits: one adds `file` with the number, the next one takes it away."""
    staff.edit(file, f"# {IDENTITY}\n")
    staff.git("rm", "--quiet", "--", file)
    staff.commit()


def second_name(staff: Staff) -> None:
    """The same file twice beside the content, the second time with the number in its name."""
    staff.put("0.txt", "x")
    staff.edit(f"{IDENTITY}.txt", "x")
    staff.git("rm", "--quiet", "--", f"{IDENTITY}.txt")
    staff.commit()


def hidden_from_archives(staff: Staff) -> None:
    """The same of a file that `git archive` leaves out, that git calls binary and that is to be read in another coding."""
    staff.put(".gitattributes", "*.yml export-ignore -text -diff working-tree-encoding=UTF-16\n")
    staff.git("add", ".gitattributes")
    staff.commit()
    taken_away_again(staff, "content/stations/yi.md")


def merged(staff: Staff) -> None:
    """A side branch that has it, merged with nothing of it left."""
    first = staff.git("rev-parse", "HEAD")
    staff.edit("content/stations/jia.yml", f"{STATION}# {IDENTITY}\n")
    side = staff.git("rev-parse", "HEAD")
    staff.git("reset", "--quiet", "--hard", first)
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    staff.git("merge", "--quiet", "--strategy", "ours", "--message", "merged", side)


def brought_by_a_merge(staff: Staff) -> None:
    """A merge that brings what neither side has, and a commit that takes it away."""
    first = staff.git("rev-parse", "HEAD")
    side = staff.edit("notes.txt", "one side")
    staff.git("reset", "--quiet", "--hard", first)
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    staff.git("merge", "--quiet", "--no-commit", side)
    staff.edit("content/stations/yi.yml", f"{STATION.replace('甲站', '乙站')}# {IDENTITY}\n")
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))


def signed(staff: Staff) -> None:
    """A commit whose author is called so."""
    staff.put("notes.txt", "x")
    staff.git("add", "notes.txt")
    staff.git("commit", "--quiet", "--message", "x", "--author", f"{IDENTITY} <staff@example.org>")


WAYS: dict[str, tuple[Callable[[Staff], object], str]] = {
    "a file that is gone": (
        lambda staff: taken_away_again(staff, "content/stations/yi.yml"),
        "里的 content/stations/yi.yml:1:3",
    ),
    "beside the content": (lambda staff: taken_away_again(staff, "notes.txt"), "里的 notes.txt:1:3"),
    "hidden by attributes": (hidden_from_archives, "里的 content/stations/yi.md:1:3"),
    "a file's name": (
        lambda staff: taken_away_again(staff, f"content/{IDENTITY}.yml"),
        "里的 content/110***********0014.yml",
    ),
    "a second name of a file": (second_name, "里的 110***********0014.txt"),
    "a message": (lambda staff: staff.commit(f"居民 {IDENTITY}"), "的说明:1:4"),
    "an author": (signed, "的作者:3:8"),
    "a merged branch": (merged, "里的 content/stations/jia.yml:7:3"),
    "a merge itself": (brought_by_a_merge, "里的 content/stations/yi.yml:7:3"),
    "the last state": (
        lambda staff: staff.edit("content/stations/jia.yml", f"{STATION}# {IDENTITY}\n"),
        "  content/stations/jia.yml:7:3",
    ),
    "a private file": (lambda staff: taken_away_again(staff, "Private/a.yml"), "Private/a.yml（提交"),
    "a spreadsheet": (lambda staff: taken_away_again(staff, "content/名单.XLSX"), "content/名单.XLSX（提交"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_number_is_refused_with_its_place_and_the_way_out_and_is_nowhere(
    refusing: Place, clone: Staff, way: str
) -> None:
    tip = clone.git("rev-parse", "HEAD")
    brings, place = WAYS[way]
    brings(clone)
    done = clone.push()
    assert done.returncode == 1
    assert place in done.stdout
    assert f"git reset --soft {tip[:12]} " in done.stdout
    assert IDENTITY not in done.stdout
    assert "Traceback" not in done.stdout
    insist_on_nothing_left(refusing, tip)
    assert NUMBER not in everything_kept(refusing)


def test_the_commands_that_staff_are_told_lead_to_a_push_that_passes(place: Place) -> None:
    staff = place.staff()
    staff.edit("content/stations/yi.yml", f"{STATION.replace('甲站', '乙站')}# {IDENTITY}\n")
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    for words in told_commands(staff.push().stdout):
        staff.git(*words[1:])
    assert staff.push().returncode == 0
    assert "乙站" in place.page("stations/yi/index.html")
    assert NUMBER not in everything_kept(place)


def test_so_do_those_for_the_first_push_of_all(unused: Place) -> None:
    staff = unused.staff()
    for file, text in MINIMAL.items():
        staff.put(f"content/{file}", text)
    staff.edit("notes.txt", IDENTITY)
    staff.edit("notes.txt", "nothing")
    for words in told_commands(staff.push().stdout):
        staff.git(*words[1:])
    assert staff.push().returncode == 0
    assert NUMBER not in everything_kept(unused)


def told_commands(output: str) -> list[list[str]]:
    """The lines with commands for git in what a push has brought back."""
    lines = (line.removeprefix("remote:").strip() for line in output.splitlines() if line.startswith("remote:   git "))
    return [line.split() for line in lines]
