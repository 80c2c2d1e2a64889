"""Which kinds of file may lie in `content/`, where, and what record each holds: everything in it is public."""

from __future__ import annotations

import re
from enum import Enum

from build_tools.records.calendar import HolidayCalendar
from build_tools.records.district import District
from build_tools.records.event import Event
from build_tools.records.notice import Notice
from build_tools.records.organization import Organization
from build_tools.records.site import Site
from build_tools.records.station import Station
from build_tools.records.tally import Tally
from build_tools.records.vocabulary import Vocabulary

UNFINISHED = ".booking"
"""Ends the name of a tally that is being written; it lies there only when that was interrupted."""


class Kind(Enum):
    """A kind of file: `(path, record)`, the path with `<id>` and the like for what its name tells."""

    VOCABULARY = ("vocabulary.yml", Vocabulary)
    SITE = ("site.yml", Site)
    DISTRICT = ("districts/<id>.yml", District)
    ORGANIZATION = ("organizations/<id>.yml", Organization)
    CALENDAR = ("calendar/<year>.yml", HolidayCalendar)
    STATION = ("stations/<id>.yml", Station)
    EVENT = ("events/<year>/<id>.yml", Event)
    NOTICE = ("notices/<year>/<id>.yml", Notice)
    TALLY = ("tallies/<id>.yml", Tally)
    ESSAY = ("<id>.md", None)
    TRANSLATED_ESSAY = ("<id>.<language>.md", None)
    SKETCH = ("map/<id>.geojson", None)
    PICTURE = ("images/<id>.(jpg|png|webp)", None)

    def __init__(self, path: str, record: type | None) -> None:
        self.path = path
        self.record = record

    @property
    def pattern(self) -> str:
        """A regular expression for its paths, with groups named like its parts: `id`, `year`, `language`."""
        return re.sub("<([a-z]+)>", "(?P<\\1>[^/.]+)", self.path.replace(".", r"\."))

    def file(self, id: str, year: str = "") -> str:
        """The path of the file of the record `id`, in the folder of its `year` where there are such folders."""
        return self.path.replace("<year>", year).replace("<id>", id)

    @property
    def folder(self) -> str:
        """The folder by which other files refer to it; nothing for kinds that nobody refers to."""
        folder, _, name = self.path.partition("/")
        return folder if self.record and name == "<id>.yml" else ""


RECORD_KINDS = tuple(kind for kind in Kind if kind.record)
"""In the order in which they are read: the vocabulary first, because the others use its words."""
