"""A parser of command lines that speaks its reader's language, also where argparse has English words of its own."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, Any

from build_tools.commands import FAILED

if TYPE_CHECKING:
    from build_tools.wording import Wording

USAGE = "usage: "
ABOUT_ONE = re.compile(r"argument (?P<name>.+?): (?P<message>.*)", re.DOTALL)
REFUSALS = {
    "missing": re.compile(r"the following arguments are required: (?P<names>.*)", re.DOTALL),
    "unknown": re.compile(r"unrecognized arguments: (?P<text>.*)", re.DOTALL),
    "choice": re.compile(r"invalid choice: '(?P<text>.*)'.* \(choose from (?P<names>.*)\)", re.DOTALL),
    "nothing": re.compile(r"expected (?:one|at (?:most|least) one|\d+) arguments?"),
    "too_much": re.compile(r"ignored explicit argument '(?P<text>.*)'", re.DOTALL),
}
"""Why a command line is refused → how argparse says so; texts are typed words, names are those of options."""


class Parser(argparse.ArgumentParser):
    """A parser whose refusals exit with 1, because 2 is nobody's documented status here."""

    wording: Wording

    def __init__(self, **options: Any) -> None:
        # an option is written whole: what is shortened says nothing of the language before all is understood
        super().__init__(**options, allow_abbrev=False)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """What `args` mean and what of them is not known; of an option that is not written whole, the whole is told."""
        found, left = super().parse_known_args(args, namespace)
        for word in left:
            begun = word.partition("=")[0]
            whole = [one for one in self._option_string_actions if len(begun) > len("--") and one.startswith(begun)]
            if whole and begun.startswith("--"):
                names = self.wording.say("list.pause").join(whole)
                self.error(self.wording.say("misused.shortened", text=begun, names=names))
        return found, left

    def speak(self, wording: Wording) -> None:
        """Say everything as `wording` has it; an option for help comes with it."""
        self.wording = wording
        self._positionals.title, self._optionals.title = wording.say("help.words"), wording.say("help.options")
        self.add_argument("-h", "--help", action="help", help=wording.say("help.help"))

    def format_usage(self) -> str:
        """How the command is written, in one sentence."""
        return self.translated(super().format_usage())

    def format_help(self) -> str:
        """How the command is written, with what each word means."""
        return self.translated(super().format_help())

    def translated(self, text: str) -> str:
        """`text` with the word for usage in the reader's language."""
        return text.replace(USAGE, self.wording.say("help.usage"), 1)

    def error(self, message: str) -> None:  # type: ignore[override]
        """Say what is wrong with the command and how it is used."""
        self.print_usage(sys.stderr)
        said = refusal(message, self.wording)
        self.exit(FAILED, self.wording.say("command.misused", message=said, program=self.prog) + "\n")


def refusal(message: str, wording: Wording) -> str:
    """What argparse says in `message`, as `wording` has it; what is in the reader's language already stays."""
    if found := ABOUT_ONE.fullmatch(message):
        return wording.say("misused.about", name=found["name"], message=refusal(found["message"], wording))
    for reason, pattern in REFUSALS.items():
        if found := pattern.fullmatch(message):
            words = found.groupdict()
            if names := words.pop("names", ""):
                words["names"] = wording.say("list.pause").join(name.strip("'") for name in names.split(", "))
            return wording.say(f"misused.{reason}", **words)
    return message
