"""What files gave when an earlier build read them: the same file, read with the same words by the same program, gives the same."""

from __future__ import annotations

import io
import pickle
from typing import TYPE_CHECKING, Any

from build_tools.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from build_tools.reading.convert import Known
    from build_tools.reading.folder import Found

OURS = ("build_tools.records.", "build_tools.reading.", "build_tools.problems")
"""Modules of which an earlier build may have left values; none of them does anything when a value is made."""
NOT_OURS = (pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError, ImportError, IndexError, KeyError)
"""What reading something else ends with."""


class Earlier:
    """Results of reading, by a key that stands for all they depend on. What is used in one build is left for the next."""

    def __init__(self, engine: bytes = b"", results: Mapping[bytes, bytes] | None = None) -> None:
        self.engine = engine
        """The program that reads; empty where nothing is to be kept."""
        self.results = results or {}
        self.used: dict[bytes, bytes] = {}

    def words(self, known: Known) -> bytes:
        """Stands for the program and for all that files may name."""
        ids = {folder: sorted(names) for folder, names in known.ids.items()}
        return digest(self.engine, repr((known.terms, ids)).encode())

    def find(self, key: bytes) -> Any:
        """The result with this `key`; None if there is none that can be believed."""
        packed_result = self.results.get(key)
        if packed_result is None:
            return None
        try:
            found = unpacked(packed_result)
        except NOT_OURS:
            return None
        self.used[key] = packed_result
        return found

    def keep(self, key: bytes, packed_result: bytes) -> Any:
        """The new result in `packed_result`, which is left for the next build under this `key`."""
        self.used[key] = packed_result
        return unpacked(packed_result)


def fingerprints_of(files: Iterable[Found]) -> list[tuple[str, bytes]]:
    """The path inside `content/` of each of `files`, and a few bytes that are others when it is."""
    return [(found.uri, fingerprint(found.path)) for found in files]


def fingerprint(path: Path) -> bytes:
    """Sixteen bytes that stand for the content of the file at `path`; empty when it cannot be read."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return b""


def packed(value: object) -> bytes:
    """`value` as `unpacked` takes it."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


def unpacked(content: bytes) -> Any:
    """The value in `content`; `UnpicklingError` when it holds anything but what reading makes."""
    return Unpacker(io.BytesIO(content)).load()


class Unpacker(pickle.Unpickler):
    """Makes values of our own kinds only."""

    def find_class(self, module: str, name: str) -> Any:
        """The class, if it is one of ours or a day."""
        if module.startswith(OURS) or (module, name) == ("datetime", "date"):
            found = super().find_class(module, name)
            if isinstance(found, type) and (found.__module__, found.__qualname__) == (module, name):
                return found  # neither a function nor what a module has only imported
        raise pickle.UnpicklingError(f"{module}.{name}")
