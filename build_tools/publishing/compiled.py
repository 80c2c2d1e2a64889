"""What templates are compiled to: half of the time that a small build would take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2

from build_tools.digest import digest
from build_tools.lasting import lasting, leave, left

if TYPE_CHECKING:
    from pathlib import Path
    from types import CodeType

    from jinja2.bccache import Bucket


class Compiled(jinja2.BytecodeCache):
    """Keeps codes for environments that differ in nothing of which a code is made; each build has one of its own."""

    def __init__(self, engine: bytes = b"", name: str = "") -> None:
        """What earlier builds by the same `engine` have left under the same `name`; nothing lasts where no engine is known.

        Kinds of environments have names so that they do not replace each other's codes of a template.
        """
        self.engine = engine
        self.name = name
        self.codes: dict[str, CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives `bucket` the code of its source, if that is kept."""
        if bucket.key not in self.codes:
            self.codes[bucket.key] = left(*self.place(bucket)) if self.engine else None
        bucket.code = self.codes[bucket.key]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of `bucket`."""
        self.codes[bucket.key] = bucket.code
        if self.engine:
            leave(*self.place(bucket), bucket.code)

    def place(self, bucket: Bucket) -> tuple[Path, bytes]:
        """Where the code of `bucket` lasts, however often its source changes, and what it is made from."""
        return lasting(f"{self.name}-{bucket.key}"), digest(self.engine, bucket.checksum.encode())
