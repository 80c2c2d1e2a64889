"""Facts → files: page bodies, exports and their words; knows no MkDocs."""
