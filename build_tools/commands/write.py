"""`write DIR`: the site as Markdown files for any builder."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from build_tools.build import build
from build_tools.commands import CONTENT_ERRORS, FAILED, FINE
from build_tools.engine import engine_digest
from build_tools.progress import watch_on
from build_tools.reading.earlier import Earlier
from build_tools.reports import report
from build_tools.settings import settings_here
from build_tools.workers import Crew
from build_tools.writing import NotOursError, write_site

if TYPE_CHECKING:
    from argparse import Namespace

    from build_tools.wording import Wording


def run(options: Namespace, wording: Wording) -> int:
    """Write the site to a folder; with an error, report it and leave the folder alone."""
    settings = replace(settings_here(options.content, options.language), engine=engine_digest())
    crew = Crew(settings.workers, watch_on(sys.stderr, wording))
    built = build(settings, crew, Earlier())
    if built.site is None or built.problems or options.format != "text":
        sys.stdout.write(report(built.problems, wording, options.content.as_posix(), options.format))
    if built.site is None:
        sys.stderr.write(wording.say("report.nothing_published") + "\n")
        return CONTENT_ERRORS
    try:
        if options.folder.resolve().is_relative_to(options.content.resolve()):
            raise NotOursError(options.folder)
        files = write_site(built.site, options.folder, crew)
    except NotOursError:
        sys.stderr.write(wording.say("command.not_ours", folder=options.folder) + "\n")
        return FAILED
    sys.stderr.write(built.reminder)
    told = wording.say("command.written", pages=len(built.site.pages), files=files, folder=options.folder)
    sys.stderr.write(told + "\n")
    return FINE
