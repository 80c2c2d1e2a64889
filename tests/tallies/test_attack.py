"""The attacker finds what naive publications give away, and claims nothing that is not true."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.attack.__main__ import main
from tests.attack.attack import attack
from tests.attack.site_folder import publication
from tests.tallies.demonstration import FIRST, LAST, demonstration
from tests.tallies.naive_site import Naive, Shown, write_naive
from tests.tallies.naive_ways import (
    complementary,
    counts_of,
    ledger,
    monthly_rates,
    only_totals,
    plain,
    pooled,
    revised,
    small_cells,
)

if TYPE_CHECKING:
    from tests.attack.claims import Finding
    from tests.tallies.naive_site import Counts

STATIONS = ("甲", "乙", "丙", "丁", "戊", "己")
ROWS = demonstration(STATIONS)
COUNTS = counts_of(ROWS, LAST)


def found(folder: Path, *publications: Naive) -> list[Finding]:
    """What the attacker finds in `publications`, in the order of time."""
    folders = [write_naive(folder / str(number), one) for number, one in enumerate(publications)]
    return attack([publication(one) for one in folders])


def wrong(findings: list[Finding], counts: Counts) -> list[Finding]:
    """Findings about a month that are not so; those without a number claim none."""
    return [one for one in findings if one.value and one.what == "件数" and not true(one, counts)]


def true(finding: Finding, counts: Counts) -> bool:
    """Whether the count of the month is what, or lies where, the attacker says."""
    year, number = finding.months.split("-")
    count = counts[finding.station, finding.category][int(year) * 12 + int(number) - 1]
    low, _, high = finding.value.partition("–")
    return int(low) <= count <= int(high or low)


def exact(findings: list[Finding], how: str) -> list[Finding]:
    """Counts of 1–4 that were recovered by the method `how`."""
    return [one for one in findings if one.value in set("1234") and one.how.startswith(how) and one.what == "件数"]


def test_the_invented_counts_are_like_real_ones() -> None:
    counts = [row.count for row in ROWS if row.count is not None]
    small = sum(0 < count < 5 for count in counts) / len(counts)
    assert 0.54 < small < 0.60
    assert demonstration(STATIONS) == ROWS != demonstration(STATIONS, seed=2)
    assert any((row.adjust or 0) < 0 for row in ROWS)
    assert Counter(row.month for row in ROWS).keys() == set(range(FIRST, LAST + 1))


def test_plain_small_cells_are_read(tmp_path: Path) -> None:
    findings = found(tmp_path, plain(COUNTS))
    small = sum(0 < count < 5 for months in COUNTS.values() for count in months.values())
    assert len(exact(findings, "直接公布")) == small == len(findings)
    assert wrong(findings, COUNTS) == []


def test_hidden_cells_follow_from_totals(tmp_path: Path) -> None:
    findings = found(tmp_path, small_cells(COUNTS))
    assert len(exact(findings, "由合计推出")) > 300
    assert wrong(findings, COUNTS) == []


def test_complementary_cells_leak_with_the_next_month(tmp_path: Path) -> None:
    months = [complementary(counts_of(ROWS, last, first=LAST - 9)) for last in (LAST - 1, LAST)]
    alone = found(tmp_path / "alone", months[1])
    both = found(tmp_path / "both", *months)
    assert len(exact(both, "")) > len(exact(alone, "")) + 5
    assert wrong(both, COUNTS) == []


def test_a_revised_batch_tells_how_many_cases_were_late(tmp_path: Path) -> None:
    before, after = revised(ROWS, LAST - 12)
    findings = found(tmp_path, before, after)
    late = {(row.station, row.category): row.adjust for row in ROWS if (row.adjust or 0) > 0 and row.month > LAST - 12}
    claimed = [one for one in findings if one.what == "补记"]
    assert len(claimed) > 5
    assert all(late[one.station, one.category] == int(one.value) for one in claimed)
    assert [one for one in findings if one.what != "补记"] == []


def test_a_monthly_rate_tells_its_base(tmp_path: Path) -> None:
    findings = found(tmp_path, monthly_rates(ROWS, LAST))
    sides = {(row.station, row.category, row.month): row for row in ROWS if row.category}
    assert len(exact(findings, "成功率")) > 10
    assert wrong(findings, COUNTS) == []
    for one in findings:
        year, number = one.months.split("-")
        row = sides[one.station, one.category, int(year) * 12 + int(number) - 1]
        succeeded = min(row.succeeded or 0, row.count or 0)
        truth = {"件数": row.count or 0, "成功": succeeded, "失败": (row.count or 0) - succeeded}[one.what]
        low, _, high = one.value.partition("–")
        assert int(low) <= truth <= int(high or low)


def test_totals_to_date_tell_the_newest_month(tmp_path: Path) -> None:
    findings = found(tmp_path, *(only_totals(counts_of(ROWS, last)) for last in range(LAST - 5, LAST + 1)))
    assert len(exact(findings, "两次合计之差")) > 50
    assert wrong(findings, COUNTS) == []


def test_what_waited_in_merged_streams_must_not_be_added_up(tmp_path: Path) -> None:
    since = LAST
    counts = {("甲", name): {since - 1: 1} for name in ("各类矛盾", "邻里纠纷", "居民难题", "安全隐患")}
    counts["甲", "综合"] = {since: 1}
    findings = found(tmp_path, pooled(counts, "甲", since, "综合"))
    assert len(exact(findings, "由合计推出")) == 5
    assert wrong(findings, counts) == []


def test_a_bar_must_not_be_as_high_as_its_secret(tmp_path: Path) -> None:
    months = COUNTS["甲", "居民诉求"]
    bars = "".join(
        f'<rect height="{4 * count}"><title>{at // 12}年{at % 12 + 1}月：{count if count > 4 else "<5"}件</title></rect>'
        for at, count in months.items()
        if count
    )
    naive = Naive({("甲", "居民诉求"): [Shown(at, at, str(n) if n > 4 else "<5") for at, n in months.items() if n]})
    folder = write_naive(tmp_path, naive)
    page = folder / "stations/甲/index.html"
    page.write_text(page.read_text("utf-8") + f"<h2>居民诉求</h2><svg>{bars}</svg>", "utf-8")
    findings = attack([publication(folder)])
    assert len(exact(findings, "直接公布")) == sum(0 < count < 5 for count in months.values())
    assert wrong(findings, COUNTS) == []


def test_the_ledger_by_itself_gives_nothing_away(tmp_path: Path) -> None:
    assert found(tmp_path, *(Naive(ledger(counts_of(ROWS, last))) for last in range(LAST - 11, LAST + 1))) == []


def test_a_total_of_batches_must_be_one(tmp_path: Path) -> None:
    cells = ledger({("甲", "居民诉求"): {LAST - 2: 3, LAST - 1: 4, LAST: 2}})
    findings = found(tmp_path, Naive(cells, [("甲站", "已公布7件"), ("居民诉求", "已公布9件；不足5件的另行累计")]))
    assert [(one.category, one.months, one.value) for one in findings if "已公布9件" in one.how]
    assert not any("已公布7件" in one.how for one in findings)


def test_the_attacker_knows_nothing_of_our_program() -> None:
    for path in (Path(__file__).parent.parent / "attack").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not any(name.startswith(("build_tools", "hooks", "tests.tallies")) for name in names)


def test_the_exit_status_says_whether_something_was_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    safe = write_naive(tmp_path / "safe", Naive(ledger({("甲", "居民诉求"): {LAST - 1: 3, LAST: 4}})))
    leaky = write_naive(tmp_path / "leaky", plain({("甲", "居民诉求"): {LAST: 3}}))
    assert main([str(safe)]) == 0
    assert main([str(leaky), str(safe)]) == 1
    assert "甲\t居民诉求\t2026-10\t件数\t3\t直接公布" in capsys.readouterr().out
    with pytest.raises(SystemExit) as misuse:
        main([str(tmp_path / "none")])
    assert misuse.value.code == 2
