"""A bulletin with times to explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import STATION, put
from tests.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CALENDARS = ROOT / "content" / "calendar"
OFFICE = """\
开放时间: 工作日 9:00-12:00、14:00-17:30
节假日: 休息
调休上班日: 按工作日
例外: [{日期: 2026-12-03, 休息: 停电}]
服务:
  - {种类: 免费理发, 时间: 每周五下午, 节假日: 未知}
  - {种类: 免费理发, 时间: 周六 9:00-11:00 需预约}
渠道:
  - {名称: 心愿信箱, 时间: 每天 17:00-17:10}
"""


@pytest.fixture
def bulletin(content: Path) -> Path:
    """The smallest bulletin, with the notices of 2025 and 2026 and an office's hours."""
    for notice in CALENDARS.iterdir():
        put(content, f"calendar/{notice.name}", notice.read_bytes())
    put(content, "stations/jia.yml", STATION + OFFICE)
    return content
