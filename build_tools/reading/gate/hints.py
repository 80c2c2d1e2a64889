"""Which rules may find something in a text: it is passed over once for all of them instead of many times for each."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from build_tools.reading.gate.reading_aloud import MARKED
from build_tools.reading.gate.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.reading.gate.rules import Rule

AROUND = re.compile(r"\(\?<?[=!]")
"""Where a pattern begins to look around instead of going on."""
TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]", re.DOTALL)
"""What a pattern is made of, as far as it tells which bracket closes which."""
ONLY_PYTHON = ((r"[^\W\d_a-zA-Z", r"[^\x00-\x7f"), (r"\1", "(?s:.)"))
"""What RE2 does not have, or takes for letters without Chinese ones → what holds that, and more."""
EVERYWHERE = ""
"""A pattern that every text has, so that one in which it is not found has been too much for RE2."""


class Likely(NamedTuple):
    """What it is worth to look for in a text."""

    rules: Sequence[Rule] = RULES
    is_marked: bool = True
    """Whether some of it may be read otherwise than it is written."""


class Hints:
    """What the finds of all rules have in common, as one automaton, which takes ten milliseconds to make."""

    def __init__(self, rules: Sequence[Rule] = RULES) -> None:
        import re2  # late: only many texts are worth it

        self.rules = rules
        self.patterns = re2.Set.SearchSet()
        self.owners = [at for at, rule in enumerate(rules) for _ in needs_of(rule)]
        for pattern in (*(one for rule in rules for one in needs_of(rule)), MARKED, EVERYWHERE):
            self.patterns.Add(looking_nowhere(pattern))
        self.patterns.Compile()
        self.marked, self.everywhere = len(self.owners), len(self.owners) + 1

    def likely(self, text: str) -> Likely:
        """What may be found in plain `text`: never less than is."""
        try:
            found = set(self.patterns.Match(text) or ())
        except UnicodeEncodeError:  # half a sign that was written as an escape
            return Likely(self.rules)
        if self.everywhere not in found:
            return Likely(self.rules)
        owners = {self.owners[one] for one in found if one < self.marked}
        return Likely([self.rules[at] for at in sorted(owners)], self.marked in found)


def anything(_text: str) -> Likely:
    """What may be found in a text of which nothing is known."""
    return Likely()


def likely(text: str) -> Likely:
    """What may be found in plain `text`, once many have been asked about."""
    return hints().likely(text)


@cache
def hints() -> Hints:
    """The automaton, which each process makes once."""
    return Hints()


def needs_of(rule: Rule) -> tuple[str, ...]:
    """The patterns without which `rule` finds nothing; one that says none is always asked."""
    return rule.needs or (EVERYWHERE,)


def looking_nowhere(pattern: str) -> str:
    """`pattern` without what it looks at around a find, as RE2 spells it: found wherever `pattern` is, and elsewhere.

    No look-around in it may be repeated, and no bracket before a question mark escaped.
    """
    while around := AROUND.search(pattern):
        pattern = pattern[: around.start()] + pattern[closing(pattern, around.end()) :]
    for ours, others in ONLY_PYTHON:
        pattern = pattern.replace(ours, others)
    return pattern


def closing(pattern: str, start: int) -> int:
    """Where the bracket has been closed inside which `start` is."""
    depth = 1
    for token in TOKEN.finditer(pattern, start):
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if not depth:
            return token.end()
    raise ValueError(f"no bracket closes after {start}: {pattern}")
