"""The command line, a door: one file a command, each with `run(options, wording)` → exit status.

`arguments.py` declares what can be said; `../__main__.py` looks up who does it. A command imports what it needs, and is
itself imported only when it is asked for.
"""

FINE, FAILED, CONTENT_ERRORS = 0, 1, 65
"""65 is `EX_DATAERR` of sysexits.h: the content is wrong, not the program."""
