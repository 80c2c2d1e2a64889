"""Which days are told to have changed what, asked of real repositories."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from build_tools.build import build
from build_tools.history import remembered
from build_tools.reading.locale import read_wording
from build_tools.revisions import DAYS, past_of
from build_tools.settings import UnusableSettingError, settings_from
from tests.conftest import MINIMAL, STATION, put
from tests.forked import command
from tests.history.changing import MESSAGE, TODAY, Repository, told_of
from tests.history.kept import (
    LONG_AGO,
    OTHER,
    at,
    bulletin_of,
    now,
    page,
    settings,
    site_map,
    site_of,
    told,
    uris,
)


def test_a_change_is_told_with_the_day_of_its_commit(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    assert told(kept.content) == [f"10-01 {now('9:00–20:00', '8:00–20:00')}"]


def test_the_day_is_that_of_china(kept: Repository) -> None:
    kept.commit("2026-10-01T16:30:00+00:00", jia=at("9:00-20:00"))
    assert told(kept.content) == [f"10-02 {now('9:00–20:00', '8:00–20:00')}"]


def test_the_latest_day_comes_first(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    kept.commit("2026-10-05", jia=at("10:00-20:00"))
    days = [f"10-05 {now('10:00–20:00', '9:00–20:00')}", f"10-01 {now('9:00–20:00', '8:00–20:00')}"]
    assert told(kept.content) == days


def test_several_commits_of_a_day_are_one_change(kept: Repository) -> None:
    for hour in (9, 10, 11):
        kept.commit(f"2026-10-01T{hour:02}:00:00+08:00", jia=at(f"{hour}:00-20:00"))
    assert told(kept.content) == [f"10-01 {now('11:00–20:00', '8:00–20:00')}"]


def test_what_is_taken_back_the_same_day_is_no_change(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    kept.commit("2026-10-01", jia=at("8:00-20:00"))
    assert told(kept.content) == []


@pytest.mark.parametrize(
    ("day", "is_told"), [("2026-08-23", 0), ("2026-08-24", 1), ("2026-11-21", 1), ("2026-11-22", 0)]
)
def test_ninety_days_are_told_today_among_them(day: str, is_told: int, kept: Repository) -> None:
    kept.commit(day, jia=at("9:00-20:00"))
    assert len(told(kept.content)) == is_told
    assert (TODAY - date(2026, 8, 24)).days + 1 == DAYS


def test_a_commit_whose_clock_was_wrong_hides_no_other(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    kept.commit("1971-01-01", yi=OTHER)
    kept.commit("2026-10-03", jia=at("10:00-20:00"))
    kept.commit("2090-01-01", yi=at("8:00-9:00", OTHER))
    assert [line[:5] for line in told(kept.content)] == ["10-03", "10-01"]


def test_a_merge_is_what_it_did_to_its_first_parent_on_its_own_day(kept: Repository) -> None:
    kept.git("checkout", "--quiet", "-b", "side")
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    kept.commit("2026-10-02", jia=at("10:00-20:00"))
    kept.git("checkout", "--quiet", "main")
    kept.commit("2026-10-03", yi=OTHER)
    kept.git("merge", "--quiet", "--no-ff", "--message", MESSAGE, "side", moment="2026-10-05T12:00:00+08:00")
    assert told(kept.content) == [f"10-05 {now('10:00–20:00', '8:00–20:00')}", "10-03 乙站 新列入的驿站"]


def test_a_station_whose_file_is_renamed_is_the_same(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=None, new=at("9:00-20:00") + "曾用编号: jia\n")
    assert told(kept.content) == [f"10-01 {now('9:00–20:00', '8:00–20:00')}"]


def test_what_changed_before_it_was_renamed_is_told_of_the_station_it_is(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    kept.commit("2026-10-02", jia=None, mid=at("9:00-20:00") + "曾用编号: jia\n")
    kept.commit("2026-10-03", mid=None, new=at("9:00-20:00") + "曾用编号: [jia, mid]\n")
    assert told(kept.content) == [f"10-01 {now('9:00–20:00', '8:00–20:00')}"]
    assert 'href="../stations/new/"' in page(site_of(settings(kept.content)))


def test_a_station_that_comes_and_one_that_goes_are_told(kept: Repository) -> None:
    kept.commit("2026-10-01", yi=OTHER)
    kept.commit("2026-10-02", bing=STATION.replace("甲站", "丙站"))
    kept.commit("2026-10-03", bing=None)
    assert told(kept.content) == ["10-03 丙站 不再列在这里", "10-01 乙站 新列入的驿站"]


def test_the_first_stations_of_a_repository_are_not_new(content: Path) -> None:
    repository = Repository(content)
    stations = content / "stations"
    stations.rename(content.parent / "stations")
    repository.commit("2026-09-01")
    (content.parent / "stations").rename(stations)
    repository.commit("2026-10-01")
    repository.commit("2026-10-02", jia=at("8:00-20:00"))
    assert told(content) == ["10-02 甲站 开放时间：每天 8:00–20:00"]


def test_where_all_is_new_there_is_neither_page_nor_feed(content: Path) -> None:
    Repository(content).commit("2026-10-01")
    assert not {"changes/", "changes.xml"} & uris(settings(content))
    assert "changes/" not in site_map(site_of(settings(content)))


def test_without_git_there_is_neither_page_nor_feed(kept: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    assert {"changes/", "changes.xml"} <= uris(settings(kept.content))
    assert "changes/" in site_map(site_of(settings(kept.content)))
    monkeypatch.setenv("PATH", "/nowhere")
    assert not {"changes/", "changes.xml"} & uris(settings(kept.content))


def test_a_folder_that_its_repository_does_not_keep_has_no_history(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    elsewhere = kept.folder / "elsewhere"
    shutil.copytree(kept.content, elsewhere)
    assert past_of(settings(elsewhere)) is None


def test_a_shallow_clone_knows_nothing_of_the_days_before_its_boundary(kept: Repository, tmp_path: Path) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    kept.commit("2026-10-05", yi=OTHER)
    for depth, lines in ((1, None), (2, ["10-05 乙站 新列入的驿站"])):
        clone = tmp_path / f"clone-{depth}"
        kept.git("clone", "--quiet", "--depth", str(depth), f"file://{kept.folder}", str(clone))
        assert kept.git("-C", str(clone), "rev-parse", "--is-shallow-repository") == "true"
        past = past_of(settings(clone / "content"))
        assert remembered(settings(clone / "content")).cut_short
        assert (past is None) == (lines is None)
        if past:
            assert (past.first, told(clone / "content")) == (date(2026, 10, 1), lines)


def test_a_shallow_clone_that_reaches_back_far_enough_lacks_nothing(kept: Repository, tmp_path: Path) -> None:
    kept.commit("2026-07-01", jia=at("9:00-20:00"))
    kept.commit("2026-07-02", jia=at("10:00-20:00"))
    kept.commit("2026-10-05", yi=OTHER)
    clone = tmp_path / "clone"
    kept.git("clone", "--quiet", "--depth", "2", f"file://{kept.folder}", str(clone))
    assert not remembered(settings(clone / "content")).cut_short
    assert not remembered(settings(kept.content)).cut_short


def test_check_and_build_say_that_history_is_missing(kept: Repository, tmp_path: Path) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    clone = tmp_path / "clone"
    kept.git("clone", "--quiet", "--depth", "1", f"file://{kept.folder}", str(clone))
    said = read_wording("zh").say("report.shallow")
    checked = command("check", "--content", clone / "content")
    assert (checked.returncode, checked.stderr) == (0, f"{said}\n")
    assert build(settings(clone / "content")).reminder.startswith(said)
    assert command("check", "--content", kept.content).stderr == ""


def test_an_export_may_name_the_bare_repository_it_came_from(kept: Repository, tmp_path: Path) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    kept.git("clone", "--quiet", "--bare", str(kept.folder), str(tmp_path / "bare.git"))
    export = tmp_path / "export" / "any-name"
    shutil.copytree(kept.content, export)
    shutil.rmtree(kept.folder / ".git")
    assert past_of(settings(export)) is None
    named = replace(settings(export), history=tmp_path / "bare.git")
    assert told_of(bulletin_of(named)) == [now("9:00–20:00", "8:00–20:00")]


def test_the_environment_names_it(content: Path) -> None:
    assert settings_from(content, {"BULLETIN_HISTORY": "/a/b.git"}).history == Path("/a/b.git")
    assert settings_from(content, {"BULLETIN_HISTORY": ""}).history is None


def test_a_folder_named_that_keeps_nothing_stops_everything(content: Path, tmp_path: Path) -> None:
    with pytest.raises(UnusableSettingError, match="no_repository"):
        past_of(replace(settings(content), history=tmp_path))


def test_before_the_first_commit_nothing_is_known(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    earlier = replace(settings(kept.content), today=date(2026, 1, 1))
    assert past_of(earlier) is None
    assert not {"changes/", "changes.xml"} & uris(earlier)


def test_a_clone_may_be_named_by_its_folder_too(kept: Repository, tmp_path: Path) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    export = tmp_path / "export"
    shutil.copytree(kept.content, export, ignore=shutil.ignore_patterns(".git"))
    named = replace(settings(export), history=kept.folder)
    assert told_of(bulletin_of(named)) == [now("9:00–20:00", "8:00–20:00")]


def test_what_is_not_committed_yet_is_not_told(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    put(kept.content, "stations/jia.yml", at("10:00-20:00"))
    put(kept.content, "stations/yi.yml", OTHER)
    assert told(kept.content) == [f"10-01 {now('9:00–20:00', '8:00–20:00')}"]


def test_paths_are_read_whatever_the_folder_is_called(tmp_path: Path) -> None:
    folder = tmp_path / "公 告" / 'a"b' / "content"
    for uri, text in MINIMAL.items():
        put(folder, uri, text)
    repository = Repository(folder)
    repository.folder = tmp_path
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    shutil.rmtree(folder.parent / ".git")
    repository.commit(LONG_AGO, jia=at("8:00-20:00"))
    repository.commit("2026-10-01", jia=at("9:00-20:00"))
    assert told(folder) == [f"10-01 {now('9:00–20:00', '8:00–20:00')}"]
