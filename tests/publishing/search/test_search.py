"""The files of the search: what leads to what, small and always the same."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from build_tools.facts.derive import derive_facts
from build_tools.publishing import compose
from build_tools.publishing.composed import Composed
from build_tools.publishing.exports.search import search
from build_tools.publishing.search.filters import choices_among
from build_tools.publishing.search.index import derive_index, told_of
from build_tools.publishing.search.postings import numbers_of
from build_tools.publishing.search.shards import sum_of
from build_tools.publishing.search.station_texts import Sayings
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from tests.browser.search_page import queries
from tests.publishing.search.by_reading import Library, in_order
from tests.sites import ROOT, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.facts.derive import Facts
    from build_tools.publishing.search.index import Posting
    from build_tools.records.station import Station

ZH = read_wording("zh")


@pytest.fixture(scope="module")
def facts() -> Facts:
    """Those of the demonstration bulletin on its day."""
    bulletin, _ = read_bulletin(SAMPLE)
    assert bulletin is not None
    return derive_facts(bulletin, date(2026, 11, 21))


def files_of(facts: Facts) -> dict[str, Any]:
    """Name of each file of the search → what it holds."""
    return {
        re.sub(r"^search/([0-9a-f]{8}/)?", "", file.uri).removesuffix(".json"): json.loads(file.content)
        for file in search(Composed(facts, ZH))
    }


def index_of(stations: Sequence[Station], facts: Facts) -> dict[str, Posting]:
    """The index of `stations`, by the numbers that they have here."""
    told = told_of(Sayings(facts.directory).of_all(stations), {})
    return derive_index([(range(len(stations)), told)])


def test_the_questions_that_are_kept_are_answered_as_by_somebody_who_reads_everything(facts: Facts) -> None:
    library = Library(facts.bulletin, in_order(facts))
    assert [(query.ask, library.answer(query.ask)) for query in queries()] == [
        (query.ask, query.find) for query in queries()
    ]


def test_every_token_stands_in_the_file_that_its_letters_name(facts: Facts) -> None:
    files = files_of(facts)
    count = files["index"]["shards"]
    for number in range(count):
        assert {sum_of(token) % count for token in files[f"tokens/{number}"]} <= {number}


def test_a_token_says_in_which_names_it_stands(facts: Facts) -> None:
    stations = in_order(facts)
    index = index_of(stations, facts)
    assert {stations[number].id for number in numbers_of(index["居民"].by_name)} == {"xin"}
    assert {stations[number].id for number in numbers_of(index["社区"].stations)} == {"jia", "xin", "gui"}
    assert index["理发"].stations
    assert not index["理发"].by_name


@pytest.mark.parametrize("most", [1, 3, 100])
def test_the_files_do_not_show_in_which_parts_they_were_joined(
    facts: Facts, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(compose, "RECORDS_AT_ONCE", most)
    monkeypatch.setattr(compose, "FEW", 1)
    made = Composed(facts, ZH)
    giving = search.giving(made)
    parts = [(some, giving(some)) for some in compose.parts_of(made).values()]
    assert list(search.joined(made, parts[::-1])) == list(search(made))


def test_one_chooses_the_same_stations_as_on_the_page_of_each_choice(facts: Facts) -> None:
    directory, stations = facts.directory, in_order(facts)
    index = derive_index([(range(len(stations)), told_of({}, choices_among(stations, directory.needs_met)))])
    chosen = {
        token: {stations[number].id for number in numbers_of(posting.stations)} for token, posting in index.items()
    }
    assert chosen == {
        **{f"need:{need}": {one.station.id for one in answers} for need, answers in directory.answers.items()},
        **{f"service:{kind}": {one.station.id for one in offers} for kind, offers in directory.offers.items()},
        **{f"district:{code}": {one.id for one in members} for code, members in directory.by_district.items()},
        "step-free": {one.station.id for one in directory.entrances if one.passable},
    }


def test_a_record_says_what_a_list_shows_and_nothing_that_is_empty(facts: Facts) -> None:
    records = {one["uri"]: one for one in files_of(facts)["stations/0"]}
    closed = {
        "uri": "stations/ding/",
        "name": "丁站",
        "place": "示例市示例区第二街道",
        "life": "closed",
        "lamp": "ended",
    }
    assert records["stations/ding/"].items() >= closed.items()
    assert records["stations/ding/"].keys().isdisjoint(("hours", "needs", "at"))
    jia = records["stations/jia/"]
    assert (jia["at"], len(jia["hours"]["d"])) == ([122.512, 35.508, "gcj02", "door"], 120)


def test_a_name_without_end_takes_little_room(facts: Facts) -> None:
    endless = "".join(chr(0x4E00 + number % 20_000) for number in range(10_000))
    stations = tuple(replace(one, name=endless, address=endless, community=endless) for one in facts.bulletin.stations)
    made = list(search(Composed(derive_facts(replace(facts.bulletin, stations=stations), facts.today), ZH)))
    usual = list(search(Composed(facts, ZH)))
    assert sum(len(file.content) for file in made) < sum(len(file.content) for file in usual) + 60_000
    assert max(len(file.content) for file in made) < 20_000


def test_the_files_are_the_same_bytes_in_every_process() -> None:
    code = (
        "from datetime import date; import hashlib, pathlib\n"
        "from build_tools.publishing.composed import Composed\n"
        "from build_tools.publishing.exports.search import search\n"
        "from build_tools.facts.derive import derive_facts\n"
        "from build_tools.reading.bulletin import read_bulletin\n"
        "from build_tools.reading.locale import read_wording\n"
        f"bulletin, _ = read_bulletin(pathlib.Path({str(SAMPLE)!r}))\n"
        "files = search(Composed(derive_facts(bulletin, date(2026, 11, 21)), read_wording('zh')))\n"
        "print(hashlib.sha256(b''.join(file.uri.encode() + file.content for file in files)).hexdigest())\n"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_the_version_changes_with_the_content(facts: Facts) -> None:
    moved = tuple(replace(one, community="别处") for one in facts.bulletin.stations)
    other = derive_facts(replace(facts.bulletin, stations=moved), facts.today)
    assert files_of(other)["index"]["version"] != files_of(facts)["index"]["version"]


def test_words_to_try_are_words_of_some_station(facts: Facts) -> None:
    things = files_of(facts)["words"]
    assert [proper for proper, *_ in things[:3]] == ["喝水", "热饭", "纳凉"]
    assert next(words for words in things if "剪头" in words)[:2] == ["免费理发", "剪头"]
    assert not [words for words in things if "查身体" in words]  # nobody here has 专项体检


def test_a_record_says_when_there_are_its_services_and_the_index_by_what_they_are_found(facts: Facts) -> None:
    files = files_of(facts)
    jia = next(one for one in files["stations/0"] if one["uri"] == "stations/jia/")
    assert jia["services"]["haircut"] == ["每周五下午（具体时间待核实），风雨无阻"]
    assert {"理发", "剪头", " li", "li fa", "lf"} <= set(files["services"]["haircut"])
    assert files["services"].keys() == facts.directory.offers.keys()


def test_another_language_is_searched_by_its_own_words(facts: Facts) -> None:
    named = {"jia": "First Harbour Station", "yi": "Second Harbour Station"}
    stations = tuple(replace(one, name=named.get(one.id, one.name)) for one in facts.bulletin.stations)
    english = replace(facts.bulletin, stations=stations)
    library = Library(english, in_order(derive_facts(english, facts.today)))
    assert library.answer("HARB") == ["yi", "jia"]
    assert library.answer("first harbour") == ["jia"]
    assert {"har", "harbou", "harbour"} <= index_of(stations, facts).keys()
