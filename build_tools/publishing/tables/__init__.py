"""Facts → tables: what stands in each cell, and what its column means. `csv_file` and `package` write them down."""
