"""Where the public may come: the door of a station is nobody's home, wherever it is written."""

from __future__ import annotations

import re
import typing
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from build_tools.reading.gate.dwellings import dwellings
from build_tools.reading.gate.excused import lies_inside
from build_tools.reading.gate.fold import folded
from build_tools.records.files import RECORD_KINDS
from build_tools.records.key import PublicPlace
from build_tools.records.shapes import form_of, marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_tools.reading.gate.scan import Hit
    from build_tools.reading.written import Written


class Places:
    """The public places of the content that have a unit or a room."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = []
        self.known: dict[str, list[tuple[str, int]]] = defaultdict(list)
        """What looks like a dwelling → the texts in which it stands, and where: thousands of stations have a room."""
        for text in texts:
            for start, end in dwellings(text):
                self.texts.append(text)
                self.known[text[start:end]].append((text, start))

    def hold(self, plain: str, hit: Hit) -> bool:
        """Whether `hit` in `plain` lies inside one of these places."""
        found = plain[hit.start : hit.end]
        if any(plain.startswith(text, hit.start - at) for text, at in self.known.get(found, ()) if at <= hit.start):
            return True
        return any(lies_inside(plain, hit, text) for text in self.texts if found in text)


@cache
def public_fields(record: Any) -> tuple[str, ...]:
    """The fields of `record` that hold a public place."""
    hints = typing.get_type_hints(record, include_extras=True)
    return tuple(name for name, hint in hints.items() if any(isinstance(mark, PublicPlace) for mark in marks(hint)))


def public_texts(written: Iterable[Written], unread: Iterable[str]) -> Iterator[str]:
    """Every public place in the records that are `written`, and in the texts of files that could not be read."""
    for one in written:
        kind: Any = type(one.record)
        values = (getattr(one.record, name) for name in public_fields(kind))
        yield from (folded(value).text for value in values if isinstance(value, str))
    for text in unread:
        yield from (found[1].strip().strip("\"'") for found in spelled_places().finditer(folded(text).text))


@cache
def spelled_places() -> re.Pattern[str]:
    """A line that looks like a public place, however broken the rest of its file is."""
    records: list[Any] = [kind.record for kind in RECORD_KINDS]
    fields = [field for record in records for field in form_of(record).fields if field.name in public_fields(record)]
    keys = "|".join(sorted({spelling for one in fields for spelling in (one.english, one.key.label)}))
    return re.compile(rf"^[ \t]*(?:{keys}) *[:：]([^\n#]+)", re.MULTILINE)
