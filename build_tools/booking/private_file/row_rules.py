"""What cannot stand together in one row of the private counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from build_tools.booking.private_file.rows import Row
from build_tools.records.shapes import form_of

OF_CATEGORY = ("count", "succeeded")
"""Only in rows with a category; 调整 too, but a 0 there says nothing and may stand anywhere."""
OF_STATION = ("rated", "satisfied", "on_time", "median_days")
"""Only in rows without one."""
NOTHING_OF_STATION = (None,) * len(OF_STATION)
said_of_station = attrgetter(*OF_STATION)
LABELS = {field.name: field.key.label for field in form_of(Row).fields}


@dataclass(frozen=True, slots=True)
class Fault:
    """One rule that a row breaks; it becomes a problem where the row's field `name` is written."""

    code: str
    name: str
    words: Mapping[str, object] = field(default_factory=dict)


def contradictions(row: Row) -> list[Fault]:
    """Every rule that `row` breaks by itself."""
    return of_station(row) if row.category is None else of_category(row)


def of_category(row: Row) -> list[Fault]:
    """What is wrong with a `row` that counts one category."""
    faults = misplaced(row, OF_STATION) if said_of_station(row) != NOTHING_OF_STATION else []
    if row.count is None:
        faults.append(Fault("E199", "category"))
    elif row.succeeded is not None and row.succeeded > row.count + max(row.adjust, 0):
        whole = f"{LABELS['count']}+{LABELS['adjust']}" if row.adjust > 0 else LABELS["count"]
        faults.append(exceeding("succeeded", row.succeeded, whole, row.count + max(row.adjust, 0)))
    return faults


def of_station(row: Row) -> list[Fault]:
    """What is wrong with a `row` about a whole station."""
    faults = misplaced(row, OF_CATEGORY)
    if row.adjust:
        faults.append(Fault("E154", "adjust", {"key": LABELS["adjust"]}))
    if row.satisfied is None:
        return faults
    if row.rated is None:
        faults.append(Fault("E153", "satisfied", {"given": LABELS["satisfied"], "key": LABELS["rated"]}))
    elif row.satisfied > row.rated:
        faults.append(exceeding("satisfied", row.satisfied, LABELS["rated"], row.rated))
    return faults


def misplaced(row: Row, names: tuple[str, ...]) -> list[Fault]:
    """The fields `names` that `row` has and may not have."""
    return [Fault("E154", name, {"key": LABELS[name]}) for name in names if getattr(row, name) is not None]


def exceeding(part: str, number: int, whole: str, most: int) -> Fault:
    """The field `part` holds a `number` above that of its `whole`."""
    return Fault("E155", part, {"key": LABELS[part], "text": number, "whole": whole, "most": most})
