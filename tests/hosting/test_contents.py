"""Files that are passed on from one commit to the next are those of the commit, whatever the one before held."""

from __future__ import annotations

import multiprocessing
import subprocess
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from build_tools.hosting.contents import lay_out, leave
from build_tools.hosting.layout import Host
from build_tools.hosting.refusal import HostError
from build_tools.hosting.repository import Repository
from tests.hosting.hosts import Staff, environment

if TYPE_CHECKING:
    from pathlib import Path

STATES: dict[str, dict[str, str]] = {
    "two files": {"a.yml": "1", "b/c.yml": "2"},
    "another text, and one file less": {"a.yml": "一"},
    "a folder where there was a file": {"a.yml/x.yml": "3", "b/c.yml": "2"},
    "a file where there was a folder": {"a.yml": "1", "b": "4"},
    "deeper, with names in Chinese": {"b/驿站/d.yml": "5", "b/c.yml": ""},
    "nothing": {},
}


@pytest.fixture(scope="module")
def commits(tmp_path_factory: pytest.TempPathFactory) -> tuple[Host, dict[str, str]]:
    """A host without an engine, and the commit of each state."""
    folder = tmp_path_factory.mktemp("contents")
    host = Host(folder, environment())
    subprocess.run(["git", "init", "--quiet", "--bare", str(host.repository)], check=True)
    subprocess.run(["git", "init", "--quiet", str(folder / "staff")], check=True)
    staff, made = Staff(folder / "staff", host.repository), {}
    for name, files in STATES.items():
        staff.git("rm", "-r", "-f", "-q", "--ignore-unmatch", ".")
        for path, text in files.items():
            staff.put(f"content/{path}", text)
        staff.put("elsewhere.txt", name)
        made[name] = staff.commit(name)
    staff.git("push", "--quiet", str(host.repository), "HEAD:refs/heads/main")
    return host, made


def files_in(content: Path) -> dict[str, str]:
    """Path → text of each file, and of each folder without any an empty one with a slash."""
    found = {path.relative_to(content).as_posix(): path.read_text() for path in content.rglob("*") if path.is_file()}
    return found | {f"{path.name}/": "" for path in content.rglob("*") if path.is_dir() and not any(path.iterdir())}


@pytest.mark.parametrize(("before", "after"), list(permutations(STATES, 2)))
def test_what_is_passed_on_becomes_the_next_commit(
    before: str,
    after: str,
    commits: tuple[Host, dict[str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    host, made = commits
    repository = Repository(host)
    lay_out(host, repository, made[before], tmp_path / "before")
    leave(host, made[before], tmp_path / "before")
    assert [one.name for one in host.contents.iterdir()] == [made[before]]
    monkeypatch.delattr("build_tools.hosting.contents.take")  # nothing is written anew
    content = lay_out(host, repository, made[after], tmp_path / "after")
    assert list(host.contents.iterdir()) == []
    assert files_in(content) == STATES[after]
    told = subprocess.run(["git", "rev-parse", "HEAD"], cwd=content, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == made[after]


def test_a_commit_that_git_has_forgotten_is_no_base(commits: tuple[Host, dict[str, str]], tmp_path: Path) -> None:
    host, made = commits
    (host.contents / ("5" * 40) / "content").mkdir(parents=True)
    (host.contents / ("5" * 40) / "content" / "old.yml").write_text("6")
    content = lay_out(host, Repository(host), made["two files"], tmp_path / "taken")
    assert files_in(content) == STATES["two files"]


def test_a_link_is_refused_also_where_files_are_passed_on(commits: tuple[Host, dict[str, str]], tmp_path: Path) -> None:
    host, made = commits
    staff = Staff(host.folder / "staff", host.repository)
    (staff.folder / "content").mkdir(exist_ok=True)
    (staff.folder / "content" / "x.yml").symlink_to("/etc/passwd")
    linked = staff.commit("a link")
    staff.git("push", "--quiet", str(host.repository), "HEAD:refs/heads/linked")
    lay_out(host, Repository(host), made["two files"], tmp_path / "before")
    leave(host, made["two files"], tmp_path / "before")
    with pytest.raises(HostError, match="no_file"):
        lay_out(host, Repository(host), linked, tmp_path / "taken")


@pytest.mark.parametrize("harm", ["lost", "cut off", "one too many"])
def test_files_that_are_not_those_of_the_commit_are_not_passed_on(
    harm: str, commits: tuple[Host, dict[str, str]], tmp_path: Path
) -> None:
    host, made = commits
    lay_out(host, Repository(host), made["two files"], tmp_path / "before")
    leave(host, made["two files"], tmp_path / "before")
    content = host.contents / made["two files"] / "content"
    if harm == "lost":
        (content / "a.yml").unlink()
    else:
        (content / ("a.yml" if harm == "cut off" else "x.yml")).write_text("")
    after = lay_out(host, Repository(host), made["a file where there was a folder"], tmp_path / "after")
    assert files_in(after) == STATES["a file where there was a folder"]


def pass_on(host: Host, made: dict[str, str], folder: Path) -> None:
    """Take and leave again and again, as many pushes at once do; what is taken is always whole."""
    repository = Repository(host)
    for turn in range(12):
        for name, commit in made.items():
            taken = folder / f"{turn}-{name}"
            assert files_in(lay_out(host, repository, commit, taken)) == STATES[name]
            leave(host, commit, taken)


def test_of_many_who_take_and_leave_at_once_each_gets_the_files_of_the_commit(
    commits: tuple[Host, dict[str, str]], tmp_path: Path
) -> None:
    host, made = commits
    split = multiprocessing.get_context("fork")
    everybody = []
    for number in range(3):
        (tmp_path / str(number)).mkdir()
        everybody.append(split.Process(target=pass_on, args=(host, made, tmp_path / str(number))))
    for one in everybody:
        one.start()
    for one in everybody:
        one.join()
    assert [one.exitcode for one in everybody] == [0, 0, 0]
