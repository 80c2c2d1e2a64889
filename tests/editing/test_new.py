"""`new`: a file that passes `check` once its blanks are filled, and in which every example holds."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from build_tools.commands.arguments import KINDS
from build_tools.editing.draft import LEFT_OUT
from build_tools.editing.named import RefusedError, named, proposed_id
from build_tools.editing.new_file import NEW, new_file
from build_tools.problems import has_errors
from build_tools.reading.locale import read_wording
from build_tools.records.key import FreeText
from build_tools.records.language import LANGUAGES
from build_tools.records.shapes import form_of, is_record
from tests.conftest import MINIMAL, STATION, check, codes, put
from tests.forked import command
from tests.sites import CONTENT, SAMPLE

GOLDEN = Path(__file__).parent / "golden"
TODAY = date(2026, 11, 1)
RICH = {
    "districts/shili.yml": MINIMAL["districts/shili.yml"] + "节假日: 休息\n调休上班日: 照常\n",
    "events/2026/qiju.yml": "名称: 下棋\n日期: 2026-10-17\n地点: 甲站\n区: shili\n一句话: 来下棋\n曾用编号: weiqi\n",
}
OF_ONE_DISTRICT = {"station": "district", "event": "district", "organization": "district"}


def written(content: Path, kind: str, language: str = "zh", id: str = "xin") -> Path:
    """A new file of `kind` in `content`."""
    uri, text = new_file(NEW[kind], id, content, TODAY, read_wording(language))
    put(content, uri, text)
    return content / uri


def blocks(text: str) -> list[list[str]]:
    """The lines of each block."""
    return [block.split("\n") for block in text.rstrip("\n").split("\n\n")]


def is_switched_off(block: list[str]) -> bool:
    """Whether `block` holds examples."""
    return any(line.startswith("# ") for line in block)


def switched_on(block: list[str]) -> list[str]:
    """`block` as whoever takes the sign away has it."""
    return [re.sub("^# ", "", line) for line in block]


def filled(block: list[str]) -> list[str]:
    """`block` with its blank filled with the example, or the first choice, that stands above it."""
    if not block[-1].endswith(": "):
        return block
    said = re.search(r"(?:例如：|可以写：|For example: |One of: )([^（、]+?)(?: \(|（|、|, |$)", block[0])
    assert said or block[-1].startswith(("街道", "street")), block
    return [*block[:-1], block[-1] + (said[1] if said else "甲街道")]


def with_all(text: str, *on: int) -> str:
    """`text` with its blanks filled and the blocks `on` switched on; one that stands instead of a date takes its place."""
    parts = [filled(block) for block in blocks(text)]
    for position in on:
        if re.search("删掉上面的|delete the", parts[position][0]):
            parts = [[] if re.match(r"(日期|date): ", (part or [""])[-1]) else part for part in parts]
        parts[position] = switched_on(parts[position])
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def positions(text: str) -> list[int]:
    """Where the blocks are that can be switched on."""
    return [position for position, block in enumerate(blocks(text)) if is_switched_off(block)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_line_knows_every_kind_that_can_be_new(kind: str) -> None:
    assert set(KINDS) == set(NEW)
    assert kind in NEW


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_an_unfilled_file_has_one_problem_at_each_blank_and_no_other(content: Path, kind: str, language: str) -> None:
    file = written(content, kind, language)
    lines = file.read_text(encoding="utf-8").split("\n")
    blanks = [number for number, line in enumerate(lines, start=1) if line.endswith(": ")]
    assert blanks
    assert [(one.code, one.place.line) for one in check(content)] == [("E027", line) for line in blanks]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_file_passes_and_so_does_every_example_by_itself(content: Path, kind: str, language: str) -> None:
    file = written(content, kind, language)
    text = file.read_text(encoding="utf-8")
    file.write_text(with_all(text), encoding="utf-8")
    assert codes(content) == []
    assert len(positions(text)) >= 2
    for position in positions(text):
        file.write_text(with_all(text, position), encoding="utf-8")
        assert (blocks(text)[position], codes(content)) == (blocks(text)[position], [])


@pytest.mark.parametrize("source", [CONTENT, SAMPLE], ids=["own", "sample"])
@pytest.mark.parametrize("kind", KINDS)
def test_all_examples_hold_together_in_any_content(tmp_path: Path, source: Path, kind: str) -> None:
    content = Path(shutil.copytree(source, tmp_path / "content"))
    file = written(content, kind, id="xin-de")
    text = file.read_text(encoding="utf-8").replace("蒸阳社区红色驿站", "新站")  # the example is one of our own
    on = [at for at in positions(text) if "常办" not in blocks(text)[at][0]]
    file.write_text(with_all(text, *on), encoding="utf-8")
    problems = check(content)
    assert [one for one in problems if one.place.file == file.relative_to(content).as_posix()] == []
    assert not has_errors(problems)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_an_explanation_stays_a_comment_when_a_whole_block_is_switched_on(
    content: Path, language: str
) -> None:
    for kind in KINDS:
        text = written(content, kind, language).read_text(encoding="utf-8")
        explained = [line for line in text.split("\n") if line.startswith("##")]
        assert all(line.removeprefix("#").startswith("#") for line in explained)
        assert not re.search(r"^#[^# ]", text, re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_stands_in_the_file_with_its_meaning(content: Path, kind: str) -> None:
    text = written(content, kind).read_text(encoding="utf-8")
    fields = [field for field in form_of(NEW[kind].record).fields if field.name not in LEFT_OUT]
    missing = [
        one.key.label for one in fields if not re.search(rf"^(# |##.*)?{one.key.label}[:：]", text, re.MULTILINE)
    ]
    unexplained = [one.key.label for one in fields if one.key.meaning not in text]
    assert (missing, unexplained) == ([], [])


def texts_without_example(record: type | None) -> list[str]:
    """The keys of `record`, and of records in it, that hold a text and have no example."""
    found = []
    for field in form_of(record).fields:
        base = (field.shape.many or field.shape).base
        found += texts_without_example(base) if is_record(base) else []
        found += [field.key.label] if base in (str, FreeText) and not field.key.example else []
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_that_holds_a_text_has_an_example(kind: str) -> None:
    assert NEW[kind].record
    assert texts_without_example(NEW[kind].record) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_station_looks_like_this(content: Path, language: str) -> None:
    text = written(content, "station", language).read_text(encoding="utf-8")
    golden = GOLDEN / f"station.{language}.yml"
    if os.environ.get("RENEW_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8"), "RENEW_GOLDEN=1 pytest tests/editing renews it"


def test_what_can_be_nothing_else_is_written_already(content: Path) -> None:
    assert "\n区: shili\n" in written(content, "station").read_text(encoding="utf-8")
    assert "\n发布: 2026-11-01\n" in written(content, "notice").read_text(encoding="utf-8")
    put(content, "districts/erli.yml", MINIMAL["districts/shili.yml"].replace("示例", "二示例"))
    assert "\n区: \n" in written(content, "station", id="er").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "uri"),
    [
        ("chunjie", "events/2026/chunjie.yml"),
        ("2027/chunjie", "events/2027/chunjie.yml"),
        ("events/2027/chunjie", "events/2027/chunjie.yml"),
        ("content/events/2027/chunjie.yml", "events/2027/chunjie.yml"),
    ],
)
def test_an_event_lies_in_the_folder_of_its_year(content: Path, said: str, uri: str) -> None:
    assert new_file(NEW["event"], said, content, TODAY, read_wording("zh"))[0] == uri


REFUSED = [
    ("station", "Jia_Zhan", "例如 jia-zhan。"),
    ("station", "石鼓站", "例如 shi-gu-zhan。"),
    ("station", "", "例如 zhengyang。"),
    ("station", "！", "例如 zhengyang。"),
    ("station", "a" * 61, f"例如 {'a' * 60}。"),
    ("station", "2026/yi", "例如 2026-yi。"),
    ("station", "events/yi", "例如 events-yi。"),
    ("station", "../yi", "例如 yi。"),
    ("station", "unknown", "会当成“未知”"),
    ("station", "jia", "已经有了：stations/jia.yml"),
    ("organization", "jia", "已经有了：organizations/jia.yml"),
    ("event", "qiju", "已经有了：events/2026/qiju.yml"),
    ("event", "weiqi", "是 events/2026/qiju.yml 以前用的"),
    ("event", "1066/weiqi", "写成 2026/weiqi 这样"),
]


@pytest.mark.parametrize(("kind", "said", "why"), REFUSED)
def test_what_cannot_be_is_refused_with_the_reason(content: Path, kind: str, said: str, why: str) -> None:
    for uri, text in RICH.items():
        put(content, uri, text)
    with pytest.raises(RefusedError) as refusal:
        new_file(NEW[kind], said, content, TODAY, read_wording("zh"))
    assert why in str(refusal.value)


def test_what_was_called_so_in_another_year_takes_no_address(content: Path) -> None:
    for uri, text in RICH.items():
        put(content, uri, text)
    assert new_file(NEW["event"], "2027/weiqi", content, TODAY, read_wording("zh"))[0] == "events/2027/weiqi.yml"


def test_every_refusal_of_an_id_proposes_one_that_would_do() -> None:
    for text in ("Jia_Zhan", "石鼓站", "", "……", "unknown", "A" * 99, "示例-" * 30, "甲 站 1"):
        assert named(proposed_id(text)).id == proposed_id(text)
        assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", proposed_id(text))
        assert len(proposed_id(text)) <= 60


def test_the_command_says_which_file_it_wrote_and_never_writes_over_one(content: Path) -> None:
    done = command("new", "station", "yi", "--content", content)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"写好了 {content.as_posix()}/stations/yi.yml。\n")
    before = (content / "stations/yi.yml").read_bytes()
    again = command("new", "station", "yi", "--content", content)
    assert (again.returncode, again.stdout, "已经有了" in again.stderr) == (1, "", True)
    assert (content / "stations/yi.yml").read_bytes() == before


def test_no_file_is_written_where_no_content_lies(tmp_path: Path) -> None:
    done = command("new", "station", "yi", "--content", tmp_path)
    assert (done.returncode, "site.yml" in done.stderr, list(tmp_path.iterdir())) == (1, True, [])


@pytest.mark.parametrize("uri", ["vocabulary.yml", "districts/shili.yml", "organizations/jia.yml"])
def test_content_that_cannot_be_read_offers_nothing_and_stops_nothing(content: Path, uri: str) -> None:
    put(content, uri, "坏了: [\n")
    put(content, "stations/ding.yml", STATION.replace("开放", "关闭"))
    for kind in KINDS:
        assert written(content, kind).is_file()
