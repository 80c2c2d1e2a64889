"""One `reconcile` from beginning to end, with how it ended written down for whoever asks later."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from build_tools.hosting.clock import china_time
from build_tools.hosting.outcome import Outcome
from build_tools.hosting.reconciling import Reconciliation
from build_tools.hosting.refusal import HostError
from build_tools.hosting.space import is_full
from build_tools.hosting.state import read_status, write_status

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_tools.hosting.clock import Now
    from build_tools.hosting.layout import Host
    from build_tools.hosting.phases import Phases


def attempted(
    host: Host,
    now: Now,
    phases: Phases,
    sentence: Callable[[Exception], str],
    failures: tuple[type[Exception], ...],
) -> Outcome:
    """Reconcile; of `failures` the `sentence` is the message."""
    one = Reconciliation(host, now, phases)
    try:
        outcome = one.run()
    except failures as failure:
        error = HostError("disk_full") if is_full(host, failure) else failure
        outcome = Outcome("failed", one.shown(), phases.last, sentence(error))
    with suppress(OSError):  # a full disk keeps it from being remembered, not from being said
        remember(host, outcome, china_time(now.moment))
    return outcome


def remember(host: Host, outcome: Outcome, at: str) -> None:
    """Write down how it ended; why a commit was refused is remembered as long as it is."""
    before = read_status(host)
    message = before["message"] if outcome.name == "held" and before else outcome.message
    write_status(host, {"at": at, "outcome": outcome.name, "phase": outcome.phase, "message": message})
