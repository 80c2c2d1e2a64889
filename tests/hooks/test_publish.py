"""MkDocs' door: what gets into the site folder, and what never does."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import jinja2
import markdown
import pytest
from mkdocs.exceptions import Abort

from build_tools.build import build
from build_tools.settings import settings_from
from build_tools.writing import as_markdown, html_block, write_site
from hooks.chrome import is_top
from tests.sites import CONTENT, DAY, SAMPLE, build_here, copy_engine, digest, mkdocs_build, published_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from build_tools.publishing.site import SitePage
    from hooks.door import Door

    Published = Callable[[Path], Path]


@pytest.fixture(scope="module", params=["content", "sample"])
def door(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Door, Path]]:
    content = CONTENT if request.param == "content" else SAMPLE
    site = tmp_path_factory.mktemp(f"site-{request.param}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        yield build_here(content, site), site


def main_of(html: str) -> str:
    """What stands inside `<main>`, without blank lines."""
    inside = html.partition('<main class="bulletin-main" id="main">')[2].partition("</main>")[0]
    return "\n".join(line for line in inside.split("\n") if line.strip())


def test_a_spliced_page_equals_the_fully_rendered_one_byte_for_byte(door: tuple[Door, Path]) -> None:
    """One page of each kind would do; all of them are cheap."""
    chrome = door[0].chrome
    pages = [page for page in door[0].site.pages if not is_top(page)]
    assert len(pages) > 40
    for page in pages:
        assert chrome.spliced(page) == chrome.whole(page).encode(), page.uri


def test_a_page_of_the_menu_is_what_mkdocs_itself_renders(door: tuple[Door, Path]) -> None:
    menu = [page for page in door[0].site.pages if page.menu and not page.folder]
    assert len(menu) >= 5
    for page in menu:
        assert (door[1] / page.uri / "index.html").read_text(encoding="utf-8") == door[0].chrome.whole(page)


def test_both_doors_publish_the_same_bodies_and_files(door: tuple[Door, Path], tmp_path: Path) -> None:
    site = door[0].site
    written = tmp_path / "written"
    write_site(site, written)
    for page in site.pages:
        name = page.uri if page.uri.endswith(".html") else f"{page.uri}index.html"
        served = main_of((door[1] / name).read_text(encoding="utf-8"))
        markdown = (written / (name.removesuffix(".html") + ".md")).read_text(encoding="utf-8")
        assert html_block(served) == markdown.split("\n---\n", 1)[1].rstrip("\n"), page.uri
    for file in site.files:
        assert (door[1] / file.uri).read_bytes() == (written / file.uri).read_bytes()


def test_a_folder_in_which_a_write_was_stopped_can_be_written_again(
    door: tuple[Door, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, written = door[0].site, tmp_path / "written"
    with monkeypatch.context() as patch:
        patch.setattr("build_tools.writing.as_markdown_file", lambda _: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            write_site(site, written)
    assert any(written.rglob("*.csv"))
    write_site(site, written)
    assert (written / "index.md").is_file()


def test_the_command_line_builds_what_the_hook_builds(door: tuple[Door, Path]) -> None:
    content = CONTENT if "sample" not in door[1].name else SAMPLE
    built = build(settings_from(content, {"SOURCE_DATE_EPOCH": DAY}))
    assert built.site and list(map(shown, built.site.pages)) == list(map(shown, door[0].site.pages))


def shown(page: SitePage) -> tuple[SitePage, str]:
    """`page` with its body; the command line does not know by which engine it is built, and keeps nothing."""
    return page._replace(printed=str, key=None), page.body


def test_another_builder_shows_the_body_as_it_is(door: tuple[Door, Path]) -> None:
    """Plain Python-Markdown, which MkDocs and its successors use, must not touch the HTML."""
    for page in door[0].site.pages:
        text = as_markdown(page).split("\n---\n", 1)[1]
        assert markdown.markdown(text) == text.rstrip("\n"), page.uri


def test_nothing_but_pages_assets_and_files_is_published(door: tuple[Door, Path]) -> None:
    suffixes = {path.rpartition(".")[2] for path in digest(door[1])}
    assert suffixes <= {
        "html",
        "css",
        "js",
        "svg",
        "ico",
        "txt",
        "xml",
        "ics",
        "csv",
        "png",
        "jpg",
        "webp",
        "json",
        "geojson",
    }
    assert not [path for path in digest(door[1]) if path.endswith((".yml", ".md"))]
    assets = [path for path in digest(door[1]) if path.startswith("assets/")]
    assert [path for path in assets if path.startswith("assets/page.zh.")]
    assert not [path for path in assets if path.startswith(("assets/hours.", "assets/page.js"))]


def test_every_page_has_one_title_and_says_its_language(door: tuple[Door, Path]) -> None:
    for path in digest(door[1]):
        if path.endswith(".html") and not path.startswith("s/"):
            html = (door[1] / path).read_text(encoding="utf-8")
            assert html.partition("</head>")[0].count("<title>") == html.count("<h1") == 1, path
            assert f'<html lang="{"en" if path.startswith("en/") else "zh-CN"}">' in html
            assert html.count('<meta name="description" content="') == 1


def test_two_builds_of_one_commit_are_byte_identical(published: Published, tmp_path: Path) -> None:
    """The one that all tests share was built with another seed of hashes."""
    assert mkdocs_build(SAMPLE, tmp_path, PYTHONHASHSEED="1").returncode == 0
    assert digest(tmp_path) == digest(published(SAMPLE))


def test_an_error_in_the_content_leaves_the_previous_site_untouched(published: Published, tmp_path: Path) -> None:
    content, site = tmp_path / "content", tmp_path / "site"
    shutil.copytree(CONTENT, content)
    shutil.copytree(published(CONTENT), site)
    before = digest(site)
    (content / "stations" / "zhengyang.yml").write_text("名称: 只有名称\n", encoding="utf-8")
    failed = mkdocs_build(content, site)
    assert failed.returncode != 0
    assert "E023" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert digest(site) == before


@pytest.mark.parametrize("missing", ["folder", "site.yml", "vocabulary.yml"])
def test_missing_content_ends_the_build_with_a_problem(missing: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    if missing != "folder":
        shutil.copytree(CONTENT, content)
        (content / missing).unlink()
    with pytest.raises(Abort):
        build_here(content, tmp_path / "site")


def test_unknown_addresses_get_a_chinese_page_that_works_below_a_path(published: Published) -> None:
    html = (published(SAMPLE) / "404.html").read_text(encoding="utf-8")
    assert "没有这一页" in html
    assert f'href="/bulletin/{published_name(published(SAMPLE), "assets/bulletin.css")}"' in html
    assert 'href="/bulletin/stations/"' in html
    assert 'href="../' not in html


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Door, Path]:
    """Our own content as a folder that opens without a server."""
    folder = tmp_path_factory.mktemp("files")
    return build_here(CONTENT, folder, use_directory_urls=False), folder


def test_links_work_from_a_folder_of_files(files: tuple[Door, Path]) -> None:
    door, site = files
    for page in door.site.pages:
        for link in page.body.split('href="')[1:]:
            target = link.partition('"')[0].partition("#")[0].partition("?")[0]
            if target and "//" not in target and not target.startswith(("tel:", "mailto:")) and page.uri != "404.html":
                assert (site / page.uri / target).resolve().is_file(), (page.uri, target)


def test_links_of_the_frame_work_from_a_folder_of_files_too(files: tuple[Door, Path]) -> None:
    station = files[1] / "stations" / "zhengyang"
    html = (station / "index.html").read_text(encoding="utf-8")
    frame = html.partition("<main")[0] + html.partition("</main>")[2]
    for link in frame.split('href="')[1:]:
        target = link.partition('"')[0]
        if not target.startswith(("tel:", "#")):
            assert (station / target).resolve().is_file(), target
    assert 'aria-current="true">找驿站' in html


def test_a_menu_of_the_operator_may_have_sections_in_sections(tmp_path: Path) -> None:
    nav = [{"首页": "index.md"}, {"甲": [{"乙": [{"找": "stations/index.md"}]}, "events/index.md"]}]
    build_here(CONTENT, tmp_path / "site", nav=nav)
    html = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert ">首页</a>" in html
    assert ">找</a>" in html
    assert ">活动</a>" in html, "a page without a title in the menu bears its own"


def test_the_theme_is_found_however_its_folder_is_spelled(tmp_path: Path) -> None:
    root = copy_engine(tmp_path / "engine")
    (tmp_path / "link").symlink_to(root)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("build_tools/theme", "./build_tools/theme"), "utf-8")
    assert mkdocs_build(CONTENT, tmp_path / "site", tmp_path / "link").returncode == 0
    assert published_name(tmp_path / "site", "assets/bulletin.css")


def test_a_plugin_that_alters_the_marks_is_told_and_not_published(tmp_path: Path) -> None:
    door = build_here(CONTENT, tmp_path / "site")
    door.chrome.shells.clear()
    door.chrome.env = jinja2.Environment(loader=jinja2.DictLoader({"main.html": "no body"}), autoescape=True)
    with pytest.raises(RuntimeError, match="marks"):
        door.chrome.spliced(next(page for page in door.site.pages if page.uri == "stations/zhengyang/"))
