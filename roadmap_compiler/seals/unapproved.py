"""An approved roadmap as it was before its approval: with blanks where the act, its number and its date stand since.

The director signs the document for signing; what he signed is written into the roadmap afterwards. Which blanks there
were (a line, a year, nothing at all) nobody has kept: they are read off the document, and a document with just these is
built anew. Whatever is no blank is not taken over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from roadmap_compiler.deadlines.printing import GENITIVE
from roadmap_compiler.model.roadmap import Approval, Roadmap
from roadmap_compiler.plan.approvals import print_approvals, without_act
from roadmap_compiler.plan.building import build_plan
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.seals.dresses import Kind

MOST = 64
"""Plans that are tried of one roadmap."""
LONGEST = 300
"""Letters of a text in which a blank is looked for."""
_MONTHS = "|".join(GENITIVE[1:])
_DATE = re.compile(rf"""(?:[«"“„]\s*_*\s*[»"”]|_{{2,}})\s*(?:_+|{_MONTHS}|[./]\s*_+\s*[./])?\s*"""
                   r"(?:20\d\d\b|20_+|_+)?\s*(?:года|год|г\.|г\b)?")
_NUMBER = re.compile("№ ?(_+)")
_NONE = "нет"


class Before(NamedTuple):
    """The plan before the approval, and the states in which a document of it was built."""

    plan: Plan
    kinds: tuple[Kind, ...]


def before_approval(plan: Plan, texts: frozenset[str], acts: Sequence[tuple[Approval, ...]],
                    is_strict: bool) -> Iterator[Before]:
    """The plans that have in their approval blocks what stands among ``texts``, nothing or a blank, in the place of the
    act. ``acts`` are the blocks of earlier editions: a roadmap that was amended had their acts until its own came."""
    approvals = plan.roadmap.approvals
    choices = [_choices(one, texts, is_strict) for one in approvals]
    if not any(one.amendments for one in approvals):
        for chosen in islice(product(*choices), MOST):
            yield from _planned(plan, chosen, ("signing", "draft"))
    amended = [tuple(one.model_copy(update={"amendments": one.amendments[:-1]}) if place == at else one
                     for place, one in enumerate(approvals)) for at, last in enumerate(approvals) if last.amendments]
    rest = [without_act(each) for each in approvals]
    earlier = [one for one in acts if [without_act(each) for each in one] == rest]
    for chosen in (*amended, *earlier):
        if not is_strict or _misses(approvals, chosen, texts):
            yield from _planned(plan, chosen, ("changed", "draft"))


def without_acts(plan: Plan) -> Plan | None:
    """The plan before any approval, for what prints no blanks."""
    approvals = tuple(without_act(one) for one in plan.roadmap.approvals)
    return build_plan(plan.roadmap.model_copy(update={"approvals": approvals}), plan.tree)[0]


def _planned(plan: Plan, approvals: tuple[Approval, ...], kinds: tuple[Kind, ...]) -> Iterator[Before]:
    if approvals == plan.roadmap.approvals:
        return
    before, _ = build_plan(plan.roadmap.model_copy(update={"approvals": approvals}), plan.tree)
    if before is not None:
        yield Before(before, kinds)


def _choices(approval: Approval, texts: frozenset[str], is_strict: bool) -> list[Approval]:
    """The block as it is, and with every blank that the texts have."""
    whole = _lines(approval)
    found = {whole: approval}
    for act, number, date in product(_with_blanks(approval.act, ()),
                                     _with_blanks(approval.number, _blanks(_NUMBER, texts)),
                                     _with_blanks(approval.date, _blanks(_DATE, texts))):
        one = approval.model_copy(update={"act": act, "number": number, "date": date})
        lines = _lines(one)
        new = [line for line in lines if line not in whole]
        is_missed = any(not _stands(line, texts) for line in whole if line not in lines)
        if lines not in found and all(_stands(line, texts) for line in new) and (is_missed or not is_strict):
            found[lines] = one
    return list(found.values())


def _with_blanks(written: str | None, blanks: Iterable[str]) -> list[str | None]:
    return list(dict.fromkeys([written, None, "", _NONE, *blanks]))


def _blanks(pattern: re.Pattern[str], texts: frozenset[str]) -> list[str]:
    """The blanks of one kind, those that stand most simply first; a text without lines and quotes has none."""
    found = {(match.group(1) if pattern.groups else match.group()).strip() for text in texts if len(text) <= LONGEST
             and ("_" in text or "«" in text or '"' in text) for match in pattern.finditer(text)}
    return sorted((one for one in found if one), key=lambda one: (len(one), one))[-12:]


def _lines(approval: Approval) -> tuple[str, ...]:
    """What is printed of one block, spaces apart."""
    (block,) = print_approvals(Roadmap.model_construct(approvals=(approval,)))
    return tuple(" ".join(line.split()) for line in block.lines)


def _stands(line: str, texts: frozenset[str]) -> bool:
    """Whether a line stands in the document; a template may print it with others."""
    return line in texts or any(line in text for text in texts)


def _misses(approvals: tuple[Approval, ...], before: tuple[Approval, ...], texts: frozenset[str]) -> bool:
    """Whether something that the approval has printed does not stand in the document."""
    return any(not _stands(line, texts) for one, other in zip(approvals, before, strict=True)
               for line in set(_lines(one)) - set(_lines(other)))
