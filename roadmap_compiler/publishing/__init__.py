"""What a school does with a document once it is signed: a copy with the mark, a PDF, a page for the site.

    DOCX + signers ──stamping──▶ stamped copy ──office──▶ PDF;  all of them ──site──▶ HTML

The signed file itself is never touched: one changed byte and its signature is worth nothing.
"""

from __future__ import annotations

from .copies import Copies
from .site import File, Published, site_page
from .stamping import Placed, stamp
from .title import title_of
from .word_text import NotWord

__all__ = ["Copies", "File", "NotWord", "Placed", "Published", "site_page", "stamp", "title_of"]
