"""What stands in place of a value that could not be read."""

from __future__ import annotations

from typing import Final


class Invalid:
    """Stands for a value whose problem has been noted."""


INVALID: Final = Invalid()
