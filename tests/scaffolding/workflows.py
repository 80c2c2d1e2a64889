"""What the workflows of a new site would run on a forge, taken out of their files as it stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from build_tools.scaffolding.laying_out import FILES
from tests.scaffolding.wheels import furnished, run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

GITHUB = FILES / ".github" / "workflows"
GITLAB = FILES / ".gitlab-ci.yml"
EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")


def loaded(path: Path) -> dict[Any, Any]:
    """What the YAML file at `path` says; its key `on` is read as true, as YAML 1.1 has it."""
    said: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return said


def run_github(name: str, job: str, repository: Path, told: Mapping[str, str]) -> str:
    """What the steps of a `job` print that run something, in a clone; `told` is what GitHub knows, by its expressions."""
    work = loaded(GITHUB / f"{name}.yml")["jobs"][job]
    files = {one: repository.parent / one for one in ("GITHUB_ENV", "GITHUB_STEP_SUMMARY")}
    files["GITHUB_ENV"].write_text("", encoding="utf-8")
    said = ""
    for step in work["steps"]:
        if "run" in step:
            named = {**work.get("env", {}), **step.get("env", {})}
            environment = {key: EXPRESSION.sub(lambda found: told[found[1]], value) for key, value in named.items()}
            environment |= dict(line.split("=", 1) for line in files["GITHUB_ENV"].read_text("utf-8").splitlines())
            said += run_script(
                step["run"], repository, **environment, **{key: str(path) for key, path in files.items()}
            )
    return said


def run_gitlab(job: str, repository: Path, **told: str) -> str:
    """What a `job` prints, in a clone, when GitLab tells it so much."""
    configuration = loaded(GITLAB)
    lines = [*configuration[".engine"]["before_script"], *configuration[job]["script"]]
    for key, value in configuration[job].get("variables", {}).items():
        told[key] = told[value.removeprefix("$")]
    setting_up = [line for line in lines if " -m venv " in line]
    rest = [line for line in lines if line not in setting_up]
    return run_script("\n".join(setting_up), repository) + run_script("\n".join(rest), repository, **told)


def run_script(script: str, repository: Path, **told: str) -> str:
    """What a shell prints that ends at the first failure, as those of forges do."""
    said = run(["bash", "-e", "-o", "pipefail", "-c", script], repository, **told)
    if " -m venv " in script:
        furnished(repository)
    return said
