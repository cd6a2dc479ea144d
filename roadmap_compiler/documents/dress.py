"""What a finished document gets besides its content; `dressing` puts it on."""

from __future__ import annotations

from typing import NamedTuple


class Dress(NamedTuple):
    """What is put on a document: a mark at the top right, a line in the footer of every page, its status among the
    properties of the file, the version that made it («0.1.0»), the text of a QR code; "" leaves each out."""

    mark: str = ""
    footer: str = ""
    status: str = ""
    version: str = ""
    qr: str = ""


PLAIN = Dress()
"""Nothing: the document as its template has it, to the byte."""
