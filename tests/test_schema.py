"""The schemas that editors use: valid, no stricter than the check for our own content, and no blinder for keys."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from build_tools.records.files import RECORD_KINDS
from build_tools.records.shapes import form_of
from build_tools.records.station import Station
from build_tools.schema import one_of
from tests.conftest import EVENT, MINIMAL, NOTICE, STATION, put_all
from tests.forked import command

ROOT = Path(__file__).parent.parent
CONTENTS = [folder for folder in (ROOT / "content", ROOT / "tests/sample_content") if folder.is_dir()]
WRITTEN = {kind.name.lower(): kind for kind in RECORD_KINDS}
FILES = [(folder, path) for folder in CONTENTS for path in sorted(folder.rglob("*.yml"))]


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: a date and `no` are texts, `45` is a number."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool", ":int"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(true|false)$"), list("tf"))


def written(folder: Path, content: Path) -> dict[str, Any]:
    """Kind → schema, as the command line writes them for `content`."""
    done = command("schema", folder, "--content", content)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return {
        path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in folder.iterdir()
    }


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, dict[str, Any]]:
    """Content folder → its schemas."""
    return {content: written(tmp_path_factory.mktemp("schemas"), content) for content in CONTENTS}


@pytest.fixture(scope="module")
def smallest(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The schemas of the smallest bulletin."""
    folder = tmp_path_factory.mktemp("smallest")
    put_all(folder / "content", MINIMAL)
    return written(folder / "schemas", folder / "content")


def complaints(schema: dict[str, Any], text: str) -> list[str]:
    """What `schema` has against `text`."""
    loaded = yaml.load(text, Loader=EditorLoader)  # noqa: S506 — it is a SafeLoader
    return [error.message for error in Draft7Validator(schema).iter_errors(loaded)]


def kind_of(path: Path, content: Path) -> str:
    """Which schema a file takes."""
    uri = path.relative_to(content).as_posix()
    return next(name for name, kind in WRITTEN.items() if re.fullmatch(kind.pattern, uri))


def test_there_is_a_schema_for_each_kind_of_file(schemas: dict[Path, dict[str, Any]]) -> None:
    assert all(one.keys() == WRITTEN.keys() for one in schemas.values())


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_schema_is_valid_by_its_own_dialect(schemas: dict[Path, dict[str, Any]], kind: str) -> None:
    schema = schemas[CONTENTS[0]][kind]
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)


@pytest.mark.parametrize(("content", "path"), FILES, ids=[str(path.relative_to(ROOT)) for _, path in FILES])
def test_our_own_content_is_accepted(schemas: dict[Path, dict[str, Any]], content: Path, path: Path) -> None:
    kind = kind_of(path, content)
    assert complaints(schemas[content][kind], path.read_text(encoding="utf-8")) == []


GOOD = [
    ("station", STATION),
    ("station", STATION.replace("状态: 开放", "life: closed")),
    ("station", STATION + "面积: 未知\n设施: 饮水机\n无障碍: {坡道: 有}\n"),
    ("station", STATION + "开放时间: [每天 12:30-13:00]\n沿革: [{时间: 2015, 事情: 建成}]\n"),
    ("station", STATION + "服务: [haircut, {种类: 免费理发, 时间: 同开放时间, 对象: [居民]}]\n"),
    ("station", STATION + "功能区未列全: no\n设施未列全: true\n"),
    ("event", EVENT + "驿站: jia\n状态: 取消\n"),
    ("notice", NOTICE + "要紧: 是\n驿站: jia\n"),
    ("notice", NOTICE + "要紧: yes\n"),
    ("station", STATION + "设施: [dispenser, {种类: 饮水机}]\n"),
]
BAD = [
    ("a misspelt key", "station", STATION + "颜色: 红\n"),
    ("a misspelt key inside", "station", STATION + "无障碍: {坡到: 有}\n"),
    ("a missing key", "station", STATION.replace("地址", "社区")),
    ("a key under both names", "station", STATION + "name: 乙站\n"),
    ("a wrong choice", "station", STATION.replace("开放", "营业")),
    ("a word that is not in the vocabulary", "station", STATION + "设施: [微波炉]\n"),
    ("an id that is not there", "event", EVENT + "驿站: yi\n"),
    ("a number in words", "station", STATION + "面积: 四十五\n"),
    ("a number out of its bounds", "station", STATION + "面积: 0\n"),
    ("a record where a text belongs", "station", STATION + "社区: {名称: 甲}\n"),
    ("unknown where it may not be", "notice", NOTICE + "要紧: 未知\n"),
]


@pytest.mark.parametrize(("kind", "text"), GOOD)
def test_what_the_check_accepts_is_accepted(smallest: dict[str, Any], kind: str, text: str) -> None:
    assert complaints(smallest[kind], text) == []


@pytest.mark.parametrize(("fault", "kind", "text"), BAD, ids=[fault for fault, *_ in BAD])
def test_a_fault_is_refused(smallest: dict[str, Any], fault: str, kind: str, text: str) -> None:
    assert complaints(smallest[kind], text), fault


def test_keys_have_chinese_titles_and_meanings(smallest: dict[str, Any]) -> None:
    area = smallest["station"]["properties"]["面积"]
    assert (area["title"], area["description"], area["examples"]) == ("面积", "多少平方米", [45])


def suggested(schema: dict[str, Any]) -> list[str]:
    """The keys that an editor completes."""
    return [key for key, entry in schema["properties"].items() if not entry.get("doNotSuggest")]


def test_an_editor_completes_each_key_once_in_the_language_of_who_writes(content: Path, tmp_path: Path) -> None:
    chinese = written(tmp_path / "zh", content)["station"]
    done = command("schema", tmp_path / "en", "--content", content, "--language", "en")
    assert done.returncode == 0
    english = json.loads((tmp_path / "en" / "station.schema.json").read_text(encoding="utf-8"))
    fields = form_of(Station).fields
    assert suggested(chinese) == [field.key.label for field in fields]
    assert suggested(english) == [field.english for field in fields]
    assert chinese["properties"].keys() == english["properties"].keys()


def test_an_editor_lists_words_in_the_language_of_who_writes_and_accepts_the_others(smallest: dict[str, Any]) -> None:
    life = smallest["station"]["properties"]["状态"]["anyOf"]
    assert life[0] == {"enum": ["筹备", "开放", "暂停", "关闭"]}
    assert re.fullmatch(life[1]["pattern"], "planned")
    assert not re.fullmatch(life[1]["pattern"], "plan")


def test_a_word_with_signs_that_mean_something_in_patterns_stands_for_itself() -> None:
    pattern = one_of(["a.b", "c+(d)", "甲|乙", "x-y", "\\"])["pattern"]
    assert pattern == r"^(?:a\.b|c\+\(d\)|甲\|乙|x-y|\\)$"


def test_an_example_is_what_an_editor_may_write_as_it_is(smallest: dict[str, Any]) -> None:
    properties = smallest["station"]["properties"]
    assert properties["功能区"]["examples"] == [["休息区", "阅读区"]]
    assert properties["电话"]["examples"] == ["0734-1234567"]


def test_no_example_names_what_is_not_there(smallest: dict[str, Any]) -> None:
    assert "examples" not in smallest["station"]["properties"]["区"]
