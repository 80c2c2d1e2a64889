"""The gate's rules: which code speaks of what, listed by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_tools.reading.gate.authors import authors
from build_tools.reading.gate.dwellings import dwellings
from build_tools.reading.gate.mobiles import mobiles
from build_tools.reading.gate.name_columns import name_columns
from build_tools.reading.gate.narratives import narratives
from build_tools.reading.gate.numbers import bank_cards, identity_numbers, plates
from build_tools.reading.gate.residents import residents

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of text that may not leave the building."""

    code: str
    find: Callable[[str], Iterator[Span]]
    """Plain text → where it stands in it."""


DWELLING, NAME_COLUMN, NARRATIVE = "E124", "E126", "W120"
RULES = (
    Rule("E120", identity_numbers),
    Rule("E122", bank_cards),
    Rule("E121", mobiles),
    Rule("E123", plates),
    Rule(DWELLING, dwellings),
    Rule("E125", residents),
    Rule(NAME_COLUMN, name_columns),
    Rule(NARRATIVE, narratives),
)
"""Where two of them find the same signs, the first one speaks."""
ABOUT_PERSONS = tuple(rule for rule in RULES if rule.code not in (NAME_COLUMN, NARRATIVE))
"""The rules for names of files."""
TOLD_BY_PICTURES = (*ABOUT_PERSONS, Rule("E125", authors))
"""The rules for what pictures tell."""
IDENTITY = (Rule("E120", identity_numbers),)
"""The rule for what is no content, and for whoever made a commit."""
OF_RESIDENTS = frozenset((*(rule.code for rule in RULES if rule.code != NARRATIVE), "E127", "E128"))
"""What may not stay in the history either; the last two are about pictures."""
