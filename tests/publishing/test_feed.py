"""The feed of notices and events, as feed readers get it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import feedparser  # type: ignore[import-untyped]
import pytest

from build_tools.facts.derive import derive_facts
from build_tools.publishing.composed import Composed
from build_tools.publishing.exports.feed import MOST, feed
from build_tools.records.alias import Alias
from build_tools.records.dates import Day
from build_tools.records.key import UNKNOWN
from build_tools.records.licence import Licence
from build_tools.records.values import SiteAddress
from tests.publishing.bulletins import BASE, NAMES, TODAY, changed, facts_named, with_site
from tests.publishing.feeds import ATOM, CHINESE, Markup, a_notice, address_in, entries, ids, text_of, tree, written
from tests.sites import SAMPLE, site_of

if TYPE_CHECKING:
    from collections.abc import Mapping


MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00")
WHOLE = re.compile(r"https?://[^/]+/|tel:|mailto:")


@pytest.fixture(scope="module")
def built() -> Mapping[str, bytes]:
    """The files of the demonstration site."""
    site = site_of(SAMPLE, TODAY)
    return {file.uri: file.content for file in site.files}


@pytest.mark.parametrize("name", NAMES)
def test_a_feed_reader_finds_nothing_to_complain_of(name: str) -> None:
    facts = facts_named(name)
    found = feedparser.parse(written(facts))
    assert (found.bozo, found.version) == (False, "atom10")
    assert found.feed.author == found.feed.author_detail.name != ""
    assert found.entries
    for one in (found.feed, *found.entries):
        assert all((one.id, one.title, one.updated, one.link))
        assert one.updated_parsed is not None
    assert all(entry.content[0].value for entry in found.entries)


@pytest.mark.parametrize("name", NAMES)
def test_elements_stand_as_often_as_rfc_4287_has_it(name: str) -> None:
    found = tree(written(facts_named(name)))
    once, at_most_once = {"id", "title", "updated"}, {"subtitle", "rights", "summary", "content", "published"}
    for element in (found, *found.iter(f"{ATOM}entry")):
        counts = Counter(child.tag.removeprefix(ATOM) for child in element)
        assert all(counts[one] == 1 for one in once)
        assert all(counts[one] <= 1 for one in at_most_once)
    assert [child.tag for child in found.iter(f"{ATOM}author")] == [f"{ATOM}author"]
    assert {link.get("rel") for link in found.findall(f"{ATOM}link")} == {"self", "alternate"}
    moments = [*found.iter(f"{ATOM}updated"), *found.iter(f"{ATOM}published")]
    assert all(MOMENT.fullmatch(one.text or "") for one in moments)


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_every_link_is_whole(name: str) -> None:
    found = tree(written(facts_named(name)))
    ids = [text_of(one, "id") for one in (found, *found.iter(f"{ATOM}entry"))]
    assert len(ids) == len(set(ids))
    addresses = [link.attrib["href"] for link in found.iter(f"{ATOM}link")]
    for content in found.iter(f"{ATOM}content"):
        addresses += Markup(content.text or "").addresses
    assert [address for address in addresses if not WHOLE.match(address)] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_newest_come_first_and_none_is_of_a_day_to_come(name: str) -> None:
    found = tree(written(facts_named(name)))
    days = [date.fromisoformat(text_of(one, "updated")[:10]) for one in found.iter(f"{ATOM}entry")]
    assert days == sorted(days, reverse=True)
    assert days[0] <= TODAY
    assert text_of(found, "updated")[:10] == days[0].isoformat()


@pytest.mark.parametrize("name", NAMES)
def test_the_same_content_gives_the_same_bytes(name: str) -> None:
    facts = facts_named(name)
    assert written(facts) == written(derive_facts(facts.bulletin, TODAY))


def test_the_day_of_the_build_is_not_in_it() -> None:
    facts = facts_named("content")
    later = derive_facts(facts.bulletin, TODAY + timedelta(days=1))
    assert written(facts) == written(later)


def test_a_notice_of_a_day_to_come_is_not_told() -> None:
    notices = (a_notice("today", TODAY), a_notice("tomorrow", TODAY + timedelta(days=1)))
    found = entries(written(changed(facts_named("sample"), notices=notices)))
    assert "notices/2026/today/" in found
    assert "notices/2026/tomorrow/" not in found


def test_a_feed_holds_the_newest_and_what_is_ahead() -> None:
    facts = facts_named("sample")
    old = tuple(a_notice(f"n-{ago:03}", TODAY - timedelta(days=ago)) for ago in range(MOST + 50))
    found = list(entries(written(changed(facts, notices=old))))
    assert sum(one.startswith("notices/") for one in found) == MOST
    assert "notices/2026/n-000/" in found
    assert f"notices/2026/n-{MOST:03}/" not in found
    assert {"events/2026/market/", "events/2027/laba/"} <= {*found}


def test_many_events_leave_room_for_todays_notice_and_those_next_to_today_are_told() -> None:
    facts = facts_named("sample")
    event = next(one for one in facts.bulletin.events if one.date)
    ahead = tuple(
        replace(event, year="2026", id=f"e-{days:03}", date=Day.fromordinal(TODAY.toordinal() + days), updated=None)
        for days in range(1, MOST + 50)
    )
    found = entries(written(changed(facts, events=ahead, notices=(a_notice("today", TODAY),))))
    assert "notices/2026/today/" in found
    assert {"events/2026/e-001/", f"events/2026/e-{MOST:03}/"} <= {*found}
    assert f"events/2026/e-{MOST + 1:03}/" not in found


def test_names_stay_when_files_are_renamed_and_when_the_site_moves() -> None:
    facts = with_site(facts_named("sample"), uuid_base=BASE)
    bulletin = facts.bulletin
    renamed = changed(
        facts,
        notices=tuple(
            replace(one, id=f"x-{one.id}", aliases=(*one.aliases, Alias(one.id))) for one in bulletin.notices
        ),
        events=tuple(replace(one, id=f"x-{one.id}", aliases=(*one.aliases, Alias(one.id))) for one in bulletin.events),
    )
    elsewhere = with_site(facts, address=SiteAddress("https://stations.example/"))
    before, after, there = (tree(written(one)) for one in (facts, renamed, elsewhere))
    assert ids(before) == ids(after) == ids(there)
    assert all(one.startswith("urn:uuid:") for one in ids(before))
    assert "events/2026/x-today/" in entries(written(renamed))
    assert address_in(there) == "https://stations.example/"


def test_without_a_base_names_are_the_addresses_under_which_things_began() -> None:
    found = tree(written(with_site(facts_named("sample"), uuid_base=None)))
    assert "https://example.org/bulletin/notices/2026/water-pipes" in ids(found)
    assert text_of(found, "id") == "https://example.org/bulletin/feed.xml"


def test_without_an_address_there_is_no_feed() -> None:
    assert list(feed(Composed(with_site(facts_named("sample"), address=None), CHINESE))) == []


def test_a_site_without_news_has_a_feed_that_waits_for_them() -> None:
    found = feedparser.parse(written(changed(facts_named("sample"), notices=(), events=())))
    assert (found.bozo, found.entries, found.feed.updated) == (False, [], "2000-01-01T00:00:00+08:00")


def test_the_host_is_the_author_or_else_the_site() -> None:
    facts = facts_named("sample")
    authors = [
        tree(written(one)).findtext(f"{ATOM}author/{ATOM}name") for one in (facts, with_site(facts, host=UNKNOWN))
    ]
    assert authors == ["示例市样本办公室", "示例驿站公告"]


@pytest.mark.parametrize(("licence", "rights"), [(Licence.BY, "CC BY 4.0"), ("请注明出处", "请注明出处"), (None, "")])
def test_rights_are_what_staff_declared(licence: Licence | str | None, rights: str) -> None:
    assert text_of(tree(written(with_site(facts_named("sample"), content_licence=licence))), "rights") == rights


def test_the_english_edition_has_a_feed_of_its_own(built: Mapping[str, bytes]) -> None:
    chinese, english = tree(built["feed.xml"]), tree(built["en/feed.xml"])
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert (chinese.get(lang), english.get(lang)) == ("zh-CN", "en")
    (own,) = [link.get("href") for link in english.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == "https://example.org/bulletin/en/feed.xml"
    assert address_in(english) == "https://example.org/bulletin/en/"
    assert ids(chinese).isdisjoint(ids(english))
    found = entries(built["en/feed.xml"])
    assert {*found} == {*entries(built["feed.xml"])}
    assert text_of(found["notices/2026/pipes/"], "title") == "Ice at three stations; please use the side doors"
    assert text_of(found["events/2026/repair/"], "title") == "Cancelled: 家电维修日"
    assert '<span lang="zh-CN">' in text_of(found["events/2026/repair/"], "content")
    addresses = Markup(text_of(found["notices/2026/pipes/"], "content")).addresses
    assert addresses[1] == "https://example.org/bulletin/en/stations/jia/"


def test_the_site_has_the_feed_that_the_export_makes(built: Mapping[str, bytes]) -> None:
    assert built["feed.xml"] == written(facts_named("sample"))
