"""Where a private file may lie, asked of a real git."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from build_tools.booking.guard import is_exposed, is_published, is_tracked

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *words: str) -> None:
    """Run git in `folder`."""
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)


def written(path: Path) -> Path:
    """`path`, with a file there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("驿站,类别,月份,件数\n", encoding="utf-8")
    return path


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository that ignores `private/`, with a folder of content."""
    folder = tmp_path / "repository"
    written(folder / "content/site.yml")
    (folder / ".gitignore").write_text("private/\n", encoding="utf-8")
    git(folder.parent, "init", "--quiet", str(folder))
    return folder


def test_a_file_that_git_keeps_is_tracked(repository: Path) -> None:
    file = written(repository / "counts.csv")
    git(repository, "add", "counts.csv")
    assert is_tracked(file)
    git(repository, "rm", "--cached", "--quiet", "counts.csv")
    assert not is_tracked(file)


def test_a_file_is_tracked_even_where_it_is_ignored(repository: Path) -> None:
    file = written(repository / "private/counts.csv")
    git(repository, "add", "--force", "private/counts.csv")
    assert is_tracked(file)


def test_a_link_to_a_tracked_file_is_tracked_and_so_is_a_tracked_link(repository: Path, tmp_path: Path) -> None:
    inside, outside = written(repository / "counts.csv"), written(tmp_path / "elsewhere.csv")
    (tmp_path / "link.csv").symlink_to(inside)
    (repository / "link.csv").symlink_to(outside)
    git(repository, "add", "counts.csv", "link.csv")
    assert is_tracked(tmp_path / "link.csv")
    assert is_tracked(repository / "link.csv")
    assert not is_tracked(outside)


@pytest.mark.parametrize("name", ["counts*.csv", "[c]ounts.csv", ":counts.csv", "-counts.csv", "计数 表.csv"])
def test_signs_that_mean_something_to_git_are_only_a_name(repository: Path, name: str) -> None:
    written(repository / "counts.csv")
    git(repository, "add", "counts.csv")
    file = written(repository / name)
    assert not is_tracked(file)
    assert is_exposed(file)


def test_a_file_among_the_content_is_published(repository: Path) -> None:
    content = repository / "content"
    assert is_published(written(content / "counts.csv"), content)
    assert is_published(written(content / "tallies/counts.csv"), content)
    assert is_published(content / "../content/counts.csv", content)
    assert not is_published(written(repository / "content-private/counts.csv"), content)


def test_a_file_is_published_if_it_or_what_it_links_to_lies_among_the_content(repository: Path, tmp_path: Path) -> None:
    content = repository / "content"
    (tmp_path / "link.csv").symlink_to(written(content / "counts.csv"))
    (content / "link.csv").symlink_to(written(tmp_path / "counts.csv"))
    assert is_published(tmp_path / "link.csv", content)
    assert is_published(content / "link.csv", content)


def test_the_folder_of_content_may_itself_be_a_link(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "content").symlink_to(repository / "content")
    assert is_published(repository / "content/counts.csv", tmp_path / "content")
    assert is_published(tmp_path / "content/counts.csv", repository / "content")


def test_an_ignored_file_is_not_exposed_and_any_other_in_a_repository_is(repository: Path, tmp_path: Path) -> None:
    assert not is_exposed(written(repository / "private/counts.csv"))
    assert is_exposed(written(repository / "counts.csv"))
    assert not is_exposed(written(tmp_path / "counts.csv"))


def test_a_link_out_of_an_ignored_folder_is_judged_by_what_it_links_to(repository: Path) -> None:
    (repository / "private").mkdir()
    (repository / "private/counts.csv").symlink_to(written(repository / "counts.csv"))
    assert is_exposed(repository / "private/counts.csv")


def test_without_git_nothing_is_kept_by_it(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(repository / "counts.csv")
    git(repository, "add", "counts.csv")
    monkeypatch.setenv("PATH", "")
    assert not is_tracked(file)
    assert not is_exposed(file)
