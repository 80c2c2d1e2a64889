"""A district's own repository: what is laid out, and what becomes of it on forges and in upgrades."""
