"""Faults and good cases for the audit of published tallies; `test_rules.py` tries them with the others."""

from __future__ import annotations

from tests.conftest import MINIMAL, STATION

JIA, AT_JIA, SITE, VOCABULARY = "tallies/jia.yml", "stations/jia.yml", "site.yml", "vocabulary.yml"
SENSITIVE = {VOCABULARY: MINIMAL[VOCABULARY].replace("安全隐患}", "安全隐患, 敏感: 是}")}
TWO = {VOCABULARY: MINIMAL[VOCABULARY].replace("安全隐患}]", "安全隐患}, {代码: requests, 名称: 居民诉求}]")}
DOZEN = "{自: 2026-01, 至: 2026-01, 件数: 12}, {自: 2026-02, 至: 2026-12, 件数: 8}"
HUNDRED = DOZEN.replace("件数: 12", "件数: 92")


def stream(zeros: str = "", batches: str = "", rest: str = "", name: str = "安全隐患", first: str = "2026-01") -> str:
    """One category; zeros are on line 5 of the first, batches on line 6."""
    return f"  {name}:\n    起始月: {first}\n    零: [{zeros}]\n    批次: [{batches}]\n{rest}"


def tally(*streams: str, rest: str = "", through: str = "2026-12") -> dict[str, str]:
    """The station's tally."""
    return {JIA: f"截止月: {through}\n类别:\n{''.join(streams)}{rest}"}


def outcome(year: int, success: str) -> str:
    """The category's success rate, on line 7."""
    return f'    结果: [{{年: {year}, 成功率: "{success}"}}]\n'


def shares(*entries: str) -> str:
    """The station's years, on line 7."""
    return f"年度: [{', '.join(f'{{{entry}}}' for entry in entries)}]\n"


def retired(*entries: str) -> str:
    """The station's retired categories, on line 7 after one category, on line 11 after two."""
    return f"停用: [{', '.join(f'{{{entry}}}' for entry in entries)}]\n"


def thresholds(text: str) -> dict[str, str]:
    """The site with so many cases needed, on line 4."""
    return {SITE: f"{MINIMAL[SITE]}满几件公布: [{text}]\n"}


def claim(said: str, as_of: str = "") -> dict[str, str]:
    """The station with a published statement, on line 8, and counts from 2026-01 on."""
    when = f", 截至: {as_of}" if as_of else ""
    return {AT_JIA: f"{STATION}报道数字:\n  - {{内容: 化解, 原话: {said}{when}}}\n", **tally(stream("2026-01"))}


