"""The bundled templates as plain Python.

Loading Jinja, parsing a template and compiling it takes as long as rendering fifty documents; a command that builds
one document would spend its time on that. `precompiling` writes the modules of this folder. A template that differs
from the one they were made of by a single byte is compiled as any other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib import import_module

from ..problems import Place
from ..rendering import Compiled, Part
from .known import KNOWN


def precompiled_parts(package: bytes) -> Compiled | None:
    """The compiled parts of a template that is a bundled one to the byte, else None."""
    return known_parts(package, KNOWN, __name__)


def known_parts(package: bytes, known: Mapping[str, tuple[str, tuple[int, int], bool]], folder: str) -> Compiled | None:
    """The compiled parts of a template that is in ``known``, from the modules of the package ``folder``; else None."""
    found = known.get(hashlib.sha256(package).hexdigest())
    if found is None:
        return None
    module, text_area, gaps = found
    pieces = import_module(f"{folder}.{module}").pieces
    return Compiled((Part("word/document.xml", Place(), pieces, (), gaps),), text_area, [])
