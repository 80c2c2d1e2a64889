"""A text formatted as the station `jia` of a small bulletin."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from build_tools.formatting.formatted import formatted
from build_tools.reading.bulletin import read_known
from build_tools.reading.folder import Found
from build_tools.records.files import Kind
from tests.conftest import MINIMAL, put_all
from tests.sites import CONTENT

if TYPE_CHECKING:
    from build_tools.reading.known import Known

VOCABULARY = (CONTENT / "vocabulary.yml").read_text(encoding="utf-8")
JIA = Found(Kind.STATION, "jia.yml", "stations/jia.yml", "jia")


@cache
def known() -> Known:
    """The words and ids of the small bulletin, with the vocabulary of our own content."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        put_all(folder, {**MINIMAL, "vocabulary.yml": VOCABULARY})
        return read_known(folder)[0]


def usual(text: str | bytes, found: Found = JIA) -> str:
    """`text` in its usual form."""
    return formatted(text if isinstance(text, bytes) else text.encode(), found, known()).after
