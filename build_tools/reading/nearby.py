"""Lines near the one where reading stops: how many are looked at, and how far in each begins."""

LINES_BACK = 40
"""How far before the line where reading stops its cause is looked for, or the bracket that is open there."""
FEW = 4
"""Lines up to that one of which one may stand wrong, or begin with a dash without its space."""


def indent_of(line: str) -> int:
    """How many spaces `line` begins with."""
    return len(line) - len(line.lstrip(" "))
