"""The search answers exactly, in a real browser, every question that is kept, and those of filters, hours and places."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.search_page import Query, asked, ids_of, queries
from tests.sites import published_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
"""Monday, 12:00 in China."""


@pytest.fixture(scope="module")
def page(browser: Browser, sample: tuple[str, Path]) -> Iterator[Page]:
    """A page of the demonstration bulletin that can search."""
    opened = browser.new_page()
    opened.goto(sample[0])
    for name in ("coordinates.js", "search.js"):
        opened.add_script_tag(url=sample[0] + published_name(sample[1], f"assets/{name}"))
    yield opened
    opened.close()


def found(page: Page, **question: Any) -> list[str]:
    """The stations that answer one question."""
    return ids_of(asked(page, [question])[0])


def test_every_question_that_is_kept_is_answered_exactly(page: Page) -> None:
    kept = queries()
    answers = asked(page, [{"text": query.ask} for query in kept])
    wrong = [
        (query.ask, ids_of(answer), answer["unmatched"], answer["suggestions"])
        for query, answer in zip(kept, answers, strict=True)
        if not is_right(query, answer)
    ]
    assert wrong == []
    assert len(kept) >= 100


def is_right(query: Query, answer: dict[str, Any]) -> bool:
    """Whether the stations, the part that nobody has and the first suggestion are those that are expected."""
    lacks = query.lacks is None or answer["unmatched"] == query.lacks
    suggested = query.suggested is None or answer["suggestions"][0][0] == query.suggested
    return ids_of(answer) == query.find and lacks and suggested


def test_every_suggestion_finds_something(page: Page) -> None:
    nothing = [query.ask for query in queries() if query.ask.strip() and not query.find]
    suggestions = {
        word: count
        for answer in asked(page, [{"text": text} for text in nothing])
        for word, count in answer["suggestions"]
    }
    answers = asked(page, [{"text": word} for word in suggestions])
    assert [len(answer["ids"]) for answer in answers] == list(suggestions.values())
    assert all(suggestions.values())


@pytest.mark.parametrize(
    ("text", "services"),
    [
        ("理发", ["haircut"]),
        ("剪头", ["haircut"]),
        ("免费理发", ["haircut"]),
        ("示例区理发", ["haircut"]),
        ("lifa", ["haircut"]),
        ("lf", ["haircut"]),
        ("磨刀", ["sharpening"]),
        ("喝水", ["drinking-water"]),
        ("卫生间", []),
        ("甲站", []),
        ("理发xyz", []),
        ("", []),
    ],
)
def test_it_is_known_which_service_a_text_means(page: Page, text: str, services: list[str]) -> None:
    assert asked(page, [{"text": text}])[0]["services"] == services


def test_a_word_for_a_thing_leads_to_its_proper_name(page: Page) -> None:
    (answer,) = asked(page, [{"text": "剪头xyz"}])
    assert answer["suggestions"][0] == ["免费理发", 1]


@pytest.mark.parametrize(
    "text", ["理发" * 5000, "x" * 10_000, "xian" * 2500, "xie" * 24 + "q", "水 " * 5000, "\u202e水\u0000"]
)
def test_a_very_long_or_odd_text_is_answered_at_once(page: Page, text: str) -> None:
    begun = datetime.now(UTC)
    assert isinstance(found(page, text=text), list)
    assert datetime.now(UTC) - begun < timedelta(seconds=5)


def test_letters_are_divided_in_the_same_ways_however_many_ends_lead_nowhere(page: Page) -> None:
    endless, kept = asked(page, [{"text": "xian" * 20 + "q"}, {"text": "lifa"}])
    assert (ids_of(endless), endless["unmatched"]) == ([], ["xian" * 20 + "q"])
    assert ids_of(kept) == ["jia"]


FILTERED = [
    ("", ["district:shili"], ["yi", "jia", "gui", "ren", "zi", "bing", "ding"]),
    ("", ["need:toilet"], ["jia", "no"]),
    ("", ["service:haircut"], ["jia"]),
    ("", ["service:haircut", "district:yangban"], []),
    ("", ["step-free"], ["yi", "jia", "no", "xin"]),
    ("水", ["district:yangban"], ["no", "xin"]),
    ("need:toilet", [], []),
    ("district:shili", [], ["no"]),  # the words of an address
    ("", ["need:nothing"], []),
]


@pytest.mark.parametrize(("text", "filters", "expected"), FILTERED)
def test_filters_are_those_of_the_static_pages_and_cannot_be_typed(
    page: Page, text: str, filters: list[str], expected: list[str]
) -> None:
    assert found(page, text=text, filters=filters) == expected


def test_filters_that_leave_nothing_do_not_hide_that_the_text_is_found(page: Page) -> None:
    (answer,) = asked(page, [{"text": "理发", "filters": ["district:yangban"]}])
    assert (answer["ids"], answer["matches"], answer["suggestions"]) == ([], 1, [])


def test_nobody_knows_who_is_open_before_the_first_or_after_the_last_day_of_the_files(page: Page) -> None:
    moments = [NOON - timedelta(days=3), NOON, NOON + timedelta(days=7)]
    answers = asked(page, [{"openAt": moment.isoformat()} for moment in moments])
    assert [answer["unknownHours"] for answer in answers] == [True, False, True]
    assert len(answers[0]["ids"]) == 12


NEAR_JIA = [122.507, 35.5085]
"""In WGS-84; half a kilometre from there, as China's maps show it, and two from the next station."""


def test_the_nearest_come_first_and_those_of_unknown_place_last_without_a_distance(page: Page) -> None:
    near = page.evaluate(
        "async here => { const all = await index.find({}); const near = await index.nearest(all.ids, here, 20);"
        " const records = await index.records(near.map(one => one.id));"
        " return near.map((one, i) => [records[i].uri, one.metres]) }",
        NEAR_JIA,
    )
    ids = [uri.split("/")[1] for uri, _ in near]
    assert ids[:2] == ["jia", "yi"]
    metres = [distance for _, distance in near if distance is not None]
    assert metres == sorted(metres)
    assert metres[0] < 700
    assert {one for one, (_, distance) in zip(ids, near, strict=True) if distance is None} >= {
        "geng",
        "gui",
        "ren",
        "zi",
    }


def test_a_file_that_cannot_be_fetched_is_an_error_and_may_be_asked_for_again(page: Page) -> None:
    ask = "index.find({text: '体检'}).then(() => 'found', error => error.message.slice(0, 7))"
    page.route("**/search/*/tokens/**", lambda route: route.abort())
    page.evaluate("async () => { window.index = await bulletinSearch.open('search/') }")
    failed = page.evaluate(ask)
    page.unroute("**/search/*/tokens/**")
    assert failed != "found"
    assert page.evaluate(ask) == "found"
