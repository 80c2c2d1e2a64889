"""The gate: what identifies a resident is found in every text, name and picture, masked in every report, or excused."""
