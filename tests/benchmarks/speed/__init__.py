"""The whole product beside Hugo and plain MkDocs: `python -m tests.benchmarks.speed`; `__main__` says what is measured."""
