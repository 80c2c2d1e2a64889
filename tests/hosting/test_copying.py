"""What of a built site becomes part of a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.hosting.copying import tree_of

if TYPE_CHECKING:
    from pathlib import Path


def test_neither_what_is_hidden_nor_a_link_is_part_of_a_release(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "a" / "index.html").write_text("a page")
    (site / "a" / ".hidden").write_text("hidden")
    (tmp_path / "secret.txt").write_text("secret")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    (site / "linked").symlink_to(tmp_path)
    assert list(tree_of(site).inodes) == ["a/index.html"]
