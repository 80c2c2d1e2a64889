"""Staff's YAML becomes a public site, in stages that only look left.

records     what staff wrote: frozen values that read themselves from text
reading     YAML → records, and every problem with its place: the only place that knows YAML
facts       records → what follows from them on a day: pure functions
publishing  facts → pages and files: knows no MkDocs
build       the stages in order; its doors are `hooks/` (MkDocs) and `commands/` (the command line)
settings, problems, reports, wording, workers   what they share: the day, mistakes, the site's words, the cores
"""
