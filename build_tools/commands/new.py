"""`new station ID`: a file with every key explained, to be filled in; `new site DIR`: a repository for a district."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.commands import FAILED, FINE
from build_tools.commands.arguments import NEW_SITE
from build_tools.editing.named import RefusedError
from build_tools.editing.new_file import NEW, new_file
from build_tools.scaffolding.laying_out import lay_out
from build_tools.settings import settings_here
from build_tools.version import VERSION

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from build_tools.wording import Wording


def run(options: Namespace, wording: Wording) -> int:
    """Write what is new, never over anything, and say what is to be done with it."""
    today = settings_here(options.content, options.language).today
    make = new_site if options.kind == NEW_SITE else new_record
    try:
        sys.stdout.write(make(options, today, wording) + "\n")
    except RefusedError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return FAILED
    return FINE


def new_site(options: Namespace, today: date, wording: Wording) -> str:
    """Lay out a repository; what is to be done with it."""
    lay_out(Path(options.id), today, wording)
    return wording.say("new.laid_out", folder=Path(options.id).as_posix(), version=VERSION)


def new_record(options: Namespace, today: date, wording: Wording) -> str:
    """Write a file of the content; what is to be done with it."""
    uri, text = new_file(NEW[options.kind], options.id, options.content, today, wording)
    path = options.content / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return wording.say("new.written", file=path.as_posix())
