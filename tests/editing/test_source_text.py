"""Single places of a file changed: nothing around them, and in the manner in which the file is written."""

from __future__ import annotations

import pytest

from build_tools.editing.former_ids import remember
from build_tools.editing.source_text import MisfitError, SourceText
from build_tools.records.station import Station

ALIASES = [
    ("名称: 甲\n", "名称: 甲\n曾用编号: [old]\n"),
    ("名称: 甲", "名称: 甲\n曾用编号: [old]\n"),
    ("name: 甲\n", "name: 甲\naliases: [old]\n"),
    ("名称: 甲\r\n区: b\r\n", "名称: 甲\r\n区: b\r\n曾用编号: [old]\r\n"),
    ("\ufeff名称: 甲\n", "\ufeff名称: 甲\n曾用编号: [old]\n"),
    ("{名称: 甲}\n", "{曾用编号: [old], 名称: 甲}\n"),
    ("  名称: 甲\n  区: b\n", "  名称: 甲\n  区: b\n  曾用编号: [old]\n"),
    ("介绍: |\n  一段\n", "介绍: |\n  一段\n曾用编号: [old]\n"),
    ("曾用编号: a # 旧\n区: b\n", "曾用编号: [a, old] # 旧\n区: b\n"),
    ('曾用编号: "a"\n', '曾用编号: ["a", old]\n'),
    ("曾用编号: [a] # 旧\n", "曾用编号: [a, old] # 旧\n"),
    ("曾用编号: [a, 'b' ]\n", "曾用编号: [a, 'b', old ]\n"),
    ("曾用编号: [\n  a,\n  b,\n]\n", "曾用编号: [\n  a,\n  b, old,\n]\n"),
    ("曾用编号:\n  - a # 旧\n区: b\n", "曾用编号:\n  - a # 旧\n  - old\n区: b\n"),
    ("曾用编号:\n- a\n- 'b'", "曾用编号:\n- a\n- 'b'\n- old"),
    ("曾用编号:\r\n  -  a\r\n", "曾用编号:\r\n  -  a\r\n  -  old\r\n"),
    ("曾用编号: [a, new, c]\n", "曾用编号: [a, old, c]\n"),
    ("曾用编号:\n  - a\n  - 'new' # 又\n", "曾用编号:\n  - a\n  - 'old' # 又\n"),
]


@pytest.mark.parametrize(("before", "after"), ALIASES)
def test_an_alias_is_written_as_the_file_writes_them(before: str, after: str) -> None:
    source = SourceText(before.encode())
    remember(source, Station, "old", "new")
    assert source.changed().decode() == after


PLACES = [
    ("驿站: jia\n", 1, 5, "驿站: yi\n"),
    ("驿站: 'jia'\n", 1, 5, "驿站: 'yi'\n"),
    ('驿站: " jia "\n', 1, 5, '驿站: " yi "\n'),
    ("驿站: [yi, jia]\r\n", 1, 10, "驿站: [yi, yi]\r\n"),
    ("\ufeff# 😀\r\n- jia # jia\r\n", 2, 3, "\ufeff# 😀\r\n- yi # jia\r\n"),
    ("一\r二: jia\r", 2, 4, "一\r二: yi\r"),
]


@pytest.mark.parametrize(("before", "line", "column", "after"), PLACES)
def test_only_the_word_at_the_place_is_another(before: str, line: int, column: int, after: str) -> None:
    source = SourceText(before.encode())
    source.replace("jia", line, column, "yi")
    assert source.changed().decode() == after


def test_a_word_that_is_written_in_another_way_is_left_alone() -> None:
    source = SourceText(b'"j\\x69a"')
    with pytest.raises(MisfitError):
        source.replace("jia", 1, 1, "yi")
