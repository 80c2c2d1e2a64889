"""The whole line to paste instead of one that cannot be read, where the program can tell what was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from build_tools.problems import Unreadable
from build_tools.reading.nearby import LINES_BACK
from build_tools.reading.single import member_of
from build_tools.reading.slips import AS_WORKDAY, USUAL, day_meant, days_meant, hours_meant, is_reason, rules_meant
from build_tools.reading.slips_of_clock import on_the_clock
from build_tools.reading.tree import bracket_before
from build_tools.records.clock import TimeRange
from build_tools.records.cursor import FULL_WIDTH
from build_tools.records.dates import Day, PartialDate
from build_tools.records.hours import HolidayRule, HoursRule, Makeup
from build_tools.records.opening import Opening
from build_tools.records.schedule import GivenDays

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from build_tools.reading.tree import Scalar
    from build_tools.records.shapes import Shape

MEANT: dict[Any, Callable[[str], tuple[str, ...]]] = {
    HoursRule: hours_meant,
    HolidayRule: lambda text: rules_meant(USUAL.sub("照常", text)),
    Opening: lambda text: rules_meant(USUAL.sub("照常", text)),
    TimeRange: lambda text: (on_the_clock(text),),
    Day: lambda text: (day_meant(text),),
    PartialDate: lambda text: (day_meant(text),),
    GivenDays: lambda text: (days_meant(text),),
}
"""How each kind of value is mended."""
ENTRY = re.compile(r" *(?:- +)*")
KEY = re.compile(r"( *(?:- +)*)[^\s:#\"'{}\[\],]+: +")
SECTION = re.compile(r"[^\s#\-\[\]{}]")
"""How a line begins that is in no bracket."""
NOT_PLAIN = re.compile(r":(?: |$)| #|[\n{}\[\]\"\\]")
"""What YAML would take for more than a text."""
REASON = re.compile(r"(?:休息|不开放|停开|闭馆)\s*[：:(（]\s*(.+?)[)）]?$")

LONGEST = 200
"""Characters; nobody writes a longer line of hours, and to look for slips in one takes long."""


def proposed(shape: Shape, node: Scalar, lines: Sequence[str]) -> dict[str, str]:
    """What to write, `rewritten`, instead of `node`, which cannot be read as a value of `shape` and stands in `lines`."""
    if len(node.text) > LONGEST:
        return {}
    rules = [rule for rule in meant(shape, node.text.strip()) if rule]
    if (
        not rules
        or rules == [node.text.strip()]
        or not all(reads(shape, rule) and has_own_reason(rule, node.text) for rule in rules)
        or any(map(NOT_PLAIN.search, rules))
    ):
        return {}
    before = list(lines[: node.line])
    before[-1:] = [line[: node.column - 1] for line in before[-1:]]
    return {"rewritten": in_place(rules, before)}


def meant(shape: Shape, text: str) -> tuple[str, ...]:
    """What was meant by `text`, as values of `shape`."""
    if Makeup in shape.words:
        return ("按工作日",) if AS_WORKDAY.fullmatch(text) else rules_meant(text)
    mend = MEANT.get(shape.base)
    return mend(text) if mend else ()


def reads(shape: Shape, text: str) -> bool:
    """Whether `text` is a value of `shape`."""
    try:
        return any(member_of(words, text) for words in shape.words) or bool(shape.base.from_text(text))
    except Unreadable:
        return False


def has_own_reason(rule: str, written: str) -> bool:
    """Whether the reason in `rule`, if there is one, was marked as such where it was `written`, or can be no rule itself."""
    found = REASON.search(rule)
    if not found:
        return True
    marked = re.search(rf"[:(]\s*{re.escape(found[1].translate(FULL_WIDTH))}", written.translate(FULL_WIDTH))
    return bool(marked) or is_reason(found[1])


def in_place(rules: list[str], before: list[str]) -> str:
    """`rules` with what stands in their line, the last of those `before`; several become entries of a list."""
    *_, line = before or [""]
    bracket = bracket_before("\n".join(section(before)))
    if bracket or not (ENTRY.fullmatch(line) or KEY.fullmatch(line)):
        listed = ", ".join(f'"{rule}"' if "," in rule else rule for rule in rules)
        return f"[{listed}]" if bracket != "[" and len(rules) > 1 else listed
    if found := KEY.fullmatch(line):
        blank = "\n" + " " * len(found[1]) + "  - "
        return line.strip() + (f" {rules[0]}" if len(rules) == 1 else "".join(blank + rule for rule in rules))
    mark = "" if line.strip() or len(rules) == 1 else "- "
    return f"\n{line}{mark}".join([line.lstrip() + mark + rules[0], *rules[1:]])


def section(lines: list[str]) -> list[str]:
    """The last of `lines`, from the one that begins with a key at the very left, or the last few."""
    start = max(0, len(lines) - LINES_BACK)
    return lines[max([start, *(at for at in range(start, len(lines)) if SECTION.match(lines[at]))]) :]
