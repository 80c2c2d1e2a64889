"""A file's text → the same in its usual form, with the same meaning: a file a habit, `formatted.py` for all of them."""
