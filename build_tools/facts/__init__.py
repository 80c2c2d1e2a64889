"""Records → what follows from them: pure functions, no clock, no files."""
