"""Everything in `content/` is public, so what is not expected there is a problem."""

from __future__ import annotations

import io
import os
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from build_tools.build import build
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.folder import RESERVED, list_folder
from build_tools.records.files import Kind
from build_tools.settings import Settings
from tests.conftest import EVENT, NOTICE, STATION, check, codes, put, told
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path


def small_picture() -> bytes:
    """A picture of one white dot."""
    file = io.BytesIO()
    Image.new("1", (1, 1), 1).save(file, "PNG")
    return file.getvalue()


PICTURE = small_picture()
EXPECTED = [
    ("site.yml", Kind.SITE, "", ""),
    ("vocabulary.yml", Kind.VOCABULARY, "", ""),
    ("districts/a.yml", Kind.DISTRICT, "a", ""),
    ("organizations/a-b.yml", Kind.ORGANIZATION, "a-b", ""),
    ("calendar/2026.yml", Kind.CALENDAR, "", "2026"),
    ("stations/a1.yml", Kind.STATION, "a1", ""),
    (f"stations/{'a' * 60}.yml", Kind.STATION, "a" * 60, ""),
    ("events/2026/a.yml", Kind.EVENT, "a", "2026"),
    ("notices/1999/a.yml", Kind.NOTICE, "a", "1999"),
    ("about.md", Kind.ESSAY, "about", ""),
    ("images/door.jpg", Kind.PICTURE, "door", ""),
    ("images/door.webp", Kind.PICTURE, "door", ""),
]
UNEXPECTED = [
    ("notes.txt", "E006"),
    (".gitignore", "E006"),
    (".DS_Store", "E247"),
    ("stations/~$jia.yml", "E247"),
    ("images/Thumbs.db", "E247"),
    ("stations/jia.yml.yml", "E226"),
    ("notices/2026/a.md", "E226"),
    ("images/door.jpg.jpg", "E226"),
    ("notice/2026/a.yml", "E229"),
    ("station/a.yml", "E229"),
    ("jia.yml", "E006"),
    ("stations/.jia.yml.swp", "E006"),
    ("stations/jia.yml~", "E006"),
    ("stations/jia.yaml", "E226"),
    ("stations/jia.YML", "E226"),
    ("stations/jia.yml.txt", "E226"),
    ("site.yaml", "E226"),
    ("events/2026/a.yaml", "E226"),
    ("about.markdown", "E226"),
    ("map/streets.json", "E226"),
    ("package.json", "E006"),
    ("stations/jia.txt", "E226"),
    ("stations/old/notes.txt", "E006"),
    ("images/door.JPG", "E226"),
    ("images/door.jpeg", "E226"),
    ("images/DSC 01 (2).JPG", "E226"),
    ("images/门口.JPG", "E226"),
    ("images/IMG_20261017_123456.jpg", "E008"),
    ("images/Door 2.jpg", "E008"),
    ("images/door.svg", "E227"),
    ("images/IMG_1.HEIC", "E227"),
    ("stations/door.heic", "E227"),
    ("events/a.yml", "E228"),
    ("notices/国庆.yaml", "E228"),
    ("stations/old/jia.yml", "E229"),
    ("stations/door.JPG", "E229"),
    ("images/2026/door.png", "E229"),
    ("streets.geojson", "E229"),
    ("guide/start.md", "E006"),
    ("居民名单.xlsx", "E006"),
    ("stations/居民\n名单.yml", "E008"),
    ("stations/蒸阳.yml", "E008"),
    ("stations/Jia.yml", "E008"),
    ("stations/jia_yi.yml", "E008"),
    ("stations/-jia.yml", "E008"),
    ("stations/jia--yi.yml", "E008"),
    ("stations/.yml", "E006"),
    (f"stations/{'a' * 61}.yml", "E008"),
    ("stations/jia yi.yml", "E008"),
    ("events/2026/下棋.yml", "E008"),
    ("events/26/a.yml", "E010"),
    ("events/2126/a.yml", "E010"),
    ("notices/二〇二六/a.yml", "E010"),
    ("calendar/26.yml", "E010"),
    ("calendar/2026/a.yml", "E006"),
    ("guide.md", "E019"),
    ("organizations/unknown.yml", "E138"),
    ("en.md", "E019"),
    ("About.md", "E008"),
]


