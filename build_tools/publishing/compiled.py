"""What templates are compiled to, kept where Python keeps what modules are compiled to: as trusted, and as dispensable."""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from build_tools.digest import SIZE, digest

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket

BESIDE = Path(cache_from_source(__file__))
"""A file in the folder; its suffixes name the version of Python."""


class Compiled(jinja2.BytecodeCache):
    """Codes for environments that differ in nothing of which a code is made; each build has one of its own."""

    def __init__(self, engine: bytes = b"", name: str = "", folder: Path = BESIDE.parent) -> None:
        """What the same `engine` has left in `folder` under the same `name`; nothing lasts where no engine is known.

        Kinds of environments have names so that they do not replace each other's codes of a template.
        """
        self.engine = engine
        self.name = name
        self.folder = folder
        self.codes: dict[str, CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives `bucket` the code of its source, if that is kept."""
        if bucket.key not in self.codes:
            self.codes[bucket.key] = self.read(bucket) if self.engine else None
        bucket.code = self.codes[bucket.key]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of `bucket`, for later builds only if that is possible."""
        self.codes[bucket.key] = bucket.code
        if self.engine and not sys.dont_write_bytecode:
            with suppress(OSError):
                self.write(bucket)

    def read(self, bucket: Bucket) -> CodeType | None:
        """The code that was made of the same source; None if there is none, or the file is not whole."""
        try:
            content = self.path(bucket).read_bytes()
        except OSError:
            return None
        seal, code = content[:SIZE], content[SIZE:]
        return marshal.loads(code) if seal == self.seal(bucket, code) else None  # noqa: S302 — as safe as a `.pyc`

    def write(self, bucket: Bucket) -> None:
        """Leave the code of `bucket`, whole or not at all."""
        code = marshal.dumps(bucket.code)
        path = self.path(bucket)
        draft = path.with_suffix(f".{os.getpid()}{path.suffix}")
        try:
            draft.write_bytes(self.seal(bucket, code) + code)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)

    def path(self, bucket: Bucket) -> Path:
        """Where the code of `bucket` is kept: one file, however often its source changes."""
        return self.folder / f"{self.name}-{bucket.key}{''.join(BESIDE.suffixes)}"

    def seal(self, bucket: Bucket, code: bytes) -> bytes:
        """Bytes that stand before `code` only if this engine has made it of the source of `bucket`."""
        return digest(self.engine, bucket.checksum.encode(), code)
