"""The search at ten thousand stations: exact to the station, and light to ask."""

from __future__ import annotations

import functools
import threading
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING, NamedTuple

import pytest

from build_tools.facts.derive import derive_facts
from build_tools.facts.intervals import intervals
from build_tools.publishing.composed import Composed
from build_tools.publishing.exports.search import search
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from build_tools.records.station import Life
from tests.browser.conftest import BelowAPath
from tests.browser.search_page import asked, ids_of
from tests.generated import TODAY, write_bulletin
from tests.publishing.search.by_reading import Library, in_order
from tests.quality.wire import compressed
from tests.sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Request

    from build_tools.facts.derive import Facts
    from build_tools.facts.intervals import Interval

MANY = 10_000
LIMIT = 30 * 1024
SCRIPTS = ("coordinates.js", "search.js")
LINES = """\
免费理发|理发|剪头|充电|手机没电|厕所|喝水|水|药|卫生间|看书|体检|法律咨询|吵架|修家电|量血压|免费|驿站|示|例|社区驿
示例9区理发|示例12街道充电|示例77社区驿站|示例5000社区理发|示例9区厕所|理发充电|免费理发磨刀|示例9区理发水|理发发理|午餐座位
lifa|chongdian|mianfeilifa|shiliqu|shilishequyizhan|xian|lf|mflf|mf|yz|sqyz|cd|shilijiedao9|lifachongdian|示例9区lifa
li fa|mian fei li fa|li'fa chong'dian|示例 9 区 理发|理发 287号|lf 示例9区|ＬＩＦＡ|9999|10000|10001|第9号|287号|wifi|WC
火锅|示例火锅|石鼓|zzz|😀|<script>|"""
QUESTIONS = [text for line in LINES.splitlines() for text in line.split("|")]
HEAVY = (
    "免费理发",
    "示例9区理发",
    "示例5000社区理发",
    "lifachongdian",
    "示例9区厕所",
    "li'fa chong'dian",
    "287号",
    "示例火锅",
    "lf",
)
"""Those of many letters, of many stations, and of stations far from each other."""


class Many(NamedTuple):
    """The facts of ten thousand stations, and a page that can search them."""

    facts: Facts
    page: Page
    folder: Path


@pytest.fixture(scope="module")
def many(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Many]:
    """The files of the search, without the rest of the site, on a server."""
    folder = tmp_path_factory.mktemp("many")
    write_bulletin(folder / "content", MANY)
    bulletin, _ = read_bulletin(folder / "content")
    assert bulletin is not None
    facts = derive_facts(bulletin, TODAY)
    for file in search(Composed(facts, read_wording("zh"))):
        path = folder / file.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    for name in SCRIPTS:
        (folder / name).write_bytes((ROOT / "build_tools" / "theme" / "assets" / name).read_bytes())
    tags = "".join(f"<script src={name}></script>" for name in SCRIPTS)
    (folder / "page.html").write_text(f"<!doctype html><meta charset=utf-8>{tags}", encoding="utf-8")
    (folder / "404.html").touch()
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(BelowAPath, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/bulletin/page.html")
    yield Many(facts, page, folder)
    server.shutdown()


@pytest.mark.slow
def test_every_question_finds_what_reading_everything_finds_in_the_same_order(many: Many) -> None:
    library = Library(many.facts.bulletin, in_order(many.facts))
    answers = asked(many.page, [{"text": text} for text in QUESTIONS])
    wrong = {
        text: (len(expected), len(found))
        for text, answer in zip(QUESTIONS, answers, strict=True)
        if (found := ids_of(answer)) != (expected := library.answer(text))
    }
    assert wrong == {}
    assert sum(1 for answer in answers if answer["ids"]) > 50


@pytest.mark.slow
def test_one_question_with_ten_results_takes_at_most_thirty_kilobytes(many: Many) -> None:
    weights = {text: weight(many, {"text": text}) for text in HEAVY}
    assert max(weights.values()) <= LIMIT, weights


@pytest.mark.slow
def test_who_is_open_at_a_minute_is_what_the_timetables_say(many: Many) -> None:
    minutes = [0, 359, 360, 479, 480, 509, 510, 721, 845, 1199, 1200, 1439, 1440 + 700, 7 * 1440 + 601]
    midnight = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC) - timedelta(hours=8)
    moments = [(midnight + timedelta(minutes=minute)).isoformat() for minute in minutes]
    answers = asked(many.page, [{"openAt": moment, "filters": ["service:haircut"]} for moment in moments])
    hours = hours_of_haircutters(many.facts)
    for minute, answer in zip(minutes, answers, strict=True):
        inside = (some for open_, some in hours if any(start <= minute < end for start, end in open_))
        assert set(ids_of(answer)) == set().union(*inside), minute


def hours_of_haircutters(facts: Facts) -> list[tuple[list[Interval], list[str]]]:
    """When stations that cut hair are open, with those that keep these hours."""
    keeping = defaultdict(list)
    for station in facts.bulletin.stations:
        cuts = any(service.kind == "haircut" for service in station.services)
        table = facts.timetables.of_station(station) if cuts and station.life is Life.OPEN else None
        if table:
            keeping[table].append(station.id)
    last = date.fromordinal(facts.today.toordinal() + 7)
    return [(intervals(table, facts.today, last).open, some) for table, some in keeping.items()]


@pytest.mark.slow
def test_the_nearest_are_the_nearest_of_all_and_few_files_are_opened_for_them(many: Many) -> None:
    nearest = """async ([lon, lat]) => {
      const index = await bulletinSearch.open('search/');
      const { ids } = await index.find({ text: '理发' });
      const near = await index.nearest(ids, [lon, lat], 10);
      const { from, metres } = bulletinCoordinates;
      const all = (await index.records(ids)).filter(one => one.at)
        .map(one => ({ id: one.id, metres: metres(from(lon, lat, one.at[2]), one.at) }));
      all.sort((one, other) => one.metres - other.metres || one.id - other.id);
      return [near, all.slice(0, 10)];
    }"""
    for here in ([122.3, 34.7], [121.5, 34.0], [116.4, 39.9], [123.0001, 35.2]):
        near, expected = many.page.evaluate(nearest, here)
        assert near == expected
    near = "index.find({text: '理发'}).then(found => index.nearest(found.ids, [122.3, 34.7], 10))"
    assert weight(many, {"text": "理发"}, near) <= 2 * LIMIT


def weight(many: Many, question: dict[str, object], besides: str = "0") -> int:
    """The bytes, with brotli, of all that is fetched for ten results of `question` and for what is asked `besides`."""
    fetched: set[str] = set()

    def seen(request: Request) -> None:
        fetched.add(request.url.partition("/bulletin/")[2].partition("?")[0])

    many.page.reload()
    many.page.on("request", seen)
    asked(many.page, [{**question, "most": 10}])
    many.page.evaluate(besides)
    many.page.remove_listener("request", seen)
    paths = [many.folder / uri for uri in fetched if uri.startswith("search/")]
    return sum(len(compressed(path)) for path in paths)
