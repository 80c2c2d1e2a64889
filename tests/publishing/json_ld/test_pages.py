"""Linked data as they stand in a page."""

from __future__ import annotations

import json

import pytest

from build_tools.publishing.json_ld.script import json_ld
from build_tools.records.key import UNKNOWN
from tests.hostile import FREE, LONG, MARKS, RUN, SERVICE, TEXT, WIDE
from tests.publishing.bulletins import facts_named
from tests.publishing.json_ld.printed import ENGLISH, blocks_of, bodies, linked, printed

HARMFUL = (
    RUN,
    MARKS,
    TEXT,
    FREE,
    SERVICE,
    "</SCRIPT >",
    "<!--<script>",
    "]]>",
    "一\u2028二\u2029三\x00",
    "\\u003c/script>",
)


@pytest.mark.parametrize("text", HARMFUL)
def test_a_text_comes_back_as_it_was_and_ends_nothing(text: str) -> None:
    element = json_ld({"@type": "Thing", "name": text})
    [block] = blocks_of(f"<main>{element}<p>after</p></main>")
    assert json.loads(block) == {"@context": "https://schema.org", "@type": "Thing", "name": text}
    assert not set("<>&\u2028\u2029") & set(block)


@pytest.mark.parametrize("name", ["sample", "content", "hostile", ENGLISH])
def test_a_page_has_one_block_or_is_a_list(name: str) -> None:
    blocks = {uri: len(blocks_of(body)) for uri, body in bodies(name).items()}
    without = {uri.removeprefix("en/") for uri, count in blocks.items() if count != 1}
    assert {uri for uri in without if not uri.startswith(("events/in/", "organizations/in/"))} == {
        "services/",
        "events/",
        "organizations/",
    }
    assert set(blocks.values()) <= {0, 1}


def test_what_somebody_writes_who_means_harm_is_just_a_name() -> None:
    said, directory = linked("hostile"), facts_named("hostile").directory
    assert TEXT in directory.stations["e-text"].name
    assert said["stations/e-text/"]["name"] == directory.stations["e-text"].name
    assert said["stations/e-wide/"]["name"] == WIDE
    assert said["events/2026/e-long/"]["name"] == LONG
    assert said["organizations/e/"]["name"] == directory.organizations["e"].name
    assert said["services/hostile/"]["name"] == SERVICE


def test_what_is_unknown_is_nowhere() -> None:
    for name in ("sample", "content"):
        told = json.dumps(list(linked(name).values()), ensure_ascii=False)
        for word in (UNKNOWN.value, "待核实", "null", '""', "[]", "{}"):
            assert word not in told


def test_a_page_in_english_says_it_in_english() -> None:
    said = linked(ENGLISH)
    station = said["en/stations/jia/"]
    assert station["name"] == "Station Jia"
    assert station["url"] == "https://example.org/bulletin/en/stations/jia/"
    assert station["address"]["streetAddress"].startswith("1 Yangben Road, First Community")
    assert station["openingHoursSpecification"] == linked("sample")["stations/jia/"]["openingHoursSpecification"]
    assert said["en/"]["publisher"]["name"] == "Sample Office of Sample City"


def test_marks_of_language_are_for_what_people_read() -> None:
    for body in bodies(ENGLISH).values():
        assert not any("lang=" in block for block in blocks_of(body))


def test_the_same_content_gives_the_same_bytes() -> None:
    assert printed(facts_named("sample")) == bodies("sample")
