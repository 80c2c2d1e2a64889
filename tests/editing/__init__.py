"""New files and files under another id."""
