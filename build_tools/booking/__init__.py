"""Private counts → the public side of the ledger. Nothing that checks, builds or shows the site may import this."""
