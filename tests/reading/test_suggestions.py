"""Whoever writes a word that is unknown is told the one that was meant, if any is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import EVENT, MINIMAL, STATION, check, put
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

WORDS = (SAMPLE / "vocabulary.yml").read_text(encoding="utf-8")
TEXTS = {**MINIMAL, "events/2026/a.yml": EVENT}
TEXTS["organizations/yi.yml"] = MINIMAL["organizations/jia.yml"].replace("甲", "乙")
SERVICE = "服务: [{{种类: {}}}]"
MEANT = [
    (SERVICE, "理发", "免费理发", "a shorter name"),
    (SERVICE, "剪头", "免费理发", "another name"),
    (SERVICE, "剪个头发", "免费理发", "nearly another name"),
    (SERVICE, "免费里发", "免费理发", "a wrong character"),
    (SERVICE, "免费发", "免费理发", "a missing character"),
    (SERVICE, "hair-cut", "haircut", "a code"),
    ("设施: [{}]", "空調", "空调", "the character of Taiwan"),
    ("设施: [{}]", "厕所", "卫生间", "another name"),
    ("设施: [{}]", "微波", "微波炉", "a shorter name"),
]


@pytest.mark.parametrize(("line", "word", "near"), [case[:3] for case in MEANT], ids=[case[3] for case in MEANT])
def test_an_unknown_word_suggests_the_one_that_was_meant(content: Path, line: str, word: str, near: str) -> None:
    put(content, "vocabulary.yml", WORDS)
    put(content, "stations/jia.yml", f"{STATION}{line.format(word)}\n")
    words = [dict(one.words) for one in check(content) if one.code == "E051"]
    assert words == [{"text": word, "near": near}]


@pytest.mark.parametrize("near", [near for _, _, near, _ in MEANT])
def test_what_is_suggested_may_be_written(content: Path, near: str) -> None:
    put(content, "vocabulary.yml", WORDS)
    put(content, "organizations/jia.yml", MINIMAL["organizations/jia.yml"].replace("类别: 社区", "类别: community"))
    line = next(line for line, _, one, _ in MEANT if one == near)
    put(content, "stations/jia.yml", f"{STATION}{line.format(near)}\n")
    assert [one.code for one in check(content) if one.place.file == "stations/jia.yml"] == []


def test_a_word_like_none_is_answered_with_all_there_are_each_once(content: Path) -> None:
    put(content, "vocabulary.yml", WORDS)
    put(content, "stations/jia.yml", f"{STATION}设施: [沙发床]\n")
    choices = next(dict(one.words)["choices"] for one in check(content) if one.code == "E051").split("、")
    assert choices[0] == "桌椅"
    assert choices[-1] == "可借用的轮椅"
    assert len(choices) == len(set(choices)) == 17


@pytest.mark.parametrize(
    ("uri", "old", "new", "near"),
    [
        ("stations/jia.yml", "区: shili", "区: 示例区", "shili"),
        ("stations/jia.yml", "区: shili", "区: shilin", "shili"),
        ("events/2026/a.yml", "地点: 甲站", "地点: 甲站\n驿站: 甲站", "jia"),
        ("events/2026/a.yml", "地点: 甲站", "地点: 甲站\n驿站: 甲", "jia"),
        ("organizations/yi.yml", "区: shili", "区: shili\n上级: 甲社区", "jia"),
    ],
)
def test_who_is_called_by_name_is_answered_with_the_id(content: Path, uri: str, old: str, new: str, near: str) -> None:
    put(content, uri, TEXTS[uri].replace(old, new))
    assert [dict(one.words).get("near") for one in check(content) if one.code == "E052"] == [near]


def test_a_street_of_another_spelling_is_suggested(content: Path) -> None:
    put(content, "stations/jia.yml", STATION.replace("街道: 甲街道", "街道: 甲街"))
    assert [dict(one.words)["near"] for one in check(content)] == ["甲街道"]
