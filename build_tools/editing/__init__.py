"""Changes to what staff wrote: a new file with every key explained. Says what to write; a command writes it."""
