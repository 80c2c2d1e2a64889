"""`book PRIVATE --through MONTH`: publish what may be published of the private counts, or write an empty sheet for them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from build_tools.booking.command import Desk, RefusedError
from build_tools.commands import CONTENT_ERRORS, FAILED, FINE
from build_tools.settings import settings_here

if TYPE_CHECKING:
    from argparse import Namespace

    from build_tools.wording import Wording


def run(options: Namespace, wording: Wording) -> int:
    """Publish what may be published of the private counts, or write an empty sheet for them."""
    desk = Desk(options.content, wording, options.format)
    try:
        if options.template:
            return FINE if desk.template(options.template) else CONTENT_ERRORS
        if options.private is None or options.through is None:
            raise RefusedError(wording.say("book.usage"))
        today = settings_here(options.content, options.language).today
        done = desk.book(options.private, desk.month(options.through), today, dry_run=options.dry_run)
    except RefusedError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return FAILED
    return FINE if done else CONTENT_ERRORS
