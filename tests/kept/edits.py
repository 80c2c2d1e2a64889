"""What staff and operators do to a bulletin from one build to the next, each with the dice that say where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PIL import Image

from tests.generated import station
from tests.kept.world import A_DAY

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from tests.kept.world import World

PLACES = (("shili", "第一街道"), ("shili", "第二街道"), ("shili", "第三街道"), ("yangban", "第四街道"))
WORDS = ("喝水、歇脚", "充电、看书", "谁都可以进来", "热饭，还有姜茶")
LINES = (
    ("电话", ("0000-7654321", "未知", "0000-1111111")),
    ("一句话", WORDS),
    ("怎么走", ("过桥左转", "未知", "红色屋檐就是")),
    ("面积", ("20", "35", "未知")),
    ("门牌号", ("样本路7号", "未知")),
    ("开放说明", ("请先打电话", "白天都在")),
    ("无障碍", ("{坡道: 有, 轮椅: 有, 无障碍厕位: 有}", "{坡道: 没有, 轮椅: 没有, 无障碍厕位: 没有}")),
    ("核实", ("未知", "{日期: 2026-11-01, 岗位: 社区工作人员, 方法: 到站查看, 下次: 2026-12-01}")),
)
SERVICE = "  - {{种类: {}, 时间: {}}}\n"
KINDS, TIMES = (
    ("磨刀", "家电维修", "法律咨询", "代收快递", "便民药品"),
    ("每周三下午", "未知", "同开放时间", "周六上午"),
)
TEN_DIGITS = "经度: 122.5{0:02}, 纬度: 35.5{0:02}, 坐标系: 卫星定位, 精度: 准确到门口, 核实: 未知"


def any_of(world: World, dice: Random, folder: str) -> Path:
    """One of the files of `folder`."""
    return dice.choice(sorted((world.content / folder).rglob("*.yml")))


def changed(path: Path, pattern: str, to: str, *, count: int = 1) -> None:
    """Replace what `pattern` finds in the file at `path`."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(pattern, lambda _: to, text, count=count, flags=re.MULTILINE), encoding="utf-8")


def with_line(path: Path, key: str, value: str) -> None:
    """Write `value` under `key`, whatever stands there, which may go on in lines that are set in."""
    changed(path, rf"^{key}:.*\n(?:[ -].*\n|\n(?=  ))*", "")
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{key}: {value}\n" if value else "")


def line_of_station(world: World, dice: Random) -> None:
    """One line of a station."""
    key, values = dice.choice(LINES)
    with_line(any_of(world, dice, "stations"), key, dice.choice(values))


def hours(world: World, dice: Random) -> None:
    """When a station is open."""
    path = any_of(world, dice, "stations")
    with_line(path, "开放时间", dice.choice(("每天 8:00-20:00", "工作日 9:00-17:00", "未知", "24小时")))


def position(world: World, dice: Random) -> None:
    """Where a station is."""
    value = dice.choice(("{" + TEN_DIGITS.format(dice.randint(10, 30)) + "}", "未知"))
    with_line(any_of(world, dice, "stations"), "位置", value)


def services(world: World, dice: Random) -> None:
    """What a station does: one thing more, or nothing but that."""
    path = any_of(world, dice, "stations")
    line = SERVICE.format(dice.choice(KINDS), dice.choice(TIMES))
    if dice.random() < 0.5:
        with_line(path, "服务", "\n" + line.rstrip())
    else:
        changed(path, r"^服务:\n", "服务:\n" + line)


def life(world: World, dice: Random) -> None:
    """A station closes and another takes its place, or it opens again."""
    path, other = any_of(world, dice, "stations"), any_of(world, dice, "stations")
    for key in ("状态自", "状态原因", "接替驿站"):
        with_line(path, key, "")
    state = dice.choice(("开放", "关闭", "暂停"))
    with_line(path, "状态", state)
    if state != "开放":
        with_line(path, "状态自", "2026-11")
        with_line(path, "状态原因", "换地板")
    if state == "关闭":
        with_line(path, "接替驿站", other.stem)


def station_renamed(world: World, dice: Random, *, alias: bool = False) -> None:
    """A station gets another id, everywhere."""
    path = any_of(world, dice, "stations")
    old, new = path.stem, f"{path.stem.split('-')[0]}-{dice.randint(1, 99)}"
    for name in ("stations", "tallies"):
        if (file := world.content / name / f"{old}.yml").exists():
            file.rename(file.with_stem(new))
    for file in (*world.content.rglob("*.yml"), *world.content.glob("*.md")):
        changed(file, rf"(?<=[\[ ]){old}(?=[\],\n])|(?<=stations/){old}(?=[./])", new, count=0)
    if alias:
        with_line(path.with_stem(new), "曾用编号", old)


def station_renamed_with_alias(world: World, dice: Random) -> None:
    """The same, and the old address goes on leading there."""
    station_renamed(world, dice, alias=True)


def station_added(world: World, dice: Random) -> None:
    """A station more."""
    district, street = dice.choice(PLACES)
    number = dice.randint(1, 60)
    text = re.sub(r"(?<=\n)区: .*\n街道: .*", f"区: {district}\n街道: {street}", station(dice, number))
    text = re.sub(r", 谁来做: organization-\d+|, 组织: organization-\d+|\n接替驿站: .*", "", text)
    (world.content / "stations" / f"station-{number}.yml").write_text(text, encoding="utf-8")


def station_deleted(world: World, dice: Random) -> None:
    """A station less; wrong if anything names it."""
    any_of(world, dice, "stations").unlink()


def station_moved(world: World, dice: Random) -> None:
    """A station moves to another street, perhaps of another district."""
    district, street = dice.choice(PLACES)
    path = any_of(world, dice, "stations")
    with_line(path, "区", district)
    with_line(path, "街道", street)


def wrong(world: World, dice: Random) -> None:
    """A mistake, because of which nothing is published."""
    with any_of(world, dice, dice.choice(("stations", "events", "notices", "organizations"))).open("a") as file:
        file.write(dice.choice(("没有这个键: 1\n", "[\n", "名称: 又一个\n")))


def picture(world: World, dice: Random) -> None:
    """Another photo under the same name, as large as the one before."""
    path = dice.choice(sorted((world.content / "images").glob("*.png")))
    with Image.open(path) as image:
        drawn = image.convert("RGB")
    drawn.putpixel((0, 0), tuple(dice.randrange(256) for _ in range(3)))
    drawn.save(path)


def next_day(world: World, dice: Random) -> None:
    """A day or a few later, perhaps in the new year."""
    world.day += dice.choice((1, 1, 7, 41)) * A_DAY


def put_back(world: World, dice: Random) -> None:
    """Everything is as it was some builds ago, as after a revert."""
    world.put(dice.choice(world.past))
