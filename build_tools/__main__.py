"""The command line: `python -m build_tools COMMAND …`; `--help` lists the commands."""

from __future__ import annotations

import atexit
import gc
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from build_tools.commands import FAILED
from build_tools.commands.arguments import Arguments, language_of
from build_tools.commands.placing import content_of, usual_content
from build_tools.commands.system_words import why_of
from build_tools.reading.locale import read_wording
from build_tools.reports import speak_utf8
from build_tools.settings import UnusableSettingError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from build_tools.wording import Wording


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 0, 65 when the content has errors, or 1."""
    speak_utf8()
    gc.disable()  # one short run, and next to nothing in it is garbage: a fifth faster
    atexit.register(gc.freeze)  # nor is there any when it ends, where Python looks once more
    said = sys.argv[1:] if arguments is None else arguments
    wording = read_wording(language_of(said))
    options = Arguments(wording).parsed(said)
    options.content_named = options.content is not None
    if options.content is None:
        named = [options.file] if options.command == "explain" else getattr(options, "files", [])
        options.content = content_of(named[0]) if named else usual_content()
    if options.command == "host" and sys.platform != "linux":
        sys.stderr.write(wording.say("host.only_linux") + "\n")
        return FAILED
    try:
        return command(options.command)(options, wording)
    except UnusableSettingError as error:
        sys.stderr.write(wording.say(f"setting.{error.reason}", value=error.value) + "\n")
    except OSError as error:
        told = wording.say("command.no_access", file=error.filename or "", why=why_of(error, wording))
        sys.stderr.write(told + "\n")
    return FAILED


def command(name: str) -> Callable[[Namespace, Wording], int]:
    """What runs the command `name`; only it is imported, because no command waits for what others need."""
    run: Callable[[Namespace, Wording], int] = import_module(f"build_tools.commands.{name}").run
    return run


if __name__ == "__main__":
    sys.exit(main())
