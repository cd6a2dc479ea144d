"""The seal of a roadmap's content, and whether a document is still what was built from it.

    Plan ──content──▶ seal (64 hex digits) ──▶ short code in the footer
    DOCX + Plan ──▶ what was altered, each thing by its name
"""
