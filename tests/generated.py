"""An invented bulletin of any size, for measuring: `python -m tests.generated DIR N [--seed S]`."""

from __future__ import annotations

import argparse
import random
import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT = Path(__file__).parent.parent / "content"
VOCABULARY = (CONTENT / "vocabulary.yml").read_text(encoding="utf-8")
CALENDARS = sorted((CONTENT / "calendar").iterdir())
SITE = """名称: 示例驿站公告
一句话: 编出来的驿站，只用来试
网址: https://example.org/
数据编号: 00000000-0000-4000-8000-000000000001
"""
TODAY = date(2026, 11, 21)
"""Events lie around this day, and verifications before it."""
A_DISTRICT, A_STREET, AN_ORGANIZATION, AN_EVENT, A_NOTICE = 50, 10, 5, 20, 30
"""So many stations to one of each."""
NOT_OPEN = {7: ("暂停", "换暖气管"), 17: ("筹备", "正在装修"), 27: ("关闭", "房子到期")}
"""A station's number modulo 40 → 状态 and 状态原因; those that events are at are always open."""
HOURS = ("未知", "每天 8:00-20:00", "每天 22:00-次日6:00", "[周一至周五 8:30-12:00、14:00-17:30, 周六 9:00-12:00]")
TIMES = ("同开放时间", "每周五下午", "工作日 14:00-17:30", "周三 9:00-11:00", "上学日中午", "周六上午", "未知")
AUDIENCES = ("居民", "老人", "[居民, 户外工作者]", "学生和家长", "快递员和外卖员", "未知")
PROVISIONS = ("有", "没有", "未知", "部分：请先打电话", "有：值班人员会帮忙")
CHANNELS = ("心愿信箱", "到站说事", "便民邮筒", "值班台", "意见本")
WORK = ("每天安排值班", "烧水、擦桌子", "每月给老人理发", "教大家用手机", "天冷时送姜茶", "修小家电")
REMARKS = ("书看完了请放回书架。", "热水很烫，孩子请大人帮忙接。", "要热饭，微波炉在里间。", "天冷，进门有姜茶。")


def write_bulletin(folder: Path, stations: int, seed: int = 1) -> None:
    """Put a bulletin with so many `stations` into the empty `folder`; the same `seed` gives the same bytes."""
    dice = random.Random(seed)  # noqa: S311 — nothing here is secret
    for name, text in bulletin(dice, stations):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def bulletin(dice: random.Random, stations: int) -> Iterator[tuple[str, str]]:
    """Every file of a bulletin: its path and its text."""
    yield "site.yml", SITE
    yield "vocabulary.yml", VOCABULARY
    yield from ((f"calendar/{path.name}", path.read_text(encoding="utf-8")) for path in CALENDARS)
    for share, name, made in (
        (A_DISTRICT, "districts/district", district),
        (AN_ORGANIZATION, "organizations/organization", organization),
        (1, "stations/station", station),
        (AN_EVENT, "events/2026/event", event),
        (A_NOTICE, "notices/2026/notice", notice),
    ):
        for number in range(1, shared(stations, share) + 1):
            yield f"{name}-{number}.yml", made(dice, number)


def shared(station_number: int, share: int) -> int:
    """The number of what the station has in common with those before and after it, `share` in all."""
    return (station_number - 1) // share + 1


def words(section: str) -> list[str]:
    """The labels of one list of the vocabulary."""
    return re.findall(r"名称: ([^,}\n]+)", VOCABULARY.partition(f"\n{section}:\n")[2].partition("\n\n")[0])


def position(area: int, east: float, north: float, precision: str) -> str:
    """A point in district `area`, out at sea, where nobody lives."""
    longitude, latitude = 121.5 + area % 20 * 0.1 + east, 34 + area // 20 % 20 * 0.1 + north
    return f"{{经度: {longitude:.4f}, 纬度: {latitude:.4f}, 坐标系: 卫星定位, 精度: {precision}, 核实: 未知}}"


