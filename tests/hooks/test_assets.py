"""Stylesheets and scripts have names that tell their content, and every page asks for them by these."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from build_tools.publishing.fingerprint import fingerprint, named_by
from build_tools.publishing.service_map.library import library_address
from tests.sites import CONTENT, SAMPLE, build_here, copy_engine, mkdocs_build, published_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Published = Callable[[Path], Path]

LOADED = re.compile(r'<(?:link rel="stylesheet"|script)[^>]* (?:href|src)="([^"]+)"')
FORM = re.compile(r"assets/(?:[a-z]+|page\.(?:zh|en))\.([0-9a-f]{8})\.(?:css|js)")


def loaded(site: Path, base: str) -> Iterator[tuple[str, str]]:
    """Each page, and each stylesheet and script that it loads, from the root of a site that lies at `base`."""
    for path in site.rglob("*.html"):
        page = base + path.relative_to(site).as_posix()
        for address in LOADED.findall(path.read_text(encoding="utf-8")):
            yield page, urljoin(page, address).removeprefix(base)


def test_a_name_is_others_when_the_content_is() -> None:
    assert named_by(b"one", "assets/map.js") == f"assets/map.{sha256(b'one').hexdigest()[:8]}.js"
    assert named_by(b"one", "a.css") != named_by(b"two", "a.css")
    assert fingerprint([b"one", b"two"]) == fingerprint([b"onetwo"])


def test_every_page_loads_its_styles_and_scripts_by_names_that_tell_their_content(published: Published) -> None:
    site = published(SAMPLE)
    found = list(loaded(site, "/bulletin/"))
    pages = {f"/bulletin/{path.relative_to(site).as_posix()}" for path in site.rglob("*.html")}
    bare = {page for page in pages if page.startswith("/bulletin/s/")}  # short addresses only lead on
    assert {page for page, _ in found} == pages - bare
    for page, uri in found:
        told = FORM.fullmatch(uri)
        assert told, (page, uri)
        assert fingerprint([(site / uri).read_bytes()]) == told[1]


def test_the_interactive_map_loads_its_library_from_a_folder_whose_name_tells_its_content(published: Published) -> None:
    site = published(SAMPLE)
    for page in ("stations/index.html", "en/stations/index.html", "districts/shili/index.html"):
        html = (site / page).read_text(encoding="utf-8")
        up = "../" * page.count("/")
        assert f'data-leaflet="{up}{library_address()}"' in html
    assert (site / f"{library_address()}.js").is_file()
    assert (site / f"{library_address()}.css").is_file()


def test_nothing_that_a_page_runs_or_is_styled_by_is_published_under_a_name_that_stays(published: Published) -> None:
    site = published(SAMPLE)
    files = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in (".js", ".css"))
    assert [uri for uri in files if not FORM.fullmatch(uri) and not uri.startswith(library_address())] == []


def test_a_copy_that_opens_from_a_folder_finds_them_too(tmp_path: Path) -> None:
    build_here(CONTENT, tmp_path, use_directory_urls=False)
    for page, uri in loaded(tmp_path, "/"):
        if not page.endswith("404.html"):
            assert (tmp_path / uri).is_file(), (page, uri)


def test_another_style_has_another_name_and_every_page_asks_for_it(tmp_path: Path) -> None:
    engine = copy_engine(tmp_path / "engine")
    site = tmp_path / "site"
    assert mkdocs_build(CONTENT, site, engine).returncode == 0
    before = published_name(site, "assets/bulletin.css")
    style = engine / "build_tools/theme/assets/parts.css"
    style.write_text(style.read_text(encoding="utf-8") + "p{color:red}\n", encoding="utf-8")
    assert mkdocs_build(CONTENT, site, engine).returncode == 0
    after = published_name(site, "assets/bulletin.css")
    assert after != before
    assert {uri.lstrip("/") for _, uri in loaded(site, "/bulletin/") if "bulletin" in uri} == {after}


@pytest.mark.parametrize("uri", ["assets/event.css", "assets/map.js"])
def test_what_the_operator_puts_in_place_of_ours_is_loaded_as_it_is(uri: str, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs" / uri
    theirs.parent.mkdir(parents=True)
    theirs.write_text("  /* theirs */\n", encoding="utf-8")
    build_here(CONTENT, tmp_path / "site", theme={"name": "material", "custom_dir": str(tmp_path / "theirs")})
    assert (tmp_path / "site" / published_name(tmp_path / "site", uri)).read_text("utf-8") == "  /* theirs */\n"
