"""What columns and tables are called and what they mean, in one language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from build_tools.records.language import FIRST
from build_tools.wording import Wording

if TYPE_CHECKING:
    from build_tools.records.shapes import Field


@dataclass(frozen=True, slots=True)
class Said:
    """A title, and a sentence, if there is one."""

    title: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """The titles of one language; what records declare is declared in Chinese, elsewhere it has its English name."""

    wording: Wording

    def of_field(self, field: Field) -> Said:
        """What the record says of `field`."""
        if self.wording.language == FIRST.code:
            return Said(field.key.label, field.key.meaning)
        return Said(spelled_out(field.english))

    def of_part(self, whole: Said, part: Said) -> Said:
        """`part` of something that is called `whole`."""
        return Said(self.wording.say("table.part", whole=whole.title, part=part.title), part.meaning)

    def of_name(self, coded: Said) -> Said:
        """The name behind a code or id that is called `coded`."""
        return Said(self.wording.say("table.name_of", title=coded.title))

    def of_column(self, name: str) -> Said:
        """A column that is no record's field."""
        return Said(self.wording.say(f"column.{name}"), self.wording.say(f"column_means.{name}"))

    def of_table(self, name: str) -> Said:
        """A table of whole files, or of something that is gathered from them."""
        return Said(self.wording.say(f"table_of.{name}"), self.wording.say(f"table_means.{name}"))

    def of_inner_table(self, owner: str, said: Said, name: str) -> Said:
        """The table `name` of what a record holds that is in the table called `owner`."""
        meaning = self.wording.say("table.inner", owner=owner, part=said.title)
        if self.wording.language != FIRST.code:
            return Said(spelled_out(name).capitalize(), meaning)
        return self.and_also(Said(self.of_part(Said(owner), said).title, said.meaning), meaning)

    def and_also(self, said: Said, *more: str) -> Said:
        """`said`, and after what it means `more` to know."""
        return replace(said, meaning=self.wording.say("table.then").join(filter(None, (said.meaning, *more))))


def spelled_out(name: str) -> str:
    """`name` with blanks."""
    return name.replace("_", " ")
