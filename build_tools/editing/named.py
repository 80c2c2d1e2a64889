"""Which file a person means: `jia`, `2026/yizhen`, `stations/jia`, or a path as a shell completes it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.pinyin import syllables_of
from build_tools.records.alias import LONGEST_ID, is_identifier
from build_tools.records.files import RECORD_KINDS, Kind
from build_tools.records.key import UNKNOWN_WORDS
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from build_tools.reading.folder import Found
    from build_tools.wording import Wording

REFERRED = tuple(kind for kind in RECORD_KINDS if kind.path.endswith("<id>.yml") and kind is not Kind.TALLY)
"""Kinds of files that are known by an id of their own; a tally has its station's."""
REMEMBERING = tuple(kind for kind in REFERRED if any(field.name == "aliases" for field in form_of(kind.record).fields))
"""Those whose records remember what they were called before."""
HAN = re.compile("[\u3400-\u9fff]+")


class RefusedError(Exception):
    """It cannot be done, and nothing was changed; the message says why."""


@dataclass(frozen=True, slots=True)
class Named:
    """What was said of a file; the folder and the year are empty where they were not said."""

    folder: str
    year: str
    id: str

    def means(self, found: Found) -> bool:
        """Whether it may be `found` that is meant."""
        return (
            found.id == self.id
            and self.year in ("", found.year)
            and self.folder in ("", folder_of(found.kind))
            and found.kind in REFERRED
        )


def folder_of(kind: Kind) -> str:
    """The top folder of files of `kind`."""
    return kind.path.partition("/")[0]


SAID = re.compile(
    rf"(?:(?:.*[/\\])?(?P<folder>{'|'.join(map(folder_of, REFERRED))})[/\\])?(?:(?P<year>\d{{4}})[/\\])?(?P<id>.*?)(?:\.ya?ml)?"
)


def named(text: str) -> Named:
    """What `text` says of a file."""
    found = SAID.fullmatch(text.strip())
    return Named(found["folder"] or "", found["year"] or "", found["id"]) if found else Named("", "", text)


def refuse_bad_id(id: str, wording: Wording) -> None:
    """`RefusedError`, with an id that would do, unless a file may be named `id`."""
    if id in UNKNOWN_WORDS:
        raise RefusedError(wording.say("edit.means_unknown", text=id))
    if not is_identifier(id):
        raise RefusedError(wording.say("edit.no_id", text=id, proposal=proposed_id(id)))


def proposed_id(text: str) -> str:
    """An id that sounds like `text`: 石鼓站 gives `shi-gu-zhan`."""
    spoken = HAN.sub(lambda run: f" {' '.join(syllables_of(run[0]))} ", unicodedata.normalize("NFKC", text).lower())
    id = "-".join(re.findall("[a-z0-9]+", spoken))[:LONGEST_ID].strip("-")
    return id if id and id not in UNKNOWN_WORDS else "zhengyang"
