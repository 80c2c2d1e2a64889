"""What goes wrong on the machine is told in one sentence of the reader's language, whatever was being done."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

import pytest

from build_tools.commands import host as door
from build_tools.hosting.layout import Host
from build_tools.hosting.refusal import HostError
from build_tools.hosting.repository import GitError
from build_tools.hosting.space import FULL, is_full
from tests.hosting.steps import host

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.hosting.hosts import Place

ACTIONS = {"init": "start", "rollback": "go_back", "upgrade": "upgrade", "receive": "look_at", "status": "told"}
"""What the door calls for each; `reconcile` has sentences of its own."""
AGAIN = "服务器的磁盘满了，没有做成。腾出空间以后再做一次。\n"
FAILURES: tuple[tuple[Exception, str], ...] = (
    (OSError(errno.ENOSPC, "No space left on device"), AGAIN),
    (OSError(errno.EDQUOT, "Disk quota exceeded"), AGAIN),
    (GitError(f"fatal: cannot write keep file: {FULL}"), AGAIN),
    (PermissionError(errno.EACCES, "Permission denied", "/x/log"), "没能读写 /x/log：系统不允许"),
    (NotADirectoryError(errno.ENOTDIR, "Not a directory"), "路径中间有一段不是文件夹"),
    (subprocess.CalledProcessError(1, ["sync", "--file-system", "/x"]), "sync 没有做完（退出码 1）"),
    (GitError("fatal: one\nfatal: two"), "fatal: one fatal: two"),
)


def failing(name: str, error: Exception) -> Callable[[], None]:
    """What makes the door's function `name` end with `error`, and tells `receive` of a push."""

    def fail(*_: object) -> NoReturn:
        raise error

    def before() -> None:
        setattr(door, name, fail)
        sys.stdin = io.StringIO(f"{'0' * 40} {'1' * 40} refs/heads/main\n")

    return before


@pytest.mark.parametrize("action", ACTIONS)
def test_a_full_disk_is_told_whatever_was_being_done(quick: Place, action: str) -> None:
    words = ["x.whl"] if action == "upgrade" else []
    error = FAILURES[0][0]
    done = host(quick, action, *words, before=failing(ACTIONS[action], error))
    assert (done.returncode, done.stderr) == (1, AGAIN)


@pytest.mark.parametrize(("error", "said"), FAILURES)
def test_whatever_the_machine_refuses_is_told_on_one_line(quick: Place, error: Exception, said: str) -> None:
    done = host(quick, "rollback", before=failing("go_back", error))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert said in done.stderr


@pytest.mark.parametrize("reason", ["build_failed", "check_failed"])
def test_an_engine_that_found_no_room_is_believed(quick: Place, reason: str) -> None:
    here = Host(quick.folder, os.environ)
    assert is_full(here, HostError(reason, status=1, said=f"OSError: [Errno 28] {FULL}: 'x'"))
    assert not is_full(here, HostError(reason, status=1, said="x"))


def test_a_host_is_not_begun_where_a_file_is(quick: Place) -> None:
    (quick.beside / "file").write_text("x")
    done = host(type(quick)(quick.beside / "file", quick.beside), "init")
    assert (done.returncode, done.stderr) == (1, f"{quick.beside}/file 是文件，不是文件夹。换一个空文件夹。\n")


def test_what_git_says_while_a_host_is_begun_is_told_once(tmp_path: Path, quick: Place) -> None:
    place = type(quick)(tmp_path / "new", tmp_path)
    (place.folder / "repo.git" / "HEAD").mkdir(parents=True)
    done = host(place, "init")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done
    assert done.stderr.startswith("没有做成（repository）：")
    assert "Command" not in done.stderr
