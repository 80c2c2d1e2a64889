"""What is due for verification, in words and for programs: a list that can be printed and handed round."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from build_tools.facts.due import Due, Look, overdue_in
from build_tools.reports import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from build_tools.records.bulletin import Bulletin
    from build_tools.wording import Wording


def as_text(due: Due, content: str, wording: Wording) -> str:
    """For people: who has to look at what by when, and at what nobody has looked."""
    said = wording.say("due.heading", today=due.today, until=due.until, overdue=due.overdue, all=len(due.again))
    return "\n".join([said, *again_lines(due, content, wording), *never_lines(due.never, content, wording)]) + "\n"


def again_lines(due: Due, content: str, wording: Wording) -> Iterator[str]:
    """What has been looked at before: a part for each district and role, the most urgent first."""
    groups: dict[tuple[str, str], list[Look]] = {}
    for look in due.again:
        groups.setdefault((look.district, look.verified.role if look.verified else ""), []).append(look)
    for (district, role), looks in groups.items():
        cells = [(state_of(look, due.today, wording), name_of(look, wording)) for look in looks]
        widths = [max(map(columns, column)) for column in zip(*cells, strict=True)]
        yield f"\n{wording.say('due.who', district=district, role=role)}"
        for look, line in zip(looks, cells, strict=True):
            padded = "  ".join(map(padded_to, line, widths))
            yield f"  □ {look.due}  {padded}  {content}/{look.file}"


def state_of(look: Look, today: date, wording: Wording) -> str:
    """How many days `look` is late, or how many are left."""
    days = (look.due - today).days
    if days == 0:
        return wording.say("due.now")
    return wording.say("due.late", days=-days) if days < 0 else wording.say("due.left", days=days)


def name_of(look: Look, wording: Wording) -> str:
    """What is to be looked at."""
    return wording.say(f"due.what.{look.what}", name=look.name)


def padded_to(text: str, width: int) -> str:
    """`text` and as many spaces as it needs to be `width` columns wide."""
    return text + " " * (width - columns(text))


def never_lines(never: Sequence[Look], content: str, wording: Wording) -> Iterator[str]:
    """At what nobody has looked yet: a part for each district."""
    districts: dict[str, list[Look]] = {}
    for look in never:
        districts.setdefault(look.district, []).append(look)
    if districts:
        yield f"\n{wording.say('due.never', count=len(never))}"
    for district, looks in districts.items():
        yield f"\n{wording.say('due.district', district=district, count=len(looks))}"
        width = max(columns(name_of(look, wording)) for look in looks)
        yield from (f"  □ {padded_to(name_of(look, wording), width)}  {content}/{look.file}" for look in looks)


def as_json(due: Due, content: str, wording: Wording) -> str:  # noqa: ARG001 — both forms are called alike
    """For programs: one list, the most urgent first, and last what nobody has looked at."""
    told = [entry_of(look, due.today, content) for look in (*due.again, *due.never)]
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def entry_of(look: Look, today: date, content: str) -> dict[str, Any]:
    """One thing to be looked at, as the documented object."""
    entry: dict[str, Any] = {"what": look.what, "name": look.name, "district": look.district}
    entry["file"] = f"{content}/{look.file}"
    if (done := look.verified) is None:
        return entry | dict.fromkeys(("role", "method", "verified", "due", "days"))
    said = {"role": done.role, "method": done.method, "verified": str(done.date), "due": str(done.due)}
    return entry | said | {"days": (look.due - today).days}


WAYS = {"text": as_text, "json": as_json}


def reminder(bulletin: Bulletin, today: date, wording: Wording) -> str:
    """One line for a build, however much of `bulletin` is overdue `today`; nothing if nothing is."""
    overdue = overdue_in(bulletin, today)
    return wording.say("due.reminder", count=overdue) + "\n" if overdue else ""
