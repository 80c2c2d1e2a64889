"""Columns that hold people: 姓名 as the heading of a table, or as a key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
WORDS = (
    "姓名", "名单", "身份证", "家庭住址", "家庭地址", "居住地址", "住址", "手机号", "手机号码", "出生日期", "出生年月", "联系人", "户主", "当事人",
    "来访人", "申请人", "投诉人", "反映人", "求助人", "监护人",
    "name list", "namelist", "full name", "full_name", "id card", "id_card", "id number", "id_number", "home address", "home_address",
)  # fmt: skip
WORD = rf"[一-鿿]{{0,4}}(?i:{'|'.join(WORDS)})(?:号码?|人)?(?:[(（][^)）\n]{{0,8}}[)）])?"
HINT = re.compile(rf"{'|'.join(word for word in WORDS if not word.isascii())}|ame|ard|umber|ddress")
"""Quickly found; most texts have none of them."""
KEY = re.compile(rf"(?:^|[{{,]|- )[ \t]*(?:# *)?(?:- *)?[\"']?({WORD})[\"']?[ \t]*[:：]", re.MULTILINE)
"""`姓名:`, also inside braces and in a comment."""
HEADING = re.compile(rf"(?:\|[ \t]*|^[ \t#]*)[*\"']*({WORD})[*\"']*[ \t]*(?=\|)", re.MULTILINE)
"""`| 姓名 |` in the first row of a table; further down the word is only a word."""
ROLE = re.compile(
    r"[ \t]*[\"']?(?![王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗](?:主任|站长|书记|社工))[一-鿿]{0,10}(?:值班室|办公室|居委会|村委会|服务中心|服务站|驿站"
    r"|服务台|窗口|前台|大厅|站长|社工|网格员|值班(?:人员|员)|工作人员|志愿者|主任|书记|专干|热线|社区|街道|物业)(?:电话|[ 0-9:：—-])*[\"']?[ \t]*(?=[,，。；;、}（(#|]|$)",
    re.MULTILINE,
)
"""An office or a role: whom to ask, and nobody's name."""
ROW = re.compile(r"[ \t#]*\|")
CELL = re.compile(rf"(?:^[ \t#]*|[\t,][ \t]*|\[ *)[*\"']*({WORD})[*\"']*[ \t]*(?=\t|,[^\n]*[,\]])", re.MULTILINE)
"""A heading copied from a spreadsheet."""


def name_columns(text: str) -> Iterator[Span]:
    """Where a column of people begins: the words of its heading."""
    if HINT.search(text):
        found = {one.span(1) for one in KEY.finditer(text) if not is_role(text, one)}
        found |= {one.span(1) for one in CELL.finditer(text)}
        found |= {one.span(1) for one in HEADING.finditer(text) if is_in_first_row(text, one.start(1))}
        yield from sorted(found)


def is_in_first_row(text: str, index: int) -> bool:
    """Whether the row of a table that holds the sign at `index` has none above it."""
    *above, _ = text[:index].rsplit("\n", 2)
    return not above or not ROW.match(above[-1])


def is_role(text: str, key: re.Match[str]) -> bool:
    """Whether the `key` asks for whom to turn to, and the value beside it is an office or a role."""
    return key[1].endswith("联系人") and bool(ROLE.match(text, key.end()))
