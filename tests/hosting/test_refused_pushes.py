"""What is refused leaves nothing: one plain sentence for staff, and the host as it was before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.conftest import STATION
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
from tests.hosting.hosts import Place, Staff, another, insist_on_whole

if TYPE_CHECKING:
    from collections.abc import Callable

HOURS = f"{STATION}开放时间:\n  - 工作日 9:00-12:00\n节假日: 休息\n调休上班日: 照常\n"
SENTENCE = re.compile(r"^remote: (.*?) *$", re.MULTILINE)


@pytest.fixture(scope="module")
def host(live_host: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """One host that refuses everything below, and is the same after each."""
    return another(live_host, tmp_path_factory.mktemp("refusing"))


@pytest.fixture
def staff(host: Place) -> Staff:
    """A clone of it, as it was cloned."""
    one = host.staff()
    one.git("checkout", "--quiet", "--force", "-B", "main", "origin/main")
    one.git("clean", "-dffxq")
    return one


def said(output: str) -> list[str]:
    """What the host has said."""
    return SENTENCE.findall(output)


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
def test_what_is_no_plain_file_is_refused_in_one_sentence(host: Place, staff: Staff, kind: str) -> None:
    tip = staff.git("rev-parse", "HEAD")
    made, sentence = ODD[kind]
    done = staff.push(f"{made(staff)}:refs/heads/main")
    assert done.returncode == 1
    assert said(done.stdout) == [sentence]
    insist_on_nothing_left(host, tip)


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
def test_git_itself_refuses_a_name_that_leads_out(host: Place, staff: Staff, name: str) -> None:
    tip = staff.git("rev-parse", "HEAD")
    mode, cause = LEADING_OUT[name]
    inside = blob(staff, b"x") if mode == FILE else tree(staff, Entry(FILE, b"config", blob(staff, b"x")))
    made = inside_content(staff, Entry(mode, name.encode(), inside))
    done = staff.push(f"{made}:refs/heads/main")
    assert done.returncode == 1
    assert cause in done.stdout
    insist_on_nothing_left(host, tip)


OTHER_REFS = {
    "refs/heads/side": "只收 main 分支，没有收 refs/heads/side。",
    "refs/tags/v1": "只收 main 分支，没有收 refs/tags/v1。",
    "refs/replace/x": "只收 main 分支，没有收 refs/replace/x。",
}


@pytest.mark.parametrize("ref", OTHER_REFS)
def test_of_several_branches_none_is_accepted_when_one_is_not(host: Place, staff: Staff, ref: str) -> None:
    tip = staff.git("rev-parse", "HEAD")
    staff.edit("content/stations/jia.yml", STATION.replace("喝水", "歇脚"))
    done = staff.push("HEAD:refs/heads/main", f"HEAD:{ref}")
    assert done.returncode == 1
    assert said(done.stdout) == [OTHER_REFS[ref]]
    insist_on_nothing_left(host, tip)


def test_the_main_branch_cannot_be_deleted(host: Place, staff: Staff) -> None:
    tip = staff.git("rev-parse", "HEAD")
    done = staff.push(":refs/heads/main")
    assert done.returncode == 1
    assert said(done.stdout) == ["不能删 main 分支。"]
    insist_on_nothing_left(host, tip)


def test_a_tag_in_place_of_the_main_branch_is_refused_before_git_keeps_it(host: Place, staff: Staff) -> None:
    tip = staff.git("rev-parse", "HEAD")
    staff.git("tag", "--force", "--annotate", "v1", "--message", "what nobody may read")
    done = staff.push("--force", "v1:refs/heads/main")
    assert done.returncode == 1
    assert said(done.stdout) == ["推送到 main 的要是一次提交，不能是标签等别的东西。"]
    insist_on_nothing_left(host, tip)
    assert b"what nobody may read" not in everything_kept(host)


def test_the_report_of_check_is_what_staff_read_and_the_mended_push_passes(place: Place) -> None:
    staff = place.staff()
    tip = staff.git("rev-parse", "HEAD")
    before = place.shown()
    bad = staff.edit("content/stations/jia.yml", HOURS.replace("9:00", "9.00"))
    done = staff.push()
    assert done.returncode == 1
    assert said(done.stdout) == [
        "错误 E034：看不懂的时间“9.00”。",
        "  content/stations/jia.yml:8:9  开放时间[1]",
        "    8 |   - 工作日 9.00-12:00",
        "      |            ^^^^",
        "  怎么改：写成  - 工作日 9:00-12:00",
        "",
        "1 处错误，0 处提醒。",
    ]
    insist_on_nothing_left(place, tip)
    assert bad.encode() not in everything_kept(place)
    assert place.shown() == before
    # a bad commit between two good ones is nobody's business
    mended = staff.edit("content/stations/jia.yml", HOURS)
    assert staff.push().returncode == 0
    assert place.commit_shown() == mended
    insist_on_whole(place)


def test_a_forced_push_of_an_older_state_or_of_another_history_is_what_the_public_sees(place: Place) -> None:
    staff = place.staff()
    first = staff.git("rev-parse", "HEAD")
    staff.edit("content/stations/yi.yml", STATION.replace("甲站", "乙站"))
    assert staff.push().returncode == 0
    staff.git("reset", "--quiet", "--hard", first)
    assert staff.push().returncode == 1
    assert "乙站" in place.page("stations/yi/index.html")
    assert staff.push("--force", "HEAD:refs/heads/main").returncode == 0
    assert place.commit_shown() == first
    staff.git("checkout", "--quiet", "--orphan", "another")
    other = staff.edit("content/stations/jia.yml", STATION.replace("喝水", "歇脚"))
    assert staff.push("--force", "HEAD:refs/heads/main").returncode == 0
    assert place.commit_shown() == other
    assert "歇脚" in place.page("stations/jia/index.html")
    insist_on_whole(place)
    assert place.status()["healthy"]
