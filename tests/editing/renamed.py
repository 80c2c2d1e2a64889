"""`rename`, run on a bulletin, and what lies there afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.forked import Done, command

if TYPE_CHECKING:
    from pathlib import Path

SECOND = "1795219200"
"""In which 2026-11-21 is China's day."""
EVENT = "# 下棋\n名称: 下棋\n日期: 2026-12-17\n地点: 甲站\n区: shili\n一句话: 来下棋\n"
MOVES = [
    ("yi", "yi-xin", "stations/yi", "stations/yi-xin"),
    ("jia", "jia-xin", "stations/jia", "stations/jia-xin"),
    ("2026/chess", "qi", "events/2026/chess", "events/2026/qi"),
    ("content/notices/2026/pipes.yml", "tian-leng", "notices/2026/pipes", "notices/2026/tian-leng"),
    ("organizations/scissors", "jian-dao", "organizations/scissors", "organizations/jian-dao"),
]
"""What is renamed, how it is called then, and its path before and after, without the ending."""


def rename(content: Path, id: str, new: str, *options: str) -> Done:
    """Run the command on `content`."""
    return command("rename", id, new, "--content", content, *options, day=SECOND)


def texts(content: Path) -> dict[str, bytes]:
    """Path → bytes of every file."""
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}
