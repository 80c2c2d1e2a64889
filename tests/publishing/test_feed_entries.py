"""What the feed tells of a notice and of an event."""

from __future__ import annotations

from datetime import date

import pytest

from build_tools.facts.derive import derive_facts
from build_tools.publishing.feed_entries import updated_of, with_whole_links
from build_tools.publishing.free_text import TAGS
from build_tools.records.dates import Day
from build_tools.records.event import Event
from tests.hostile import RUN, TEXT
from tests.publishing.bulletins import TODAY, changed, facts_named
from tests.publishing.feeds import ATOM, Markup, a_notice, content_of, entries, text_of, tree, written


def test_events_say_in_their_titles_that_they_are_not_as_planned() -> None:
    found = {uri: text_of(one, "title") for uri, one in entries(written(facts_named("sample"))).items()}
    assert found["events/2026/today/"] == "周末课堂：剪窗花"
    assert found["events/2026/repair/"] == "已取消：家电维修日"
    assert found["events/2026/film/"] == "改期：露天电影"
    assert found["events/2026/market/"] == "延期，日子待定：邻里集市"


def test_an_event_tells_when_where_and_what() -> None:
    told = content_of("events/2026/today/", facts_named("sample"))
    assert told.words.splitlines() == [
        "大人小孩都能来，剪刀和红纸站里有",
        "日期：2026年11月21日（周六）",
        "时间：14:00–16:00",
        "地点：甲站阅读区 甲站",
        "区县：示例市示例区",
        "主办：“一壶茶”服务队",
        "带什么：老花镜",
        "节目：学折纸、剪窗花、挑一张带回家",
    ]
    assert told.addresses == ["https://example.org/bulletin/stations/jia/"]


def test_a_moved_event_tells_both_days_and_why() -> None:
    told = content_of("events/2026/film/", facts_named("sample")).words.splitlines()
    assert told[1:3] == ["改期（原因：下雨）", "日期：2026年12月5日（周六）（原定2026年11月25日（周三））"]


def test_an_event_that_recurs_tells_its_rules_and_the_changes_that_are_ahead() -> None:
    facts = facts_named("sample")
    told = content_of("events/2026/chess/", facts).words.splitlines()
    assert told[1:5] == [
        "日期：每周五 14:00–16:30（2026年10月9日起）",
        "2026年11月27日（周五）这次取消了（场地要用）",
        "2026年12月4日（周五）这次改到2026年12月5日（周六）（和义诊同一天）",
        "2026年12月11日（周五）：15:00–17:00",
    ]
    later = derive_facts(facts.bulletin, date(2026, 12, 5))
    assert content_of("events/2026/chess/", later).words.splitlines()[1:4] == [told[1], *told[3:5]]


def test_a_notice_tells_its_text_until_when_it_holds_and_where() -> None:
    facts = facts_named("sample")
    entry = entries(written(facts))["notices/2026/pipes/"]
    told = Markup(text_of(entry, "content"))
    assert text_of(entry, "summary") == "前门的地砖结冰，请走侧门，慢一点。"
    assert text_of(entry, "published") == text_of(entry, "updated") == "2026-11-18T00:00:00+08:00"
    assert {"p", "strong", "ul", "li", "a"} == told.tags
    assert "有效至2026年12月31日（周四）" in told.words
    assert told.addresses[:2] == ["tel:0000-1234567", "https://example.org/bulletin/stations/jia/"]


def test_what_is_all_said_in_one_paragraph_has_no_summary() -> None:
    assert text_of(entries(written(facts_named("sample")))["notices/2026/books/"], "summary") == ""


def an_event(year: str = "2026", **days: str) -> Event:
    written_days = {name: Day.from_text(day) for name, day in days.items()}
    return Event(year=year, id="e", name="e", place="甲站", district="shili", summary="e", **written_days)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("event", "updated"),
    [
        (an_event(updated="2026-10-01", date="2026-10-17"), "2026-10-01"),
        (an_event(date="2026-10-17"), "2026-10-17"),
        (an_event(date="2026-11-21"), "2026-11-21"),
        (an_event(date="2026-11-22"), "2026-01-01"),
        (an_event(updated="2026-12-01", date="2026-10-17"), "2026-10-17"),
        (an_event(date="2026-10-17", moved_to="2026-10-24"), "2026-10-24"),
        (an_event(date="2026-10-17", moved_to="2026-12-24"), "2026-10-17"),
        (an_event(), "2026-01-01"),
        (an_event("2025"), "2025-01-01"),
        (an_event("2027", date="2027-01-15"), "2026-01-01"),
    ],
)
def test_an_event_changed_when_staff_say_or_else_on_its_own_day_once_that_has_come(event: Event, updated: str) -> None:
    assert updated_of(event, TODAY).isoformat() == updated


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("/x?a=1&amp;b=2", "https://example.org/x?a=1&amp;b=2"),
        ("#part", "https://example.org/bulletin/notices/2026/e/#part"),
        ("//example.com/z", "https://example.com/z"),
        ("https://example.com/", "https://example.com/"),
        ("tel:12345", "tel:12345"),
    ],
)
def test_a_link_within_the_site_is_made_whole(address: str, whole: str) -> None:
    page = "https://example.org/bulletin/notices/2026/e/"
    assert with_whole_links(f'<p><a href="{address}">一</a></p>', page) == f'<p><a href="{whole}">一</a></p>'


def test_links_that_staff_wrote_lead_somewhere_from_anywhere() -> None:
    text = "[一](/x) [二](#y) [三](//example.com/z) [四](foo.md) [五](//[)"
    facts = changed(facts_named("sample"), notices=(a_notice("e", TODAY, text),))
    found = content_of("notices/2026/e/", facts).addresses
    assert found == [
        "https://example.org/x",
        "https://example.org/bulletin/notices/2026/e/#y",
        "https://example.com/z",
        "https://[",
    ]


def test_a_hostile_text_is_a_text_and_no_markup() -> None:
    content = written(facts_named("hostile"))
    found = entries(content)
    notice, event = found["notices/2026/e/"], found["events/2026/e/"]
    assert text_of(notice, "title") == text_of(event, "title")
    assert text_of(notice, "title").startswith(TEXT)
    assert TEXT in text_of(event, "summary")
    told = [Markup(text_of(one, "content")) for one in found.values()]
    assert {tag for one in told for tag in one.tags} <= TAGS
    assert {name for one in told for name in one.attributes} <= {"href", "start"}
    assert RUN in Markup(text_of(event, "content")).words
    assert not any(address.startswith(("javascript:", "data:")) for one in told for address in one.addresses)
    assert {child.tag.partition("}")[0] for child in tree(content).iter()} == {ATOM[:-1]}
