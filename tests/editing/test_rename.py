"""`rename`: everything that names the file is changed, and nothing else; what is known outside stays what it was."""

from __future__ import annotations

import re
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from build_tools.build import build
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.ledgers import read_ledgers
from build_tools.reading.references import values_in
from build_tools.reading.tree import read_tree
from build_tools.records.files import RECORD_KINDS
from build_tools.settings import Settings
from tests.conftest import MINIMAL, STATION, codes, put
from tests.forked import Done, command
from tests.history.changing import Repository
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from build_tools.publishing.site import Site

TODAY = date(2026, 11, 21)
SECOND = "1795219200"
"""In which that day is China's."""
UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ATOM_ID = re.compile(r"<id>([^<]*)</id>")
UID = re.compile("^UID:(?:.*\r\n )*.*", re.MULTILINE)
EVENT = "# 下棋\n名称: 下棋\n日期: 2026-12-17\n地点: 甲站\n区: shili\n一句话: 来下棋\n"


def rename(content: Path, id: str, new: str, *options: str) -> Done:
    """Run the command on `content`."""
    return command("rename", id, new, "--content", content, *options, day=SECOND)


def texts(content: Path) -> dict[str, bytes]:
    """Path → bytes of every file."""
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the demonstration bulletin."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))


def site_of(content: Path) -> Site:
    """All that is published of `content`."""
    built = build(Settings(content=content, today=TODAY))
    assert built.site is not None, built.problems
    return built.site


def lasting(content: Path) -> dict[str, set[str]]:
    """Everything by which programs, feeds, calendars and door plates know what `content` publishes."""
    site = site_of(content)
    files = [(one.uri, one.content) for batch in site.batches for one in batch.files()]
    told = {uri: made.decode() if isinstance(made, bytes) else made for uri, made in files if is_text(uri)}
    return {
        "short": {uri for uri, _ in files if re.search(r"(^|/)s/\w+/", uri)} | shorts(site),
        "uuid": {uuid for text in told.values() for uuid in UUID.findall(text)},
        "uid": {uid for uri, text in told.items() if uri.endswith(".ics") for uid in UID.findall(text)},
        "atom": {id for uri, text in told.items() if uri.endswith(".xml") for id in ATOM_ID.findall(text)},
    }


def shorts(site: Site) -> set[str]:
    """The short addresses that are pages."""
    return {page.uri for page in site.pages if re.search(r"(^|/)s/\w+/", page.uri)}


def is_text(uri: str) -> bool:
    """Whether a file is one that programs read."""
    return uri.endswith((".ics", ".xml", ".json", ".csv", ".geojson"))


@cache
def lasting_of_sample() -> dict[str, set[str]]:
    """The same of the demonstration bulletin."""
    return lasting(SAMPLE)


MOVES = [
    ("yi", "yi-xin", "stations/yi", "stations/yi-xin"),
    ("jia", "jia-xin", "stations/jia", "stations/jia-xin"),
    ("2026/chess", "qi", "events/2026/chess", "events/2026/qi"),
    ("content/notices/2026/pipes.yml", "tian-leng", "notices/2026/pipes", "notices/2026/tian-leng"),
    ("organizations/scissors", "jian-dao", "organizations/scissors", "organizations/jian-dao"),
]


@pytest.mark.parametrize(("id", "new", "before", "after"), MOVES)
def test_what_lasts_stays_and_the_old_address_leads_to_the_new_page(
    sample: Path, id: str, new: str, before: str, after: str
) -> None:
    assert all(lasting_of_sample().values())
    done = rename(sample, id, new)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{before}.yml → {after}.yml\n" in done.stdout
    assert lasting(sample) == lasting_of_sample()
    moved = {page.uri: page.moved_to for page in site_of(sample).pages}
    assert moved[f"{before}/"] == f"{after}/"
    assert not moved[f"{after}/"]


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