@pytest.mark.parametrize(("uri", "kind", "id_", "year"), EXPECTED)
def test_an_expected_file_is_found_with_its_id(tmp_path: Path, uri: str, kind: Kind, id_: str, year: str) -> None:
    put(tmp_path, uri, "")
    (found,), problems = list_folder(tmp_path)
    assert (found.kind, found.uri, found.id, found.year, problems) == (kind, uri, id_, year, ())


@pytest.mark.parametrize(("uri", "code"), UNEXPECTED)
def test_an_unexpected_file_is_a_problem(tmp_path: Path, uri: str, code: str) -> None:
    put(tmp_path, uri, "")
    found, (problem,) = list_folder(tmp_path)
    assert (found, problem.code, problem.place.file) == ((), code, uri)


@pytest.mark.parametrize(
    "uri", [uri for uri, code in UNEXPECTED if code in ("E008", "E010", "E226", "E227", "E228", "E229")]
)
def test_a_file_may_lie_where_the_message_says(tmp_path: Path, uri: str) -> None:
    put(tmp_path / "wrong", uri, "")
    _, (problem,) = list_folder(tmp_path / "wrong")
    put(tmp_path / "right", dict(problem.words)["path"], "")
    assert list_folder(tmp_path / "right")[1] == ()


@pytest.mark.parametrize(
    ("uri", "right"),
    [
        ("images/DSC 01 (2).JPG", "images/dsc-01-2.jpg"),
        ("images/门口.JPG", "images/jia-door.jpg"),
        ("images/IMG_20261017_123456.jpg", "images/jia-door.jpg"),
        ("stations/Jia_Yi.yml", "stations/jia-yi.yml"),
        ("stations/蒸阳.yml", "stations/xin-zhan.yml"),
        ("About.en.md", "about.en.md"),
        ("stations/door.heic", "images/door.jpg"),
    ],
)
def test_a_name_that_is_obvious_is_told_and_else_an_example(tmp_path: Path, uri: str, right: str) -> None:
    put(tmp_path, uri, "")
    assert dict(list_folder(tmp_path)[1][0].words)["path"] == right


@pytest.mark.parametrize(
    ("text", "year"), [("日期: 2025-12-20\n", "2025"), ('发布: "2024-01-01"\n', "2024"), ("名称: 下棋\n", "2026")]
)
def test_the_folder_of_a_year_is_told_from_the_date(tmp_path: Path, text: str, year: str) -> None:
    put(tmp_path, "events/a.yml", text)
    assert dict(list_folder(tmp_path)[1][0].words)["path"] == f"events/{year}/a.yml"


@pytest.mark.parametrize(
    ("uri", "text", "right"),
    [
        ("jia.yml", STATION, "stations/jia.yml"),
        ("驿站/jia.yaml", STATION, "stations/jia.yml"),
        ("xiaqi.yml", EVENT, "events/2026/xiaqi.yml"),
        ("notice/2026/a.yml", NOTICE.replace("2026", "2025"), "notices/2025/a.yml"),
        ("events/2026/10/a.yml", EVENT, "events/2026/a.yml"),
    ],
)
def test_where_a_record_belongs_is_told_from_its_keys(tmp_path: Path, uri: str, text: str, right: str) -> None:
    put(tmp_path, uri, text)
    (problem,) = list_folder(tmp_path)[1]
    assert (problem.code, dict(problem.words)["path"]) == ("E229", right)


@pytest.mark.parametrize(
    ("uri", "text", "right"),
    [
        ("stations/a.yml", EVENT, "events/2026/a.yml"),
        ("stations/a.yml", NOTICE + "有效至: 2026-10-09\n", "notices/2026/a.yml"),
        ("events/2026/a.yml", STATION, "stations/a.yml"),
        ("notices/2026/a.yml", EVENT, "events/2026/a.yml"),
        ("organizations/a.yml", STATION, "stations/a.yml"),
    ],
)
def test_a_record_in_the_folder_of_others_is_told_once(content: Path, uri: str, text: str, right: str) -> None:
    put(content, uri, text)
    (problem,) = check(content)
    assert (problem.code, dict(problem.words)["path"]) == ("E248", right)


@pytest.mark.parametrize("text", ["名称: 乙站\n", "标题: 一\n发布日: 二\n内容: 三\n"])
def test_a_file_of_which_little_is_known_stays_what_its_folder_says(content: Path, text: str) -> None:
    put(content, "stations/a.yml", text)
    assert "E248" not in codes(content)


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_a_hand_written_page_does_not_take_the_address_of_ours(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"{name}.md", "# 标题\n")
    assert [problem.code for problem in list_folder(tmp_path)[1]] == ["E019"]


