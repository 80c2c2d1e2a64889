"""One `reconcile` from beginning to end, with how it ended written down for whoever asks later."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from build_tools.hosting.clock import china_time
from build_tools.hosting.outcome import Outcome
from build_tools.hosting.reconciling import Reconciliation
from build_tools.hosting.state import write_status

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
    except failures as error:
        outcome = Outcome("failed", one.shown(), phases.last, sentence(error))
    told = {"at": china_time(now.moment), "outcome": outcome.name, "phase": outcome.phase, "message": outcome.message}
    with suppress(OSError):  # a full disk keeps it from being remembered, not from being said
        write_status(host, told)
    return outcome
