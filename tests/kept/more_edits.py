"""What is done to the rest of a bulletin, to `mkdocs.yml` and, by mistake, to the site folder itself."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.generated import notice
from tests.kept import edits
from tests.kept.edits import WORDS, any_of, changed, with_line
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    from tests.kept.world import World

EVENT = """名称: {name}
一句话: 谁都可以来
日期: 2026-{day}
地点: 门前
区: shili
驿站: {station}
主办: [tea-team]
"""


def event(world: World, dice: Random) -> None:
    """An event is added, moved to another day or station, or forgotten."""
    if dice.random() < 0.3:
        any_of(world, dice, "events").unlink()
        return
    path = world.content / "events/2026" / f"event-{dice.randint(1, 3)}.yml"
    day = dice.choice(("10-03", "11-21", "11-22", "12-24"))
    path.write_text(
        EVENT.format(name=dice.choice(WORDS), day=day, station=any_of(world, dice, "stations").stem), encoding="utf-8"
    )


def notice_changed(world: World, dice: Random) -> None:
    """A notice is added, told otherwise or taken away."""
    if dice.random() < 0.3:
        any_of(world, dice, "notices").unlink()
        return
    station = any_of(world, dice, "stations").stem
    text = notice(dice, 1).replace("station-1", station)
    (world.content / "notices/2026" / f"notice-{dice.randint(1, 3)}.yml").write_text(text, encoding="utf-8")


def tally(world: World, dice: Random) -> None:
    """A station's counts are taken away, come back, or say a category's figures otherwise."""
    name = dice.choice(("jia", "yi", "ding"))
    path = world.content / "tallies" / f"{name}.yml"
    if not path.exists():
        shutil.copy(SAMPLE / "tallies" / path.name, path)
    elif dice.random() < 0.5:
        path.unlink()
    else:
        changed(path, r'满意度: "90–95%"', '满意度: "85–95%"')


def organization(world: World, dice: Random) -> None:
    """What an organisation is called and does."""
    with_line(any_of(world, dice, "organizations"), dice.choice(("名称", "做什么")), dice.choice(WORDS))


def district(world: World, dice: Random) -> None:
    """What is said of a district."""
    path = any_of(world, dice, "districts")
    key, values = dice.choice(
        (
            ("名称", ("示例新区", "样板新区")),
            ("联系电话", ("0000-1234500", "未知")),
            ("节假日", ("休息", "照常")),
            ("中心", ("未知",)),
        )
    )
    with_line(path, key, dice.choice(values))


def vocabulary(world: World, dice: Random) -> None:
    """A word is another, or there is a need more."""
    path = world.content / "vocabulary.yml"
    pattern, to = dice.choice(
        (
            (r"路过的人|过路人", dice.choice(("路过的人", "过路人"))),
            (r"名称@en: Thirsty|名称@en: Dry", dice.choice(("名称@en: Thirsty", "名称@en: Dry"))),
            (r"^需求:\n", "需求:\n  - {代码: quiet, 名称: 想静静, 得到: 安静, 图标: 椅子}\n"),
            (r"又叫: \[书, 图书\]", "又叫: [书, 图书, 小人书]"),
        )
    )
    changed(path, pattern, to)


def calendar(world: World, dice: Random) -> None:
    """What is known of holidays."""
    path = world.content / "calendar/2026.yml"
    changed(path, r"放假: 2026-10-01 至 2026-10-0\d", f"放假: 2026-10-01 至 2026-10-0{dice.randint(5, 8)}")


def site_file(world: World, dice: Random) -> None:
    """What the bulletin says of itself, or how it is published."""
    key, values = dice.choice(
        (
            ("名称", ("示例驿站公告", "另一个公告")),
            ("网址", ("https://example.org/bulletin/", "https://example.net/", "")),
            ("语言", ("[中文, 英文]", "[中文]")),
            ("编辑网址", ("https://example.org/edit/", "")),
            ("数据编号", ("00000000-0000-4000-8000-000000000000", "")),
            ("页脚说明", ("编出来的", "")),
            ("逐条文件", ("是", "否", "")),
        )
    )
    with_line(world.content / "site.yml", key, dice.choice(values))


def essay(world: World, dice: Random) -> None:
    """A page by hand is written, changed or taken away."""
    path = world.content / f"{dice.choice(('about', 'about.en', 'index', 'visit'))}.md"
    if path.exists() and dice.random() < 0.3:
        path.unlink()
    else:
        path.write_text(f"# 说明\n\n{dice.choice(WORDS)}。\n", encoding="utf-8")


def settings(world: World, dice: Random) -> None:
    """Lines of `mkdocs.yml`."""
    theme = {"name": "material", "custom_dir": "build_tools/theme", "language": "zh", "font": False}
    world.config = dice.choice(
        (
            {},
            {"use_directory_urls": False},
            {"theme": {**theme, "palette": {"primary": "red"}}},
            {"nav": [{"首页": "index.md"}, {"驿站": "stations/index.md"}]},
            {"extra": {"analytics": {"provider": "none"}}},
        )
    )


def a_site_file(world: World, dice: Random) -> Path | None:
    """One of the files of the site, if there is one."""
    files = sorted(path for path in world.site.rglob("*") if path.is_file())
    return dice.choice(files) if files else None


def tampered(world: World, dice: Random) -> None:
    """Somebody changes, cuts off or removes a file of the site."""
    if path := a_site_file(world, dice):
        dice.choice((path.unlink, lambda: path.write_bytes(b""), lambda: path.write_bytes(b"by hand")))()


def foreign(world: World, dice: Random) -> None:
    """Somebody puts a file of his own into the site."""
    if path := a_site_file(world, dice):
        (path.parent / "foreign.txt").write_text("not ours")
        (path.parent / "foreign").mkdir(exist_ok=True)
        (path.parent / "foreign" / "too.html").write_text("not ours")


def folder_in_its_place(world: World, dice: Random) -> None:
    """Where a file of the site was there is a folder."""
    if path := a_site_file(world, dice):
        path.unlink()
        path.mkdir()
        if dice.random() < 0.5:
            (path / "inside").write_text("not ours")


def file_in_its_place(world: World, dice: Random) -> None:
    """Where a folder of the site was there is a file."""
    if (path := a_site_file(world, dice)) and path.parent != world.site:
        shutil.rmtree(path.parent)
        path.parent.write_text("not ours")


OF_CONTENT: tuple[Callable[[World, Random], None], ...] = (
    edits.line_of_station,
    edits.hours,
    edits.position,
    edits.services,
    edits.life,
    edits.station_renamed,
    edits.station_renamed_with_alias,
    edits.station_added,
    edits.station_deleted,
    edits.station_moved,
    edits.wrong,
    edits.picture,
    event,
    notice_changed,
    tally,
    organization,
    district,
    vocabulary,
    calendar,
    site_file,
    essay,
)
OF_BUILDS: tuple[Callable[[World, Random], None], ...] = (edits.next_day, edits.put_back, settings)
OF_SITE: tuple[Callable[[World, Random], None], ...] = (tampered, foreign, folder_in_its_place, file_in_its_place)
