"""A new file: what must be written on top, with blanks; below it everything else, switched off and explained.

Lines that begin with `##` explain, and stay comments whatever an editor does to a whole block; those that begin with
`# ` are examples, which are valid as soon as that is taken away.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from build_tools.editing.examples import Examples, kinds_of
from build_tools.records.event import Event
from build_tools.records.key import UNKNOWN_WORDS, FreeText
from build_tools.records.shapes import Field, form_of, is_record
from build_tools.records.station import Station
from build_tools.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping


TOGETHER: dict[type, tuple[tuple[str, ...], ...]] = {
    Station: (("hours", "holidays", "makeup_days"),),
    Event: (("repeats", "holidays", "makeup_days", "changes"), ("course", "course_reason", "moved_to")),
}
"""Keys that are right only together: they make one block."""
USUALLY: dict[type, tuple[str, ...]] = {Event: ("date",)}
"""Keys that most files must have although another key may stand instead: they have a blank too."""
INSTEAD = (Event, "repeats")
"""Begins the block that takes the place of a blank."""
LEFT_OUT = ("aliases", "reviewed")
"""A new file was never called otherwise; `rename` writes it. Nor has anything been reviewed, and its example is a mobile."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Writes new files of one kind."""

    folder: str
    """Where such files lie."""
    record: type
    """What they hold."""
    examples: Examples
    wording: Wording

    def text(self, filled: Mapping[str, str], heading: str = "") -> str:
        """The file; `filled` are the values of keys, by field, that are known already, and have a line of their own then."""
        blanks = blanks_of(self.record, filled)
        parts = [
            [f"## {line}" for line in (heading or self.heading()).splitlines()],
            *(self.blank(field, filled.get(field.name, "")) for field in blanks),
            [f"## {line}" for line in self.wording.say("new.optional").splitlines()],
            *(self.block(block) for block in blocks_of(self.record, filled)),
        ]
        return "\n\n".join("\n".join(part) for part in parts) + "\n"

    def heading(self) -> str:
        """What the file is and how it is filled in."""
        what = self.wording.say(f"table_of.{self.folder}")
        return f"{self.wording.say('new.heading', what=what)}\n{self.wording.say('new.marks')}"

    def blank(self, field: Field, value: str) -> list[str]:
        """A key with a place to write, or with what is known."""
        said = [self.meaning(field), *self.remarks(field)]
        single = field.shape.many or field.shape
        if not self.examples.choices(single):
            said.append(self.wording.say("new.example", example=self.examples.example(self.record, field)))
        return [f"## {self.joined(said)}", f"{self.key(field)}: {value}"]

    def block(self, fields: tuple[Field, ...]) -> list[str]:
        """Keys that are switched off, each explained."""
        is_instead = (self.record, fields[0].name) == INSTEAD
        said = [f"## {self.wording.say('new.instead_of_date')}"] if is_instead else []
        return [*said, *chain.from_iterable(self.switched_off(self.record, field, "") for field in fields)]

    def switched_off(self, record: type, field: Field, indent: str, dash: str = "") -> Iterator[str]:
        """The lines of `field`, which stands so far in; `dash` is before it where an entry of a list begins."""
        inner = inner_record(field)
        explained = self.joined([self.meaning(field), *self.remarks(field)])
        if inner and indent and field.key.example in UNKNOWN_WORDS:
            inner = None  # the word is an example too
        if inner and indent and inner in self.on_top:
            where = self.wording.say("new.as_above", key=self.on_top[inner])
            yield f"## {indent}{self.told(field, [explained, where])}"
        elif inner:
            yield f"## {indent}{explained}"
            yield from self.nested(inner, field, indent, dash)
        elif self.examples.is_only_told(record, field):
            yield f"## {indent}{self.told(field, [explained, *self.example_told(record, field)])}"
        else:
            yield f"## {indent}{explained}"
            yield f"# {indent[: len(indent) - len(dash)]}{dash}{self.key(field)}: {self.examples.example(record, field)}"

    def nested(self, inner: type, field: Field, indent: str, dash: str) -> Iterator[str]:
        """The lines of the records under `field`: one of them, with all its keys."""
        fields = form_of(inner).fields
        lacking = any(one.required and self.examples.is_only_told(inner, one) for one in fields)
        start = "##" if lacking else "#"
        yield f"{start} {indent[: len(indent) - len(dash)]}{dash}{self.key(field)}:"
        further = indent + ("    " if field.shape.many else "  ")
        for position, one in enumerate(fields):
            lines = self.switched_off(inner, one, further, "- " if field.shape.many and position == 0 else "")
            yield from (f"##{line.lstrip('#')}" if lacking else line for line in lines)

    def meaning(self, field: Field) -> str:
        """What the records say of `field`."""
        if self.examples.is_chinese:
            return field.key.meaning
        return f"{field.key.label}: {field.key.meaning}"

    def remarks(self, field: Field) -> Iterator[str]:
        """What else is to be known of `field`: its choices, how it is written."""
        single = field.shape.many or field.shape
        if single.folder and not self.examples.offers.names.get(single.folder):
            yield self.wording.say("new.no_file", folder=single.folder)
        elif choices := self.examples.told_choices(single):
            yield self.wording.say("new.choices", choices=choices)
        if inner := inner_record(field):
            if short := kinds_of(inner, self.examples):
                yield self.wording.say("new.short", line=f"{self.key(field)}: {short}")
        elif single.base is FreeText:
            yield self.wording.say("new.paragraphs")
        if field.shape.unknown and UNKNOWN_WORDS[0] not in (field.key.example + field.key.meaning):
            yield self.wording.say("new.unknown")

    def told(self, field: Field, said: list[str]) -> str:
        """What is said of a key that has no line of its own."""
        return self.wording.say("new.told", key=self.key(field), said=self.joined(said))

    def example_told(self, record: type, field: Field) -> Iterator[str]:
        """The example of `field` where it can only be told."""
        if example := self.examples.example(record, field):
            yield self.wording.say("new.example", example=f"{self.key(field)}: {example}")

    def joined(self, said: list[str]) -> str:
        """Sentences after one another."""
        return self.wording.say("new.pause").join(said)

    def key(self, field: Field) -> str:
        """The key of `field` in this language."""
        return field.key.label if self.examples.is_chinese else field.english

    @property
    def on_top(self) -> dict[type, str]:
        """Records that are written under a key of the file itself, with that key: there they are explained."""
        return {inner: self.key(field) for field in form_of(self.record).fields if (inner := inner_record(field))}


def inner_record(field: Field) -> type | None:
    """The record that is written under `field`, alone or in a list."""
    base = (field.shape.many or field.shape).base
    return base if is_record(base) else None


def blanks_of(record: type, filled: Collection[str] = ()) -> tuple[Field, ...]:
    """The keys of `record` that have a blank; those that are `filled` have a line like it."""
    usual = (*USUALLY.get(record, ()), *filled)
    return tuple(field for field in form_of(record).fields if field.required or field.name in usual)


def blocks_of(record: type, filled: Collection[str] = ()) -> Iterator[tuple[Field, ...]]:
    """All other keys of `record`, in order, those that go together as one."""
    rest = {field.name: field for field in form_of(record).fields}
    for name in (*LEFT_OUT, *(field.name for field in blanks_of(record, filled))):
        rest.pop(name, None)
    groups = {name: group for group in TOGETHER.get(record, ()) for name in group}
    while rest:
        group = groups.get(next(iter(rest)), (next(iter(rest)),))
        yield tuple(rest.pop(name) for name in group)
