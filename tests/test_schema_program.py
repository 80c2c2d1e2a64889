"""The program check-jsonschema, which reads YAML in its own way, accepts our content and refuses mistakes by our schemas."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from build_tools.records.files import RECORD_KINDS
from tests.conftest import MINIMAL, STATION, put, put_all
from tests.forked import command
from tests.sites import CONTENT, SAMPLE

MISTAKES = {
    "a misspelt key": STATION + "电活: 未知\n",
    "a missing key": STATION.replace("区: shili\n", ""),
    "a key in both languages": STATION + "name: 乙站\n",
    "a word that nobody knows": STATION + "设施: [饮水鸡]\n",
    "an id of no file": STATION.replace("shili", "elsewhere"),
    "a number in words": STATION + "面积: 四十五\n",
    "a list where a text belongs": STATION.replace("喝水", "[喝水]"),
    "half a verification": STATION + "核实: {日期: 2026-11-10}\n",
}
PLAIN = {
    "a clock time is no number": STATION + "开放时间: [每天 12:30-13:00, 22:00-次日6:00]\n",
    "no is no truth value": STATION + "功能区未列全: no\n社区: no\n",
    "a number may be a text": STATION + "社区: 0734\n邮编: 421001\n",
    "a day is a day": STATION + "核实: {日期: 2026-11-10, 岗位: 甲, 方法: 乙, 下次: 2026-12-10}\n",
}


def judged(schema: Path, files: list[Path]) -> dict[str, Any]:
    """What the program says of `files`, with what it says of each that it refuses, by name."""
    arguments = ["--schemafile", schema, "--output-format", "json", *files]
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["status"] == ("ok" if done.returncode == 0 else "fail")
    assert told.get("parse_errors", []) == []
    return {Path(one["filename"]).name: one for one in told["errors"]}


def schemas_of(content: Path, folder: Path) -> Path:
    """The folder with the schemas of `content`."""
    assert command("schema", folder, "--content", content).returncode == 0
    return folder


@pytest.mark.parametrize("content", [CONTENT, SAMPLE], ids=["content", "sample"])
def test_our_own_content_is_accepted(content: Path, tmp_path: Path) -> None:
    schemas = schemas_of(content, tmp_path / "schemas")
    for kind in RECORD_KINDS:
        if files := sorted(content.glob(kind.path.replace("<year>", "*").replace("<id>", "*"))):
            assert judged(schemas / f"{kind.name.lower()}.schema.json", files) == {}


def test_what_yaml_might_take_for_something_else_is_accepted_and_mistakes_are_not(tmp_path: Path) -> None:
    put_all(tmp_path / "content", MINIMAL)
    schema = schemas_of(tmp_path / "content", tmp_path / "schemas") / "station.schema.json"
    for name, text in (MISTAKES | PLAIN).items():
        put(tmp_path, f"{name}.yml", text)
    refused = judged(schema, sorted(tmp_path.glob("*.yml")))
    assert set(refused) == {f"{name}.yml" for name in MISTAKES}
