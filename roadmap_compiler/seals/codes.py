"""The code in a document against that of the content it is of."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap_compiler.seals.candidate import Candidate
from roadmap_compiler.seals.content import seal_of, short_code
from roadmap_compiler.seals.differences import Difference
from roadmap_compiler.seals.dresses import CODE, Kind

_TYPED_OVER = 3
"""Signs; so few that differ were changed by hand."""


def wrong_codes(candidates: Sequence[Candidate], index: int, kind: Kind, codes: tuple[str, ...]) -> list[Difference]:
    """What is wrong with the code in the document."""
    candidate = candidates[index]
    if kind != "approved":
        return [Difference("code-missing")] if candidate.kinds == ("approved",) else []
    told = [] if "approved" in candidate.kinds else [Difference("not-approved")]
    seal = candidate.seal or seal_of(candidate.plan)
    expected = short_code(seal)
    if not codes:
        return [*told, Difference("code-missing", old=expected)]
    for code in codes:
        if code == expected:
            continue
        other = next((one for one in candidates if one.seal and short_code(one.seal) == code), None)
        if other is not None:
            told.append(Difference("code-foreign", old=expected, new=code, name=other.plan.tree.file))
        elif sum(a != b for a, b in zip(code, expected, strict=True)) <= _TYPED_OVER:
            told.append(Difference("code-altered", old=expected, new=code))
        else:
            told.append(Difference("code-other", old=expected, new=code))
    return told


def is_code_line(one: Difference) -> bool:
    """Whether a difference is the code itself, which is told by its own name, and nothing else."""
    return one.code.startswith("text-") and all(not text or CODE.fullmatch(text.strip()) for text in (one.old, one.new))
