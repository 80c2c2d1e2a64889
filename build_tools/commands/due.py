"""`due`: what must be verified again, by whom and by when."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import TYPE_CHECKING

from build_tools.commands import CONTENT_ERRORS, FINE
from build_tools.due import WAYS
from build_tools.facts.due import due_of
from build_tools.reading.bulletin import read_bulletin
from build_tools.reports import report
from build_tools.settings import settings_here

if TYPE_CHECKING:
    from argparse import Namespace

    from build_tools.wording import Wording


def run(options: Namespace, wording: Wording) -> int:
    """List what is due on standard output; while the content has errors, report these on standard error instead."""
    settings = settings_here(options.content, options.language)
    bulletin, problems = read_bulletin(options.content, today=settings.today)
    content = options.content.as_posix()
    if bulletin is None:
        sys.stderr.write(report(problems, wording, content))
        return CONTENT_ERRORS
    due = due_of(bulletin, settings.today, timedelta(days=options.within))
    sys.stdout.write(WAYS[options.format](due, content, wording))
    return FINE
