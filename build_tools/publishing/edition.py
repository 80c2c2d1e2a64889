"""The site in one language."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.facts.derive import Facts
from build_tools.wording import Wording


@dataclass(frozen=True, slots=True)
class Edition:
    """What one language's readers get: pages of their own, and the files that all editions share."""

    facts: Facts
    wording: Wording
    folder: str = ""
    """Where its pages stand: nothing for the first edition, `en/` for the English one."""
