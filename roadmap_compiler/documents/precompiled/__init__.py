"""The bundled templates as the Python code that Jinja makes of them.

Parsing and compiling a template takes as long as rendering thirty documents; a command that builds one document
would spend its time on that. `precompiling` writes the modules of this folder. Another version of a template or of
Jinja than they were made from leaves them unused: then the template is compiled as any other.
"""

from __future__ import annotations

import hashlib
from importlib import import_module

from ..problems import Place
from ..rendering import Compiled, Part
from .known import JINJA, KNOWN


def precompiled_parts(package: bytes) -> Compiled | None:
    """The compiled parts of a template that is a bundled one to the byte, else None."""
    known = KNOWN.get(hashlib.sha256(package).hexdigest())
    if known is None:
        return None
    import jinja2

    if getattr(jinja2, "__version__", "") != JINJA:
        return None
    from ..environment import make_environment, ready_made

    module, text_area, gaps = known
    code = vars(import_module(f"{__name__}.{module}"))
    part = Part("word/document.xml", Place(), ready_made(make_environment(), code), (), gaps)
    return Compiled((part,), text_area, [])
