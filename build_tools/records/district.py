"""Districts and their streets: `content/districts/<id>.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from build_tools.records.key import UNKNOWN, Key, Unknown
from build_tools.records.schedule import Holidays, Makeups, School
from build_tools.records.values import Position, Telephone

HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """An urban district or county, with the streets that have stations."""

    id: str
    name: Annotated[str, Key("名称", "区县的全名", example="石鼓区")]
    province: Annotated[str, Key("省", "省、自治区或直辖市", example="湖南省")]
    city: Annotated[str, Key("市", "地级市；直辖市写同一个名字", example="衡阳市")]
    streets: Annotated[tuple[str, ...], Key("街道", "有驿站的街道或乡镇", example="[人民街道]")] = ()
    host: Annotated[str | Unknown, Key("主管单位", "区里谁管驿站", example="示例区民政局")] = UNKNOWN
    contact: Annotated[Telephone | Unknown, Key("联系电话", "主管单位的办公电话", example="0734-1234567")] = UNKNOWN
    report_line: Annotated[Telephone, Key("反映热线", "居民反映问题打哪里", example="12345")] = Telephone("12345")
    holidays: Holidays = None
    makeup_days: Makeups = None
    school: School = None
    centre: Annotated[Position | None, Key("中心", "区的大致位置，用来发现填错的经纬度")] = None

    @property
    def full_name(self) -> str:
        """City and district, without saying a municipality twice."""
        return place_words(self.city, self.name)


@lru_cache(maxsize=10_000)  # thousands of stations stand in a few hundred streets
def place_words(*parts: str) -> str:
    """`parts` of an address, given from large to small: joined as Chinese does, or the other way round with commas.

    Most of its parts tell its language: a Chinese address may hold a SOHO, and not every part need be translated.
    """
    said = [part for part in parts if part]
    chinese = sum(bool(HAN.search(part)) for part in said)
    return "".join(said) if 2 * chinese >= len(said) else ", ".join(reversed(said))
