"""What was public once stays as it was: today's tallies beside those of an earlier commit, asked of a real git."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from build_tools.__main__ import main
from tests.conftest import EVENT, MINIMAL, STATION, put

FAULTS = Path(__file__).parent / "faults"
GONE = "gone.txt"
"""Names the files that are removed."""
TALLY = """\
截止月: 2026-06
类别:
  安全隐患:
    起始月: 2026-01
    零: [2026-01]
    批次:
      - {自: 2026-02, 至: 2026-03, 件数: 7}
停用: []
"""
NEXT = TALLY.replace("2026-06", "2026-07").replace("停用", "      - {自: 2026-04, 至: 2026-07, 件数: 5}\n停用")
CHANGED = TALLY.replace("件数: 7", "件数: 8")
Told = pytest.CaptureFixture[str]


@pytest.fixture
def kept(content: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The smallest bulletin with counts and an event, in a repository with one commit."""
    monkeypatch.delenv("BULLETIN_SINCE", raising=False)
    monkeypatch.chdir(content.parent)
    put(content, "tallies/jia.yml", TALLY)
    put(content, "events/2026/xiaqi.yml", EVENT)
    git(content.parent, "init", "--quiet")
    commit(content)
    return content


def git(folder: Path, *words: str) -> str:
    """What git prints."""
    who = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    command = ["git", "-C", str(folder), *words]
    return subprocess.run(command, env={**os.environ, **who}, capture_output=True, text=True, check=True).stdout.strip()


def commit(content: Path) -> str:
    """The commit of all that lies there."""
    git(content.parent, "add", "--all")
    git(content.parent, "commit", "--quiet", "--allow-empty", "--message", "x")
    return git(content.parent, "rev-parse", "HEAD")


def told(content: Path, capsys: Told) -> str:
    """What `check` says of `content`."""
    main(["check", "--content", content.name])
    return capsys.readouterr().out


@pytest.mark.parametrize("folder", sorted(FAULTS.iterdir()), ids=lambda folder: folder.name)
def test_a_change_to_what_is_published_is_told_as_the_one_problem_it_is(folder: Path, kept: Path, capsys: Told) -> None:
    shutil.rmtree(kept / "tallies")
    for gone in (folder / GONE).read_text(encoding="utf-8").split() if (folder / GONE).is_file() else ():
        (kept.parent / gone).unlink()
    for now in folder.rglob("*.*"):
        if now.name not in ("report.txt", GONE):
            put(kept.parent, now.relative_to(folder).as_posix().replace("kept/", "private/"), now.read_bytes())
    git(kept.parent, "add", "--all", "--force")
    if os.environ.get("RENEW_GOLDEN"):
        put(folder, "report.txt", told(kept, capsys))
    else:
        assert told(kept, capsys) == (folder / "report.txt").read_text(encoding="utf-8")


def test_what_only_adds_is_fine(kept: Path, capsys: Told) -> None:
    put(kept, "tallies/jia.yml", NEXT)
    assert "E17" not in told(kept, capsys)


