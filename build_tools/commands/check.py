"""`check`: every problem of the content."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.commands import CONTENT_ERRORS, FINE
from build_tools.history import remembered
from build_tools.planned import RULES_OF_TIMETABLES
from build_tools.problems import has_errors
from build_tools.reading.bulletin import read_bulletin
from build_tools.reports import report
from build_tools.settings import settings_here
from build_tools.step_summary import step_summary

if TYPE_CHECKING:
    from argparse import Namespace

    from build_tools.problems import Problem
    from build_tools.wording import Wording


def run(options: Namespace, wording: Wording) -> int:
    """Report every problem of the content on standard output."""
    settings = settings_here(options.content, options.language)
    before, further = remembered(settings), RULES_OF_TIMETABLES
    _, problems = read_bulletin(options.content, before, today=settings.today, reminding=True, further=further)
    sys.stdout.write(told(problems, options, wording))
    if options.format == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        add(Path(page), step_summary(problems, wording, options.content.as_posix()), wording)
    return CONTENT_ERRORS if has_errors(problems) else FINE


def told(problems: tuple[Problem, ...], options: Namespace, wording: Wording) -> str:
    """The report of `problems`, or that there are none."""
    if options.format == "text" and not problems:
        return wording.say("command.checked") + "\n"
    return report(problems, wording, options.content.as_posix(), options.format)


def add(page: Path, summary: str, wording: Wording) -> None:
    """Add `summary` to what is on `page`; the report has been told, so a page that cannot be written changes nothing."""
    try:
        # a file's name may hold what is no UTF-8
        with page.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(summary)
    except OSError as error:
        sys.stderr.write(wording.say("command.no_summary", why=error.strerror or "") + "\n")
