"""Which days are told to have changed what, asked of real repositories."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import feedparser  # type: ignore[import-untyped]
import pytest

from build_tools.build import build
from build_tools.facts.changes import changes_in
from build_tools.history import remembered
from build_tools.reading.bulletin import read_bulletin
from build_tools.revisions import DAYS, MOST, past_of
from build_tools.settings import Settings, UnusableSettingError, settings_from
from tests.conftest import MINIMAL, STATION, put
from tests.history.changing import AUTHOR, MESSAGE, TODAY, Repository, told_of
from tests.hostile import TEXT
from tests.reading.gate_cases import IDENTITY, MOBILE

if TYPE_CHECKING:
    from build_tools.publishing.site import Site
    from build_tools.records.bulletin import Bulletin

OTHER = STATION.replace("甲站", "乙站")
LONG_AGO = "2026-01-02"


def at(hours: str, station: str = STATION) -> str:
    """A station that is open every day at `hours`."""
    return f"{station}开放时间: 每天 {hours}\n"


@pytest.fixture
def kept(content: Path) -> Repository:
    """The smallest bulletin in a repository, long ago, open from eight to eight."""
    repository = Repository(content)
    repository.commit(LONG_AGO, jia=at("8:00-20:00"))
    return repository


def settings(content: Path) -> Settings:
    """The settings of the tests' day."""
    return Settings(content=content, today=TODAY)


def bulletin_of(where: Settings) -> Bulletin:
    """The bulletin with what is known of before."""
    bulletin, problems = read_bulletin(where.content, remembered(where))
    assert bulletin is not None, problems
    return bulletin


def told(content: Path) -> list[str]:
    """What is told of the changes: month and day, station, change."""
    bulletin = bulletin_of(settings(content))
    days = [f"{one.day:%m-%d}" for one in changes_in(bulletin) for _ in one.what]
    return [f"{day} {line}" for day, line in zip(days, told_of(bulletin), strict=True)]


def site_of(where: Settings) -> Site:
    """All that is published."""
    built = build(where)
    assert built.site is not None, built.problems
    return built.site


def uris(where: Settings) -> set[str]:
    """The addresses of all that is published."""
    site = site_of(where)
    return {page.uri for page in site.pages} | {file.uri for file in site.files}


def now(hours: str, before: str) -> str:
    """The sentence."""
    return f"甲站 开放时间改为每天 {hours}（原来是每天 {before}）"


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
        assert (past is None) == (lines is None)
        if past:
            assert (past.first, told(clone / "content")) == (date(2026, 10, 1), lines)


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
    with pytest.raises(UnusableSettingError, match="BULLETIN_HISTORY"):
        past_of(replace(settings(content), history=tmp_path))


