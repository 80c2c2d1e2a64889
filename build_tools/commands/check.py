"""`check`: every problem of the content, or of some of its files."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.commands import CONTENT_ERRORS, FAILED, FINE
from build_tools.commands.as_one import as_one
from build_tools.commands.placing import as_seen, uri_of
from build_tools.commands.system_words import why_of
from build_tools.engine import Engine
from build_tools.history import remembered
from build_tools.keeping import read_beside
from build_tools.planned import RULES_OF_TIMETABLES
from build_tools.problems import has_errors
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.earlier import Earlier
from build_tools.reading.gate.rules import OF_RESIDENTS
from build_tools.reports import report, short_of_history
from build_tools.settings import settings_here
from build_tools.step_summary import step_summary

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from build_tools.problems import Problem
    from build_tools.wording import Wording

WHOLE = "."
"""The content itself, as a place in it."""


def run(options: Namespace, wording: Wording) -> int:
    """Report every problem on standard output: of the content, or only of the files that are named."""
    content = options.content if options.content_named else as_seen(options.content)
    if refusals := list(refused(options.files, content, wording)):
        sys.stderr.write("".join(f"{refusal}\n" for refusal in refusals))
        return FAILED
    settings = settings_here(content, options.language)
    before, further = replace(remembered(settings), pushed=options.pushed), RULES_OF_TIMETABLES
    earlier = left_by_build(options.site) if options.site else None
    reminding = options.pushed is None  # who pushes waits, and is told what keeps the push out
    _, found = read_bulletin(
        content, before, earlier=earlier, today=settings.today, reminding=reminding, further=further
    )
    problems = among(found, [uri_of(file, content) or WHOLE for file in options.files] or [WHOLE])
    sys.stdout.write(told(problems, content, options, wording))
    if options.pushed and any(one.code in OF_RESIDENTS for one in problems):
        base = (options.pushed / "base").read_text(encoding="utf-8")
        sys.stdout.write(f"\n{as_one(base, wording.say)}\n")
    sys.stderr.write(unlisted(found, problems, wording) + short_of_history(before.cut_short, wording))
    if options.format == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        add(Path(page), step_summary(problems, wording, content.as_posix()), wording)
    return CONTENT_ERRORS if has_errors(problems) else FINE


def left_by_build(site: Path) -> Earlier:
    """What the last build into the folder `site` has read: of it only what has changed is read again."""
    engine = Engine().digest()
    return Earlier(engine, read_beside(site, engine) if engine else {})


def refused(files: Sequence[Path], content: Path, wording: Wording) -> Iterator[str]:
    """Why those of `files` cannot be checked that are not there, or not in `content`."""
    for file in files:
        if not os.path.lexists(file):
            yield wording.say("check.no_file", file=file)
        elif uri_of(file, content) is None:
            yield wording.say("check.elsewhere", file=file, content=content)


def among(problems: tuple[Problem, ...], uris: Sequence[str]) -> tuple[Problem, ...]:
    """Those of `problems` that lie in the files or folders `uris`, or name one of them as the other file concerned."""
    if WHOLE in uris:
        return problems
    inside = tuple(f"{uri}/" for uri in uris)
    return tuple(one for one in problems if any(f"{file}/".startswith(inside) for file in concerned(one)))


def concerned(problem: Problem) -> tuple[str, ...]:
    """The file in which `problem` lies, and the other that it is about, where there is one: which of two, nobody can tell."""
    return (problem.place.file, *(word for name, word in problem.words if name == "other"))


def unlisted(found: tuple[Problem, ...], listed: tuple[Problem, ...], wording: Wording) -> str:
    """That there are errors among those `found` which were not `listed`, if so: they stop the site as well."""
    errors = sum(one.severity == "error" for one in found) - sum(one.severity == "error" for one in listed)
    return wording.say("check.unlisted", errors=errors) + "\n" if errors else ""


def told(problems: tuple[Problem, ...], content: Path, options: Namespace, wording: Wording) -> str:
    """The report of `problems`, or that there are none."""
    if options.format == "text" and not problems:
        return (wording.say("check.fine") if options.files else wording.say("command.checked")) + "\n"
    return report(problems, wording, content.as_posix(), options.format)


def add(page: Path, summary: str, wording: Wording) -> None:
    """Add `summary` to what is on `page`; the report has been told, so a page that cannot be written changes nothing."""
    try:
        # a file's name may hold what is no UTF-8
        with page.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(summary)
    except OSError as error:
        sys.stderr.write(wording.say("command.no_summary", why=why_of(error, wording)) + "\n")
