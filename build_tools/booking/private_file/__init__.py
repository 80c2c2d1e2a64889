"""The private file: YAML, CSV or a workbook → rows, and an empty workbook to keep them in."""