def test_what_is_not_committed_yet_is_not_told(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    put(kept.content, "stations/jia.yml", at("10:00-20:00"))
    put(kept.content, "stations/yi.yml", OTHER)
    assert told(kept.content) == [f"10-01 {now('9:00–20:00', '8:00–20:00')}"]


@pytest.mark.parametrize(
    "broken",
    [
        f"{at('9:00-20:00')}开放说明: 打 {MOBILE}\n",
        f"{at('9:00-20:00')}# {IDENTITY}\n",
        f"{STATION}电话: {MOBILE}\n",
        "名称: [",
        "",
        STATION.replace("开放", "不知道"),
        f"{STATION}开放时间: 周一 9:00-11:00\n",
    ],
)
def test_a_version_that_would_be_refused_today_is_never_told(broken: str, kept: Repository) -> None:
    kept.commit("2026-10-01", jia=broken)
    kept.commit("2026-10-03", jia=at("10:00-20:00"))
    kept.commit("2026-10-05", jia=at("11:00-20:00"))
    assert told(kept.content) == [f"10-05 {now('11:00–20:00', '10:00–20:00')}"]
    everything = published(site_of(settings(kept.content)))
    assert MOBILE.encode() not in everything
    assert IDENTITY.encode() not in everything


def test_a_version_in_another_encoding_is_never_told(kept: Repository) -> None:
    put(kept.content, "stations/jia.yml", at("9:00-20:00").encode("gb18030"))
    kept.commit("2026-10-01")
    kept.commit("2026-10-03", jia=at("10:00-20:00"))
    assert told(kept.content) == []


def test_what_a_station_once_named_may_be_gone(kept: Repository) -> None:
    put(kept.content, "organizations/yi.yml", MINIMAL["organizations/jia.yml"].replace("甲", "乙"))
    kept.commit("2026-10-01", jia=at("9:00-20:00") + "伙伴: [{类别: 社区, 组织: yi}]\n")
    (kept.content / "organizations/yi.yml").unlink()
    kept.commit("2026-10-03", jia=at("10:00-20:00"))
    assert len(told(kept.content)) == 2


def test_a_kind_of_service_may_be_called_otherwise_now(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00") + "服务: [免费理发]\n")
    put(kept.content, "vocabulary.yml", MINIMAL["vocabulary.yml"].replace("名称: 免费理发", "名称: 剪头发"))
    kept.commit("2026-10-03", jia=at("10:00-20:00") + "服务: [剪头发]\n")
    assert "10-01 甲站 新增剪头发" in told(kept.content)
    assert told(kept.content)[0] == f"10-03 {now('10:00–20:00', '9:00–20:00')}"


def test_a_former_telephone_is_never_printed(kept: Repository) -> None:
    for day, number in ((1, "0000-1111111"), (2, "0000-2222222"), (3, "0000-3333333")):
        kept.commit(f"2026-10-0{day}", jia=f"{at('8:00-20:00')}电话: {number}\n")
    assert told(kept.content) == ["10-03 甲站 电话改为 0000-3333333", "10-02 甲站 电话有变", "10-01 甲站 电话有变"]
    everything = published(site_of(settings(kept.content)))
    assert b"0000-3333333" in everything
    assert b"0000-1111111" not in everything
    assert b"0000-2222222" not in everything


def test_nobody_reads_who_committed_and_with_what_words(kept: Repository) -> None:
    commit = kept.commit("2026-10-01", jia=at("9:00-20:00"))
    everything = published(site_of(settings(kept.content)))
    for secret in (AUTHOR, MESSAGE, "ceshi@example.org", commit, commit[:8]):
        assert secret.encode() not in everything


def test_counts_lead_to_no_change(kept: Repository) -> None:
    tally = "截止月: 2026-06\n类别:\n  安全隐患:\n    起始月: 2026-01\n    批次:\n      - {自: 2026-01, 至: 2026-03, 件数: 7}\n停用: []\n"
    put(kept.content, "tallies/jia.yml", tally)
    kept.commit("2026-10-01", jia=at("8:00-20:00") + "报道数字: [{内容: 调解, 原话: 100余起}]\n服务总数: 10项\n")
    put(kept.content, "tallies/jia.yml", tally.replace("停用", "      - {自: 2026-04, 至: 2026-06, 件数: 9}\n停用"))
    kept.commit("2026-10-02", jia=at("8:00-20:00") + "报道数字: [{内容: 调解, 原话: 200余起}]\n服务总数: 20项\n")
    assert told(kept.content) == []


def test_no_change_is_said_so(kept: Repository) -> None:
    kept.commit(LONG_AGO, jia=at("9:00-20:00"))
    assert "最近90天没有变动。" in page(site_of(settings(kept.content)))


def test_the_page_names_the_days_and_leads_to_the_station_and_to_the_feed(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    body = page(site_of(settings(kept.content)))
    for part in ("2026年8月24日以来", 'href="../stations/jia/"', 'href="../changes.xml"', "2026年10月1日"):
        assert part in body


def test_without_an_address_there_is_a_page_and_no_feed(kept: Repository) -> None:
    put(kept.content, "site.yml", MINIMAL["site.yml"].replace("网址: https://example.org/\n", ""))
    kept.commit("2026-10-01", jia=at("9:00-20:00"))
    found = uris(settings(kept.content))
    assert "changes/" in found
    assert "changes.xml" not in found
    assert "changes.xml" not in page(site_of(settings(kept.content)))


def test_the_feed_reads_and_its_ids_last(kept: Repository) -> None:
    put(kept.content, "site.yml", MINIMAL["site.yml"] + "语言: [en]\n")
    kept.commit("2026-10-01", jia=at("9:00-20:00"), yi=OTHER)
    kept.commit("2026-10-03", jia=at("10:00-20:00"))
    before = {uri: feed(kept.content, uri) for uri in ("changes.xml", "en/changes.xml")}
    kept.commit("2026-10-05", jia=None, new=at("11:00-20:00") + "曾用编号: jia\n")
    after = {uri: feed(kept.content, uri) for uri in before}
    ids = [entry.id for found in after.values() for entry in found.entries]
    assert len(set(ids)) == len(ids) == 8
    assert {entry.id for found in before.values() for entry in found.entries} < set(ids)
    for uri, found in after.items():
        begin = "https://example.org/" + uri.removesuffix("changes.xml")
        assert {entry.link for entry in found.entries} == {f"{begin}stations/new/", f"{begin}stations/yi/"}
        assert found.feed.link == f"{begin}changes/"
    assert [entry.title for entry in after["en/changes.xml"].entries][:1] == [
        "甲站: Opening hours: now every day 11:00–20:00 (was: every day 10:00–20:00)"
    ]


def test_a_feed_without_entries_still_reads(kept: Repository) -> None:
    kept.commit(LONG_AGO, jia=at("9:00-20:00"))
    assert feed(kept.content, "changes.xml").entries == []


def test_a_hostile_name_is_but_text(kept: Repository) -> None:
    hostile = STATION.replace("甲站", "'" + TEXT.replace("'", "''") + "'")
    kept.commit("2026-10-01", yi=hostile, bing=hostile.replace("'<", "'丙<"))
    kept.commit("2026-10-02", yi=at("9:00-20:00", hostile), bing=None)
    body = page(site_of(settings(kept.content)))
    assert "window.ran" in body
    assert "<script" not in body
    assert "<img" not in body
    assert any("<script>" in entry.title for entry in feed(kept.content, "changes.xml").entries)


def test_the_same_commit_day_and_settings_give_the_same_bytes(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"), yi=OTHER, bing=STATION.replace("甲站", "丙站"))
    kept.commit("2026-10-02", jia=at("10:00-20:00"), bing=None)
    assert published(site_of(settings(kept.content))) == published(site_of(settings(kept.content)))


def test_of_very_many_changes_the_latest_are_told_and_the_page_says_so(kept: Repository) -> None:
    texts = {f"s{number}": at("8:00-20:00", STATION.replace("甲站", f"第{number}站")) for number in range(MOST)}
    kept.commit("2026-10-01", **texts)
    kept.commit("2026-10-02", jia=at("9:00-20:00"))
    past = past_of(settings(kept.content))
    assert past is not None
    assert (len(past.revisions), past.whole) == (MOST, False)
    site = site_of(settings(kept.content))
    assert "这里只列最近的 200 条" in page(site)
    assert page(site).count("<li>") == 200
    assert len(feed(kept.content, "changes.xml").entries) == 100


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


def page(site: Site) -> str:
    """The body of the page of changes."""
    return next(one.body for one in site.pages if one.uri == "changes/")


def site_map(site: Site) -> str:
    """The body of the human site map."""
    return next(one.body for one in site.pages if one.uri == "site-map/")


def feed(content: Path, uri: str) -> feedparser.FeedParserDict:
    """The feed at `uri`, as a program of others reads it."""
    text = next(one.content for one in site_of(settings(content)).files if one.uri == uri)
    found = feedparser.parse(text)
    assert not found.bozo
    return found


def published(site: Site) -> bytes:
    """Every byte that is published."""
    return b"\0".join([*(one.body.encode() for one in site.pages), *(one.content for one in site.files)])
