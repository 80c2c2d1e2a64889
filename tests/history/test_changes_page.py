"""The page of changes and its feed, of real repositories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from build_tools.revisions import MOST, past_of
from tests.conftest import MINIMAL, STATION, put
from tests.history.kept import (
    LONG_AGO,
    OTHER,
    at,
    feed,
    page,
    published,
    settings,
    site_of,
    uris,
)
from tests.hostile import TEXT, markup_let_past

if TYPE_CHECKING:
    from tests.history.changing import Repository


def test_no_change_is_said_so(kept: Repository) -> None:
    kept.commit(LONG_AGO, jia=at("9:00-20:00"))
    assert "最近没有变动。" in page(site_of(settings(kept.content)))


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
    with markup_let_past():
        body = page(site_of(settings(kept.content)))
        titles = [entry.title for entry in feed(kept.content, "changes.xml").entries]
    assert "window.ran" in body
    assert "<script" not in body
    assert "<img" not in body
    assert any("<script>" in title for title in titles)


def test_the_same_commit_day_and_settings_give_the_same_bytes(kept: Repository) -> None:
    kept.commit("2026-10-01", jia=at("9:00-20:00"), yi=OTHER, bing=STATION.replace("甲站", "丙站"))
    kept.commit("2026-10-02", jia=at("10:00-20:00"), bing=None)
    assert published(site_of(settings(kept.content))) == published(site_of(settings(kept.content)))


@pytest.mark.slow
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
