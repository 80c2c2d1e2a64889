"""`due` prints who has to look at what by when, and a build says in one line that something is overdue."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.conftest import MINIMAL, STATION, put
from tests.forked import Done, command

if TYPE_CHECKING:
    from pathlib import Path

DAY = "1795219200"
POINT = "{经度: 112.6, 纬度: 26.9, 坐标系: 卫星定位, 精度: 大致到区, 核实: 未知}"
TEXT = """\
2026-11-21 的核实清单，到 2026-12-21 为止：要再核实 3 处，其中过期 1 处。

示例区，社区工作人员：
  □ 2026-11-10  过期11天  甲站      content/stations/jia.yml
  □ 2026-12-01  还有10天  大字站ab  content/stations/yi.yml

示例区，街道工作人员：
  □ 2026-11-21  今天到期  丙站  content/stations/bing.yml

还没有人核实过，2 处

示例区（2）：
  □ 丁站        content/stations/ding.yml
  □ 甲站的位置  content/stations/jia.yml
"""


@pytest.fixture
def bulletin(content: Path) -> Path:
    """Four stations: overdue, due today, due soon and never verified."""
    verified = "核实: {{日期: 2026-10-10, 岗位: {}, 方法: 到站查看, 下次: {}}}\n"
    put(content, "stations/jia.yml", STATION + f"位置: {POINT}\n" + verified.format("社区工作人员", "2026-11-10"))
    for id, name, rest in [
        ("yi", "大字站ab", verified.format("社区工作人员", "2026-12-01")),
        ("bing", "丙站", verified.format("街道工作人员", "2026-11-21")),
        ("ding", "丁站", ""),
    ]:
        put(content, f"stations/{id}.yml", STATION.replace("甲站", name) + rest)
    return content


def run(content: Path, *arguments: object, name: str = "due") -> Done:
    """One command on `content` from the folder it lies in, on 2026-11-21."""
    return command(name, *arguments, "--content", content.name, day=DAY, folder=content.parent)


def test_the_list_is_grouped_by_who_looked_last_and_lines_stand_below_each_other(bulletin: Path) -> None:
    done = run(bulletin)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == TEXT


def test_within_says_how_far_to_look_ahead(bulletin: Path) -> None:
    assert "大字站" not in run(bulletin, "--within", 9).stdout
    assert "大字站" in run(bulletin, "--within", 10).stdout


@pytest.mark.parametrize("days", ["-1", "1.5", "many", "3661", "９"])
def test_a_number_of_days_that_is_none_is_refused(bulletin: Path, days: str) -> None:
    done = run(bulletin, f"--within={days}")
    assert (done.returncode, done.stdout, f"“{days}”" in done.stderr) == (1, "", True)


def test_programs_get_one_list(bulletin: Path) -> None:
    told = json.loads(run(bulletin, "--format", "json").stdout)
    assert [one["days"] for one in told] == [-11, 0, 10, None, None]
    assert told[0] == {
        "what": "station",
        "name": "甲站",
        "district": "示例区",
        "file": "content/stations/jia.yml",
        "role": "社区工作人员",
        "method": "到站查看",
        "verified": "2026-10-10",
        "due": "2026-11-10",
        "days": -11,
    }
    assert told[0].keys() == told[-1].keys()


def test_wrong_content_is_reported_and_nothing_is_listed(bulletin: Path) -> None:
    put(bulletin, "about.md", "没有标题\n")
    done = run(bulletin, "--format", "json")
    assert (done.returncode, done.stdout, "E020" in done.stderr) == (65, "", True)


def test_english_is_english(bulletin: Path) -> None:
    assert "11 days late" in run(bulletin, "--language", "en").stdout


def test_a_build_says_in_one_line_how_much_is_overdue(bulletin: Path) -> None:
    done = run(bulletin, "out", name="write")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.count("核实") == done.stderr.count("有 1 处核实到期了；") == 1


def test_a_build_is_silent_while_nothing_is_overdue(content: Path) -> None:
    put(content, "stations/jia.yml", MINIMAL["stations/jia.yml"])
    assert "核实" not in run(content, "out", name="write").stderr
