"""Electronic signatures: read, judged, and with a key at hand, made. This room knows no roadmap.

bytes + .sig ──▶ `check_detached` ──▶ Report;  signed DOCX ──▶ `check_package` ──▶ Report;  DOCX + key ──▶ signed DOCX
"""

from .certificate import Certificate
from .checking import check_detached
from .package import check_package
from .report import Report, SignatureProblem, Signer, Trust

__all__ = ["Certificate", "Report", "SignatureProblem", "Signer", "Trust", "check_detached", "check_package"]