def district(_: random.Random, number: int) -> str:
    """A district with its streets."""
    last = number * A_DISTRICT // A_STREET
    streets = ", ".join(f"示例{street}街道" for street in range(last - A_DISTRICT // A_STREET + 1, last + 1))
    place = position(number, 0, 0, "大致到区")
    return f"名称: 示例{number}区\n省: 示例省\n市: 示例市\n街道: [{streets}]\n主管单位: 未知\n节假日: 休息\n调休上班日: 照常\n中心: {place}\n"


def organization(dice: random.Random, number: int) -> str:
    """An organisation; every third belongs to the one before it."""
    return f"""名称: 示例{number}服务队
类别: {dice.choice(["社区", "社会组织", "社区志愿服务"])}
区: district-{shared((number - 1) * AN_ORGANIZATION + 1, A_DISTRICT)}
{f"上级: organization-{number - 1}" if number % 3 == 0 else "电话: 未知"}
成立: {dice.randint(2010, 2025)}
成员: {dice.randint(1, 9)}0余名邻居
做什么: {dice.choice(WORK)}
"""


def station(dice: random.Random, number: int) -> str:
    """A station as full as those that staff have written: what it is, where, when it is open, and the rest."""
    area, street = shared(number, A_DISTRICT), shared(number, A_STREET)
    life, reason = NOT_OPEN.get(number % 40, ("开放", ""))
    why = f"\n状态自: 2026-11\n状态原因: {reason}" if reason else ""
    instead = f"\n接替驿站: station-{number - 1}" if life == "关闭" else ""
    return f"""名称: 示例{number}社区驿站
状态: {life}{why}{instead}
一句话: {"、".join(dice.sample(["喝水", "歇脚", "看书", "充电", "热饭", "避雨"], 4))}
区: district-{area}
街道: 示例{street}街道
社区: 示例{number}社区
地址: 示例省示例市示例{area}区示例{street}街道示例{number}社区
门牌号: 示例路{dice.randint(1, 300)}号
怎么走: 从示例路路口往北走{dice.randint(1, 9)}0米，红色屋檐就是
电话: {f"0000-{dice.randrange(10**7):07}" if dice.random() < 0.7 else "未知"}
位置: {position(area, dice.uniform(-0.04, 0.04), dice.uniform(-0.04, 0.04), "准确到门口")}
开放时间: {dice.choice(HOURS)}
开放说明: 节假日请先打电话问一声
面积: {dice.randint(15, 200)}
{inside(dice, number)}{past(dice, number)}"""


def inside(dice: random.Random, number: int) -> str:
    """What a station has and does, and how one asks it for something."""
    services = "".join(service(dice, kind, number) for kind in dice.sample(words("服务"), dice.randint(4, 8)))
    steps = "[{步骤: 说事, 说明: 当面说或写张纸条}, {步骤: 登记, 说明: 值班人员记下来}, {步骤: 回应}]"
    channels = "".join(
        f"  - {{名称: {name}, 时间: {dice.choice(['每天', '未知'])}, 步骤: {steps}, 承诺时限: 未知}}\n"
        for name in dice.sample(CHANNELS, dice.randint(1, 3))
    )
    return f"""功能区: [休息区, 阅读区, 卫生间]
设施: [{", ".join(dice.sample(words("设施"), dice.randint(6, 10)))}]
设施未列全: {dice.choice("是否")}
服务:
{services}渠道:
{channels}"""


def service(dice: random.Random, kind: str, number: int) -> str:
    """One service: half of them are told in full."""
    told = f"种类: {kind}, 时间: {dice.choice(TIMES)}, 费用: {dice.choice(['免费', '材料费5元', '未知'])}"
    if dice.random() < 0.5:
        told += f", 对象: {dice.choice(AUDIENCES)}, 上门: {dice.choice(PROVISIONS)}, 说明: {dice.choice(REMARKS)}"
        told += f", 谁来做: organization-{shared(number, AN_ORGANIZATION)}"
    return f"  - {{{told}}}\n"


def past(dice: random.Random, number: int) -> str:
    """Who takes part in a station, what is told of it, and who has looked."""
    ramp, wheelchair, toilet = (dice.choice(PROVISIONS) for _ in range(3))
    said = (f"{{内容: {what}, 原话: {dice.randint(1, 9)}0余次, 截至: 2025}}" for what in ("服务居民", "调解邻里纠纷"))
    seen = TODAY - timedelta(days=dice.randint(0, 240))
    verified = f"{{日期: {seen}, 岗位: 社区工作人员, 方法: 到站查看, 下次: {seen + timedelta(days=90)}}}"
    return f"""伙伴:
  - {{类别: 社区志愿服务, 组织: organization-{shared(number, AN_ORGANIZATION)}, 做什么: {dice.choice(WORK)}}}
  - 社会资源
值守: [{{岗位: 值班人员, 说明: 每天安排}}, {{岗位: 志愿者, 人数: {dice.randint(3, 40)}名}}]
无障碍: {{坡道: {ramp}, 轮椅: {wheelchair}, 无障碍厕位: {toilet}}}
报道数字: [{", ".join(said)}]
沿革: [{{时间: 未知, 事情: 原来是一间旧仓库}}, {{时间: {dice.randint(2015, 2025)}, 事情: 改成驿站}}]
介绍: |
  驿站在示例{number}社区，居民、外卖员和快递员都能进来。

  {dice.choice(REMARKS)}
来源: [{{标题: 驿站情况登记表, 媒体: 示例日报, 日期: 2025-{dice.randint(1, 12):02}}}]
核实: {verified if dice.random() < 0.8 else "未知"}
"""


def event(dice: random.Random, number: int) -> str:
    """An event at the first of its stations."""
    at = (number - 1) * AN_EVENT + 1
    return f"""名称: 第{number}次{dice.choice(["包饺子", "周末课堂", "旧衣交换", "露天电影"])}
一句话: 谁都可以来，不用报名
日期: {TODAY + timedelta(days=dice.randint(-300, 40))}
时间: {dice.choice(["9:00-11:00", "14:00-16:00", "未知"])}
状态: {dice.choice(["如期", "如期", "如期", "取消", "延期待定"])}
地点: 示例{at}社区驿站门前
区: district-{shared(at, A_DISTRICT)}
驿站: station-{at}
主办: organization-{shared(at, AN_ORGANIZATION)}
说明: {dice.choice(REMARKS)}
"""


def notice(dice: random.Random, number: int) -> str:
    """A notice about the first of its stations."""
    published = TODAY - timedelta(days=dice.randint(0, 300))
    at = (number - 1) * A_NOTICE + 1
    return f"""标题: 示例{at}社区驿站{dice.choice(["改走侧门", "换了新书", "加了插座", "周日加开"])}
发布: {published}
有效至: {published + timedelta(days=dice.randint(7, 120))}
要紧: {dice.choice("是否否否否")}
驿站: [station-{at}]
正文: {dice.choice(REMARKS)}
"""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.generated", description=__doc__)
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("stations", metavar="N", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_bulletin(options.folder, options.stations, options.seed)
