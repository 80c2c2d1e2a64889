"""The real program, month by month, against the attacker; and against a twin of the private counts."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.attack.attack import attack
from tests.attack.site_folder import publication
from tests.forked import command
from tests.sites import DAY, SAMPLE, digest
from tests.tallies.demonstration import CATEGORIES, FIRST, LAST, demonstration, write_private
from tests.tallies.naive_site import month
from tests.tallies.twins import twin, waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from tests.tallies.demonstration import Entry

pytestmark = pytest.mark.slow

SENSITIVE = ("家庭矛盾",)
STATIONS = sorted(path.stem for path in (SAMPLE / "stations").iterdir())
ROWS = demonstration(STATIONS, categories=(*CATEGORIES, *SENSITIVE))
OLD, NEW, MERGED = ("各类矛盾", "邻里纠纷"), "综合矛盾", LAST - 1
BUILT = (FIRST + 4, FIRST + 13, FIRST + 14, FIRST + 26, LAST - 1, LAST)
"""After these months the site is built; two of them follow a December."""
BOOKED = sorted({*range(FIRST, LAST + 1, 4), *BUILT})
"""After these months staff book; booking every month gives the same, as `tests/booking` proves."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The sites of `BUILT`, while the counts of the demonstration were booked now and then."""
    return publications(district(tmp_path_factory.mktemp("first"), ROWS), BOOKED)


def district(folder: Path, rows: Sequence[Entry], form: str = "csv") -> Path:
    """The `folder`, with the demonstration district before anything was booked, and private counts beside it."""
    shutil.copytree(SAMPLE, folder / "content", ignore=shutil.ignore_patterns("tallies"))
    write_private(folder / f"counts.{form}", rows)
    return folder


def publications(folder: Path, months: Iterable[int]) -> list[Path]:
    """The sites after those of `months` that are `BUILT`; booked after each of them."""
    content, built = folder / "content", []
    for last in months:
        run("book", next(folder.glob("counts.*")), "--through", month(last), "--content", content)
        if last in BUILT:
            built.append(folder / month(last))
            run("write", built[-1], "--content", content)
    return built


def run(*arguments: object) -> None:
    """One command of the program."""
    done = command(*arguments, day=DAY)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_attacker_reads_what_is_published(sites: list[Path]) -> None:
    claims = publication(sites[-1]).claims
    streams = {claim.scope.stream for claim in claims if claim.scope.stream and claim.scope.first}
    assert len(streams) == len(STATIONS) * (len(CATEGORIES) + len(SENSITIVE))
    assert {claim.kind.value for claim in claims} == {"count", "waiting", "booked", "rate", "share"}


def test_the_attacker_finds_nothing_in_all_publications_together(sites: list[Path]) -> None:
    assert attack([publication(site) for site in sites]) == []


def test_each_publication_by_itself_gives_nothing_away(sites: list[Path]) -> None:
    assert [attack([publication(site)]) for site in sites] == [[] for _ in sites]


def test_the_attacker_would_notice_a_waiting_month(sites: list[Path], tmp_path: Path) -> None:
    page = "stations/jia/index.md"
    text = (sites[-1] / page).read_text("utf-8")
    changed = text.replace("待并入（不足5件）", "3件", 1)
    assert changed != text
    findings = attack([publication(altered(sites[-1], tmp_path, page, changed))])
    assert [(one.station, one.value) for one in findings if one.how == "直接公布"] == [("jia", "3")]


@pytest.mark.parametrize(("page", "about"), [("stats/index.md", ""), ("stations/jia/index.md", "jia")])
def test_the_attacker_would_notice_a_total_with_one_more(
    sites: list[Path], tmp_path: Path, page: str, about: str
) -> None:
    text = (sites[-1] / page).read_text("utf-8")
    changed = re.sub(r"已公布(\d+)件", lambda found: f"已公布{int(found[1]) + 1}件", text, count=1)
    findings = attack([publication(altered(sites[-1], tmp_path, page, changed))])
    assert [(one.station, one.value) for one in findings if "已公布各批之和" in one.how] == [(about, "")]


def altered(site: Path, folder: Path, page: str, text: str) -> Path:
    """A copy of `site` in which `page` is `text`."""
    copy = shutil.copytree(site, folder / "altered")
    (copy / page).write_text(text, "utf-8")
    return copy


def test_the_demonstration_site_in_its_theme_gives_nothing_away(published: Callable[[Path], Path]) -> None:
    built = publication(published(SAMPLE))
    assert built.through == LAST
    assert attack([built]) == []


def test_twin_worlds_publish_the_same_bytes(sites: list[Path], tmp_path: Path) -> None:
    other = twin(ROWS, SENSITIVE)
    assert sum(one != row for one, row in zip(ROWS, other, strict=True)) > len(ROWS) / 4
    again = publications(district(tmp_path, other, "yml"), BOOKED)
    for site, same in zip(sites, again, strict=True):
        assert digest(same) == digest(site), site.name


@pytest.mark.parametrize("inherits", ["是", "否"])
def test_merged_categories_give_nothing_away(tmp_path: Path, inherits: str) -> None:
    rows = merged(demonstration(STATIONS, seed=3))
    worlds = [("one", rows), ("other", twin_of_merged(rows))]
    built = [merged_publications(district(made(tmp_path / name), some), inherits=inherits) for name, some in worlds]
    found = [publication(site) for site in built[0]]
    assert {one.into for one in found[-1].merged} == {"together"}
    assert attack(found) == []
    assert [digest(site) for site in built[0]] == [digest(site) for site in built[1]]


def made(folder: Path) -> Path:
    """The folder, made."""
    folder.mkdir()
    return folder


def merged(rows: Iterable[Entry]) -> list[Entry]:
    """`rows` in which two categories are one from `MERGED` on."""
    kept = [row for row in rows if row.category not in OLD or row.month < MERGED]
    late = [row for row in rows if row.category == OLD[0] and row.month >= MERGED]
    return kept + [replace(row, category=NEW, succeeded=None) for row in late]


def twin_of_merged(rows: Sequence[Entry]) -> list[Entry]:
    """Other months before the categories are merged; what waits then, and what comes later, stays."""
    before = [row for row in rows if row.month < MERGED - 6]
    steady = {(row.station, row.category, row.month) for row in waiting(before)}
    other = {(row.station, row.category, row.month): row for row in twin(before)}
    return [
        row if key in steady else other.get(key, row)
        for row in rows
        for key in [(row.station, row.category, row.month)]
    ]


def merged_publications(folder: Path, *, inherits: str) -> list[Path]:
    """The sites before and after the two categories are merged."""
    vocabulary = folder / "content" / "vocabulary.yml"
    with vocabulary.open("a", encoding="utf-8") as file:
        file.write(f"  - {{代码: together, 名称: {NEW}}}\n")
    before = publications(folder, [MERGED - 1])
    for path in (folder / "content" / "tallies").iterdir():
        lines = [
            f"  - {{类别: {old}, 自: {month(MERGED)}, 并入: {NEW}, 承接: {inherits if old == OLD[0] else '否'}}}\n"
            for old in OLD
        ]
        path.write_text(path.read_text("utf-8").replace("停用: []\n", "停用:\n" + "".join(lines)), "utf-8")
    return before + publications(folder, range(MERGED, LAST + 1))
