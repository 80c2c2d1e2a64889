"""`status`: what somebody who must look sees on one screen, and what monitoring reads."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.hosting.quick import commit, copy, day, make_engine
from tests.hosting.steps import host

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hosting.hosts import Place

KEYS = ["healthy", "live", "previous", "wanted", "tip", "last", "refused", "spoilt", "engines"]
RELEASE = ["release", "commit", "engine", "day", "since"]
FAILING = "echo 坏了; exit 3"
REFUSING = "exit 65"


def screen(place: Place, today: str = day(0)) -> tuple[int, str]:
    """How `status` ends, and what it says, with commits and the moment of building made alike."""
    done = host(place, "status", day=today)
    assert done.stderr == ""
    text = re.sub(r"\b[0-9a-f]{12,40}\b", "甲", done.stdout)
    return done.returncode, re.sub(r"\d{4}-\d\d-\d\dT\S+ 生成", "某时 生成", text).replace(str(place.folder), "DIR")


def told(place: Place) -> dict[str, Any]:
    """What monitoring reads."""
    found: dict[str, Any] = json.loads(host(place, "status", "--format", "json").stdout)
    return found


def engine(place: Place, version: str, build: str) -> None:
    """Install an engine that builds by `build`."""
    make_engine(place, version, build, place.folder / "engine" / "1.0" / "bin" / "python")


def test_all_is_well(quick: Place) -> None:
    assert screen(quick) == (
        0,
        """\
网站是最新的。
现在：1-甲，提交 甲，引擎 1.0，2026-11-21 的内容，某时 生成
上一版：没有
上一次运行：2026-11-21T08:00:00+08:00，发布了
引擎：1.0
""",
    )


def test_nobody_has_published_yet(quick_unused: Place) -> None:
    assert screen(quick_unused) == (
        1,
        """\
网站不是最新的，请看下面。
现在：还没有发布过
上一版：没有
该发布：提交 甲，引擎 1.0，2026-11-21 的内容
引擎：1.0
""",
    )


def test_a_run_has_failed(quick: Place) -> None:
    engine(quick, "2.0", FAILING)
    done = host(quick, "reconcile")
    assert done.returncode == 1
    assert screen(quick) == (
        1,
        """\
网站不是最新的，请看下面。
现在：1-甲，提交 甲，引擎 1.0，2026-11-21 的内容，某时 生成
上一版：没有
该发布：提交 甲，引擎 2.0，2026-11-21 的内容
上一次运行：2026-11-21T08:00:00+08:00，没有做成，会自动再试
网站没有生成（退出码 3）：坏了
引擎：2.0、1.0
""",
    )


def test_the_newest_content_has_errors(quick: Place) -> None:
    commit(quick, "\n不认识的键: 1")
    done = host(quick, "reconcile")
    assert done.returncode == 65, done
    code, text = screen(quick)
    assert code == 1
    assert "不发布：提交 甲" in text
    assert "错误 E022" in text


def test_why_the_newest_content_was_refused_is_told_as_long_as_it_is(quick: Place) -> None:
    commit(quick, "\n不认识的键: 1")
    host(quick, "reconcile")
    later = host(quick, "reconcile")
    assert later.returncode == 0
    assert "最新的提交不发布" in later.stdout
    assert "错误 E022" in screen(quick)[1]
    commit(quick, "好")
    host(quick, "reconcile")
    assert "E022" not in screen(quick)[1]


def test_the_newest_was_taken_back(quick: Place) -> None:
    commit(quick)
    host(quick, "reconcile")
    host(quick, "rollback")
    host(quick, "reconcile")
    assert screen(quick) == (
        1,
        """\
网站不是最新的，请看下面。
现在：1-甲，提交 甲，引擎 1.0，2026-11-21 的内容，某时 生成
上一版：2-甲，2026-11-21 的内容
该发布：提交 甲，引擎 1.0，2026-11-21 的内容
不发布：提交 甲（已退回，2026-11-21T08:00:00+08:00）
上一次运行：2026-11-21T08:00:00+08:00，最新的提交不发布
引擎：1.0
""",
    )


def test_monitoring_can_rely_on_the_keys(quick: Place, quick_unused: Place) -> None:
    full = told(quick)
    assert list(full) == list(told(quick_unused)) == KEYS
    assert list(full["live"]) == RELEASE
    assert list(full["wanted"]) == ["commit", "engine", "day"]
    assert list(full["last"]) == ["at", "outcome", "phase", "message"]
    assert (full["previous"], full["refused"], full["spoilt"], full["engines"]) == (None, [], None, ["1.0"])


@pytest.mark.parametrize("build", [FAILING, REFUSING])
def test_a_failure_before_the_first_release_does_not_name_one(quick_unused: Place, build: str, tmp_path: Path) -> None:
    place = copy(quick_unused, tmp_path / "place")
    engine(place, "2.0", build)
    done = host(place, "reconcile")
    assert done.returncode == 1
    assert done.stdout.endswith("没有发布；网站上还什么都没有。\n")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"at": 1}', '{"at": "", "outcome": "?", "phase": "", "message": ""}', "\udcff"]
)
def test_a_spoilt_memory_of_the_last_run_is_as_good_as_none(quick: Place, text: str) -> None:
    (quick.folder / "state" / "status.json").write_bytes(text.encode(errors="surrogateescape"))
    assert told(quick)["last"] is None
    assert screen(quick)[0] == 0
    assert host(quick, "reconcile").returncode == 0
    assert told(quick)["last"]["outcome"] == "unchanged"
