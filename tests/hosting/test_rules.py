"""Rules of the host that are best said alone."""

from __future__ import annotations

import gzip
import os
from hashlib import sha256
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]
import pytest

from build_tools.hosting.compressing import TOO_SMALL, compress
from build_tools.hosting.copying import fill, tree_of
from build_tools.hosting.layout import Host
from build_tools.hosting.manifest import read_manifest, write_manifest
from build_tools.hosting.refusal import HostError
from build_tools.hosting.releases import prune
from build_tools.hosting.verifying import targets, verify

if TYPE_CHECKING:
    from pathlib import Path

NOISE = b"".join(sha256(bytes([number])).digest() for number in range(64))
"""Nothing compresses it."""
LINKS: tuple[tuple[str, list[str]], ...] = (
    ('<a href="b.html">', ["s/b.html"]),
    ("<a class=x href=b.html>", ["s/b.html"]),
    ("<img alt='' src='../i/a.png'>", ["i/a.png"]),
    ('<a href="../">', ["./"]),
    ('<a href="b.html#part">', ["s/b.html"]),
    ('<a href="b.html?x=1">', ["s/b.html"]),
    ('<a href="%E7%94%B2.html">', ["s/甲.html"]),
    ('<a href="a&amp;b.html">', ["s/a&b.html"]),
    ('<a href="#part">', []),
    ('<a href="">', []),
    ('<a href="https://example.org/">', []),
    ('<a href="//example.org/">', []),
    ('<a href="tel:1">', []),
    ('<a href="data:text/plain,x">', []),
    ("<p>href=b.html</p>", []),
)


@pytest.mark.parametrize(("text", "found"), LINKS)
def test_what_leads_somewhere_inside_the_site(text: str, found: list[str]) -> None:
    assert list(targets("s/a.html", text)) == found


def site(folder: Path, **pages: str) -> set[str]:
    """The smallest site in `folder`, and more pages; the paths of all."""
    uris = {"index.html": "x", "404.html": "x", **{f"{name}.html": text for name, text in pages.items()}}
    for uri, text in uris.items():
        (folder / uri).write_text(text, encoding="utf-8")
    return set(uris)


@pytest.mark.parametrize(
    ("page", "reason"), [("", "page_empty"), ("<a href=gone/>", "link_broken"), ("<script src=x.js>", "link_broken")]
)
def test_a_site_with_a_bad_page_is_not_shown(tmp_path: Path, page: str, reason: str) -> None:
    uris = site(tmp_path, new=page)
    with pytest.raises(HostError, match=reason):
        verify(tmp_path, uris, uris, [])


def test_a_page_that_is_no_text_is_looked_at_all_the_same(tmp_path: Path) -> None:
    uris = site(tmp_path, new="x")
    (tmp_path / "new.html").write_bytes(b"\xff<a href=index.html>")
    verify(tmp_path, uris, uris, [])


def test_compressed_forms_say_the_same_and_are_the_same_each_time(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(b"<p>again</p>" * 100)
    compress(page)
    forms = [(tmp_path / f"page.html{ending}").read_bytes() for ending in (".br", ".gz")]
    assert [brotli.decompress(forms[0]), gzip.decompress(forms[1])] == [page.read_bytes()] * 2
    os.utime(page, (1, 1))
    compress(page)
    assert [(tmp_path / f"page.html{ending}").read_bytes() for ending in (".br", ".gz")] == forms


@pytest.mark.parametrize("content", [b"x" * (TOO_SMALL - 1), NOISE], ids=["small", "noise"])
def test_what_gets_no_smaller_has_no_compressed_form(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(content)
    compress(path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_manifest_is_read_as_it_was_written_and_what_is_known_is_not_read_again(tmp_path: Path) -> None:
    uris = site(tmp_path, **{"一 二": "y"})
    write_manifest(tmp_path, uris, {"index.html": "0" * 64})
    told = read_manifest(tmp_path)
    assert told.keys() == uris
    assert told["index.html"] == "0" * 64


def test_a_compressed_form_goes_with_the_file_it_was_made_of(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, text in ((old, "a"), (new, "b")):
        folder.mkdir()
        (folder / "x.html").write_text(text)
    os.link(old / "x.html", old / "same.html")
    os.link(old / "x.html", new / "same.html")
    for uri in ("x.html", "same.html", "gone.html"):
        (old / f"{uri}.br").write_text("br")
    fill(tree_of(old), tree_of(new).inodes, tree_of(new).place)
    assert sorted(one.name for one in old.iterdir()) == ["same.html", "same.html.br", "x.html"]
    assert (old / "x.html").read_text() == "b"


def test_what_either_link_leads_to_is_never_pruned_and_the_last_other_one_is_the_spare(tmp_path: Path) -> None:
    host = Host(tmp_path, {})
    for name in ("tmp", "state"):
        (tmp_path / name).mkdir()
    for number in (1, 2, 9, 10, 11):
        (host.releases / f"{number}-{'a' * 12}" / str(number)).mkdir(parents=True)
    (host.spare / "old").mkdir(parents=True)
    host.current.symlink_to(f"releases/2-{'a' * 12}")
    host.previous.symlink_to(f"releases/11-{'a' * 12}")
    prune(host)
    assert sorted(one.name for one in host.releases.iterdir()) == [f"11-{'a' * 12}", f"2-{'a' * 12}"]
    assert [one.name for one in host.spare.iterdir()] == ["10"]
