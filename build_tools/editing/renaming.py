"""`rename ID NEW`: what every file of the content says once a station, event, notice or organisation has another id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.editing.former_ids import remember
from build_tools.editing.left_over import Line, left_over
from build_tools.editing.named import RefusedError
from build_tools.editing.source_text import MisfitError, SourceText
from build_tools.problems import Unreadable
from build_tools.reading.references import links_to, mentions_in
from build_tools.reading.text import decoded
from build_tools.records.files import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.reading.folder import Found
    from build_tools.wording import Wording

ESSAYS = (Kind.ESSAY, Kind.TRANSLATED_ESSAY)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a new id changes; files by their paths inside `content/`."""

    moved: Mapping[str, str]
    """The file before → after."""
    contents: Mapping[str, bytes]
    """What is to lie in each file that is new or changes."""
    mentions: Mapping[str, int]
    """File that stays where it is → in how many places it names the one that moves."""
    left: tuple[Line, ...]
    """Lines that go on naming the old address, in words that nobody but people understands."""


class Renaming:
    """Gives the file `target` another id, among all files there are."""

    def __init__(self, found: Sequence[Found], target: Found, new: str, wording: Wording) -> None:
        self.found = found
        self.target = target
        self.new = new
        self.wording = wording
        self.kinds = {target.kind, Kind.TALLY} if target.kind is Kind.STATION else {target.kind}

    def plan(self) -> Plan:
        """What is to change, or `RefusedError` where a mention is written in a way that cannot be changed."""
        moved = {one.uri: one.kind.file(self.new, one.year) for one in self.found if self.is_moving(one)}
        sources = {one.uri: SourceText(one.path.read_bytes()) for one in self.found if self.may_name(one)}
        for one in self.found:
            if one.uri in sources:
                self.change(one, sources[one.uri], moved)
        contents = {
            moved.get(uri, uri): source.changed() for uri, source in sources.items() if source.changes or uri in moved
        }
        mentions = {
            uri: len(source.changes) for uri, source in sources.items() if source.changes and uri != self.target.uri
        }
        texts = [one for one in self.found if is_text(one)]
        left = left_over(self.target.uri.removesuffix(".yml"), texts, moved, contents)
        return Plan(moved, contents, mentions, tuple(left))

    def is_moving(self, one: Found) -> bool:
        """Whether `one` bears the id of the target as its own: it is that, or its tally."""
        return one.kind in self.kinds and (one.id, one.year) == (self.target.id, self.target.year)

    def may_name(self, one: Found) -> bool:
        """Whether `one` is a text that holds the id at all; nothing else is looked into."""
        return is_text(one) and (self.is_moving(one) or self.target.id.encode() in one.path.read_bytes())

    def change(self, one: Found, source: SourceText, moved: Mapping[str, str]) -> None:
        """Note in `source`, the text of the file `one`, what is to change there."""
        try:
            text = decoded(source.content)
            if one.kind.record:
                self.change_record(one.kind.record, text, source, moved)
            else:
                change_page(text, source, moved)
            if one == self.target:
                remember(source, one.kind.record or object, self.target.id, self.new)
        except MisfitError as misfit:
            where = {"file": one.uri, "line": misfit.line}
            raise RefusedError(self.wording.say("rename.misfit", id=self.target.id, **where)) from None
        except Unreadable:
            raise RefusedError(self.wording.say("rename.unreadable", file=one.uri)) from None

    def change_record(self, record: type, text: str, source: SourceText, moved: Mapping[str, str]) -> None:
        """Note where a file of `record` names one that moves."""
        now = {("", uri): new for uri, new in moved.items()}
        now[self.target.kind.folder or self.target.uri, self.target.id] = self.new
        for folder, scalar in mentions_in(record, text):
            word = scalar.text.strip()
            if (folder, word) in now:
                source.replace(word, scalar.line, scalar.column, now[folder, word])


def is_text(one: Found) -> bool:
    """Whether staff write `one` as words: a record or a page."""
    return bool(one.kind.record) or one.kind in ESSAYS


def change_page(text: str, source: SourceText, moved: Mapping[str, str]) -> None:
    """Note where the hand-written page `text` links to a file that moves."""
    for uri, new in moved.items():
        for line, column in links_to(uri, text):
            source.replace(uri, line, column, new)
