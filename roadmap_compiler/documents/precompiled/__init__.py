"""The bundled templates as plain Python.

Loading Jinja, parsing a template and compiling it takes as long as rendering fifty documents; a command that builds
one document would spend its time on that. `precompiling` writes the modules of this folder. A template that differs
from the one they were made of by a single byte is compiled as any other.
"""

from __future__ import annotations

import hashlib
from importlib import import_module

from ..problems import Place
from ..rendering import Compiled, Part
from .known import KNOWN


def precompiled_parts(package: bytes) -> Compiled | None:
    """The compiled parts of a template that is a bundled one to the byte, else None."""
    known = KNOWN.get(hashlib.sha256(package).hexdigest())
    if known is None:
        return None
    module, text_area, gaps = known
    pieces = import_module(f"{__name__}.{module}").pieces
    return Compiled((Part("word/document.xml", Place(), pieces, (), gaps),), text_area, [])
