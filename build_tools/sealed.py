"""Plain values that lie where anybody may have changed them: believed only as they were written, and nothing in them runs."""

from __future__ import annotations

import io
import pickle
from hashlib import blake2b
from typing import Any

from build_tools.digest import SIZE

NOT_PLAIN = (
    pickle.UnpicklingError,
    EOFError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    OverflowError,
    MemoryError,
)
"""What reading anything but plain values ends with."""


class UnbelievableError(Exception):
    """What lies there is not whole, not plain, or not meant for this key."""


def sealed(value: Any, key: bytes) -> tuple[bytes, bytes]:
    """`value`, which is plain, as bytes that only the same `key` can read again: to be written one after the other."""
    file = io.BytesIO()
    PlainPickler(file, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    content = file.getvalue()
    return seal(content, key), content


def unsealed(written: bytes, key: bytes) -> Any:
    """The value that was sealed with `key`; `UnbelievableError` unless `written` is what `sealed` gave, in one."""
    if seal(memoryview(written)[SIZE:], key) != written[:SIZE]:
        raise UnbelievableError
    file = io.BytesIO(written)
    file.seek(SIZE)
    try:
        return PlainUnpickler(file).load()
    except NOT_PLAIN:
        raise UnbelievableError from None


def seal(content: bytes | memoryview, key: bytes) -> bytes:
    """Bytes that only whole `content` for this `key` has before it; not a secret: what lies there is not trusted either."""
    return blake2b(content, digest_size=SIZE, key=key).digest()


class PlainPickler(pickle.Pickler):
    """Writes plain values only, since nothing else could be read again."""

    def reducer_override(self, found: Any) -> Any:
        """Refuse everything that has a class of its own."""
        raise TypeError(f"not a plain value: {found!r}")


class PlainUnpickler(pickle.Unpickler):
    """Reads plain values only: nothing that lies beside a site may run."""

    def find_class(self, module: str, name: str) -> Any:
        """Refuse every class."""
        raise pickle.UnpicklingError(f"{module}.{name}")
