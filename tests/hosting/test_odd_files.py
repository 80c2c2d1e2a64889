"""What is no plain file is refused, in whichever commit it comes: one plain sentence, and the host as it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hosting.handmade import (
    FILE,
    FOLDER,
    LINK,
    MODULE,
    Entry,
    asked,
    beside_content,
    blob,
    commit,
    everything_kept,
    inside_content,
    insist_on_nothing_left,
    listed,
    tree,
)
from tests.hosting.hosts import said
from tests.reading.gate_cases import IDENTITY

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.hosting.hosts import Place, Staff

NUMBER, VEILED = IDENTITY.encode(), f"{IDENTITY[:3]}…{IDENTITY[17:].strip('0123456789')}"


def folders(staff: Staff, depth: int) -> str:
    """A file in so many folders in each other."""
    made = tree(staff, Entry(FILE, b"x.yml", blob(staff, b"x")))
    body = b"40000 d\0"
    for _ in range(depth):
        made = asked(staff, "hash-object", "-t", "tree", "-w", "--stdin", given=body + bytes.fromhex(made))
    return made


def a_billion_files(staff: Staff) -> str:
    """Ten folders that are the same, with ten that are the same in each, and so on."""
    made = tree(staff, *(Entry(FILE, b"%d.yml" % one, blob(staff, b"x")) for one in range(10)))
    for _ in range(8):
        made = tree(staff, *(Entry(FOLDER, b"%d" % one, made) for one in range(10)))
    return made


def a_repository(staff: Staff) -> list[Entry]:
    """What git takes for a repository of its own, and would do what its configuration says."""
    head, nothing = blob(staff, b"ref: refs/heads/main\n"), blob(staff, b"")
    config = blob(staff, b'[core]\n\tbare = true\n\tfsmonitor = "touch PWNED; false"\n')
    info = tree(staff, Entry(FILE, b"alternates", nothing))
    heads = tree(staff, Entry(FILE, b"main", blob(staff, b"0" * 40)))
    return [
        Entry(FILE, b"HEAD", head),
        Entry(FILE, b"config", config),
        Entry(FOLDER, b"objects", tree(staff, Entry(FOLDER, b"info", info))),
        Entry(FOLDER, b"refs", tree(staff, Entry(FOLDER, b"heads", heads))),
    ]


def the_rest_elsewhere(staff: Staff) -> list[Entry]:
    """The same for a machine that reads small letters as capital ones; what it holds lies in another folder."""
    head = Entry(FILE, b"head", blob(staff, b"ref: refs/heads/main\n"))
    return [head, Entry(FILE, b"commondir", blob(staff, b"../elsewhere"))]


def beside(staff: Staff, made: str) -> str:
    """A commit after the one that was `made`, without what that brought."""
    return asked(staff, "commit-tree", "HEAD^{tree}", "-p", made, "-m", "gone")


def without_stations(staff: Staff) -> list[Entry]:
    """What else is in the content."""
    return [one for one in listed(staff, "HEAD:content") if one.name != b"stations"]


ODD: dict[str, tuple[Callable[[Staff], str], str]] = {
    "a link in the content": (
        lambda staff: inside_content(staff, Entry(LINK, b"a.md", blob(staff, b"/etc/passwd"))),
        "content/a.md 是链接或子模块，不收。换成普通的文件再推送。",
    ),
    "a link beside the content": (
        lambda staff: beside_content(staff, Entry(LINK, b"a", blob(staff, b"content/site.yml"))),
        "a 是链接或子模块，不收。换成普通的文件再推送。",
    ),
    "the content itself a link": (
        lambda staff: commit(staff, Entry(LINK, b"content", blob(staff, b"/etc"))),
        "content 是链接或子模块，不收。换成普通的文件再推送。",
    ),
    "a folder of the content a link": (
        lambda staff: commit(
            staff,
            Entry(
                FOLDER,
                b"content",
                tree(staff, *without_stations(staff), Entry(LINK, b"stations", blob(staff, b"/etc"))),
            ),
        ),
        "content/stations 是链接或子模块，不收。换成普通的文件再推送。",
    ),
    "a submodule": (
        lambda staff: beside_content(staff, Entry(MODULE, b"module", staff.git("rev-parse", "HEAD"))),
        "module 是链接或子模块，不收。换成普通的文件再推送。",
    ),
    "a repository in the content": (
        lambda staff: inside_content(staff, *a_repository(staff)),
        "content/HEAD 这个文件名是 git 自己用的，不收。换个名字再推送。",
    ),
    "half a repository, the rest elsewhere": (
        lambda staff: beside_content(staff, Entry(FOLDER, b"a", tree(staff, *the_rest_elsewhere(staff)))),
        "a/head 这个文件名是 git 自己用的，不收。换个名字再推送。",
    ),
    "the content a file": (
        lambda staff: commit(staff, Entry(FILE, b"content", blob(staff, b"x"))),
        "content 应当是文件夹，里面放内容。改好再推送。",
    ),
    "a name of two lines": (
        lambda staff: inside_content(staff, Entry(FILE, b"a\nb.yml", blob(staff, b"x"))),
        "“content/a\\nb.yml”这样的文件名没法用：太长，或者有换行、乱码。换个名字再推送。",
    ),
    "a name that is no text": (
        lambda staff: inside_content(staff, Entry(FILE, b"\xff\xfe.yml", blob(staff, b"x"))),
        "“content/\\xff\\xfe.yml”这样的文件名没法用：太长，或者有换行、乱码。换个名字再推送。",
    ),
    "a name that no disk takes": (
        lambda staff: inside_content(staff, Entry(FILE, b"a" * 300, blob(staff, b"x"))),
        f"“content/{'a' * 52}…”这样的文件名没法用：太长，或者有换行、乱码。换个名字再推送。",
    ),
    "700 folders in each other": (
        lambda staff: inside_content(staff, Entry(FOLDER, b"d", folders(staff, 700))),
        f"“content/{'d/' * 26}…”这样的文件名没法用：太长，或者有换行、乱码。换个名字再推送。",
    ),
    "a billion files": (
        lambda staff: beside_content(staff, Entry(FOLDER, b"bomb", a_billion_files(staff))),
        "文件多得数不过来，不收。少放一些再推送。",
    ),
    "a billion files in a commit between": (
        lambda staff: beside(staff, beside_content(staff, Entry(FOLDER, b"bomb", a_billion_files(staff)))),
        "文件多得数不过来，不收。少放一些再推送。",
    ),
    "65 MB of nothing": (
        lambda staff: inside_content(staff, Entry(FILE, b"big.yml", blob(staff, bytes(65 << 20)))),
        "content/big.yml 有 65 MB，超过 64 MB，不收。换小一点的文件再推送。",
    ),
}


LONG = ("700 folders in each other", "a billion files", "a billion files in a commit between", "65 MB of nothing")


@pytest.mark.parametrize("kind", [pytest.param(one, marks=[pytest.mark.slow] * (one in LONG)) for one in ODD])
def test_what_is_no_plain_file_is_refused_in_one_sentence(refusing: Place, clone: Staff, kind: str) -> None:
    tip = clone.git("rev-parse", "HEAD")
    made, sentence = ODD[kind]
    done = clone.push(f"{made(clone)}:refs/heads/main")
    assert done.returncode == 1
    assert said(done.stdout) == [sentence]
    insist_on_nothing_left(refusing, tip)


TAKEN_AWAY: dict[str, tuple[Callable[[Staff], list[Entry]], str]] = {
    "a submodule": (
        lambda staff: [Entry(MODULE, NUMBER, staff.git("rev-parse", "HEAD"))],
        f"content/{VEILED} 是链接或子模块，不收。换成普通的文件再推送。",
    ),
    "a link": (
        lambda staff: [Entry(LINK, NUMBER, blob(staff, b"/etc"))],
        f"content/{VEILED} 是链接或子模块，不收。换成普通的文件再推送。",
    ),
    "an empty folder": (
        lambda staff: [Entry(FOLDER, NUMBER, tree(staff))],
        f"content/{VEILED} 是空文件夹，不收。删掉它，或者放进文件，再推送。",
    ),
    "an empty folder in a folder": (
        lambda staff: [Entry(FOLDER, b"a", tree(staff, Entry(FOLDER, NUMBER, tree(staff))))],
        f"content/a/{VEILED} 是空文件夹，不收。删掉它，或者放进文件，再推送。",
    ),
    "a repository": (a_repository, "content/HEAD 这个文件名是 git 自己用的，不收。换个名字再推送。"),
}


@pytest.mark.parametrize("kind", TAKEN_AWAY)
def test_so_is_what_the_next_commit_takes_away_with_the_way_out(refusing: Place, clone: Staff, kind: str) -> None:
    tip = clone.git("rev-parse", "HEAD")
    made, sentence = TAKEN_AWAY[kind]
    done = clone.push(f"{beside(clone, inside_content(clone, *made(clone)))}:refs/heads/main")
    assert done.returncode == 1
    assert said(done.stdout)[0] == sentence
    assert f"git reset --soft {tip[:12]} " in done.stdout
    assert IDENTITY not in done.stdout
    insist_on_nothing_left(refusing, tip)
    assert NUMBER not in everything_kept(refusing)


def test_an_empty_folder_is_refused_in_the_last_commit_too(refusing: Place, clone: Staff) -> None:
    tip = clone.git("rev-parse", "HEAD")
    done = clone.push(f"{inside_content(clone, Entry(FOLDER, NUMBER, tree(clone)))}:refs/heads/main")
    assert done.returncode == 1
    assert said(done.stdout)[0] == TAKEN_AWAY["an empty folder"][1]
    insist_on_nothing_left(refusing, tip)
    assert NUMBER not in everything_kept(refusing)


LEADING_OUT = {
    "..": (FOLDER, "hasDotdot"),
    "../x": (FILE, "fullPathname"),
    "/etc/x": (FILE, "fullPathname"),
    ".": (FOLDER, "hasDot"),
    ".git": (FOLDER, "hasDotgit"),
    ".GIT": (FOLDER, "hasDotgit"),
    "site.yml": (FILE, "duplicateEntries"),
}


@pytest.mark.parametrize("name", LEADING_OUT)
def test_git_itself_refuses_a_name_that_leads_out(refusing: Place, clone: Staff, name: str) -> None:
    tip = clone.git("rev-parse", "HEAD")
    mode, cause = LEADING_OUT[name]
    inside = blob(clone, b"x") if mode == FILE else tree(clone, Entry(FILE, b"config", blob(clone, b"x")))
    made = inside_content(clone, Entry(mode, name.encode(), inside))
    done = clone.push(f"{made}:refs/heads/main")
    assert done.returncode == 1
    assert cause in done.stdout
    insist_on_nothing_left(refusing, tip)
