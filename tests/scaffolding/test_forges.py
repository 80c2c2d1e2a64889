"""The workflows of a new site: linted by other people's programs, and each of their scripts run as it stands."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from build_tools.reading.locale import read_wording
from build_tools.scaffolding.laying_out import lay_out
from tests.conftest import TODAY
from tests.hosting.hosts import NOBODY
from tests.scaffolding.wheels import run
from tests.scaffolding.workflows import GITHUB, GITLAB, loaded, run_github, run_gitlab
from tests.sites import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKFLOWS = sorted(GITHUB.glob("*.yml"))
NO_COMMIT = "0" * 40
STATION = "content/stations/shili.yml"
PAGE = "stations/shili/index.html"
COMMAND = Path(sys.executable).parent


def steps_of(workflow: Path) -> Iterator[dict[str, Any]]:
    """Every step of every job."""
    for job in loaded(workflow)["jobs"].values():
        yield from job["steps"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actionlint_finds_nothing_in_a_workflow(workflow: Path) -> None:
    command = [str(COMMAND / "actionlint"), "-no-color", "-shellcheck=", "-pyflakes=", str(workflow)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(
    ("schema", "file"),
    [*(("vendor.github-workflows", path) for path in WORKFLOWS), ("vendor.gitlab-ci", GITLAB)],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
def test_a_workflow_is_what_the_schema_of_its_forge_says(schema: str, file: Path) -> None:
    transform = ["--data-transform", "gitlab-ci"] if file == GITLAB else []
    command = [str(COMMAND / "check-jsonschema"), "--builtin-schema", schema, *transform, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_what_others_propose_is_checked_without_any_right() -> None:
    workflow = loaded(GITHUB / "check.yml")
    assert workflow[True] == "pull_request"
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow["jobs"]["check"]
    assert "secrets" not in (GITHUB / "check.yml").read_text(encoding="utf-8")


def test_only_the_job_that_deploys_may_write_and_none_interrupts_another() -> None:
    workflow = loaded(GITHUB / "deploy.yml")
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow["jobs"]["build"]
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert [step for step in workflow["jobs"]["deploy"]["steps"] if "run" in step] == []


def test_a_site_is_made_anew_after_midnight_in_china() -> None:
    assert loaded(GITHUB / "deploy.yml")[True]["schedule"] == [{"cron": "5 16 * * *"}]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_and_history_is_whole(workflow: Path) -> None:
    used = [step for step in steps_of(workflow) if "uses" in step]
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"]) for step in used)
    depths = [step["with"]["fetch-depth"] for step in used if step["uses"].startswith("actions/checkout@")]
    assert set(depths) <= {0}
    assert loaded(GITLAB)["variables"]["GIT_DEPTH"] == "0"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_that_others_write_is_put_into_a_script(workflow: Path) -> None:
    assert [step["run"] for step in steps_of(workflow) if "${{" in step.get("run", "")] == []


def git(*words: str, here: Path) -> str:
    """What git prints."""
    return run(["git", *words], here, **NOBODY).strip()


@pytest.fixture
def forge(tmp_path: Path, wheel: Path) -> Path:
    """A forge's repository with a new site in it, and its engine."""
    staff = tmp_path / "staff"
    lay_out(staff, TODAY, read_wording("zh"))
    shutil.copy(wheel, staff / "wheels")
    git("init", "--quiet", "--initial-branch=main", here=staff)
    return committed(staff, tmp_path / "forge.git")


def committed(clone: Path, forge: Path, *words: str) -> Path:
    """The forge, after all of `clone` has been committed and pushed to it."""
    git("add", "--all", here=clone)
    git("commit", "--quiet", "--message=edit", *words, here=clone)
    if not forge.exists():
        git("init", "--quiet", "--bare", "--initial-branch=main", str(forge), here=clone)
    git("push", "--quiet", "--force", str(forge), "HEAD:main", here=clone)
    return forge


def checked_out(forge: Path, folder: Path) -> Path:
    """What a forge's runner has before it begins: a clone with all history."""
    folder.mkdir()
    git("clone", "--quiet", f"file://{forge}", "clone", here=folder)
    return folder / "clone"


