"""YAML → records: the only place that knows YAML."""
