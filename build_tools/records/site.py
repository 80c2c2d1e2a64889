"""The site's own facts: `content/site.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from build_tools.records.base_map import BaseMap
from build_tools.records.filings import GovernmentSite, IcpFiling, PoliceFiling
from build_tools.records.key import UNKNOWN, Key, Unknown
from build_tools.records.language import FIRST, Language
from build_tools.records.licence import Licence
from build_tools.records.reviewed import Reviewed
from build_tools.records.threshold import Threshold
from build_tools.records.values import SiteAddress, Telephone, UuidBase, WebAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Who publishes, where, and how to reach them."""

    name: Annotated[str, Key("名称", "网站叫什么", example="驿站公告")]
    summary: Annotated[str, Key("一句话", "搜索结果里显示的一句介绍", example="示例区的驿站在哪里、几点开、能做什么")]
    address: Annotated[
        SiteAddress | None, Key("网址", "网站的完整网址，以斜杠结尾", example="https://example.org/")
    ] = None
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
    remark: Annotated[str, Key("页脚说明", "每页底部的一句话", example="内容由各社区提供")] = ""
    icp: Annotated[IcpFiling | None, Key("ICP备案", "网站的备案号，显示在每页底部", example="湘ICP备00000000号-1")] = (
        None
    )
    police: Annotated[
        PoliceFiling | None, Key("公安备案", "公安联网备案号，显示在每页底部", example="湘公网安备00000000000000号")
    ] = None
    government_site: Annotated[
        GovernmentSite | None, Key("政府网站标识码", "政府网站才有的十位数字", example="0000000000")
    ] = None
    content_licence: Annotated[
        Licence | str | None,
        Key("内容许可", "别人可以怎样用这里的文字和图片：写许可名称，没有写明就显示未声明", example="CC BY 4.0"),
    ] = None
    data_licence: Annotated[
        Licence | str | None,
        Key("数据许可", "别人可以怎样用开放数据：写许可名称，没有写明就显示未声明", example="CC BY 4.0"),
    ] = None
    uuid_base: Annotated[
        UuidBase | None,
        Key(
            "数据编号",
            "一个 UUID，开放数据里每条记录的编号由它算出；定了就不改，换网址也不改；不写就没有 HSDS 数据",
            example="00000000-0000-4000-8000-000000000000",
        ),
    ] = None
    record_files: Annotated[
        bool | None,
        Key(
            "逐条文件",
            "HSDS 数据是不是每条记录另有一个文件；不写，驿站不超过1000个才有；没有就查不到时间、电话和地址，清单里不写这些",
            example="否",
        ),
    ] = None
    edit_address: Annotated[
        WebAddress | None, Key("编辑网址", "在网上改文件的网址前缀", example="https://example.org/edit/main/content/")
    ] = None
    languages: Annotated[
        tuple[Language, ...], Key("语言", "网站有哪几种语言；不写就只有中文", example="[中文, 英文]")
    ] = (FIRST,)
    base_map: Annotated[
        BaseMap | None,
        Key(
            "底图",
            "可拖动的地图下面垫的底图；没有审图号的不能用",
            example="{种类: 天地图, 审图号: GS(2024)0650号, 密钥: 0123456789abcdef}",
        ),
    ] = None
    convert_positions: Annotated[
        bool,
        Key(
            "换算坐标",
            "把高德、百度的坐标换算回卫星定位用，不写就是否；在中国这种换算受管理，先问主管部门",
            example="否",
        ),
    ] = False
    reviewed: Annotated[
        tuple[Reviewed, ...], Key("复核例外", "像个人信息、核过可以公开的文字；全部列在一个网页上")
    ] = ()
