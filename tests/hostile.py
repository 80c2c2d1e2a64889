"""A bulletin written by somebody who means harm, or pastes without looking: the demonstration and worse.

Reading refuses most of it (E133). Pages and files must not depend on that: tests of these put the rule to sleep.
"""

from __future__ import annotations

import re
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import yaml

from build_tools.reading import markup
from tests.sites import SAMPLE, copy_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

RUN = "<script>window.ran=1</script>"
BREAK = "\"'><img src=images/plan.png onerror=window.ran=2><svg onload=window.ran=3>"
TURNED = "正\u202e反"
"""Everything after the sign reads backwards until something ends it."""
TIBETAN, UYGHUR, EMOJI = "བོད་ཡིག", "ئۇيغۇرچە 12", "👩🏽\u200d🦽🏮"
MARKS = "{{ 7*7 }} {% raw %} ${7*7} </title></script><!-- ]]> \\u003c %3Cscript%3E &lt;b&gt;"
TEXT = f"{RUN}{BREAK}{MARKS} {TURNED} {TIBETAN} {UYGHUR} {EMOJI}"
LONG = "长" * 9_990
"""As long as a text may be; a name of Latin letters without a space is `WIDE`."""
WIDE = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 200
SERVICE = f"怪服务{BREAK}"
LINK = "https://example.org/?a=1&b=%22%3E%3Cscript%3E#c"
FREE = f"""{TEXT}

<script>window.ran=4</script><iframe src="https://example.org/"></iframe><a href="javascript:window.ran=5">一</a>
[二](javascript:window.ran=6) [四](data:text/html,<script>window.ran=8</script>)
<details open ontoggle=window.ran=9>六</details>
<style>body{{display:none}}</style><div id="main" class="bulletin-roof" style="position:fixed">七</div>"""

NOTHING = re.compile("(?!)")


@contextmanager
def markup_let_past() -> Iterator[None]:
    """Meanwhile reading takes nothing for markup."""
    with patch.object(markup, "MARKUP", NOTHING), patch.object(markup, "ACTIVE", NOTHING):
        yield


def engine_that_lets_markup_past(folder: Path) -> Path:
    """The same for a program of its own: a copy of the engine in `folder`; returns its root."""
    engine = copy_engine(folder)
    with Path(engine, "build_tools", "reading", "markup.py").open("a", encoding="utf-8") as file:
        file.write(f"\nMARKUP = ACTIVE = re.compile({NOTHING.pattern!r})\n")
    return engine


def write_hostile(folder: Path) -> Path:
    """The demonstration bulletin with such texts in every kind of file; returns its folder."""
    shutil.copytree(SAMPLE, folder)
    shutil.copy(Path(__file__).with_name("hostile_station.yml"), folder / "stations/gui.yml")
    put(folder, "stations/e-wide.yml", station(WIDE))
    put(folder, "stations/e-long.yml", station(LONG))
    put(folder, "stations/e-text.yml", station(TEXT))
    put(folder, "organizations/e.yml", organization())
    put(folder, "events/2026/e.yml", event(TEXT))
    put(folder, "events/2026/e-long.yml", event(LONG))
    put(
        folder,
        "notices/2026/e.yml",
        {"标题": TEXT, "发布": "2026-11-20", "正文": FREE, "要紧": "是", "驿站": ["e-text"]},
    )
    put(folder, "notices/2026/e-long.yml", {"标题": WIDE, "发布": "2026-11-20", "正文": LONG})
    (folder / "e.md").write_text(f"# {TEXT}\n\n## {TEXT}\n\n{FREE}\n\n![{BREAK}](images/plan.png)\n", encoding="utf-8")
    hostile_words(folder / "vocabulary.yml")
    return folder


def put(folder: Path, uri: str, record: dict[str, object]) -> None:
    """Write `record` as the file `uri`."""
    (folder / uri).write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=100_000), "utf-8")


def station(name: str) -> dict[str, object]:
    """A station named so, with harm in every free field."""
    return {
        "名称": name,
        "状态": "开放",
        "一句话": TEXT,
        "区": "shili",
        "街道": "第三街道",
        "社区": TEXT,
        "地址": f"样本路1号 {TEXT}",
        "怎么走": TEXT,
        "位置": {"经度": "122.51", "纬度": "35.51", "坐标系": "卫星定位", "精度": "准确到门口"},
        "开放时间": "每天 9:00-17:00",
        "开放说明": TEXT,
        "功能区": [TEXT, LONG],
        "设施": [{"种类": "桌椅", "说明": TEXT}],
        "服务": [{"种类": SERVICE, "时间": "每天 9:00-10:00", "费用": TEXT, "带什么": WIDE, "说明": FREE}],
        "渠道": [{"名称": TEXT, "步骤": [{"步骤": TEXT, "说明": TEXT}]}],
        "沿革": [{"时间": "2026", "事情": TEXT}],
        "介绍": FREE,
        "来源": [{"标题": TEXT, "媒体": TEXT, "日期": "2026", "网址": LINK}],
    }


def organization() -> dict[str, object]:
    """An organisation."""
    return {"名称": TEXT, "类别": "社会组织", "区": "shili", "做什么": [TEXT, WIDE], "成员": TEXT, "介绍": FREE}


def event(name: str) -> dict[str, object]:
    """An event named so, a week ahead."""
    return {
        "名称": name,
        "日期": "2026-11-28",
        "地点": f"样本广场 {TEXT}",
        "区": "shili",
        "一句话": TEXT,
        "主办": ["e"],
        "节目": [TEXT, LONG],
        "说明": FREE,
    }


def hostile_words(vocabulary: Path) -> None:
    """Put harm into what the first need offers and into a kind of service: such words stand on many pages."""
    words = yaml.safe_load(vocabulary.read_text(encoding="utf-8"))
    words["需求"][0]["得到"] = TEXT
    words["服务"].append({"代码": "hostile", "名称": SERVICE, "图标": words["需求"][0]["图标"]})
    vocabulary.write_text(yaml.safe_dump(words, allow_unicode=True, sort_keys=False, width=100_000), "utf-8")