def changed(clone: Path, old: str, new: str) -> None:
    """Write `new` for `old` in the station."""
    path = clone / STATION
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def kept_by_github(clone: Path, folder: Path) -> Path:
    """What actions/cache keeps of a clone, as it keeps it: in a tar with times to the nanosecond."""
    paths = next(step["with"]["path"] for step in steps_of(GITHUB / "deploy.yml") if "cache@" in step.get("uses", ""))
    run(["tar", "--posix", "-cf", str(folder / "cache.tar"), *paths.split()], clone)
    return folder / "cache.tar"


@pytest.mark.slow
def test_what_github_runs_publishes_and_begins_next_time_where_it_ended(forge: Path, tmp_path: Path) -> None:
    first = checked_out(forge, tmp_path / "first")
    run_github("deploy", "build", first, {"github.event.before": NO_COMMIT})
    published = git("rev-parse", "HEAD", here=first)
    unchanged = (first / "site" / "guide" / "index.html").stat().st_mtime_ns

    git(
        "config", "uploadpack.allowAnySHA1InWant", "true", here=forge
    )  # as forges do: the next push takes this one back
    changed(tmp_path / "staff", "一句话: 喝水", "一句话: 看报")
    committed(tmp_path / "staff", forge, "--amend")
    second = checked_out(forge, tmp_path / "second")
    run(["tar", "-xf", str(kept_by_github(first, tmp_path))], second)
    run_github("deploy", "build", second, {"github.event.before": NO_COMMIT})
    told = (tmp_path / "second" / "GITHUB_ENV").read_text(encoding="utf-8")
    assert told == f"BULLETIN_SINCE={published}\n"
    assert "看报" in (second / "site" / PAGE).read_text(encoding="utf-8")
    assert (second / "site" / "guide" / "index.html").stat().st_mtime_ns == unchanged
    assert (second / ".published").read_text(encoding="utf-8").strip() == git("rev-parse", "HEAD", here=second)


@pytest.mark.slow
def test_what_github_runs_for_a_proposal_marks_the_mistake(forge: Path, tmp_path: Path) -> None:
    base = git("rev-parse", "main", here=forge)
    clone = checked_out(forge, tmp_path / "first")
    changed(clone, "一句话: ", "一句活: ")
    with pytest.raises(AssertionError, match=rf"::error file={STATION},line=\d+,col=1,title=E022::"):
        run_github("check", "check", clone, {"github.event.pull_request.base.sha": base})
    summary = (tmp_path / "first" / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")
    assert "E022" in summary


@pytest.mark.slow
def test_what_gitlab_runs_publishes_and_begins_next_time_where_it_ended(forge: Path, tmp_path: Path) -> None:
    first = checked_out(forge, tmp_path / "first")
    run_gitlab("pages", first, CI_COMMIT_BEFORE_SHA=NO_COMMIT)
    assert digest(first / "public") == digest(first / "site")
    unchanged = (first / "site" / "guide" / "index.html").stat().st_mtime_ns

    changed(tmp_path / "staff", "一句话: 喝水", "一句话: 看报")
    committed(tmp_path / "staff", forge)
    second = checked_out(forge, tmp_path / "second")
    shutil.copyfile(first / "kept.tar", second / "kept.tar")  # by what it holds: GitLab forgets a file's own time
    run_gitlab("pages", second, CI_COMMIT_BEFORE_SHA=NO_COMMIT)
    assert "看报" in (second / "public" / PAGE).read_text(encoding="utf-8")
    assert (second / "site" / "guide" / "index.html").stat().st_mtime_ns == unchanged


@pytest.mark.slow
def test_what_gitlab_runs_for_a_proposal_lists_the_mistake(forge: Path, tmp_path: Path) -> None:
    clone = checked_out(forge, tmp_path / "first")
    changed(clone, "一句话: ", "一句活: ")
    with pytest.raises(AssertionError, match="错误 E022"):
        run_gitlab("check", clone, CI_MERGE_REQUEST_DIFF_BASE_SHA=git("rev-parse", "HEAD", here=clone))
    found = json.loads((clone / "quality.json").read_text(encoding="utf-8"))
    assert "E022" in {one["check_name"] for one in found}
