"""The gate's rules: which code speaks of what, listed by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_tools.reading.gate import dwellings, mobiles, name_columns, narratives, numbers, residents
from build_tools.reading.gate.authors import authors

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of text that may not leave the building."""

    code: str
    find: Callable[[str], Iterator[Span]]
    """Plain text → where it stands in it."""
    needs: tuple[str, ...] = ()
    """Patterns: a text in which none of them is found holds nothing to find; without any, every text may."""


DWELLING, NAME_COLUMN, NARRATIVE = "E124", "E126", "W120"
OF_IDENTITY = Rule("E120", numbers.identity_numbers, (numbers.RUN.pattern, numbers.DOCUMENT_NUMBER.pattern))
RULES = (
    OF_IDENTITY,
    Rule("E122", numbers.bank_cards, (numbers.RUN.pattern,)),
    Rule("E121", mobiles.mobiles, (numbers.RUN.pattern, mobiles.SPELLED.pattern)),
    Rule("E123", numbers.plates, (numbers.PLATE.pattern,)),
    Rule(DWELLING, dwellings.dwellings, (dwellings.DWELLING,)),
    Rule("E125", residents.residents, residents.NAMED),
    Rule(NAME_COLUMN, name_columns.name_columns, (name_columns.HINT.pattern,)),
    Rule(NARRATIVE, narratives.narratives, (narratives.ISSUE.pattern,)),
)
"""Where two of them find the same signs, the first one speaks."""
ABOUT_PERSONS = tuple(rule for rule in RULES if rule.code not in (NAME_COLUMN, NARRATIVE))
"""The rules for names of files."""
TOLD_BY_PICTURES = (*ABOUT_PERSONS, Rule("E125", authors))
"""The rules for what pictures tell."""
IDENTITY = (OF_IDENTITY,)
"""The rule for what is no content, and for whoever made a commit."""
OF_RESIDENTS = frozenset((*(rule.code for rule in RULES if rule.code != NARRATIVE), "E127", "E128"))
"""What may not stay in the history either; the last two are about pictures."""
