"""Which version of the engine this is; the wheel takes its own from here."""

VERSION = "0.1.0"
