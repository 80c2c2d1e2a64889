"""What may stand under a key of a new file: an example that holds where it is written, or a choice."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from build_tools.editing.offers import MOST_NAMED, Offers
from build_tools.records.base_map import BaseMap
from build_tools.records.event import Change, Course, Event
from build_tools.records.hours import Makeup
from build_tools.records.key import NO_WORDS, UNKNOWN_WORDS, YES_WORDS, Choice
from build_tools.records.notice import Notice
from build_tools.records.photo import Photo
from build_tools.records.schedule import DatedException
from build_tools.records.service import Service
from build_tools.records.shapes import Field, Shape, form_of, is_choice
from build_tools.records.station import Station
from build_tools.records.values import Position, Statement

if TYPE_CHECKING:
    from collections.abc import Callable

FORTNIGHT = timedelta(days=14)
OTHERWISE: dict[tuple[type, str], Choice] = {
    (Event, "course"): Course.MOVED,
    (Event, "makeup_days"): Makeup.USUAL,
    (Service, "makeup_days"): Makeup.USUAL,
}
"""Where a key's usual example does not go with those of the keys around it."""
ONLY_TOLD = frozenset(
    (
        (DatedException, "hours"),
        (DatedException, "moved_to"),
        (Change, "cancelled"),
        (Change, "time"),
        (Statement, "base"),
        (BaseMap, "address"),
        (BaseMap, "credit"),
        (BaseMap, "datum"),
    )
)
"""Keys that do not stand beside the examples around them: instead of one, only beside a percentage, or not with 天地图."""
MADE: dict[tuple[type, str], Callable[[Offers], object]] = {
    (Station, "street"): lambda offers: next(map(written, offers.streets), None),
    (Position, "longitude"): lambda offers: offers.centre and offers.centre.longitude,
    (Position, "latitude"): lambda offers: offers.centre and offers.centre.latitude,
    (Photo, "file"): lambda offers: offers.picture,
    (Notice, "until"): lambda offers: offers.today + FORTNIGHT,
}
"""Examples made of what the content offers; where it offers nothing, the usual one."""
PLAIN = re.compile(r"[\w一-鿿][\w一-鿿 、。（）-]*")


@dataclass(frozen=True, slots=True)
class Examples:
    """Examples and choices in one language."""

    offers: Offers
    language: str

    def example(self, record: type, field: Field) -> str:
        """What may stand under `field` of `record`, as YAML; empty where the content offers nothing that may."""
        single = field.shape.many or field.shape
        if single.term or single.folder:
            return self.listed(field, self.choices(single))
        if made := MADE.get((record, field.name), nothing)(self.offers):
            return str(made)
        chosen = OTHERWISE.get((record, field.name))
        return self.spelled(chosen) if chosen else self.word(field)

    def is_only_told(self, record: type, field: Field) -> bool:
        """Whether no example of `field` may stand among those around it."""
        no_picture = (record, field.name) == (Photo, "file") and not self.offers.picture
        return (record, field.name) in ONLY_TOLD or no_picture or not self.example(record, field)

    def listed(self, field: Field, choices: list[str]) -> str:
        """One of `choices`, the usual example if it is one of them; the first two as a list where `field` takes one."""
        some = [written(choice) for choice in choices[:2]]
        if field.shape.many and some:
            return f"[{', '.join(some)}]"
        return field.key.example if field.key.example in choices else next(iter(some), "")

    def choices(self, shape: Shape) -> list[str]:
        """What a single `shape` may be chosen from; empty for what is no choice."""
        if shape.term:
            terms = self.offers.terms.get(shape.term, {})
            return list(terms.values() if self.is_chinese else terms)
        if shape.folder:
            return list(self.offers.names.get(shape.folder, {}))
        members = [*shape.base] if is_choice(shape.base) else []
        return [self.spelled(member) for member in members]

    def told_choices(self, shape: Shape) -> str:
        """The choices for a reader: ids with names, and not too many."""
        names = self.offers.names.get(shape.folder, {})
        told = [f"{id}（{names[id]}）" if self.is_chinese else f"{id} ({names[id]})" for id in names]
        told = told or self.choices(shape)
        all_told = len(told) <= MOST_NAMED and len(names) >= self.offers.counts.get(shape.folder, 0)
        pause, more = ("、", "……") if self.is_chinese else (", ", " …")
        return pause.join(told[:MOST_NAMED]) + ("" if all_told else more)

    def word(self, field: Field) -> str:
        """The usual example of `field`, in English where it is one of our own words."""
        text, shape = field.key.example, field.shape
        if self.is_chinese:
            return text
        words: dict[str, str] = {UNKNOWN_WORDS[0]: UNKNOWN_WORDS[1]}
        words |= {YES_WORDS[0]: YES_WORDS[1], NO_WORDS[0]: NO_WORDS[1]} if shape.base is bool else {}
        bases: list[Any] = [*shape.words, *([shape.base] if is_choice(shape.base) else [])]
        words |= {member.label: member.code for base in bases for member in base}
        return words.get(text, text)

    def spelled(self, member: Choice) -> str:
        """`member` as it is written in this language."""
        return member.label if self.is_chinese else member.code

    @property
    def is_chinese(self) -> bool:
        """Whether keys and words are the Chinese ones."""
        return self.language == "zh"


def nothing(_: Offers) -> object:
    """No example."""
    return None


def kinds_of(record: type, examples: Examples) -> str:
    """Entries of a list of `record` that say nothing but their kind, as YAML; empty where there is no such short form."""
    if not hasattr(record, "from_term"):
        return ""
    choices = examples.choices(form_of(record).by_spelling["kind"].shape)
    return f"[{', '.join(map(written, choices[:2]))}]" if choices else ""


def written(text: str) -> str:
    """`text` as YAML has it, in quotes where it needs them."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
