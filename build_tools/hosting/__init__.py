"""A bare repository becomes a live site on a machine of one's own; nothing that is pushed runs.

Plain Python, brotli and git: the engine that builds is only ever called as a command, so that its versions can stand beside
each other. Every step is a phase with a name, everything that others see changes by one rename, and whoever is killed leaves
nothing that the next one believes. Nothing here remembers an event: the site is made to match what is wanted.
"""
