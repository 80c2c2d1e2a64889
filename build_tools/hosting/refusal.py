"""What the host commands end with when something is not as it must be; the door says it in words."""

from __future__ import annotations


class HostError(Exception):
    """The site stays as it is; `reason` is a key below `host.` in the locale files, `words` fill it."""

    def __init__(self, reason: str, **words: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.words = words
