"""New files."""
