"""What a rule says of its days: open from when until when, closed and why, or as usual."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Self

from build_tools.problems import Unreadable
from build_tools.records.clock import CLOCK, MINUTES_A_DAY, NEXT_DAY, NOON, WHOLE_DAY, DayPart, TimeRange, minutes_here
from build_tools.records.cursor import DASH, PAUSE, Cursor

BUT_HOLIDAYS = re.compile(
    r"[，,、；;]?\s*\(?(?:除了?)?(?:国家|法定)*(?:节假日|假日)(?:除外|以外|之外|外|休息|不开放?|闭馆)\)?$"
)
"""Nothing that a line can say: holidays have a line of their own."""
USUAL = re.compile("照常(?:开放)?")
CLOSED = re.compile("(?:休息|不开放|停开|闭馆)")
REASON = re.compile(r":\s*(?!\d{1,2}:\d)(\S.*)$|\((?!\d{1,2}:\d)(\S.*)\)\s*$")
"""Does not begin with a clock time: whoever writes one here means a closure of these hours."""
ALL_DAY = re.compile("(?:24小时|全天)(?:开放|营业|自助)?")
NO_CLOCK = re.compile("时间(?:未知|待定|待核实)")
APPOINTMENT = re.compile(r"[，,]?\s*\(?(?:仅|只|需|须|凭)?(?:接待|提前)?预约\)?")
MOMENT = rf"(?:{NEXT_DAY}\s*)?{CLOCK.pattern}"
LAST_ENTRY = re.compile(rf"[，,]?\s*\(?(?:(?:最后|最晚)入场|停止入场)\s*({MOMENT})\)?")
ENTRY_ENDS = re.compile(rf"[，,]?\s*\(?({MOMENT})\s*(?:后)?停止入场\)?")
CONDITIONS = (APPOINTMENT, LAST_ENTRY, ENTRY_ENDS, CLOSED, BUT_HOLIDAYS)
PART = re.compile("|".join(part.label for part in DayPart))
AFTER_SPAN = "休息|不开放|停开|闭馆|[仅只需须凭]?(?:接待|提前)?预约|最后|最晚|停止"
PIECE = rf"(?:(?!{AFTER_SPAN})[^\s、，,；;和及()\-—–－~～〜至到])+"
SPAN = re.compile(rf"(?=\d|{NEXT_DAY})(?:{NEXT_DAY}\s*)?{PIECE}(?:{DASH}(?:{NEXT_DAY}\s*)?(?:{PIECE})?)*")


@dataclass(frozen=True, slots=True)
class Opening:
    """The end of a rule. Without `spans` the clock time is not known, unless it is closed or as usual."""

    spans: tuple[TimeRange, ...] = ()
    part: DayPart | None = None
    appointment: bool = False
    """Only people with an appointment are received."""
    last_entry: int | None = None
    """Minutes after midnight from which nobody is let in any more."""
    closed: bool = False
    """Closed all day, or with `spans` closed at these hours of an otherwise ordinary day."""
    reason: str = ""
    usual: bool = False
    """What the other rules say."""

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The opening in `14:00-17:00`, `休息`, `照常`, `24小时`; or `Unreadable`."""
        cursor = Cursor(text)
        try:
            opening = cls.here(cursor)
        except Unreadable as refusal:
            code = "E109" if refusal.code == "E094" else refusal.code
            raise Unreadable(code, refusal.at, **dict(refusal.words)) from None
        if not opening.is_said:
            raise cursor.refusal("E109", cursor.text.strip())
        return opening

    @classmethod
    def here(cls, cursor: Cursor) -> Self:
        """The opening from here to the end of the line."""
        if cursor.take(USUAL):
            opening = cls(usual=True)
        elif cursor.take(CLOSED):
            opening = cls(closed=True, reason=reason(cursor))
        else:
            opening = cls(*spans_here(cursor)).on_conditions(cursor)
        if cursor.rest:
            raise cursor.refusal("E245" if BUT_HOLIDAYS.match(cursor.rest) else "E094")
        return opening

    def on_conditions(self, cursor: Cursor) -> Self:
        """This with what follows its times: a closure of just these hours, an appointment, the last entry."""
        opening = self
        while cursor.rest:
            if opening.spans and cursor.take(CLOSED):
                return replace(opening, closed=True, reason=reason(cursor))
            if cursor.take(APPOINTMENT):
                times = opening.spans or (() if opening.part else (WHOLE_DAY,))
                opening = replace(opening, appointment=True, spans=times)
            elif opening.spans and (found := cursor.take(LAST_ENTRY) or cursor.take(ENTRY_ENDS)):
                opening = replace(opening, last_entry=last_entry(found[1], opening, cursor))
            else:
                break
        return opening

    @property
    def is_said(self) -> bool:
        """Whether anything is said at all."""
        return bool(self.spans) or self.closed or self.usual or self.part is not None

    @property
    def has_clock(self) -> bool:
        """Whether it is known from when until when."""
        return bool(self.spans) or self.closed or self.usual


def reason(cursor: Cursor) -> str:
    """The reason that fills the rest of the line."""
    found = cursor.take(REASON)
    return cursor.written[slice(*found.span(found.lastindex or 0))].strip() if found else ""


def spans_here(cursor: Cursor) -> tuple[tuple[TimeRange, ...], DayPart | None]:
    """The times that stand here, and the part of the day when no time does; 上午 before a time is only a label."""
    part = part_here(cursor)
    if cursor.take(ALL_DAY):
        return (WHOLE_DAY,), part
    if cursor.take(NO_CLOCK) or not cursor.rest or at_condition(cursor):
        return (), part
    spans = [span_here(cursor, part)]
    while cursor.rest and not at_condition(cursor) and (pause := cursor.take(PAUSE)):
        if not cursor.rest:
            raise cursor.refusal("E094", pause[0].strip())
        spans.append(span_here(cursor, part_here(cursor)))
    return tuple(spans), None


def part_here(cursor: Cursor) -> DayPart | None:
    """The part of the day that stands here."""
    found = cursor.take(PART)
    return next(part for part in DayPart if part.label == found[0].strip()) if found else None


def at_condition(cursor: Cursor) -> bool:
    """Whether a condition comes next, readable or not, and no further time."""
    return any(pattern.match(cursor.text, cursor.at) for pattern in CONDITIONS)


def span_here(cursor: Cursor, part: DayPart | None) -> TimeRange:
    """The time range that stands here; two in the afternoon is 14:00, so a label that says otherwise is a slip."""
    span = readable_span(cursor)
    after_noon = span.start >= NOON
    if (part in (DayPart.AFTERNOON, DayPart.EVENING) and not after_noon) or (part is DayPart.MORNING and after_noon):
        raise cursor.refusal("E108", cursor.text[cursor.since : cursor.at].strip(), part=part.label)
    return span


def readable_span(cursor: Cursor) -> TimeRange:
    """The time range that stands here."""
    found = cursor.take(SPAN)
    if not found:
        raise cursor.refusal("E094")
    try:
        return TimeRange.from_text(cursor.written[found.start() : found.end()])
    except Unreadable as refusal:
        refusal.at = cursor.written.find(dict(refusal.words)["text"], found.start())
        raise


def last_entry(text: str, opening: Opening, cursor: Cursor) -> int:
    """The minute in `text`, if it lies within one of the times."""
    minute = minutes_here(text.removeprefix(NEXT_DAY).strip(), cursor)
    if text.startswith(NEXT_DAY):
        minute += MINUTES_A_DAY
    if not any(span.start < minute < span.end for span in opening.spans):
        raise cursor.refusal("E101", text)
    return minute
