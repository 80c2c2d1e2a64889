"""Content may look like a repository of git; it is asked for nothing, and its settings run nothing."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from build_tools.git import answer
from tests.forked import command

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def pretended(content: Path) -> Path:
    """The smallest bulletin, whose folder pretends to be a bare repository with a program that watches files."""
    subprocess.run(["git", "init", "--quiet", "--bare", str(content)], check=True)
    program = f"touch {content.parent / 'run'}; false"
    settings = {"core.bare": "false", "core.worktree": ".", "core.fsmonitor": program}
    for key, value in settings.items():
        subprocess.run(["git", "--git-dir", str(content), "config", key, value], check=True)
    return content


def test_git_on_its_own_would_run_the_program(pretended: Path) -> None:
    subprocess.run(["git", "-C", str(pretended), "ls-files", "--others"], capture_output=True, check=False)
    assert (pretended.parent / "run").exists()


def test_content_that_looks_like_a_repository_runs_nothing(pretended: Path) -> None:
    command("check", "--content", pretended)
    assert not (pretended.parent / "run").exists()
    assert answer(pretended, "rev-parse", "HEAD") is None
