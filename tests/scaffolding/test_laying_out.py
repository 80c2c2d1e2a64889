"""`new site`: a folder that is right on the day it is made, and says the same as the engine does elsewhere."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from build_tools.editing.named import RefusedError
from build_tools.hosting.admitting import SPREADSHEETS
from build_tools.hosting.installing import CONFIGURATION
from build_tools.planned import RULES_OF_TIMETABLES
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from build_tools.records.language import LANGUAGES
from build_tools.scaffolding.laying_out import FILES, lay_out
from build_tools.version import VERSION
from tests.conftest import TODAY, codes
from tests.editing.test_new import blocks, is_switched_off, switched_on
from tests.forked import command
from tests.sites import CONTENT

if TYPE_CHECKING:
    from pathlib import Path

CHINESE = read_wording("zh")
NO_ADDRESS = "W101"
"""All that is left to say: nobody knows yet where the site will be."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository that was just laid out."""
    lay_out(tmp_path / "site", TODAY, CHINESE)
    return tmp_path / "site"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", ["2026-01-01", "2026-12-24", "2028-02-29", "2033-07-01"])
def test_a_new_site_passes_on_whatever_day_it_is_made(day: str, language: str, tmp_path: Path) -> None:
    today = date.fromisoformat(day)
    lay_out(tmp_path, today, read_wording(language))
    _, found = read_bulletin(tmp_path / "content", today=today, reminding=True, further=RULES_OF_TIMETABLES)
    assert [one.code for one in found] == [NO_ADDRESS]


@pytest.mark.parametrize("file", ["site.yml", "districts/shili.yml"])
def test_each_example_of_a_file_that_only_a_new_site_has_holds_by_itself(file: str, site: Path) -> None:
    path = site / "content" / file
    parts = blocks(path.read_text(encoding="utf-8"))
    wrong = {}
    for position, block in enumerate(parts):
        if is_switched_off(block):
            text = [*parts[:position], switched_on(block), *parts[position + 1 :]]
            path.write_text("\n\n".join("\n".join(one) for one in text) + "\n", encoding="utf-8")
            wrong[block[1]] = set(codes(site / "content")) - {NO_ADDRESS}
    assert len(wrong) > 5
    assert {line: found for line, found in wrong.items() if found} == {}


@pytest.mark.parametrize("file", ["vocabulary.yml", f"calendar/{TODAY.year}.yml"])
def test_a_new_site_begins_with_the_words_and_holidays_of_our_own_content(file: str, site: Path) -> None:
    assert (site / "content" / file).read_bytes() == (CONTENT / file).read_bytes()


def test_the_newest_holidays_that_we_know_are_those_of_a_new_site(site: Path) -> None:
    newest = max(path.name for path in (CONTENT / "calendar").iterdir())
    assert [path.name for path in (site / "content" / "calendar").iterdir()] == [newest]


def test_nothing_of_a_new_site_names_a_place_that_there_is(site: Path) -> None:
    filled = [
        line
        for path in (site / "content").rglob("shili.yml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert not re.search("蒸阳|石鼓|衡阳|南岳|湖南", "".join(filled))


def test_one_line_names_the_engine(site: Path) -> None:
    naming = [
        (path.name, line)
        for path in site.rglob("*")
        if path.is_file()
        for line in path.read_text(encoding="utf-8").splitlines()
        if VERSION in line
    ]
    assert naming == [("requirements.txt", f"station-bulletin=={VERSION}")]


def test_the_engine_is_never_looked_for_where_anybody_may_give_a_package_its_name(site: Path) -> None:
    required = (site / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert required[1:3] == ["--no-index", "--find-links wheels"]


def test_a_district_configures_mkdocs_as_the_host_does(site: Path) -> None:
    theirs, ours = (path.read_text(encoding="utf-8").splitlines()[1:] for path in (site / "mkdocs.yml", CONFIGURATION))
    assert [line.replace("[BULLETIN_CONTENT, content]", "BULLETIN_CONTENT") for line in theirs] == ours


def test_git_ignores_what_the_host_would_refuse(site: Path) -> None:
    ignored = (site / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"private/", *(f"*{ending.decode()}" for ending in SPREADSHEETS)} <= set(ignored)


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    done = command("new", "site", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{tmp_path} 里已经有别的东西了，没有动它；请换一个空文件夹，或者一个还没有的。\n"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_folder_for_a_site(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RefusedError):
        lay_out(tmp_path / "file", TODAY, CHINESE)


def test_the_clone_of_an_empty_repository_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    lay_out(tmp_path, TODAY, CHINESE)
    assert (tmp_path / "content" / "site.yml").is_file()


def test_the_command_says_what_comes_next(tmp_path: Path) -> None:
    done = command("new", "site", tmp_path / "site")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"station_bulletin-{VERSION}-py3-none-any.whl" in done.stdout
    assert "README.md" in done.stdout


def test_every_hidden_file_is_laid_out_too(site: Path) -> None:
    ready = {path.relative_to(FILES).as_posix() for path in FILES.rglob("*") if path.is_file()}
    assert {".gitignore", ".gitlab-ci.yml", ".github/workflows/check.yml", ".github/workflows/deploy.yml"} <= ready
    assert all((site / uri).is_file() for uri in ready)
