"""What git does not say to its end is never taken for all there is."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from build_tools.hosting.layout import Host
from build_tools.hosting.repository import GitError, Repository
from tests.hosting.hosts import environment

if TYPE_CHECKING:
    from pathlib import Path

ID = "5" * 40
WHOLE = f"printf '{ID} blob 5\\nhello\\n'"
ENDS = {
    "nothing is said": "exit 0",
    "the first of two": WHOLE,
    "killed within a heading": f"printf '{ID} bl'; kill -9 $$",
    "killed within a file": f"printf '{ID} blob 5\\nhe'; kill -9 $$",
    "killed between files": f"{WHOLE}; kill -9 $$",
    "another status after the last file": f"{WHOLE}; {WHOLE}; echo 'fatal: no more' >&2; exit 128",
    "a file is missing": f"printf '{ID} missing\\n'",
}


def repository(folder: Path, said: str) -> Repository:
    """A repository that is asked by a git that does what is `said`."""
    host = Host(folder, {**environment(), "PATH": f"{folder}:{os.environ['PATH']}"})
    subprocess.run(["git", "init", "--quiet", "--bare", str(host.repository)], check=True)
    (folder / "git").write_text(f"#!/bin/sh\n{said}\n")
    (folder / "git").chmod(0o755)
    return Repository(host)


@pytest.mark.parametrize("end", ENDS)
def test_files_that_git_does_not_give_to_their_end_are_an_error_of_git(tmp_path: Path, end: str) -> None:
    with pytest.raises(GitError):
        list(zip("ab", repository(tmp_path, ENDS[end]).blobs([ID, ID]), strict=True))


def test_what_git_says_of_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(GitError, match=r"^fatal: no more$"):
        list(repository(tmp_path, ENDS["another status after the last file"]).blobs([ID, ID]))


def test_a_size_that_git_does_not_know_is_an_error_of_git(tmp_path: Path) -> None:
    with pytest.raises(GitError, match=f"^{ID} missing$"):
        repository(tmp_path, ENDS["a file is missing"]).sizes([ID])


def test_all_that_was_asked_for_is_given(tmp_path: Path) -> None:
    assert list(repository(tmp_path, f"{WHOLE}; {WHOLE}").blobs([ID, ID])) == [b"hello", b"hello"]
