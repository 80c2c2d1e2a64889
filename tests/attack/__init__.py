"""An attacker who reads only what is published, knows every rule of the ledger, and tries to recover counts of 1–4.

It shares no line with the program that books and publishes: `reading` and `scan` turn files into claims, `world` turns
claims into unknown months and constraints, and `direct`, `bounds`, `rates` and `history` look for months that are known.
"""