def test_a_station_that_is_renamed_again_keeps_all_its_addresses(sample: Path) -> None:
    for id, new in (("yi", "er"), ("er", "yi-2"), ("yi-2", "yi-3")):
        assert rename(sample, id, new).returncode == 0
    text = (sample / "stations/yi-3.yml").read_text(encoding="utf-8")
    assert text.endswith("\n曾用编号: [yi, er, yi-2]\n")
    assert lasting(sample) == lasting_of_sample()


def test_a_station_may_have_a_former_id_again_but_never_its_oldest(sample: Path) -> None:
    rename(sample, "jia", "jia-xin")
    assert rename(sample, "jia-xin", "jia").returncode == 0
    text = (sample / "stations/jia.yml").read_text(encoding="utf-8")
    assert "曾用编号: [jia-lao, first, jia-xin]\n" in text
    assert lasting(sample) == lasting_of_sample()
    before = texts(sample)
    done = rename(sample, "jia", "jia-lao")
    assert (done.returncode, "最早的编号" in done.stderr, texts(sample) == before) == (1, True, True)


REFUSED = [
    ("jai", "xin", "是不是“jia”"),
    ("qqqq", "xin", "没有编号是“qqqq”"),
    ("jia", "xin", "  organizations/jia\n  stations/jia"),
    ("stations/jia", "Xin_Zhan", "例如 xin-zhan"),
    ("stations/jia", "unknown", "会当成“未知”"),
    ("stations/jia", "yi", "已经有了：stations/yi.yml"),
    ("stations/jia", "jia", "已经有了：stations/jia.yml"),
    ("stations/jia", "lao", "是 stations/yi.yml 以前用的"),
    ("stations/jia", "organizations/xin", "“organizations/xin”不能作编号"),
    ("stations/jia", "2026/xin", "“2026/xin”不能作编号"),
    ("lao", "xin", "已经换过编号，现在是 stations/yi.yml"),
    ("shili", "erli", "区没有“曾用编号”"),
    ("xiaqi", "2027/xiaqi", "旧网址在 2026 里"),
    ("yuan", "xin", "stations/ding.yml 第 1 行的“yuan”写法特别"),
]


@pytest.mark.parametrize(("id", "new", "why"), REFUSED)
def test_what_cannot_be_is_refused_with_the_reason_and_leaves_every_byte(
    content: Path, id: str, new: str, why: str
) -> None:
    put(content, "stations/yi.yml", STATION.replace("甲站", "乙站") + "曾用编号: lao\n")
    put(content, "stations/yuan.yml", STATION.replace("甲站", "园站"))
    put(content, "stations/ding.yml", "接替驿站: >-\n  yuan\n" + STATION.replace("甲站", "丁站"))
    put(content, "events/2026/xiaqi.yml", EVENT)
    before = texts(content)
    assert codes(content) == []
    done = rename(content, id, new)
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (1, "", False)
    assert why in done.stderr
    assert texts(content) == before


def test_content_with_an_error_is_left_alone_and_the_error_is_told(content: Path) -> None:
    put(content, "about.md", "没有标题\n")
    before = texts(content)
    done = rename(content, "stations/jia", "xin")
    assert (done.returncode, "E020" in done.stdout, "先改好再换编号" in done.stderr) == (65, True, True)
    assert texts(content) == before


def test_a_result_with_an_error_is_never_written(content: Path) -> None:
    put(content, "stations/jia.yml", f"{STATION}...\n")  # whatever follows the end of the document is another one
    before = texts(content)
    assert codes(content) == []
    done = rename(content, "stations/jia", "xin")
    assert (done.returncode, "E01" in done.stdout, "什么也没有改" in done.stderr) == (65, True, True)
    assert texts(content) == before


def test_a_mention_that_is_not_seen_stops_the_renaming(content: Path) -> None:
    put(content, "stations/ding.yml", '"接替驿站": "ji\\x61"\n' + STATION.replace("甲站", "丁站"))
    before = texts(content)
    assert codes(content) == []
    done = rename(content, "stations/jia", "xin")
    assert (done.returncode, "E052" in done.stdout, texts(content) == before) == (65, True, True)


