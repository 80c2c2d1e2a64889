"""Values that reading makes ↔ bytes: the fields of a record in their order, words and kinds that recur once."""

from __future__ import annotations

import io
import pickle
import zlib
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

OURS = ("build_tools.records.", "build_tools.reading.", "build_tools.problems")
"""Modules whose values may be unpacked; none of them does anything when a value is made."""
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
)
"""What unpacking something else ends with."""
new, set_field = object.__new__, object.__setattr__
"""Records are frozen, and made here by the hundred thousand."""


def packed(value: object) -> bytes:
    """`value` as `unpacked` takes it."""
    made = io.BytesIO()
    Packer(made, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    return zlib.compress(made.getvalue(), level=1)


def unpacked(content: bytes) -> Any:
    """The value in `content`; one of `NOT_OURS` when it holds anything but what reading makes."""
    return Unpacker(io.BytesIO(zlib.decompress(content))).load()


class Packer(pickle.Pickler):
    """Takes half the time that dataclasses themselves take to be pickled, and to come back."""

    def reducer_override(self, value: Any) -> Any:
        """How to make a record again; whatever else has its own way."""
        kind: Any = type(value)
        return (remade, parts_of(kind)(value)) if is_record(kind) else NotImplemented


class Unpacker(pickle.Unpickler):
    """Makes values of our own kinds only."""

    def find_class(self, module: str, name: str) -> Any:
        """The class, if it is one of ours or a day."""
        if module.startswith(OURS) or (module, name) == ("datetime", "date"):
            found = super().find_class(module, name)
            if found is remade or (
                isinstance(found, type) and (found.__module__, found.__qualname__) == (module, name)
            ):
                return found  # neither another function nor what a module has only imported
        raise pickle.UnpicklingError(f"{module}.{name}")


def remade(kind: type, *values: object) -> Any:
    """The record of this `kind` whose fields have these `values`, all of them in order."""
    record: Any = new(kind)
    for name, value in zip(names_of(kind), values):  # noqa: B905 — packed by the same program
        set_field(record, name, value)
    return record


@cache
def is_record(kind: Any) -> bool:
    """Whether `kind` is a dataclass."""
    return is_dataclass(kind)


@cache
def parts_of(kind: Any) -> attrgetter[Any]:
    """What `remade` is told of a record of this `kind`."""
    return attrgetter("__class__", *names_of(kind))


@cache
def names_of(kind: Any) -> tuple[str, ...]:
    """The fields of the dataclass `kind`, in order."""
    return tuple(field.name for field in fields(kind))
