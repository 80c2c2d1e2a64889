"""`check FILE …` reads the whole content and tells what is wrong with the files that are named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import EVENT, STATION, put
from tests.forked import Done, command

JIA, YI, GAME = "stations/jia.yml", "stations/yi.yml", "events/2026/xiaqi.yml"
OTHERS = "没写到的文件里还有 {} 处错误，改好以前网站不会更新。要看全部，不写文件名再查一次。\n"


@pytest.fixture
def faulty(content: Path) -> Path:
    """A bulletin with an error in each of two files and a good one besides."""
    put(content, YI, STATION.replace("甲站", "乙站") + "电活: 未知\n")
    put(content, GAME, EVENT + "驿站: bing\n")
    return content


def run(*arguments: object, folder: Path = Path("/")) -> Done:
    """`python -m build_tools check` from a `folder` that may have nothing to do with the content."""
    return command("check", *arguments, folder=folder)


@pytest.mark.parametrize(
    ("named", "codes", "others"),
    [
        ([YI], ["E022"], 1),
        ([GAME], ["E052"], 1),
        ([GAME, YI], ["E052", "E022"], 0),
        (["stations"], ["E022"], 1),
        (["stations/"], ["E022"], 1),
        (["events", YI], ["E052", "E022"], 0),
        (["stations/../events"], ["E052"], 1),
        (["."], ["E052", "E022"], 0),
        ([JIA], [], 2),
        (["districts"], [], 2),
    ],
)
def test_only_what_is_wrong_with_the_files_named_is_told(
    faulty: Path, named: list[str], codes: list[str], others: int
) -> None:
    done = run(*(f"{faulty}/{one}" for one in named), "--format", "json")
    assert [one["code"] for one in json.loads(done.stdout)] == codes
    assert (done.returncode, done.stderr) == (65 if codes else 0, OTHERS.format(others) if others else "")


@pytest.mark.parametrize("named", [[JIA], [YI], [JIA, YI]])
def test_a_station_written_twice_is_told_once_for_either_of_its_files(content: Path, named: list[str]) -> None:
    put(content, YI, STATION)
    done = run(*(content / one for one in named), "--format", "json")
    assert [(one["code"], Path(one["file"]).name) for one in json.loads(done.stdout)] == [("E062", "yi.yml")]


def test_a_good_file_is_told_so_and_that_others_are_not(faulty: Path) -> None:
    assert run(faulty / JIA) == Done(0, "这里没有问题。\n", OTHERS.format(2))


def test_a_warning_in_a_file_is_no_failure(content: Path) -> None:
    put(content, "site.yml", "名称: 驿站公告\n一句话: 示例区的驿站\n")
    done = run(content / "site.yml")
    assert (done.returncode, "W101" in done.stdout, done.stderr) == (0, True, "")


def test_files_are_named_as_seen_from_here(faulty: Path) -> None:
    done = run(f"{faulty.name}/{YI}", folder=faulty.parent)
    assert f"\n  {faulty.name}/{YI}:7:1  电活\n" in done.stdout


def test_files_inside_the_content_are_named_from_there_too(faulty: Path) -> None:
    assert "E022" in run("yi.yml", folder=faulty / "stations").stdout


def test_a_file_that_may_not_lie_there_is_told_when_it_is_named(content: Path) -> None:
    put(content, "stations/Yi.yml", STATION)
    done = run(content / "stations/Yi.yml")
    assert (done.returncode, "E008" in done.stdout) == (65, True)


def test_a_link_is_told_and_not_what_it_leads_to(content: Path) -> None:
    (content / YI).symlink_to(content / JIA)
    assert "E007" in run(content / YI).stdout
    assert run(content / JIA).returncode == 0


def test_a_file_outside_the_content_is_refused(content: Path, tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/draft.yml", STATION)
    outside = tmp_path / "elsewhere/draft.yml"
    why = "{} 不在内容文件夹 {} 里，check 只查那里面的文件。内容在别的文件夹，请用 --content 写明。\n"
    assert run(outside, "--content", content) == Done(1, "", why.format(outside, content))
    assert run(content / JIA, outside) == Done(1, "", why.format(outside, content.relative_to("/")))
    assert run(outside) == Done(1, "", why.format(outside, "content"))


def test_a_file_that_is_not_there_is_refused(content: Path) -> None:
    gone = content / "stations/bing.yml"
    assert run(gone, content / JIA) == Done(1, "", f"没有 {gone} 这个文件或文件夹。\n")


def test_the_summary_of_a_job_tells_the_files_named_only(faulty: Path, tmp_path: Path) -> None:
    page = tmp_path / "summary.md"
    done = command("check", faulty / YI, "--format", "github", environment={"GITHUB_STEP_SUMMARY": str(page)})
    assert done.stdout.count("::error") == 1
    assert ("E022" in page.read_text(encoding="utf-8"), "E052" in page.read_text(encoding="utf-8")) == (True, False)
