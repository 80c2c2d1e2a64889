"""The gate: every budget of the residents' site, measured on three bulletins and printed by `make quality`."""
