"""Mending all that is certain at once comes to the same as mending one mistake after another, in few readings."""

from __future__ import annotations

from functools import cache, partial
from random import Random
from typing import TYPE_CHECKING

import pytest

from build_tools.formatting import mending
from build_tools.formatting.mending import mended
from build_tools.problems import Unreadable
from build_tools.reading.closely import read_closely
from tests.conftest import STATION
from tests.formatting.one_by_one import repaired_one_by_one
from tests.formatting.trial import JIA, known

if TYPE_CHECKING:
    from build_tools.reading.closely import FileRead

PARTS = {
    "社区：甲社区\n": "社区: 甲社区\n",
    "面积:45\n": "面积: 45\n",
    "开放说明: 注意: 带伞\n": '开放说明: "注意: 带伞"\n',
    "怎么走：往北: 过桥\n": '怎么走: "往北: 过桥"\n',
    "介绍: |\n  时间：周三\n": "介绍: |\n  时间：周三\n",
    "无障碍：\n  坡道：有\n  轮椅:有\n": "无障碍:\n  坡道: 有\n  轮椅: 有\n",
    "邮编: '000000'\n": "邮编: '000000'\n",
    "节假日　: 休息\n": "节假日: 休息\n",
}
"""What is written → what is meant; each at most once in a file."""
ENTRIES = {
    "  - 种类：磨刀\n    费用：免费\n": "  - 种类: 磨刀\n    费用: 免费\n",
    "  - 种类：义诊\n": "  - 种类: 义诊\n",
    "  - {种类：磨刀，费用：免费，时间：每周三}\n": "  - {种类: 磨刀, 费用: 免费, 时间: 每周三}\n",
    "  - {种类：磨刀，说明：请预约，时间：每周三}\n": "  - {种类: 磨刀, 说明: 请预约, 时间: 每周三}\n",
    "  - {种类：磨刀，说明：好，电话：12345，带什么：刀}\n": "  - {种类: 磨刀, 说明: 好，电话：12345, 带什么: 刀}\n",
    "  - {种类: 磨刀, 说明: 请预约，电话：12345}\n": "  - {种类: 磨刀, 说明: 请预约，电话：12345}\n",
    "  - 种类: 义诊\n    说明: 注意: 带伞\n": '  - 种类: 义诊\n    说明: "注意: 带伞"\n',
    "  - 种类: 免费理发 # 老样子\n": "  - 种类: 免费理发 # 老样子\n",
}
WRONG = [entry for entry in ENTRIES if "：" in entry][:5]
UNSAFE = [
    "街道：第二街道\n",
    "设施: [饮水机\n",
    '门牌号: "1号\n',
    "门牌号: 1号，怎么走: 往北\n",
    "门牌号：1号\n  邮编：000000\n",
    "状态自: &jia 2026-01-01\n",
    "心愿：a\n",
]
"""Mending one of these would lose what its author meant, or leave a file that cannot be read."""
ROUNDS = 40


def station(random: Random, unsafe: str) -> tuple[str, str]:
    """A station with random mistakes, and `unsafe` among them; and what is meant."""
    parts = random.sample([*PARTS.items()], random.randint(0, len(PARTS)))
    entries = random.choices([*ENTRIES.items()], k=random.randint(1, 12))
    services = (random.choice(["服务:\n", "服务：\n"]), "服务:\n"), *entries
    service = "".join(written for written, _ in services), "".join(meant for _, meant in services)
    head = random.choice([STATION, STATION.replace(": ", "："), STATION.replace(": ", "：", 2)])
    rest = [*parts, service, (unsafe, unsafe)]
    random.shuffle(rest)
    written, meant = zip((head, STATION), *rest, strict=True)
    return "".join(written), "".join(meant)


def outcome(text: str) -> str:
    """`text` mended, or nothing where it is left to its author."""
    read = cache(partial(read_closely, found=JIA, known=known()))
    try:
        made = mended(text, read)
    except Unreadable:
        return ""
    return made if made != text else ""


@pytest.mark.parametrize("unsafe", UNSAFE, ids=lambda unsafe: unsafe.partition("\n")[0])
def test_a_file_with_one_unsafe_mistake_is_left_whole_as_it_is_one_after_another(
    unsafe: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(unsafe)  # noqa: S311 — the same every time
    texts = [station(random, unsafe)[0] for _ in range(ROUNDS)]
    together = [outcome(text) for text in texts]
    monkeypatch.setattr(mending, "repaired", repaired_one_by_one)
    assert together == [outcome(text) for text in texts] == [""] * ROUNDS


def test_whatever_is_mended_one_after_another_is_mended_at_once_and_as_it_was_meant(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random = Random("safe")  # noqa: S311 — the same every time
    stations = [station(random, "") for _ in range(3 * ROUNDS)]
    together = [outcome(text) for text, _ in stations]
    monkeypatch.setattr(mending, "repaired", repaired_one_by_one)
    for (text, meant), made in zip(stations, together, strict=True):
        assert made in ("", meant)
        assert outcome(text) in ("", made)


def readings(text: str) -> int:
    """How many texts are read until `text` is mended."""
    texts: set[str] = set()

    def read(one: str) -> FileRead:
        texts.add(one)
        return read_closely(one, JIA, known())

    assert mended(text, read) != text
    return len(texts)


@pytest.mark.parametrize("entry", WRONG)
def test_a_file_is_read_as_often_for_four_hundred_mistakes_as_for_one_hundred(entry: str) -> None:
    few, many = (f"{STATION}服务：\n{entry * (count // entry.count('：'))}" for count in (100, 400))
    assert readings(few) == readings(many) < 10