def test_a_change_is_found_since_the_commit_that_was_published_last(
    kept: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = git(kept.parent, "rev-parse", "HEAD")
    put(kept, "tallies/jia.yml", CHANGED)
    commit(kept)
    put(kept, "site.yml", MINIMAL["site.yml"].replace("示例区", "示例市"))
    commit(kept)
    assert "E176" not in told(kept, capsys)
    monkeypatch.setenv("BULLETIN_SINCE", published)
    assert "E176" in told(kept, capsys)


def test_putting_it_back_mends_it(kept: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_SINCE", git(kept.parent, "rev-parse", "HEAD"))
    put(kept, "tallies/jia.yml", CHANGED)
    commit(kept)
    put(kept, "tallies/jia.yml", NEXT)
    assert "E176" not in told(kept, capsys)


def test_a_commit_that_is_not_there_stops_everything(kept: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_SINCE", "1" * 40)
    assert main(["check", "--content", kept.name]) == 1
    assert main(["write", "out", "--content", kept.name]) == 1
    told = capsys.readouterr().err
    assert told.count("BULLETIN_SINCE") == 2
    assert "git fetch --unshallow" in told


def test_zeros_are_what_a_forge_calls_no_commit(kept: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_SINCE", "0" * 40)
    put(kept, "tallies/jia.yml", NEXT)
    assert "E17" not in told(kept, capsys)


def test_a_category_may_be_called_otherwise_later(kept: Path, capsys: Told) -> None:
    put(kept, "vocabulary.yml", MINIMAL["vocabulary.yml"].replace("名称: 安全隐患", "名称: 隐患"))
    put(kept, "tallies/jia.yml", TALLY.replace("安全隐患", "隐患"))
    assert "E17" not in told(kept, capsys)
    put(kept, "tallies/jia.yml", CHANGED.replace("安全隐患", "隐患"))
    assert "E176" in told(kept, capsys)


def test_what_could_not_be_read_was_never_published(kept: Path, capsys: Told) -> None:
    put(kept, "tallies/jia.yml", "截止月: [")
    commit(kept)
    put(kept, "tallies/jia.yml", TALLY)
    assert "E17" not in told(kept, capsys)


def test_a_new_tally_is_no_change(kept: Path, capsys: Told) -> None:
    put(kept, "stations/yi.yml", MINIMAL["stations/jia.yml"].replace("甲站", "乙站"))
    put(kept, "tallies/yi.yml", TALLY)
    assert "E17" not in told(kept, capsys)


def test_without_history_there_is_nothing_to_compare(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BULLETIN_SINCE", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(content.parent))
    put(content, "tallies/jia.yml", TALLY)
    assert main(["check", "--content", str(content)]) == 0


def test_without_git_there_is_nothing_to_compare(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    put(kept, "tallies/jia.yml", CHANGED)
    assert main(["check", "--content", kept.name]) == 0


def test_a_private_file_that_git_keeps_stops_the_build(kept: Path, capsys: Told) -> None:
    put(kept.parent, "private/counts.csv", "驿站,月份\n")
    assert "E178" not in told(kept, capsys)
    commit(kept)
    assert "private/counts.csv 进了 git" in told(kept, capsys)
    git(kept.parent, "rm", "--quiet", "--cached", "private/counts.csv")
    assert "E178" not in told(kept, capsys)


def test_a_build_refuses_the_change_as_well(kept: Path) -> None:
    put(kept, "tallies/jia.yml", CHANGED)
    assert main(["write", "out", "--content", kept.name]) == 65
    assert not (kept.parent / "out").exists()


@pytest.mark.parametrize(("tally", "said"), [(NEXT, "没有问题"), (CHANGED, "E176"), (None, "E177")])
def test_a_station_with_another_id_takes_its_counts_along(
    tally: str | None, said: str, kept: Path, capsys: Told
) -> None:
    (kept / "stations/jia.yml").rename(kept / "stations/new.yml")
    put(kept, "stations/new.yml", MINIMAL["stations/jia.yml"] + "曾用编号: jia\n")
    (kept / "tallies/jia.yml").unlink()
    if tally:
        put(kept, "tallies/new.yml", tally)
    assert said in told(kept, capsys)


def test_counts_that_were_renamed_and_changed_in_one_commit_are_found(
    kept: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = commit(kept)
    (kept / "stations/jia.yml").rename(kept / "stations/new.yml")
    put(kept, "stations/new.yml", MINIMAL["stations/jia.yml"] + "曾用编号: jia\n")
    (kept / "tallies/jia.yml").unlink()
    put(kept, "tallies/new.yml", CHANGED)
    commit(kept)
    monkeypatch.setenv("BULLETIN_SINCE", published)
    assert "E176" in told(kept, capsys)


@pytest.fixture
def two(kept: Path) -> Path:
    """The same with a second station, which is public."""
    put(kept, "stations/yi.yml", STATION.replace("甲站", "乙站"))
    commit(kept)
    return kept


def test_a_file_that_goes_takes_its_address_with_it(two: Path, capsys: Told) -> None:
    (two / "stations/yi.yml").unlink()
    said = told(two, capsys)
    assert "提醒 W111" in said
    assert "content/stations/yi.yml" in said
    assert main(["check", "--content", two.name]) == 0


def test_one_that_was_renamed_keeps_it_by_its_alias_and_only_so(two: Path, capsys: Told) -> None:
    (two / "stations/yi.yml").rename(two / "stations/bing.yml")
    assert "W111" in told(two, capsys)
    put(two, "stations/bing.yml", STATION.replace("甲站", "乙站") + "曾用编号: [yi]\n")
    assert "W111" not in told(two, capsys)


@pytest.mark.parametrize(("year", "code"), [("2027", "W130"), ("2026", "W111")])
def test_no_alias_is_advised_for_a_file_that_has_gone_to_another_year(
    year: str, code: str, kept: Path, capsys: Told
) -> None:
    (kept / "events/2026/xiaqi.yml").unlink()
    put(kept, f"events/{year}/{'qi' if year == '2026' else 'xiaqi'}.yml", EVENT.replace("2026", year))
    said = told(kept, capsys)
    assert (f"提醒 {code}" in said, said.count("提醒 W")) == (True, 1)


@pytest.mark.parametrize("alias", ["", "曾用编号: [xiaqi]\n"])
def test_what_is_held_every_year_gets_its_alias_though_another_year_has_its_id(
    alias: str, kept: Path, capsys: Told
) -> None:
    put(kept, "events/2027/xiaqi.yml", EVENT.replace("2026", "2027"))
    commit(kept)
    (kept / "events/2026/xiaqi.yml").unlink()
    put(kept, "events/2026/xiaqi-jie.yml", EVENT + alias)
    said = told(kept, capsys)
    assert ("提醒 W111" in said, "提醒 W130" in said) == (not alias, False)


def test_an_alias_keeps_no_address_of_another_year(kept: Path, capsys: Told) -> None:
    (kept / "events/2026/xiaqi.yml").unlink()
    put(kept, "events/2027/qi.yml", EVENT.replace("2026", "2027") + "曾用编号: [xiaqi]\n")
    assert "提醒 W130" in told(kept, capsys)


def test_an_alias_of_another_kind_of_file_keeps_nothing(two: Path, capsys: Told) -> None:
    (two / "stations/yi.yml").unlink()
    put(two, "organizations/jia.yml", MINIMAL["organizations/jia.yml"] + "曾用编号: [yi]\n")
    assert "W111" in told(two, capsys)


def test_what_went_is_found_since_the_commit_that_was_published_last(
    two: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = git(two.parent, "rev-parse", "HEAD")
    (two / "stations/yi.yml").unlink()
    commit(two)
    assert "W111" not in told(two, capsys)
    monkeypatch.setenv("BULLETIN_SINCE", published)
    assert "W111" in told(two, capsys)
