"""`check`: every problem of the content."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.commands import CONTENT_ERRORS, FINE
from build_tools.history import remembered
from build_tools.problems import has_errors
from build_tools.reading.bulletin import read_bulletin
from build_tools.reports import report
from build_tools.settings import settings_here
from build_tools.step_summary import step_summary

if TYPE_CHECKING:
    from argparse import Namespace

    from build_tools.wording import Wording


def run(options: Namespace, wording: Wording) -> int:
    """Report every problem of the content on standard output."""
    settings = settings_here(options.content, options.language)
    _, problems = read_bulletin(options.content, remembered(settings), today=settings.today, reminding=True)
    if options.format == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(page).open("a", encoding="utf-8") as summary:
            summary.write(step_summary(problems, wording, options.content.as_posix()))
    if options.format == "text" and not problems:
        sys.stdout.write(wording.say("command.checked") + "\n")
        return FINE
    sys.stdout.write(report(problems, wording, options.content.as_posix(), options.format))
    return CONTENT_ERRORS if has_errors(problems) else FINE