def test_a_rehearsal_says_the_same_and_writes_nothing(sample: Path) -> None:
    before = texts(sample)
    rehearsed = rename(sample, "yi", "yi-xin", "--dry-run")
    assert (rehearsed.returncode, texts(sample) == before) == (0, True)
    done = rename(sample, "yi", "yi-xin")
    assert rehearsed.stdout.splitlines()[:-1] == done.stdout.splitlines()[:-1]


def blocks(report: str) -> list[str]:
    """What `report` tells, in no order."""
    return sorted(report.split("\n\n"))


def test_published_counts_move_along_and_git_finds_nothing_lost(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BULLETIN_SINCE", raising=False)
    repository = Repository(sample)
    first = repository.commit("2026-01-01")
    counts = (sample / "tallies/yi.yml").read_bytes()
    clean = command("check", "--content", sample, day=SECOND)
    for id, new in (("yi", "er"), ("er", "san")):
        assert rename(sample, id, new).returncode == 0
        for since in ("HEAD", first):
            check = command("check", "--content", sample, day=SECOND, environment={"BULLETIN_SINCE": since})
            assert blocks(check.stdout.replace(f"/{new}.yml", "/yi.yml")) == blocks(clean.stdout)
        repository.commit("2026-01-02")
    assert (sample / "tallies/san.yml").read_bytes() == counts
    assert not (sample / "tallies/yi.yml").exists()
    put(sample, "tallies/san.yml", re.sub(rb"(\xe4\xbb\xb6\xe6\x95\xb0: )\d+", rb"\g<1>99", counts, count=1))
    changed = command("check", "--content", sample, day=SECOND, environment={"BULLETIN_SINCE": first})
    assert "E176" in changed.stdout


def test_private_rows_go_on_calling_a_station_what_it_was_called(sample: Path) -> None:
    rename(sample, "yi", "er")
    ledgers, _ = read_ledgers(sample)
    assert ledgers
    called = ledgers.known.terms["stations"]
    assert (called["yi"], called["er"], called["乙站"]) == ("er", "er", "er")


def test_a_name_is_not_taken_for_what_another_station_was_called(content: Path) -> None:
    put(content, "stations/yi.yml", STATION.replace("甲站", "乙站") + "曾用编号: [lao, zui-lao]\n")
    put(content, "stations/bing.yml", STATION.replace("甲站", "lao"))
    ledgers, _ = read_ledgers(content)
    assert ledgers
    called = ledgers.known.terms["stations"]
    assert (called["lao"], called["zui-lao"]) == ("bing", "yi")


def test_when_a_file_cannot_be_written_every_other_is_as_it_was(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from build_tools.saving import save

    before = texts(sample)
    replaced = Path.replace
    for failing_at in range(3):
        done: list[Path] = []

        def replace(path: Path, target: Path) -> Path:
            done.append(target)  # noqa: B023 — called in this round
            if len(done) == failing_at + 1:  # noqa: B023 — the same
                raise PermissionError(13, "Permission denied")
            return replaced(path, target)

        monkeypatch.setattr(Path, "replace", replace)
        with pytest.raises(PermissionError):
            save(sample, {"site.yml": b"1", "stations/new.yml": b"2", "stations/yi.yml": b"3"}, ["stations/jia.yml"])
        monkeypatch.undo()
        assert texts(sample) == before


def test_nothing_is_renamed_where_no_content_lies(tmp_path: Path) -> None:
    done = rename(tmp_path, "jia", "yi")
    assert (done.returncode, done.stdout, "site.yml" in done.stderr) == (1, "", True)


def test_the_record_is_the_same_but_for_its_id_and_aliases(sample: Path) -> None:
    rename(sample, "yi", "yi-xin")
    (old, _), (new, _) = read_bulletin(SAMPLE), read_bulletin(sample)
    assert old
    assert new
    before = next(one for one in old.stations if one.id == "yi")
    after = next(one for one in new.stations if one.id == "yi-xin")
    assert (after.aliases, after.services, after.text) == (("yi",), before.services, before.text)
