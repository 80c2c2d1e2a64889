"""A site on a machine of its own: real processes, real git, real folders."""
