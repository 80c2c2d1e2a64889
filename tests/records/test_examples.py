"""Every key has an example, and each example is accepted as it is written: staff copy it from the guide."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from build_tools.records.examples import example_of
from build_tools.records.files import RECORD_KINDS, Kind
from build_tools.records.shapes import form_of, is_record
from tests.conftest import CALENDAR, EVENT, MINIMAL, NOTICE, STATION, TALLY, check, put
from tests.pieces import with_piece
from tests.reading.gate_cases import picture
from tests.sites import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.records.shapes import Field

OURS = "区: shigu\n街道: 人民街道\n"
FILES = {
    Kind.VOCABULARY: MINIMAL["vocabulary.yml"],
    Kind.SITE: "名称: 驿站公告\n一句话: 驿站的公告\n网址: https://example.org/\n",
    Kind.DISTRICT: "名称: 示例区\n省: 示例省\n市: 示例市\n",
    Kind.ORGANIZATION: "名称: 甲社区\n类别: 社区\n区: shigu\n",
    Kind.CALENDAR: CALENDAR,
    Kind.STATION: with_piece(STATION, OURS),
    Kind.EVENT: with_piece(EVENT, "区: shigu\n"),
    Kind.NOTICE: NOTICE,
    Kind.TALLY: TALLY,
}
PLACES = {Kind.VOCABULARY: "vocabulary.yml", Kind.SITE: "site.yml", Kind.TALLY: "tallies/zhengyang.yml"}
IN_COMPANY = {
    "E058",
    "E063",
    "E069",
    "E095",
    "E096",
    "E099",
    "E102",
    "E104",
    "E105",
    "E106",
    "E130",
    "E206",
    "E209",
    "E215",
}
"""Rules of what must stand beside what: an example is one value."""
OF_COUNTS = re.compile("E1[67]")
"""What is published of counts is written by a program; each example by itself need not add up."""


def fields_of(record: Any, above: tuple[Field, ...] = ()) -> Iterator[tuple[Field, ...]]:
    """Every key of `record` with those `above` it."""
    for field in form_of(record).fields:
        path = (*above, field)
        yield path
        base = (field.shape.many or field.shape).base
        if is_record(base):
            yield from fields_of(base, path)


CASES = [(kind, path) for kind in RECORD_KINDS for path in fields_of(kind.record)]


def written(path: tuple[Field, ...], indent: str = "") -> str:
    """The lines of the last key of `path` with its example, inside those above it."""
    field, *inner = path
    label, single = field.key.label, field.shape.many or field.shape
    if not inner:
        return f"{label}: {example_of(field)}\n"
    if field.shape.keyed_by:
        label, indent = f"{label}:\n{indent}  {field.key.example}", f"{indent}  "
    indent += "    "
    others = [one for one in form_of(single.base).required if one is not inner[0]]
    lines = [*(f"{one.key.label}: {example_of(one)}\n" for one in others), written(tuple(inner), indent)]
    mark = "  - " if field.shape.many and not field.shape.keyed_by else "    "
    return f"{label}:\n{indent[:-4]}{mark}{indent.join(lines)}"


def named(case: tuple[Kind, tuple[Field, ...]]) -> str:
    """The name of a case."""
    return ".".join([case[0].name.lower(), *(field.name for field in case[1])])


@pytest.mark.parametrize(("kind", "path"), CASES, ids=map(named, CASES))
def test_an_example_is_accepted_as_it_is_written(kind: Kind, path: tuple[Field, ...], tmp_path: Path) -> None:
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    put(content, "images/jia-door.jpg", picture("JPEG"))
    place = PLACES.get(kind, kind.file("jia", "2026").replace("<year>", "2026"))
    put(content, place, with_piece(FILES[kind], written(path)))
    told = {one.code for one in check(content) if one.place.file == place and one.severity == "error"} - IN_COMPANY
    assert not {code for code in told if kind is not Kind.TALLY or not OF_COUNTS.match(code)}


@pytest.mark.parametrize(("kind", "path"), CASES, ids=map(named, CASES))
def test_every_key_has_an_example(kind: Kind, path: tuple[Field, ...]) -> None:
    assert example_of(path[-1]), kind.path
