"""Only what is public, and no position that somebody could mistake."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from build_tools.build import build
from build_tools.facts.coordinates import Point, undone
from build_tools.settings import Settings
from tests.publishing.tables.read_again import TODAY, bulletin_at, files_of, row_of, rows
from tests.sites import SAMPLE

POSITION = ("position_longitude", "position_latitude", "position_datum", "position_precision")
WGS84 = ("wgs84_longitude", "wgs84_latitude")


def test_a_notice_of_tomorrow_is_not_public_today() -> None:
    bulletin = bulletin_at(SAMPLE)
    notice = bulletin.notices[0]
    before, after = (files_of(bulletin, today=date.fromordinal(notice.published.toordinal() - step)) for step in (1, 0))
    assert notice.id not in [row["id"] for row in rows(before, "notices")]
    assert notice.id in [row["id"] for row in rows(after, "notices")]
    assert notice.title.encode() not in b"".join(before.values())


def test_every_address_is_that_of_a_page() -> None:
    site = build(Settings(content=SAMPLE, today=TODAY)).site
    assert site
    pages = {f"https://example.org/bulletin/{page.uri}" for page in site.pages}
    for language in ("zh", "en"):
        files = files_of(bulletin_at(SAMPLE), language)
        told = {row["url"] for name in ("stations", "events", "notices", "organizations") for row in rows(files, name)}
        assert told <= pages
        assert len(told) > 20


def test_every_photo_is_published() -> None:
    site = build(Settings(content=SAMPLE, today=TODAY)).site
    assert site
    published = {f"https://example.org/bulletin/{file.uri}" for file in site.files}
    files = files_of(bulletin_at(SAMPLE))
    assert {row["picture_url"] for name in ("station_photos", "event_photos") for row in rows(files, name)} <= published


def test_a_position_stands_as_it_was_entered_with_its_system() -> None:
    row = row_of(files_of(bulletin_at(SAMPLE)), "stations", id="jia")
    assert [row[name] for name in POSITION] == ["122.512", "35.508", "gcj02", "door"]
    assert [row[name] for name in WGS84] == ["", ""]


def test_it_is_converted_only_where_the_site_says_so() -> None:
    bulletin = bulletin_at(SAMPLE)
    files = files_of(replace(bulletin, site=replace(bulletin.site, convert_positions=True)))
    row = row_of(files, "stations", id="jia")
    found = undone(Point(122.512, 35.508))
    assert [float(row[name]) for name in WGS84] == [round(found.longitude, 7), round(found.latitude, 7)]


def test_one_in_wgs84_needs_no_conversion() -> None:
    found = [row for row in rows(files_of(bulletin_at(SAMPLE)), "stations") if row["position_datum"] == "wgs84"]
    assert found
    assert all([row[name] for name in POSITION[:2]] == [row[name] for name in WGS84] for row in found)


def test_who_is_in_a_photo_is_not_told() -> None:
    files = files_of(bulletin_at(SAMPLE))
    row = row_of(files, "station_photos", station="yi", number="1")
    assert (row["file"], row["licence"], row["source"]) == ("images/yi-door.png", "CC BY 4.0", "社区工作人员")
    assert row["picture_url"] == "https://example.org/bulletin/images/yi-door.png-960.webp"
    assert "people" not in row


def test_counts_have_no_table_until_some_are_published() -> None:
    bulletin = bulletin_at(SAMPLE)
    assert "tallies.csv" in files_of(bulletin)
    assert "tallies.csv" not in files_of(replace(bulletin, tallies=()))


def test_the_vocabulary_has_every_word_with_its_code() -> None:
    files = files_of(bulletin_at(SAMPLE))
    row = row_of(files, "vocabulary", list="facility_kinds", code="microwave")
    assert (row["name"], row["needs"], row["needs_names"]) == ("微波炉", "meal", "饿了")
    assert (row["also"], row["offer"], row["sensitive"]) == ("热饭；热菜；加热", "", "")


def test_a_code_is_followed_by_its_name() -> None:
    files = files_of(bulletin_at(SAMPLE))
    row = row_of(files, "services", station="jia", number="4")
    assert (row["kind"], row["kind_name"], row["provider"]) == ("haircut", "免费理发", "scissors")
    assert (row["audiences"], row["audiences_names"]) == ("residents；elderly", "居民；老人")
    assert (row["at_home"], row["at_home_note"]) == ("yes", "高龄、行动不便的老人")
