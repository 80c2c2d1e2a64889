"""How staff make one commit of several, so that nothing they have taken away again stays in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def as_one(base: str, say: Callable[..., str]) -> str:
    """The commands, for commits since `base`; without it, for all there are."""
    if base:
        return say("check.as_one", back=f"git reset --soft {base}", more="")
    return say("check.as_one", back="git update-ref -d HEAD", more=say("check.as_one_all"))
