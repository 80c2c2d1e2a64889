"""A bulletin in the Human Services Data Specification 3.0 (Open Referral), as files of a static host.

Lists carry what each record says of itself (HSDS: one-to-one fields); the file of a record carries all that belongs to it.
"""
