"""Files that no person writes: noise, torn YAML, towers of brackets, bombs; the same for the same seed."""

from __future__ import annotations

import itertools
import json
import string
from typing import TYPE_CHECKING

from tests.conftest import EVENT, MINIMAL, STATION

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

URIS = (
    "stations/jia.yml",
    "stations/jia.yml",
    "site.yml",
    "vocabulary.yml",
    "districts/shili.yml",
    "events/2026/a.yml",
    "calendar/2026.yml",
    "tallies/jia.yml",
    "map/streets.geojson",
    "about.md",
    "images/a.png",
)
"""What is fuzzed; a station's file twice as often."""
ODD = (
    *("\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\u3000", "\xa0", "\t", "\r", "\r\n", "\n"),
    *("\u202e", "\u2066", "\ufffe", "\U0001f3ee", "𠮷", "<<<<<<< a\n", "=======\n", "---\n", "...\n", "%YAML 9.9\n"),
    *("&a ", "*a", "!!binary ", "!<x> ", "? ", ": ", "- ", "[", "]", "{", "}", ", ", "|", ">", "|9\n", '"', "'", "\\"),
    *(
        '"\\ud800"',
        '"\\x00"',
        '"\\U00110000"',
        "：",
        "，",
        "、",
        "【",
        "】",
        "“",
        "”",
        "@",
        "＠",
        "`",
        "#",
        " #",
        "<script>",
    ),
    *("未知", "每周", "农历", "9:00-12:00", "2026-02-30", "1e999", "-", "~", "null", "9" * 5000, "一" * 5000),
)
GEOJSON = json.dumps(
    {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"kind": "street", "name": "样本路"},
                "geometry": {"type": "LineString", "coordinates": [[112.6, 26.9], [112.7, 26.9]]},
            }
        ],
    },
    ensure_ascii=False,
)
HONEST = (
    *MINIMAL.values(),
    EVENT,
    STATION + "开放时间:\n  - 周一至周五 9:00-12:00、14:00-17:30\n节假日: 休息\n调休上班日: 按工作日\n设施: [饮水机]\n",
    STATION
    + "位置: {经度: 112.6, 纬度: 26.9, 坐标系: 卫星定位, 精度: 大致到区}\n介绍: |\n  甲站在巷口。\n\n  谁都可以进来。\n",
    "截止月: 2026-10\n类别:\n  安全隐患: {起始月: 2026-10, 批次: [{自: 2026-10, 至: 2026-10, 件数: 5}]}\n",
    GEOJSON,
    "# 关于\n\n[甲](stations/jia.yml) ![乙](images/a.png)\n\n```\n{{ x }}\n```\n",
)


def noise(random: Random) -> bytes:
    return random.randbytes(random.choice([0, 1, 3, 100, 5_000]))


def letters(random: Random) -> bytes:
    return "".join(random.choices(string.printable + "键值：，“”\u3000", k=random.choice([1, 30, 2_000]))).encode()


def torn(random: Random) -> bytes:
    """An honest file with bytes cut out, doubled or thrown."""
    content = bytearray(random.choice(HONEST).encode())
    for _ in range(random.randint(1, 8)):
        start = random.randrange(len(content) + 1)
        end = min(len(content), start + random.choice([0, 1, 2, 10, 200]))
        content[start:end] = random.choice(
            [b"", content[start:end] * 2, random.randbytes(3), bytes([random.randrange(128)])]
        )
    return bytes(content)


def odd(random: Random) -> bytes:
    """An honest file with odd things put into it."""
    text = random.choice(HONEST)
    for _ in range(random.randint(1, 10)):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(ODD) + text[at:]
    return text.encode()


def shuffled(random: Random) -> bytes:
    """Lines of honest files in any order, some deeper, in any encoding."""
    lines = [line for text in HONEST for line in text.split("\n")]
    chosen = [" " * random.choice([0, 0, 0, 1, 2, 4]) + random.choice(lines) for _ in range(random.randint(1, 40))]
    encoding = random.choice(["utf-8", "utf-8", "utf-8", "gb18030", "utf-16", "utf-32", "big5"])
    return random.choice(["\n", "\r\n", "\r"]).join(chosen).encode(encoding, "replace")


def deep(random: Random) -> bytes:
    levels = random.choice([19, 20, 21, 100, 1_000, 100_000, 450_000])
    opening, closing = random.choice(
        [("[", "]"), ("{a: ", "}"), ("- ", ""), ("[", ""), ("? ", ""), ("{", "}"), ("'", "")]
    )
    return (random.choice(["", "介绍: ", '{"features": ']) + opening * levels + closing * levels).encode()[:950_000]


def wide(random: Random) -> bytes:
    """Very many keys or entries, or one very long line."""
    many = random.choice([1_000, 20_000, 80_000])
    tall = "".join(f"k{at}: {at}\n" for at in range(many))
    ways = [
        tall,
        "名称: 甲\n" * many,
        "设施:\n" + "  - 饮水机\n" * many,
        "设施: [" + "桌椅, " * many + "]\n",
        "功能区: [" + "“甲, " * many + "]\n",
        "介绍: " + "字" * 300_000,
        STATION + "一句话: " + "甲，" * 100_000 + "\n",
        STATION + "开放时间: " + "周一、" * 50_000 + "\n",
        STATION + "电话: " + "1" * 500_000 + "\n",
        "{" * many,
        "#" * 900_000,
        "\n" * 900_000,
        " " * 900_000 + "a",
        "，：" * 100_000 + "\n" + STATION,
        STATION + "  名称：甲\n" * many,
        "<" * 300_000,
        "[](" * 100_000,
        '{"type":"FeatureCollection","features":[' + "0," * many + "0]}",
        GEOJSON.replace("112.7", "9" * 100_000),
    ]
    return random.choice(ways).encode()[:980_000]


def bomb(random: Random) -> bytes:
    """Anchors that would grow without end, and aliases without number."""
    names = string.ascii_lowercase
    laughs = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in itertools.pairwise(names))
    return random.choice([laughs, "a: &a x\n" + "b: *a\n" * 50_000, "a: &a [*a]\n", "<<: &a {<<: *a}\n"]).encode()


WAYS: tuple[Callable[[Random], bytes], ...] = (
    noise,
    letters,
    torn,
    odd,
    shuffled,
    torn,
    odd,
    shuffled,
    deep,
    wide,
    bomb,
)
