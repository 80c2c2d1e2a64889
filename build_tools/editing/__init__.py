"""Changes to what staff wrote: a new file with every key explained, and a file under another id."""
