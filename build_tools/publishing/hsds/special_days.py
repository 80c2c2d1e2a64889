"""What HSDS has no fields for and people must know: public holidays, make-up workdays and particular days, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.facts.former_times import exceptions_ahead
from build_tools.publishing.change_words import ChangeWords
from build_tools.publishing.exception_words import exception_words
from build_tools.records.hours import Makeup
from build_tools.records.key import Unknown
from build_tools.records.shapes import form_of
from build_tools.records.station import Station

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from build_tools.facts.former_times import Choice
    from build_tools.facts.schedule import Schedule
    from build_tools.publishing.shown import Shown


def special_days(schedule: Schedule, today: date, shown: Shown) -> Iterator[str]:
    """What `schedule` says beside its rules, a line for each field that staff wrote; nothing that is over `today`."""
    makeup = None if schedule.makeup is Makeup.USUAL else schedule.makeup
    different = (exception_words(one, today, shown) for one in exceptions_ahead(schedule.exceptions, today))
    told = {
        "holidays": choice_words(schedule.holidays, shown),
        "makeup_days": choice_words(makeup, shown),
        "exceptions": shown.say("semicolon").join(different),
    }
    for field, words in told.items():
        if words:
            yield f"{form_of(Station).by_spelling[field].key.label}{shown.say('colon')}{words}"


def choice_words(choice: Choice | Unknown, shown: Shown) -> str:
    """A choice as pages word it; that nobody knows is told too, since the week would have it open."""
    return shown.say("unknown") if isinstance(choice, Unknown) else ChangeWords(shown, {}).choice(choice)
