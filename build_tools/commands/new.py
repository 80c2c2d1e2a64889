"""`new station ID`: a file with every key explained, to be filled in."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from build_tools.commands import FAILED, FINE
from build_tools.editing.named import RefusedError
from build_tools.editing.new_file import NEW, new_file
from build_tools.settings import settings_here

if TYPE_CHECKING:
    from argparse import Namespace

    from build_tools.wording import Wording


def run(options: Namespace, wording: Wording) -> int:
    """Write a new file, never over another, and say what is to be done with it."""
    today = settings_here(options.content, options.language).today
    try:
        uri, text = new_file(NEW[options.kind], options.id, options.content, today, wording)
    except RefusedError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return FAILED
    path = options.content / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    sys.stdout.write(wording.say("new.written", file=path.as_posix()) + "\n")
    return FINE
