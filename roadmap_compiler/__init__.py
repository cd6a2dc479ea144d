"""The roadmap compiler: a roadmap in YAML → a document to sign, a calendar of deadlines."""

__version__ = "0.1.0"
