"""What can be said to `python -m build_tools`: the commands, their options and the help."""

from __future__ import annotations

import argparse
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.commands.parser import Parser
from build_tools.lunar import FIRST_YEAR, LAST_YEAR
from build_tools.records.language import LANGUAGES
from build_tools.reports import FORMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.wording import Wording

USUAL_LANGUAGE = LANGUAGES[0]
REPORT_FORMS = tuple(FORMS)
EXPLANATION_FORMS = ("text", "json")
LONGEST_BUILD, MOST_SECONDS = 900.0, 86400
"""How long a build may take, unless it is told otherwise, and at most."""
BUILDING = ("reconcile", "rollback", "upgrade", "receive")
"""What the host does that may build or check content."""
KINDS = ("station", "event", "notice", "organization")
"""Of files that can be new."""
NEW_SITE = "site"
"""What else can be: a folder for all of them."""
A_MONTH, MOST_DAYS = 30, 3660
"""How far `due` looks ahead, unless it is told otherwise, and at most."""


class Arguments:
    """The parser of all commands, with its help in one language."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.top = Parser(prog="python -m build_tools", description=wording.say("help.about"), add_help=False)
        self.top.speak(wording)
        self.commands = self.top.add_subparsers(
            dest="command", required=True, parser_class=Parser, metavar=wording.say("help.command")
        )
        everyday = (self.check, self.explain, self.due, self.fmt, self.new, self.rename)
        for declare in (*everyday, self.book, self.schema, self.write, self.host):
            declare()

    def parsed(self, arguments: Sequence[str]) -> argparse.Namespace:
        """What `arguments` ask for; ends the program where they cannot be understood or ask for help."""
        return self.top.parse_args(arguments)

    def command(self, name: str, *, forms: tuple[str, ...] = REPORT_FORMS) -> argparse.ArgumentParser:
        """A new command with the options that all have."""
        meaning = self.wording.say(f"help.{name}")
        parser = self.commands.add_parser(name, help=meaning, description=meaning, add_help=False)
        parser.speak(self.wording)
        parser.add_argument("--content", metavar="DIR", type=Path, help=self.wording.say("help.content"))
        parser.add_argument(
            "--language", choices=LANGUAGES, default=USUAL_LANGUAGE, help=self.wording.say("help.language")
        )
        if forms:
            parser.add_argument("--format", choices=forms, default=forms[0], help=self.wording.say("help.format"))
        return parser

    def check(self) -> None:
        """`check [FILE…]`."""
        parser = self.command("check")
        parser.add_argument("files", metavar="FILE", type=Path, nargs="*", help=self.wording.say("help.check.files"))
        parser.add_argument("--site", metavar="DIR", type=Path, help=self.wording.say("help.check.site"))
        parser.add_argument("--pushed", metavar="DIR", type=Path, help=self.wording.say("help.check.pushed"))

    def explain(self) -> None:
        """`explain FILE [--from DAY] [--to DAY]`."""
        parser = self.command("explain", forms=EXPLANATION_FORMS)
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--from", dest="first", metavar="DAY", type=self.day, help=self.wording.say("help.from"))
        parser.add_argument("--to", dest="last", metavar="DAY", type=self.day, help=self.wording.say("help.to"))

    def fmt(self) -> None:
        """`fmt [FILE…] [--write]`."""
        parser = self.command("fmt", forms=())
        parser.add_argument("files", metavar="FILE", type=Path, nargs="*", help=self.wording.say("help.fmt.files"))
        parser.add_argument("--write", action="store_true", help=self.wording.say("help.fmt.write"))

    def due(self) -> None:
        """`due [--within DAYS]`."""
        parser = self.command("due", forms=EXPLANATION_FORMS)
        parser.add_argument(
            "--within", metavar="DAYS", type=self.days, default=A_MONTH, help=self.wording.say("help.within")
        )

    def write(self) -> None:
        """`write DIR`."""
        self.command("write").add_argument("folder", metavar="DIR", type=Path)

    def book(self) -> None:
        """`book PRIVATE --through MONTH [--dry-run]`, or `book --template FILE`."""
        parser = self.command("book")
        private, through, dry_run, template = (
            self.wording.say(f"help.book.{option}") for option in ("private", "through", "dry_run", "template")
        )
        parser.add_argument("private", metavar="PRIVATE", type=Path, nargs="?", help=private)
        parser.add_argument("--through", metavar="MONTH", help=through)
        parser.add_argument("--dry-run", action="store_true", help=dry_run)
        parser.add_argument("--template", metavar="FILE", type=Path, help=template)

    def schema(self) -> None:
        """`schema DIR`."""
        self.command("schema").add_argument("folder", metavar="DIR", type=Path)

    def new(self) -> None:
        """`new KIND ID`, or `new site DIR`."""
        parser = self.command("new")
        parser.add_argument("kind", metavar="KIND", choices=(*KINDS, NEW_SITE), help=self.wording.say("help.new.kind"))
        parser.add_argument("id", metavar="ID", help=self.wording.say("help.new.id"))

    def rename(self) -> None:
        """`rename ID NEW [--dry-run]`."""
        parser = self.command("rename")
        parser.add_argument("id", metavar="ID", help=self.wording.say("help.rename.id"))
        parser.add_argument("new", metavar="NEW", help=self.wording.say("help.rename.new"))
        parser.add_argument("--dry-run", action="store_true", help=self.wording.say("help.rename.dry_run"))

    def host(self) -> None:
        """`host ACTION DIR`."""
        parser = self.command("host", forms=())
        actions = parser.add_subparsers(dest="action", required=True, parser_class=Parser, metavar="ACTION")
        for name in ("init", "reconcile", "rollback", "status", "upgrade", "receive"):
            action = actions.add_parser(name, help=self.wording.say(f"help.host.{name}"), add_help=False)
            action.speak(self.wording)
            action.add_argument("folder", metavar="DIR", type=Path, help=self.wording.say("help.host.folder"))
            if name in BUILDING:
                limit = self.wording.say("help.host.limit")
                action.add_argument("--limit", metavar="SECONDS", type=self.seconds, default=LONGEST_BUILD, help=limit)
            if name == "status":
                form = self.wording.say("help.format")
                action.add_argument("--format", choices=EXPLANATION_FORMS, default="text", help=form)
            if name == "upgrade":
                action.add_argument("wheel", metavar="WHEEL", type=Path, help=self.wording.say("help.host.wheel"))

    def seconds(self, text: str) -> float:
        """The number of seconds in `text`, more than 0 and at most a day."""
        try:
            found = float(text)
        except ValueError:
            found = 0.0
        if not 0 < found <= MOST_SECONDS:  # nor is it so for what is no number at all, which `float` reads too
            raise argparse.ArgumentTypeError(self.wording.say("command.no_seconds", text=text, most=MOST_SECONDS))
        return found

    def days(self, text: str) -> int:
        """The number of days in `text`, at most `MOST_DAYS`."""
        if not (text.isascii() and text.isdigit() and len(text) <= len(str(MOST_DAYS)) and int(text) <= MOST_DAYS):
            raise argparse.ArgumentTypeError(self.wording.say("command.no_days", text=text, most=MOST_DAYS))
        return int(text)

    def day(self, text: str) -> date:
        """The day in `text`, 2026-10-17, of a year for which the lunar calendar is known."""
        try:
            found = date.fromisoformat(text)
        except ValueError:
            raise argparse.ArgumentTypeError(self.wording.say("command.no_day", text=text)) from None
        if not FIRST_YEAR < found.year < LAST_YEAR:
            years = {"first": FIRST_YEAR + 1, "last": LAST_YEAR - 1}
            raise argparse.ArgumentTypeError(self.wording.say("command.no_year", text=text, **years))
        return found


def language_of(arguments: Sequence[str]) -> str:
    """The language that `arguments` ask for, known before they are understood: the help is in it too."""
    wishes = [word.removeprefix("--language=") for word in arguments if word.startswith("--language=")]
    wishes += [wish for word, wish in pairwise(arguments) if word == "--language"]
    return next((wish for wish in wishes if wish in LANGUAGES), USUAL_LANGUAGE)