RISES, WHOLE, OUTCOME, CLASS, RETIRED, STATEMENTS = (
    "a_threshold_only_rises",
    "a_ledger_is_whole",
    "an_outcome_follows_from_its_batches",
    "a_class_is_as_wide_as_its_cases_need",
    "a_retired_category_counts_no_more",
    "statements_end_before_counting",
)
BATCHES, ZEROS = "类别.安全隐患.批次[{}]", "类别.安全隐患.零"
FIRST_BATCH, RESULT = BATCHES.format(1), "类别.安全隐患.结果[1]"
TALLY_FAULTS: list[tuple[str, dict[str, str], tuple[str, str, int, int, str]]] = [
    (RISES, thresholds("8, 2027-01起 6"), ("E145", SITE, 4, 12, "满几件公布[2]")),
    (RISES, thresholds("5, 8"), ("E145", SITE, 4, 12, "满几件公布[2]")),
    (RISES, thresholds("2027-02起 8, 2027-01起 9"), ("E145", SITE, 4, 21, "满几件公布[2]")),
]
TALLY_FAULTS += [
    (WHOLE, files, (code, JIA, line, column, path))
    for files, code, line, column, path in [
        (tally(stream(batches="{自: 2025-12, 至: 2026-01, 件数: 7}")), "E163", 6, 10, FIRST_BATCH),
        (tally(stream(batches="{自: 2026-01, 至: 2027-01, 件数: 7}")), "E163", 6, 10, FIRST_BATCH),
        (tally(stream(batches="{自: 2026-02, 至: 2026-01, 件数: 7}")), "E163", 6, 10, FIRST_BATCH),
        (
            tally(stream(batches="{自: 2026-01, 至: 2026-02, 件数: 7}, {自: 2026-02, 至: 2026-03, 件数: 7}")),
            "E163",
            6,
            43,
            BATCHES.format(2),
        ),
        (tally(stream(batches="{自: 2026-02, 至: 2026-02, 件数: 7}")), "E164", 6, 10, FIRST_BATCH),
        (tally(stream("2026-02", "{自: 2026-01, 至: 2026-03, 件数: 7}")), "E165", 5, 8, ZEROS),
        (tally(stream("2026-01, 2026-03")), "E165", 5, 8, ZEROS),
        (tally(stream("2026-01, 2026-01")), "E165", 5, 8, ZEROS),
        (tally(stream("2025-12")), "E165", 5, 8, ZEROS),
        (
            tally(stream("2026-02, 2026-03", "{自: 2026-01, 至: 2026-01, 件数: 7}"), through="2026-02"),
            "E165",
            5,
            8,
            ZEROS,
        ),
        ({**tally(stream("2026-01")), **SENSITIVE}, "E166", 5, 8, ZEROS),
        (tally(stream(), through="2025-12"), "E167", 4, 10, "类别.安全隐患.起始月"),
        (tally(stream(rest="    截止月: 2027-01\n")), "E167", 7, 10, "类别.安全隐患.截止月"),
        (tally(stream(batches="{自: 2026-01, 至: 2026-01, 件数: 4}")), "E173", 6, 10, FIRST_BATCH),
        ({**tally(stream(batches="{自: 2026-01, 至: 2026-01, 件数: 9}")), **SENSITIVE}, "E179", 6, 10, FIRST_BATCH),
        (
            {**tally(stream(batches="{自: 2026-01, 至: 2026-01, 件数: 7}")), **thresholds("5, 2026-01起 8")},
            "E173",
            6,
            10,
            FIRST_BATCH,
        ),
    ]
]
TALLY_FAULTS += [
    (OUTCOME, files, ("E168", JIA, 7, 10, RESULT))
    for files in [
        tally(stream(batches=DOZEN, rest=outcome(2026, "≥99%"))),
        tally(stream(batches=DOZEN, rest=outcome(2026, "33.3%"))),
        tally(stream(batches=DOZEN, rest=outcome(2025, "100%"))),
        tally(stream(batches="{自: 2026-01, 至: 2026-12, 件数: 9}", rest=outcome(2026, "100%"))),
        tally(stream(batches="{自: 2026-01, 至: 2026-01, 件数: 12}", rest=outcome(2026, "100%")), through="2026-11"),
        {**tally(stream(batches=DOZEN.replace("8", "18"), rest=outcome(2026, "100%"))), **SENSITIVE},
    ]
]
TALLY_FAULTS += [
    (CLASS, tally(stream(batches=batches), rest=shares(*entries)), (code, JIA, 7, column, path))
    for batches, entries, code, column, path in [
        (HUNDRED, ("年: 2027, 用时: 当日",), "E169", 10, "年度[1].年"),
        (HUNDRED, ('年: 2026, 满意度: "95–100%"',), "E170", 21, "年度[1].满意度"),
        (HUNDRED, ('年: 2026, 按时: "85–95%"',), "E170", 20, "年度[1].按时"),
        (DOZEN, ('年: 2026, 满意度: "90–100%"',), "E170", 21, "年度[1].满意度"),
        (DOZEN.replace("12}", "11}"), ("年: 2026, 用时: 当日",), "E170", 20, "年度[1].用时"),
    ]
]
OLD, NEW = stream(batches="{自: 2026-01, 至: 2026-02, 件数: 7}"), stream(name="居民诉求", first="2026-04")
TALLY_FAULTS += [
    (RETIRED, files, (code, JIA, line, column, f"停用[{entry}]"))
    for files, code, line, column, entry in [
        (tally(OLD, rest=retired("类别: 安全隐患, 自: 2026-02")), "E171", 7, 6, 1),
        (tally(OLD, rest=retired("类别: 安全隐患, 自: 2026-04, 并入: 安全隐患")), "E171", 7, 6, 1),
        (tally(OLD, rest=retired("类别: 安全隐患, 自: 2026-04, 承接: 是")), "E172", 7, 6, 1),
    ]
]
TALLY_FAULTS += [
    (STATEMENTS, claim("42起", "2026-01"), ("E174", AT_JIA, 8, 5, "报道数字[1]")),
    (STATEMENTS, claim("42起", "2026"), ("E174", AT_JIA, 8, 5, "报道数字[1]")),
    (STATEMENTS, claim("42起"), ("E174", AT_JIA, 8, 5, "报道数字[1]")),
    (STATEMENTS, claim("50余件", "2026-03"), ("E174", AT_JIA, 8, 5, "报道数字[1]")),
]
TALLY_FINE: list[tuple[str, dict[str, str]]] = [
    (RISES, thresholds("5, 2027-01起 8, 2028-01起 10")),
    (RISES, thresholds("2027-01起 8")),
    (WHOLE, tally(stream("2026-01, 2026-04", "{自: 2026-02, 至: 2026-03, 件数: 5}"))),
    (WHOLE, tally(stream("2026-01", "{自: 2026-02, 至: 2026-12, 件数: 5}"))),
    (WHOLE, {**tally(stream(batches="{自: 2026-01, 至: 2026-03, 件数: 10}")), **SENSITIVE}),
    (WHOLE, {**tally(stream(batches="{自: 2026-01, 至: 2026-01, 件数: 7}")), **thresholds("5, 2026-02起 8")}),
    (
        WHOLE,
        {
            **tally(
                OLD,
                NEW.replace("批次: []", "批次: [{自: 2026-03, 至: 2026-05, 件数: 6}]"),
                rest=retired("类别: 安全隐患, 自: 2026-04, 并入: 居民诉求, 承接: 是"),
            ),
            **TWO,
        },
    ),
    (OUTCOME, tally(stream(batches=DOZEN, rest=outcome(2026, "≥80%")))),
    (OUTCOME, tally(stream(batches=DOZEN, rest=outcome(2026, "50.0%")))),
    (OUTCOME, tally(stream(batches=DOZEN, rest=outcome(2026, "—")))),
    (CLASS, tally(stream(batches=HUNDRED), rest=shares('年: 2026, 满意度: "90–100%", 按时: "80–90%", 用时: 当日'))),
    (CLASS, tally(stream(batches=DOZEN), rest=shares("年: 2026, 用时: 1–3天"))),
    (RETIRED, {**tally(OLD, NEW, rest=retired("类别: 安全隐患, 自: 2026-04, 并入: 居民诉求, 承接: 是")), **TWO}),
    (RETIRED, tally(OLD, rest=retired("类别: 安全隐患, 自: 2026-03, 说明: 不再统计"))),
    (STATEMENTS, claim("42起", "2025-12")),
    (STATEMENTS, claim("42起", "2025")),
    (STATEMENTS, claim("50余件")),
    (STATEMENTS, claim("98.7%")),
    (STATEMENTS, claim("300人", "2026-05")),
]
