"""What a file may name of other files, and what short texts have been found to mean with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from build_tools.reading.refused import Refused
from build_tools.records.shapes import Shape

Asked = tuple[str, str]
"""A folder and the id of a file there."""
ANYTHING: Asked = ("", "")
"""Asked for where nobody can say which other files would make a difference; it never is there."""
MOST_READ = 10_000
"""Many more than the words, hours and answers that recur."""
PHRASE = 30
"""Characters; shorter texts may be said of many stations: `免费`, `每天安排`."""

NOTHING_REFUSED = Refused()


@dataclass(frozen=True, slots=True)
class Known:
    """What values of other files may be named."""

    terms: Mapping[str, Mapping[str, str]]
    """Vocabulary list → spelling → code; empty while the vocabulary itself cannot be read."""
    ids: Mapping[str, Set[str]]
    """Folder → ids of its files."""
    refused: Refused = NOTHING_REFUSED
    """Files that are there and may not be named yet."""
    read: dict[tuple[Shape, str], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What is wanted and a short text that stood there → the value it has wherever these words are known."""

    def asked(self, folder: str, id: str) -> Asked:
        """What whoever asks for the file `id` of `folder` depends on."""
        return (folder, id) if id in self.ids.get(folder, ()) else ANYTHING

    def has_all(self, asked: Iterable[Asked]) -> bool:
        """Whether every file that was `asked` for is there."""
        return all(id in self.ids.get(folder, ()) for folder, id in asked)

    def remember(self, shape: Shape, text: str, value: Any) -> None:
        """Let `read` tell that `text` means `value` where `shape` is wanted, if `text` may well be written again."""
        if len(text) < PHRASE:
            if len(self.read) >= MOST_READ:
                self.read.clear()
            self.read[shape, text] = value
