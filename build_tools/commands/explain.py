"""`explain FILE`: when everything in one file is open, day by day."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import TYPE_CHECKING

from build_tools.commands import CONTENT_ERRORS, FAILED, FINE
from build_tools.commands.placing import uri_of
from build_tools.explain import WAYS, explained
from build_tools.planned import RULES_OF_TIMETABLES
from build_tools.reading.one import read_one
from build_tools.reports import report
from build_tools.settings import settings_here

if TYPE_CHECKING:
    from argparse import Namespace

    from build_tools.wording import Wording

FORTNIGHT = timedelta(days=13)


def run(options: Namespace, wording: Wording) -> int:
    """Say when everything in one file is open."""
    settings = settings_here(options.content, options.language)
    first = options.first or settings.today
    last = options.last or max(first, settings.today) + FORTNIGHT
    if not options.file.is_file():
        sys.stderr.write(wording.say("command.no_file") + "\n")
        return FAILED
    if not options.content_named and uri_of(options.file, options.content) is None:
        sys.stderr.write(wording.say("explain.elsewhere", file=options.file) + "\n")
        return FAILED
    if last < first:
        sys.stderr.write(wording.say("command.days_reversed") + "\n")
        return FAILED
    one, problems = read_one(options.content, options.file, RULES_OF_TIMETABLES)
    if one is None and not problems:
        sys.stderr.write(wording.say("explain.no_times") + "\n")
        return FAILED
    if one is None:
        sys.stdout.write(report(problems, wording, options.content.as_posix(), options.format))
        return CONTENT_ERRORS
    sys.stderr.write(report(problems, wording, options.content.as_posix(), "text") if problems else "")
    sys.stdout.write(WAYS[options.format](explained(one, first, last, wording), first, last, wording))
    return FINE
