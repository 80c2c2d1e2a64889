"""What the README and the staff guide show is what happens."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.__main__ import main
from build_tools.facts.edition import bulletin_in
from build_tools.problems import has_errors
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from build_tools.reports import report
from tests.conftest import MINIMAL, codes, put
from tests.pieces import with_piece
from tests.reading.gate_cases import picture
from tests.sites import CONTENT, ROOT, SAMPLE

READMES = (ROOT / "README.md", ROOT / "README.zh.md")
GUIDE = ROOT / "build_tools" / "publishing" / "guide"
HOURS = GUIDE / "hours.md"
CASES = GUIDE / "cases.md"
PRIVACY = GUIDE / "privacy.md"
STATION = "stations/zhengyang.yml"


def blocks(path: Path, language: str) -> list[str]:
    """The fenced blocks of `path` in `language`."""
    return re.findall(rf"```{language}\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)


def without_remarks(block: str) -> list[str]:
    """The lines of `block` without what follows a `#`."""
    return [line.partition("#")[0].split() for line in block.splitlines()]  # type: ignore[misc]


def report_of(content: Path) -> str:
    """What `check` says of `content`, which it calls `content`."""
    return report(read_bulletin(content)[1], read_wording("zh"), "content")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the demonstration bulletin."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of our own content."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_shows_a_station_that_reads(readme: Path, sample: Path) -> None:
    (sample / "stations" / "jia.yml").write_text(blocks(readme, "yaml")[0], encoding="utf-8")
    assert "stations/jia.yml" not in report_of(sample)


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_shows_the_report_of_a_misspelt_key(readme: Path, sample: Path) -> None:
    station = blocks(readme, "yaml")[0]
    lines = [line.partition("  #")[0].rstrip().replace("电话:", "电活:") for line in station.splitlines()]
    (sample / "stations" / "jia.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert report_of(sample) == next(block for block in blocks(readme, "text") if "E022" in block)


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = (list(map(without_remarks, blocks(readme, "sh"))) for readme in READMES)
    assert english == chinese


def test_the_commands_of_the_readme_exist() -> None:
    text = READMES[0].read_text(encoding="utf-8")
    targets = set(re.findall(r"`make ([a-z]+)`", text)) | set(re.findall(r"^make ([a-z]+)", text, re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {"serve", "test", "site", "check", "lint", "demo"} <= targets
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    usage = subprocess.run(
        [sys.executable, "-m", "build_tools", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for command in re.findall(r"python -m build_tools (\w+)", text):
        assert command in usage


def test_the_guide_shows_a_station_that_reads(own: Path) -> None:
    (own / "stations" / "jia.yml").write_text(blocks(GUIDE / "station.md", "yaml")[0], encoding="utf-8")
    assert not has_errors(read_bulletin(own)[1])


def test_the_guide_shows_english_texts_that_read(own: Path) -> None:
    of_site, of_station = blocks(GUIDE / "english.md", "yaml")
    site, station = own / "site.yml", own / STATION
    site.write_text(site.read_text(encoding="utf-8") + of_site, encoding="utf-8")
    lines = station.read_text(encoding="utf-8").splitlines()
    rest = [line for line in lines if not line.startswith(("名称:", "功能区:"))]
    station.write_text("\n".join([*of_station.splitlines(), *rest]) + "\n", encoding="utf-8")
    (own / "about.en.md").write_text("# About\n\nA page.\n", encoding="utf-8")
    bulletin, problems = read_bulletin(own)
    assert not has_errors(problems)
    assert bulletin
    assert "Station Jia" in {one.name for one in bulletin_in("en", bulletin).stations}


def test_the_guide_shows_photos_that_read(own: Path) -> None:
    photos = next(block for block in blocks(GUIDE / "station.md", "yaml") if block.startswith("照片"))
    for name in re.findall(r"images/[\w-]+\.jpg", photos):
        put(own, name, picture("JPEG"))
    put_piece(own, photos)


def test_the_guide_shows_a_position_and_a_sketch_that_read(content: Path) -> None:
    position = next(block for block in blocks(GUIDE / "station.md", "yaml") if block.startswith("位置"))
    put(content, "stations/jia.yml", MINIMAL["stations/jia.yml"] + position)
    put(content, "map/streets.geojson", blocks(GUIDE / "station.md", "json")[0])
    bulletin, problems = read_bulletin(content)
    assert not has_errors(problems)
    assert bulletin
    assert [len(sketch.features) for sketch in bulletin.sketches] == [2]


def rows(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    """The rows of all tables of `path`: the word above the first column, and the cells."""
    found, above, table = [], "", False
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = tuple(cell.strip() for cell in line.strip("|").split("|")) if line.startswith("|") else ()
        if cells and not table:
            above = cells[0]
        elif cells and not cells[0].startswith("---"):
            found.append((above, cells))
        table = bool(cells)
    return found


def spans(cell: str) -> list[str]:
    """What is set as code in `cell`."""
    return re.findall("`([^`]+)`", cell)


BOTH = "节假日: 照常\n调休上班日: 照常\n"
WRITTEN = {
    "写法": "开放时间: {}\n" + BOTH,
    "哪几天": "开放时间: {} 9:00-12:00\n" + BOTH,
    "节假日": "开放时间: 工作日 9:00-12:00\n调休上班日: 照常\n节假日: {}\n",
    "调休上班日": "开放时间: 工作日 9:00-12:00\n节假日: 照常\n调休上班日: {}\n",
    "日期": "例外: [{{日期: {}, 休息: 装修}}]\n",
    "写什么": "例外: [{{日期: 2026-09-25, {}}}]\n",
    "时间": "例外: [{{日期: 2026-10-12, 时间: {}}}]\n",
}
"""The word above a column of the guide's tables → a piece of a station's file with what stands there."""
KEYS = ("上课", "不上课", "开放说明")
"""Set as code in a remark, and no rules."""
STATION_RULES = [("写法", spans(cells[0])[0]) for above, cells in rows(GUIDE / "station.md") if above == "写法"]
HOURS_RULES = [
    (above, span)
    for above, cells in rows(HOURS)
    if above in WRITTEN
    for span in spans(cells[0] + (cells[1] if above in ("写法", "哪几天") else ""))
    if span not in KEYS
]
REFUSED = [
    (rule, [span for span in spans(cells[1]) if span not in KEYS])
    for above, cells in rows(HOURS)
    if above == "不收"
    for rule in spans(cells[0])
]


def codes_of(content: Path, piece: str) -> list[str]:
    """The codes of what is wrong with the smallest bulletin once `piece` stands in its station."""
    put(content, "stations/jia.yml", with_piece(MINIMAL["stations/jia.yml"], piece))
    return codes(content)


@pytest.mark.parametrize(("above", "rule"), [*STATION_RULES, *HOURS_RULES])
def test_each_way_of_writing_times_in_the_guide_reads(above: str, rule: str, content: Path) -> None:
    decided = f"{rule}: 照常\n" if above == "哪几天" else ""
    assert codes_of(content, WRITTEN[above].format(rule).replace(decided, "")) == []


@pytest.mark.parametrize(("rule", "cures"), REFUSED)
def test_what_the_guide_says_is_refused_is_and_what_it_says_instead_is_not(
    rule: str, cures: list[str], content: Path
) -> None:
    assert codes_of(content, WRITTEN["写法"].format(rule))
    for cure in cures:
        assert codes_of(content, f"{cure}\n" if ": " in cure else WRITTEN["写法"].format(cure)) == []


def test_the_tables_of_the_hours_chapter_are_found() -> None:
    assert {above for above, _ in HOURS_RULES} == WRITTEN.keys()
    assert len(HOURS_RULES) > 100
    assert len(REFUSED) > 20


def put_piece(own: Path, piece: str) -> None:
    """Put `piece` into our own station; nothing is wrong with it then."""
    station = own / STATION
    station.write_text(with_piece(station.read_text(encoding="utf-8"), piece), encoding="utf-8")
    assert STATION not in report_of(own)


@pytest.mark.parametrize("block", blocks(HOURS, "yaml"))
def test_each_example_of_the_hours_chapter_reads(block: str, own: Path) -> None:
    places = {"来源": "calendar/2027.yml", "名称": "events/2026/qihui.yml"}
    place = places.get(block.partition(":")[0])
    if place is None:
        put_piece(own, block)
        return
    put(own, place, block)
    assert not has_errors(read_bulletin(own)[1])


def explained(own: Path, piece: str, first: str, last: str) -> list[str]:
    """The lines in which `explain` tells the opening hours of our station with `piece`."""
    put_piece(own, piece)
    command = [sys.executable, "-m", "build_tools", "explain", str(own / STATION), "--from", first, "--to", last]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.partition("\n\n")[0].splitlines()


def test_the_hours_chapter_shows_what_explain_says(own: Path) -> None:
    command, shown = blocks(HOURS, "text")
    first, last = re.findall(r"\d{4}-\d\d-\d\d", command)
    (own / "calendar" / f"{last[:4]}.yml").unlink(missing_ok=True)  # the chapter tells of the time before that notice
    assert explained(own, blocks(HOURS, "yaml")[0], first, last) == shown.splitlines()


def test_the_hours_chapter_says_rightly_which_rule_prevails(own: Path) -> None:
    days = {cells[0]: cells[1] for above, cells in rows(HOURS) if above == "这一天"}
    example = next(block for block in blocks(HOURS, "yaml") if "取快递" in block)
    lines = explained(own, example, min(days), max(days))
    told = {line.split()[0]: line.split()[2].replace("–", "-") for line in lines[1:]}
    assert len(days) > 5
    assert {day: told[day] for day in days} == days


def test_the_guide_shows_events_and_notices_that_read(own: Path) -> None:
    event, cancelled, recurring, notice = blocks(GUIDE / "event.md", "yaml")
    (own / "events" / "2026").mkdir()
    (own / "events" / "2026" / "planned.yml").write_text(event, encoding="utf-8")
    (own / "events" / "2026" / "cancelled.yml").write_text(event + cancelled, encoding="utf-8")
    (own / "events" / "2026" / "moved.yml").write_text(event + "状态: 改期\n改到: 2026-12-06\n", encoding="utf-8")
    (own / "events" / "2026" / "recurring.yml").write_text(recurring, encoding="utf-8")
    (own / "notices" / "2026" / "tingdian.yml").write_text(notice, encoding="utf-8")
    assert not has_errors(read_bulletin(own)[1])


def test_the_guide_shows_the_report_of_an_unreadable_time(own: Path) -> None:
    station = own / "stations" / "zhengyang.yml"
    shown = next(block for block in blocks(GUIDE / "check.md", "text") if "E034" in block)
    line = int(shown.partition("zhengyang.yml:")[2].partition(":")[0])
    lines = station.read_text(encoding="utf-8").splitlines()
    before = [each for each in lines if not each.startswith("开放时间")]
    changed = [*before[: line - 2], "开放时间:", "  - 工作日 9.00-12:00", *before[line - 2 :]]
    station.write_text("\n".join(changed) + "\n", encoding="utf-8")
    assert shown.rstrip("\n") in report_of(own)


def test_the_cases_chapter_shows_what_book_says(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    private = tmp_path / "counts.yml"
    private.write_text(blocks(CASES, "yaml")[0], encoding="utf-8")
    assert main(["book", str(private), "--through", "2026-10", "--content", str(own)]) == 0
    assert capsys.readouterr().out == blocks(CASES, "text")[2]


def test_the_retired_category_of_the_cases_chapter_reads_in_a_booked_file(own: Path, tmp_path: Path) -> None:
    private = tmp_path / "counts.yml"
    private.write_text(blocks(CASES, "yaml")[0], encoding="utf-8")
    main(["book", str(private), "--through", "2026-10", "--content", str(own)])
    tally = own / "tallies" / "zhengyang.yml"
    tally.write_text(
        tally.read_text(encoding="utf-8").replace("停用: []\n", blocks(CASES, "yaml")[1]), encoding="utf-8"
    )
    assert not has_errors(read_bulletin(own)[1])


@pytest.mark.parametrize("raised", ["满几件公布: 8", "满几件公布: [5, 2027-01起 8]"])
def test_the_thresholds_of_the_cases_chapter_read(raised: str, own: Path) -> None:
    assert raised in CASES.read_text(encoding="utf-8")
    with (own / "site.yml").open("a", encoding="utf-8") as site:
        site.write(raised + "\n")
    assert not has_errors(read_bulletin(own)[1])


def test_the_privacy_chapter_names_every_rule_of_the_gate() -> None:
    said = set(re.findall(r"[EW]\d{3}", PRIVACY.read_text(encoding="utf-8")))
    told = {key[:4] for key in read_wording("zh").texts if re.match(r"(E12|W12)\d\.message", key)}
    assert said == told


def test_the_exception_of_the_privacy_chapter_excuses_what_it_names(own: Path) -> None:
    station = own / STATION
    station.write_text(station.read_text(encoding="utf-8") + "# 每周有王奶奶说事\n", encoding="utf-8")
    assert "E125" in report_of(own)
    with (own / "site.yml").open("a", encoding="utf-8") as site:
        site.write(blocks(PRIVACY, "yaml")[0])
    assert not has_errors(read_bulletin(own)[1])
