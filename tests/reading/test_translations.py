"""What stands under `名称@en` belongs to 名称, and is nowhere but in the edition for that language."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from build_tools.facts.edition import bulletin_in
from build_tools.reading.bulletin import read_bulletin
from tests.conftest import MINIMAL, NOTICE, STATION, check, codes, put, told

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.records.bulletin import Bulletin


def read(content: Path) -> Bulletin:
    """The bulletin in `content`."""
    bulletin, _ = read_bulletin(content)
    assert bulletin is not None
    return bulletin


def test_a_translated_text_is_the_chinese_text_until_somebody_asks(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "名称@en: Station Jia\n")
    bulletin = read(content)
    assert bulletin.stations[0].name == "甲站"
    assert bulletin_in("en", bulletin).stations[0].name == "Station Jia"
    assert bulletin_in("zh", bulletin) == bulletin


def test_either_spelling_of_a_key_may_be_translated(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "name@en: Station Jia\n")
    assert bulletin_in("en", read(content)).stations[0].name == "Station Jia"


def test_the_same_key_is_not_translated_twice(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "name@en: Station Jia\n名称@en: Jia\n")
    assert codes(content) == ["E021"]


def test_a_list_is_translated_entry_by_entry(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "功能区: [休息区, 阅读区]\n功能区@en: [Rest area, Reading area]\n")
    assert bulletin_in("en", read(content)).stations[0].zones == ("Rest area", "Reading area")


def test_a_list_with_other_entries_is_no_translation(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "功能区: [休息区, 阅读区]\n功能区@en: [Rest area]\n")
    assert told(content) == [("E242", "stations/jia.yml", 8, 1, "功能区@en")]


def test_what_stands_deep_inside_a_record_is_translated_too(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "值守: [{岗位: 站长, 岗位@en: head of station}]\n")
    assert bulletin_in("en", read(content)).stations[0].duty[0].role == "head of station"


def test_what_is_not_translated_stays_the_very_same(content: Path) -> None:
    put(content, "notices/2026/guoqing.yml", NOTICE + "标题@en: Open as usual\n")
    bulletin = read(content)
    edition = bulletin_in("en", bulletin)
    assert edition.stations is bulletin.stations
    assert edition == replace(bulletin, notices=(replace(bulletin.notices[0], title="Open as usual"),))


def test_a_hand_written_page_is_translated_as_a_whole(content: Path) -> None:
    put(content, "about.md", "# 关于\n\n一页。\n")
    put(content, "about.en.md", "# About\n\nA page.\n")
    essay = bulletin_in("en", read(content)).essays[0]
    assert (essay.id, essay.title, essay.text) == ("about", "About", "A page.")


def test_a_hand_written_page_has_its_chinese_text_first(content: Path) -> None:
    put(content, "about.en.md", "# About\n\nA page.\n")
    put(content, "ways.fr.md", "# Chemins\n")
    put(content, "ways.md", "# 怎么走\n")
    assert [one[:2] for one in told(content)] == [("E243", "about.en.md"), ("E240", "ways.fr.md")]


def test_a_translated_text_reaches_another_process_whole(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "名称@en: Station Jia\n")
    sent = pickle.loads(pickle.dumps(read(content)))  # noqa: S301 — made a line before
    assert bulletin_in("en", sent).stations[0].name == "Station Jia"


@pytest.mark.parametrize(
    ("line", "code", "example"),
    [
        ("服务: [免费理发]\n服务@en: Haircuts", "E231", "名称@en"),
        ("设施: [饮水机]\n设施@en: [Water]", "E231", "名称@en"),
        ("区@en: Shili", "E231", "名称@en"),
        ("照片: []\n照片@en: a door", "E230", "说明@en"),
        ("电话: 未知\n电话@en: unknown", "E241", None),
        ("状态@en: open", "E241", None),
    ],
)
def test_what_is_translated_elsewhere_is_said_to_be_so(
    content: Path, line: str, code: str, example: str | None
) -> None:
    put(content, "stations/jia.yml", f"{STATION}{line}\n")
    (problem,) = [one for one in check(content) if one.code in ("E230", "E231", "E241")]
    assert (problem.code, dict(problem.words).get("example")) == (code, example)


@pytest.mark.parametrize(
    ("languages", "expected"), [("", ["W106"]), ("语言: [中文]\n", ["W106"]), ("语言: [中文, 英文]\n", [])]
)
def test_who_writes_english_is_told_once_that_nobody_sees_it(
    content: Path, languages: str, expected: list[str]
) -> None:
    put(content, "site.yml", MINIMAL["site.yml"] + languages)
    put(content, "stations/jia.yml", STATION + "名称@en: Station Jia\n地址@en: 1 Jia Street\n")
    put(content, "notices/2026/a.yml", NOTICE + "标题@en: Open as usual\n")
    assert codes(content) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# 名称@en: later", []),
        ("怎么走: 写信到 a@en:b 处", []),
        ("怎么走: |\n  写成 名称@en: X 就行", []),
        ("'名称@en' : Station Jia", ["W106"]),
        ("服务: [{种类: 免费理发, 说明: 甲, 说明@en: a}]", ["W106"]),
    ],
)
def test_only_a_key_is_a_translation_that_nobody_sees(content: Path, line: str, expected: list[str]) -> None:
    put(content, "stations/jia.yml", f"{STATION}{line}\n")
    assert codes(content) == expected
