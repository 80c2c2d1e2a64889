"""`new site DIR`: a district's own repository, in which everything but the content is a few lines that name the engine.

`files/` lies there as it is written; what is content comes from the same declarations as `new station`.
"""
