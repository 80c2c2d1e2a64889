"""The kinds of change that residents are told of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from build_tools.facts.former_times import Choice, Times
from build_tools.records.schedule import DatedException
from build_tools.records.station import Life, Station
from build_tools.records.values import Telephone


@dataclass(frozen=True, slots=True)
class Added:
    """The station is new on the list."""

    after: Station


@dataclass(frozen=True, slots=True)
class Removed:
    """The station is on the list no more."""


@dataclass(frozen=True, slots=True)
class LifeChanged:
    """It was opened, paused, closed."""

    before: Life
    after: Station
    is_dated: bool = True
    """Whether the station's date of its state is one of this state: staff may have left the former one's."""


@dataclass(frozen=True, slots=True)
class TimesChanged:
    """The hours of the station, or the times of its service of one kind or of a channel."""

    before: Times
    after: Times
    begins: date | None = None
    """The day from which it is so; None where it is so at once, or not all of it begins on one day."""
    service: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class HolidaysChanged:
    """What the station does on public holidays."""

    before: Choice
    after: Choice


@dataclass(frozen=True, slots=True)
class MakeupsChanged:
    """What the station does on make-up workdays."""

    before: Choice
    after: Choice


@dataclass(frozen=True, slots=True)
class ExceptionAdded:
    """Particular days are to be different, for the station or for its service of one kind."""

    exception: DatedException
    service: str = ""


@dataclass(frozen=True, slots=True)
class ExceptionDropped:
    """They are not to be different after all."""

    exception: DatedException
    service: str = ""


@dataclass(frozen=True, slots=True)
class ServiceAdded:
    """A kind of service that was not there."""

    kind: str
    times: Times
    begins: date | None = None


@dataclass(frozen=True, slots=True)
class ServiceDropped:
    """A kind of service that is there no more."""

    kind: str


@dataclass(frozen=True, slots=True)
class TelephoneChanged:
    """The office has another number."""

    number: Telephone | None
    """The new one if it still is today's; no other is ever told."""


What = (
    Added
    | Removed
    | LifeChanged
    | TimesChanged
    | HolidaysChanged
    | MakeupsChanged
    | ExceptionAdded
    | ExceptionDropped
    | ServiceAdded
    | ServiceDropped
    | TelephoneChanged
)
