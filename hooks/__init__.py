"""MkDocs' door: the only code that imports mkdocs."""
