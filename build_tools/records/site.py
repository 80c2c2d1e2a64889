"""The site's own facts: `content/site.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from build_tools.records.key import UNKNOWN, Key, Unknown
from build_tools.records.reviewed import Reviewed
from build_tools.records.threshold import Threshold
from build_tools.records.values import Telephone, WebAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Who publishes, where, and how to reach them."""

    name: Annotated[str, Key("名称", "网站叫什么", example="驿站公告")]
    summary: Annotated[str, Key("一句话", "搜索结果里显示的一句介绍")]
    address: Annotated[WebAddress | None, Key("网址", "网站的完整网址，以斜杠结尾", example="https://example.org/")] = (
        None
    )
    host: Annotated[str | Unknown, Key("主办单位", "谁主办这个网站", example="示例区民政局")] = UNKNOWN
    contact: Annotated[Telephone | Unknown, Key("联系电话", "网站内容找谁问，只写办公电话", example="0734-1234567")] = (
        UNKNOWN
    )
    report_line: Annotated[Telephone, Key("反映热线", "驿站没有电话时打给谁", example="12345")] = Telephone("12345")
    k: Annotated[
        tuple[Threshold, ...],
        Key(
            "满几件公布", "件数攒到几件才公布，不写就是5；只能往大改，改的时候写从哪个月起", example="[5, 2027-01起 8]"
        ),
    ] = ()
    remark: Annotated[str, Key("页脚说明", "每页底部的一句话")] = ""
    edit_address: Annotated[
        WebAddress | None, Key("编辑网址", "在网上改文件的网址前缀", example="https://example.org/edit/main/content/")
    ] = None
    reviewed: Annotated[
        tuple[Reviewed, ...], Key("复核例外", "像个人信息、核过可以公开的文字；全部列在一个网页上")
    ] = ()