def test_every_address_of_ours_is_kept_from_hand_written_pages() -> None:
    site = build(Settings(content=SAMPLE, today=date(2026, 11, 20))).site
    assert site
    essays = {path.name.partition(".")[0] for path in SAMPLE.glob("*.md")}
    uris = [*(page.uri for page in site.pages), *(file.uri for file in site.files)]
    folders = {uri.partition("/")[0] for uri in uris if "/" in uri}
    assert folders - essays <= RESERVED


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    uris = ["about.md", "districts/a.yml", "events/2025/b.yml", "events/2026/a.yml", "site.yml"]
    for uri in reversed(uris):
        put(tmp_path, uri, "")
    assert [one.uri for one in list_folder(tmp_path)[0]] == uris


def test_a_link_to_a_file_is_no_file(content: Path) -> None:
    (content / "stations/yi.yml").symlink_to(content / "stations/jia.yml")
    assert told(content) == [("E007", "stations/yi.yml", 1, 1, "")]


def test_a_link_to_a_folder_is_not_entered(content: Path, tmp_path: Path) -> None:
    put(tmp_path / "elsewhere", "secret.txt", "")
    (content / "images").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert told(content) == [("E007", "images", 1, 1, "")]


def test_a_link_that_leads_nowhere_or_in_a_circle_is_only_a_link(content: Path) -> None:
    (content / "images").mkdir()
    (content / "images/gone.jpg").symlink_to("gone")
    (content / "images/circle").symlink_to(content, target_is_directory=True)
    assert codes(content) == ["E007", "E007"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_no_file_and_is_not_waited_for(content: Path) -> None:
    os.mkfifo(content / "stations/yi.yml")
    assert told(content) == [("E006", "stations/yi.yml", 1, 1, "")]


def test_a_folder_named_like_a_file_is_no_file(content: Path) -> None:
    (content / "stations/yi.yml").mkdir()
    put(content, "stations/yi.yml/notes.txt", "")
    assert told(content) == [("E006", "stations/yi.yml/notes.txt", 1, 1, "")]


def test_without_a_folder_nothing_else_is_missing(tmp_path: Path) -> None:
    assert told(tmp_path / "content") == [("E001", "", 1, 1, "")]
    put(tmp_path, "content", "a file")
    assert told(tmp_path / "content") == [("E001", "", 1, 1, "")]


@pytest.mark.parametrize("uri", ["site.yml", "vocabulary.yml"])
def test_a_bulletin_has_a_site_and_a_vocabulary(content: Path, uri: str) -> None:
    (content / uri).unlink()
    assert ("E002", uri, 1, 1, "") in told(content)


def test_without_a_vocabulary_no_term_is_called_unknown(content: Path) -> None:
    (content / "vocabulary.yml").unlink()
    assert codes(content) == ["E002"]


@pytest.mark.parametrize("text", ["", "\n", "# 只有说明\n", "---\n"])
def test_an_empty_file_is_a_problem(content: Path, text: str) -> None:
    put(content, "stations/yi.yml", text)
    assert [problem.place.file for problem in check(content)] == ["stations/yi.yml"]


@pytest.mark.parametrize("text", ["甲\n", "- 甲\n", "[]\n"])
def test_a_file_that_is_no_list_of_keys_is_a_problem(content: Path, text: str) -> None:
    put(content, "stations/yi.yml", text)
    assert told(content) == [("E024", "stations/yi.yml", 1, 1, "")]


@pytest.mark.parametrize("text", ["", "关于\n", "#关于\n", "# \n", "## 关于\n"])
def test_a_hand_written_page_begins_with_its_title(content: Path, text: str) -> None:
    put(content, "about.md", text)
    assert told(content) == [("E020", "about.md", 1, 1, "")]


def test_pages_and_pictures_of_staff_are_in_the_bulletin(content: Path) -> None:
    put(content, "about.md", "\ufeff\r\n# 关于\r\n\r\n![门](images/door.png)\r\n")
    put(content, "images/door.png", PICTURE)
    put(content, "events/2026/xiaqi.yml", EVENT)
    put(content, "notices/2026/zhaochang.yml", NOTICE)
    bulletin, problems = read_bulletin(content)
    assert problems == ()
    assert bulletin is not None
    assert [(one.id, one.title, one.text) for one in bulletin.essays] == [("about", "关于", "![门](images/door.png)")]
    assert [(one.name, one.content) for one in bulletin.pictures] == [("door.png", PICTURE)]
