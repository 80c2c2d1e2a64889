"""The gate stops what identifies a resident wherever it is written, lets pass what does not, and quotes nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.gate.fold import folded
from build_tools.reading.gate.scan import Scanned, scan
from build_tools.reading.one import read_one
from build_tools.reports import masked
from tests.conftest import EVENT, MINIMAL, NOTICE, STATION, check, codes, put, told
from tests.reading.gate_cases import CARD, ENTERPRISE, IDENTITY, MOBILE, PASSED, STOPPED, picture, reviewed, shown
from tests.reading.gate_trial_cases import TRIAL_PASSED, TRIAL_STOPPED

ROOT = Path(__file__).parent.parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
SITE = MINIMAL["site.yml"]
OURS = [
    path
    for pattern in ("content/**/*", "tests/sample_content/**/*", "build_tools/publishing/guide/*.md", "*.md")
    for path in sorted(ROOT.glob(pattern))
    if path.suffix in (".yml", ".md")
]


def found(text: str) -> list[tuple[str, str]]:
    """Code and words of everything that is found in `text`."""
    return words_of(scan("a.yml", text))


def words_of(scanned: Scanned) -> list[tuple[str, str]]:
    """Code and words of everything that was `scanned`."""
    return [(hit.code, scanned.text[slice(*scanned.origin(hit.start, hit.end))]) for hit in scanned.hits]


CASES = [
    (code, text, meant) for table in (STOPPED, TRIAL_STOPPED) for code, cases in table.items() for text, meant in cases
]
FINE = [(code, text) for table in (PASSED, TRIAL_PASSED) for code, texts in table.items() for text in texts]


@pytest.mark.parametrize(("code", "text", "meant"), CASES, ids=[f"{code}-{text}" for code, text, _ in CASES])
def test_what_identifies_a_resident_is_stopped(code: str, text: str, meant: str) -> None:
    assert found(text)[0] == (code, meant)


@pytest.mark.parametrize(("code", "text"), FINE, ids=[f"{code}-{text}" for code, text in FINE])
def test_what_identifies_nobody_passes(code: str, text: str) -> None:
    assert found(text) == [], code


@pytest.mark.parametrize("path", OURS, ids=[path.relative_to(ROOT).as_posix() for path in OURS])
def test_our_own_texts_pass(path: Path) -> None:
    """But for examples of what is reviewed, which stand in fences of YAML."""
    assert found(re.sub("```yaml.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)) == []


PEOPLE = [
    ("000_*.txt", ["小苏", "小苏", "刘奶奶", "陈洪贞老人"]),
    ("003_*.txt", ["小刘", "吴师傅", "刘某", "吴某", "王女士", "李某", "李老师"]),
]


@pytest.mark.parametrize(("name", "people"), PEOPLE)
def test_everybody_in_the_two_stories_is_found_and_nobody_else(name: str, people: list[str]) -> None:
    stories = sorted(SEEDS.glob(name))
    if not stories:
        pytest.skip(f"the two news stories do not lie in {SEEDS}")
    hits = found(stories[0].read_text(encoding="utf-8"))
    assert sorted(word for code, word in hits if code == "E125") == sorted(people)
    assert {code for code, _ in hits} <= {"E125", "W120"}


def test_a_number_is_told_at_its_signs_in_the_original(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "介绍: ①找㎡１３８００００００００\n")
    (problem,) = check(content)
    assert (problem.code, problem.place.line, problem.place.column, problem.width) == ("E121", 7, 8, 11)


@pytest.mark.parametrize("text", ["①１３８", "a\u200bb\\u0031c&#49;d", "㎡㎡x", "普通"])
def test_every_sign_of_folded_text_has_its_origin(text: str) -> None:
    plain = folded(text)
    assert plain.origin(len(plain.text)) == len(text)
    assert [plain.origin(at) for at in range(len(plain.text))] == sorted(
        plain.origin(at) for at in range(len(plain.text))
    )
    assert folded("普通 abc").text == "普通 abc"


WRITTEN = [
    ("a comment", STATION + f"# 找 {MOBILE}\n", [("E121", 7, 5)]),
    ("a comment after a value", STATION + "社区: 甲社区  # 刘奶奶常来\n", [("E125", 7, 12)]),
    ("a field for telephones", STATION + f"电话: {MOBILE}\n", [("E121", 7, 5)]),
    ("a field for telephones, grouped", STATION + "电话: +86 138-0000-0000\n", [("E121", 7, 6)]),
    ("a field for telephones, with more than a number", STATION + f"电话: {MOBILE}（值班）\n", [("E121", 7, 5)]),
    ("a number where a number is wanted", STATION + f"面积: {MOBILE}\n", [("E121", 7, 5)]),
    ("a person where a word of the vocabulary is wanted", STATION + "设施: [刘奶奶]\n", [("E125", 7, 6)]),
    ("a column of names", STATION + "姓名: 甲\n", [("E126", 7, 1)]),
    ("two on one line", STATION + f"介绍: {MOBILE}、{MOBILE}\n", [("E121", 7, 5), ("E121", 7, 17)]),
    ("a block of several lines", STATION + f"介绍: |\n  先说好\n\n  打 {MOBILE}\n", [("E121", 10, 5)]),
    ("a key that staff guess", STATION + f"手机: {MOBILE}\n", [("E121", 7, 5)]),
    ("a key that is nearly right", STATION + f"联系电话: '{MOBILE}'\n", [("E121", 7, 8)]),
    ("a key of persons", STATION + f"手机号: {MOBILE}\n", [("E121", 7, 6)]),
    ("a key of persons, in brackets", STATION + f"值守: [{{岗位: 站长, 手机: +86 {MOBILE}}}]\n", [("E121", 7, 20)]),
    ("behind words under a key that is misspelt", STATION + f"介召: 打{MOBILE}\n", [("E022", 7, 1), ("E121", 7, 6)]),
    ("a key", STATION + f"{MOBILE}: 电话\n", [("E121", 7, 1)]),
    ("an enterprise's code", STATION + f"介绍: {ENTERPRISE}\n", []),
    ("the place of the station itself", STATION.replace("1号", "1号3栋2单元501室"), []),
    ("a door", STATION + "门牌号: 3栋501室\n介绍: 就在3栋501室。\n", []),
]


@pytest.mark.parametrize(("where", "text", "expected"), WRITTEN, ids=[where for where, *_ in WRITTEN])
def test_it_is_told_once_wherever_it_is_written(
    content: Path, where: str, text: str, expected: list[tuple[str, int, int]]
) -> None:
    put(content, "stations/jia.yml", text)
    assert [(code, line, column) for code, _, line, column, _ in told(content)] == expected, where


def test_a_file_that_is_no_yaml_is_searched_all_the_same(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + f"介绍: &a [{MOBILE}\n# 刘奶奶\n")
    assert codes(content) == ["E012", "E121", "E125"]


def test_a_hand_written_page_is_searched_with_its_title(content: Path) -> None:
    put(content, "about.md", "# 刘奶奶\n\n打 13800000000。\n")
    assert [(code, line) for code, _, line, _, _ in told(content)] == [("E125", 1), ("E121", 3)]


def test_the_place_of_an_event_may_be_named_in_a_notice(content: Path) -> None:
    put(content, "events/2026/a.yml", EVENT.replace("地点: 甲站", "地点: 甲小区3栋2单元501室"))
    put(content, "notices/2026/a.yml", NOTICE.replace("国庆照常开放", "在甲小区3栋2单元501室下棋"))
    assert codes(content) == []
    put(content, "notices/2026/b.yml", NOTICE.replace("国庆照常开放", "在甲小区3栋2单元502室下棋"))
    assert told(content) == [("E124", "notices/2026/b.yml", 3, 9, "")]


def test_a_file_that_cannot_be_read_says_nothing_of_doors_and_keeps_its_own_for_others(content: Path) -> None:
    put(content, "stations/jia.yml", STATION.replace("1号", "1号3栋501室") + "面积: 大\n介绍: 住3栋502室\n")
    put(content, "notices/2026/a.yml", NOTICE.replace("国庆照常开放", "在示例市示例区甲街道1号3栋501室"))
    assert codes(content) == ["E045"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (f"stations/jia-{MOBILE}.yml", "E121"),
        (f"notices/2026/{IDENTITY}.yml", "E120"),
        (f"images/{MOBILE}.png", "E121"),
        (f"stations/jia_{MOBILE}.yml", "E008"),
        (f"{IDENTITY}.txt", "E006"),
        ("images/刘奶奶.jpg", "E008"),
    ],
)
def test_a_name_of_a_file_is_searched_and_never_quoted(content: Path, name: str, code: str) -> None:
    kinds: dict[str, str | bytes] = {
        "images": picture("PNG"),
        "notices": NOTICE,
        "stations": STATION.replace("甲站", "乙站"),
    }
    put(content, name, kinds.get(name.partition("/")[0], ""))
    problems = check(content)
    assert [one.code for one in problems if one.severity == "error"] == [code]
    assert not any(secret in shown(problems) for secret in (MOBILE, IDENTITY, "刘奶奶"))


SECRETS = [
    ("E120", IDENTITY),
    ("E121", MOBILE),
    ("E121", "138 0000 0000"),
    ("E122", CARD),
    ("E122", "6222 0000 0000 0000 004"),
    ("E123", "湘D·12345"),
    ("E124", "3栋2单元501室"),
    ("E125", "刘奶奶"),
    ("E125", "陈洪贞老人"),
]


@pytest.mark.parametrize(("code", "secret"), SECRETS)
def test_no_report_quotes_what_was_found_not_even_for_another_problem(content: Path, code: str, secret: str) -> None:
    put(content, "notices/2026/a.yml", NOTICE + f"颜色: 红，{secret}  # {secret}\n要紧: {secret}等\n")
    problems = check(content)
    assert {one.code for one in problems} == {"E022", "E047", code} - {"E124"}
    assert secret not in shown(problems)
    assert all(
        len(one.excerpt) == len(line)
        for one, line in (
            (one, (content / one.place.file).read_text().split("\n")[one.place.line - 1]) for one in problems
        )
    )


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("打 138 0000 0000 问", "打 138******0000 问"),
        ("打 １３８００００００００ 问", "打 １３８****００００ 问"),
        ("打 +86 13800000000 问", "打 +86 *******0000 问"),
        ("卡 6222 0000 0000 0000 004", "卡 622**************** 004"),
        ("证 110101-19000101-0014", "证 110*************0014"),
        ("2026-10-01 2026-10-02", "2026-10-01 2026-10-02"),
        ("0734-1234567、400-123-4567", "0734-1234567、400-123-4567"),
    ],
)
def test_reports_hide_every_number_that_the_gate_knows_by_its_look(text: str, shown_as: str) -> None:
    assert masked(text) == shown_as


def test_the_value_beside_a_key_for_names_is_not_quoted(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "姓名: 张三\n")
    (problem,) = check(content)
    assert (problem.code, problem.excerpt) == ("E126", "姓名: 张*")


@pytest.mark.parametrize(
    ("secret", "excerpt"),
    [(MOBILE, "138****0000"), (IDENTITY, "110***********0014"), ("刘奶奶", "刘**"), ("小苏", "小*")],
)
def test_what_was_found_keeps_its_length_and_its_first_signs(content: Path, secret: str, excerpt: str) -> None:
    put(content, "stations/jia.yml", STATION + f"介绍: {secret}来\n")
    (problem,) = check(content)
    assert (problem.excerpt, dict(problem.words)["text"]) == (f"介绍: {excerpt}来", excerpt)


NARRATIVE = "今年3月初，钱局巷小区两户居民就因房屋漏水问题，引发矛盾。"


def test_a_narrative_is_a_warning_and_may_run_over_lines(content: Path) -> None:
    put(
        content,
        "notices/2026/a.yml",
        NOTICE.replace("正文: 国庆照常开放。", "正文: |\n  " + NARRATIVE[:14] + "\n  " + NARRATIVE[14:]),
    )
    bulletin, (problem,) = read_bulletin(content)
    assert bulletin is not None
    assert (problem.code, problem.place.line, problem.place.column) == ("W120", 4, 3)
    assert NARRATIVE[:14] not in shown((problem,))


def test_a_reviewed_text_passes_in_its_file_and_where_it_is_reviewed(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + f"电话: {MOBILE}\n")
    put(content, "site.yml", reviewed(MOBILE))
    bulletin, problems = read_bulletin(content)
    assert problems == ()
    assert bulletin is not None
    assert bulletin.stations[0].telephone == MOBILE


@pytest.mark.parametrize("spelled", ["138 0000 0000", "１３８ ００００ ００００"])
def test_a_reviewed_text_is_compared_in_plain_signs(content: Path, spelled: str) -> None:
    put(content, "stations/jia.yml", STATION + f"电话: {spelled}\n")
    put(content, "site.yml", reviewed("138 0000 0000"))
    assert codes(content) == []


def test_a_reviewed_text_passes_nowhere_else(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + f"电话: {MOBILE}\n")
    put(content, "organizations/jia.yml", MINIMAL["organizations/jia.yml"] + f"电话: {MOBILE}\n")
    put(content, "site.yml", f"联系电话: {MOBILE}\n" + reviewed(MOBILE))
    assert [(code, file, line) for code, file, line, _, _ in told(content)] == [
        ("E121", "organizations/jia.yml", 4),
        ("E121", "site.yml", 1),
    ]


def test_what_is_longer_than_the_reviewed_text_is_stopped(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + "介绍: 刘奶奶和刘奶奶饼店\n")
    put(content, "site.yml", reviewed("刘奶奶饼店"))
    assert told(content) == [("E125", "stations/jia.yml", 7, 5, "")]


@pytest.mark.parametrize(("text", "file"), [("刘奶奶", "stations/jia.yml"), (MOBILE, "stations/yi.yml")])
def test_an_exception_that_excuses_nothing_is_a_warning_that_quotes_nothing(
    content: Path, text: str, file: str
) -> None:
    put(content, "site.yml", reviewed(text, file))
    (problem,) = check(content)
    assert (problem.code, problem.place.line, problem.path) == ("W121", 6, "复核例外[1].文字")
    assert text not in shown((problem,))


def test_exceptions_in_a_site_that_cannot_be_read_make_no_further_noise(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + f"电话: {MOBILE}\n")
    put(content, "site.yml", "颜色: 红\n" + reviewed(MOBILE))
    assert codes(content) == ["E022"]
    put(content, "site.yml", f"颜色: 红 13900000000\n{SITE}")
    assert codes(content) == ["E022", "E121", "E121"]


def test_every_part_of_an_exception_is_required(content: Path) -> None:
    put(content, "site.yml", SITE + "复核例外: [{文件: stations/jia.yml}]\n")
    assert codes(content) == ["E023"] * 4


def test_one_file_alone_goes_through_the_gate_with_its_exceptions(content: Path) -> None:
    put(content, "stations/jia.yml", STATION + f"电话: {MOBILE}\n")
    put(content, "organizations/jia.yml", MINIMAL["organizations/jia.yml"] + "# 刘奶奶\n")
    one, problems = read_one(content, content / "stations/jia.yml")
    assert (one, [problem.code for problem in problems]) == (None, ["E121"])
    put(content, "site.yml", reviewed(MOBILE))
    one, problems = read_one(content, content / "stations/jia.yml")
    assert one is not None
    assert problems == ()


@pytest.mark.parametrize("folder", ["content", "tests/sample_content"])
def test_our_own_content_needs_no_exception(tmp_path: Path, folder: str) -> None:
    shutil.copytree(ROOT / folder, tmp_path / "content")
    assert [one for one in check(tmp_path / "content") if one.code[:3] in ("E12", "W12")] == []
