"""How far a verification can still be trusted on a given day."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from build_tools.records.key import Unknown

if TYPE_CHECKING:
    from datetime import date

    from build_tools.records.values import Verification


class Freshness(Enum):
    """From just looked at to never looked at; the values name wording keys and styles."""

    VERIFIED = "verified"
    DUE = "due"
    LATE = "late"
    NEVER = "never"


def freshness_of(verified: Verification | Unknown, today: date) -> Freshness:
    """`LATE` begins when as much time has passed after the due day as lay between looking and the due day."""
    if isinstance(verified, Unknown):
        return Freshness.NEVER
    if today <= verified.due:
        return Freshness.VERIFIED
    return Freshness.DUE if today - verified.due <= verified.due - verified.date else Freshness.LATE
