"""`rename`: everything that names the file is changed, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.references import values_in
from build_tools.reading.tree import read_tree
from build_tools.records.files import RECORD_KINDS
from tests.conftest import MINIMAL, STATION, codes, put
from tests.editing.renamed import EVENT, MOVES, rename, texts
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("id", "new", "before", "after"), MOVES)
def test_each_file_that_changes_is_told_and_no_other_changes(
    sample: Path, id: str, new: str, before: str, after: str
) -> None:
    then = texts(sample)
    told = rename(sample, id, new).stdout.splitlines()[:-1]
    now = texts(sample)
    renamed = dict(line.split(" → ") for line in told if " → " in line)
    changed = {line.partition("：")[0] for line in told if "：" in line}
    assert renamed[f"{before}.yml"] == f"{after}.yml"
    assert now.keys() == {renamed.get(uri, uri) for uri in then}
    assert {uri for uri in then.keys() & now.keys() if then[uri] != now[uri]} == changed
    assert codes(sample) == codes(SAMPLE)


def test_no_record_of_the_demonstration_names_the_old_id_any_more(sample: Path) -> None:
    rename(sample, "yi", "yi-xin")
    for kind in RECORD_KINDS:
        for path in sample.glob(re.sub("<[a-z]+>", "*", kind.path)):
            tree = read_tree(path.read_text(encoding="utf-8"))
            assert kind.record
            assert tree
            named = [scalar.text for shape, scalar in values_in(kind.record, tree) if shape.folder or shape.path]
            assert not {"yi", "stations/yi.yml"} & set(named)
    assert b"stations/yi-xin.yml" in (sample / "site.yml").read_bytes()


FULL = {
    "stations/yi.yml": STATION.replace("甲站", "乙站") + "接替驿站: 'jia' # 就在旁边，jia\n",
    "stations/bing.yml": STATION.replace("甲站", "丙站").replace("\n", "\r\n") + '接替驿站: "jia"\r\n',
    "notices/2026/yao.yml": "标题: 有事\n发布: 2026-10-01\n正文: jia\n驿站: [yi,jia,  bing]  # jia 也在\n",
    "notices/2026/er.yml": "\ufeff# 两次\n标题: 有事\n发布: 2026-10-01\n正文: jia\n驿站:\n  - jia # 第一\n  - yi\n",
    "events/2026/xiaqi.yml": f"{EVENT}station: jia\nhosts: jia # 组织，不是驿站\n",
    "about.md": "# 关于\n\n看[甲站](stations/jia.yml#where)、[甲站](./stations/jia.yml)，`[x](stations/jia.yml)` 不算。\n\n[1]: stations/jia.yml\n",
    "site.yml": MINIMAL["site.yml"]
    + "复核例外:\n  - {文件: 'stations/jia.yml', 文字: 赵师傅包子铺, 理由: 店名, 岗位: 干事, 日期: 2026-10-12}\n",
    "stations/jia.yml": STATION + "开放说明: 赵师傅包子铺旁边\n",
}
RENAMED = {
    **FULL,
    "stations/yi.yml": FULL["stations/yi.yml"].replace("'jia'", "'xin'"),
    "stations/bing.yml": FULL["stations/bing.yml"].replace('"jia"', '"xin"'),
    "notices/2026/yao.yml": FULL["notices/2026/yao.yml"].replace("yi,jia,", "yi,xin,"),
    "notices/2026/er.yml": FULL["notices/2026/er.yml"].replace("- jia", "- xin"),
    "events/2026/xiaqi.yml": FULL["events/2026/xiaqi.yml"].replace("station: jia", "station: xin"),
    "about.md": FULL["about.md"]
    .replace("](stations/jia.yml#", "](stations/xin.yml#")
    .replace("](./stations/jia", "](./stations/xin")
    .replace("]: stations/jia", "]: stations/xin"),
    "site.yml": FULL["site.yml"].replace("stations/jia.yml", "stations/xin.yml"),
    "stations/xin.yml": FULL["stations/jia.yml"] + "曾用编号: [jia]\n",
}
del RENAMED["stations/jia.yml"]


def test_only_what_means_the_station_changes_and_comments_and_quotes_stay(content: Path) -> None:
    for uri, text in FULL.items():
        put(content, uri, text)
    before = texts(content)
    assert codes(content) == []
    done = rename(content, "stations/jia", "xin")
    assert (done.returncode, done.stderr) == (0, "")
    assert "about.md：改了 3 处\n" in done.stdout
    expected = {uri: text.encode() for uri, text in RENAMED.items()}
    assert texts(content) == {uri: old for uri, old in before.items() if uri not in FULL} | expected
    assert codes(content) == []


def test_a_rehearsal_says_the_same_and_writes_nothing(sample: Path) -> None:
    before = texts(sample)
    rehearsed = rename(sample, "yi", "yi-xin", "--dry-run")
    assert (rehearsed.returncode, texts(sample) == before) == (0, True)
    done = rename(sample, "yi", "yi-xin")
    assert rehearsed.stdout.splitlines()[:-1] == done.stdout.splitlines()[:-1]


def test_the_record_is_the_same_but_for_its_id_and_aliases(sample: Path) -> None:
    rename(sample, "yi", "yi-xin")
    (old, _), (new, _) = read_bulletin(SAMPLE), read_bulletin(sample)
    assert old
    assert new
    before = next(one for one in old.stations if one.id == "yi")
    after = next(one for one in new.stations if one.id == "yi-xin")
    assert (after.aliases, after.services, after.text) == (("yi",), before.services, before.text)
