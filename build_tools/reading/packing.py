"""Values that reading makes ↔ bytes: the fields of a record in their order, words and kinds that recur once."""

from __future__ import annotations

import io
import pickle
import zlib
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from build_tools.reading.drafts import draft_of

if TYPE_CHECKING:
    from collections.abc import Callable

RECORDS = "build_tools.records."
"""Modules whose values may be unpacked; none of them does anything when a value is made."""
ALSO_OURS = {
    ("build_tools.problems", "Place"),
    ("build_tools.problems", "Problem"),
    ("build_tools.reading.gate.fold", "Folded"),
    ("build_tools.reading.gate.scan", "Hit"),
    ("build_tools.reading.gate.scan", "Scanned"),
    ("build_tools.reading.each_file", "ReadFile"),
    ("build_tools.reading.texts", "OneText"),
    ("build_tools.reading.texts", "Texts"),
    ("build_tools.reading.written", "Written"),
}
"""What else a file gives."""
SINGLE = (str, int, float, date, Enum)
"""What single values of records are, unless they are records themselves."""
NOT_OURS = (
    zlib.error,
    pickle.UnpicklingError,
    EOFError,
    ValueError,
    TypeError,
    AttributeError,
    ImportError,
    IndexError,
    KeyError,
    OverflowError,
    MemoryError,
)
"""What unpacking something else ends with."""


def packed(value: object) -> bytes:
    """`value` as `unpacked` takes it."""
    made = io.BytesIO()
    Packer(made, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    return zlib.compress(made.getvalue(), level=1)


def unpacked(content: bytes) -> Any:
    """The value in `content`; one of `NOT_OURS` when it holds anything but what reading makes."""
    return Unpacker(io.BytesIO(zlib.decompress(content))).load()


class Packer(pickle.Pickler):
    """Takes half the time that dataclasses themselves take to be pickled, and a fifth to come back."""

    def reducer_override(self, value: Any) -> Any:
        """How to make a record again, and once in a pack its draft; whatever else has its own way."""
        kind: Any = type(value)
        if is_record(kind):
            return draft_of(kind), values_of(kind)(value)
        if isinstance(value, Enum):  # Python 3.11.2 would have it found again by `getattr`
            return kind, (value.value,)
        if kind is type and hasattr(value, "__wrapped__"):
            return draft_of, (value.__wrapped__,)
        return NotImplemented


class Unpacker(pickle.Unpickler):
    """Makes values of our own kinds only."""

    def find_class(self, module: str, name: str) -> Any:
        """The class, if it is one that reading makes values of, or what makes its drafts."""
        if (module, name) == (draft_of.__module__, draft_of.__name__):
            return draft_of
        if module.startswith(RECORDS) or (module, name) in ALSO_OURS or (module, name) == ("datetime", "date"):
            found = super().find_class(module, name)
            # neither a function nor what a module has only imported
            if is_value(found) and (found.__module__, found.__qualname__) == (module, name):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def is_value(found: Any) -> bool:
    """Whether `found` is a class of records or of single values."""
    return isinstance(found, type) and (is_record(found) or issubclass(found, SINGLE))


@cache
def is_record(kind: Any) -> bool:
    """Whether `kind` is a dataclass."""
    return is_dataclass(kind)


@cache
def values_of(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of all fields of a record of this `kind`, in order."""
    names = [field.name for field in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda record: tuple(getattr(record, name) for name in names)
