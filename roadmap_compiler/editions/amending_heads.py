"""What an amending order says of the head and the foot: the title, those who approve, those who sign."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.editions.amending_words import quoted, replaced, replacement
from roadmap_compiler.editions.changes import Change
from roadmap_compiler.editions.heading import approval_text
from roadmap_compiler.model.roadmap import Approval
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.plan.wording import plain


def texts_of_head(old: Plan, new: Plan, change: Change) -> Iterator[str]:
    """The points of one change of the head or the foot. What is not printed is nothing that an order can change: the
    days of the period, an institution without a letterhead."""
    if change.field == "approvals":
        yield _approval(old, new, change)
    elif change.field == "signatures":
        yield replaced("\n".join(change.old), "\n".join(change.new), "в подписи", "подпись", is_title=False)
    elif change.kind == "title":
        where, whole = "в наименовании документа", "наименование документа"
        yield replaced("\n".join(change.old), "\n".join(change.new), where, whole, is_title=True)
    elif change.field == "institution" and old.letterhead:
        yield replaced("\n".join(change.old), "\n".join(change.new), "в названии организации",
                       "название организации", is_title=False)


def _approval(old: Plan, new: Plan, change: Change) -> str:
    """Position, name and act stand on lines of their own, so each is told by itself."""
    before, after = (_block(plan, texts) for plan, texts in ((old, change.old), (new, change.new)))
    if before is None:
        told = f"дополнить грифом «{_kind(after)}»" if after else "дополнить грифом"
        return f"{told} следующего содержания: «{quoted(', '.join(change.new))}»"
    if after is None:
        return f"гриф «{_kind(before)}» ({', '.join(f'«{quoted(part)}»' for part in _parts(before) if part)}) исключить"
    parts = [_part(one, other) for one, other in zip(_parts(before), _parts(after), strict=True)
            if plain(one) != plain(other)]
    return f"в грифе «{_kind(before)}» {', '.join(parts)}"


def _block(plan: Plan, texts: tuple[str, ...]) -> Approval | None:
    return next((one for one in plan.roadmap.approvals if texts and approval_text(one) == texts[0]), None)


def _kind(approval: Approval) -> str:
    return quoted(approval.kind).strip(" :")


def _parts(approval: Approval) -> tuple[str, str, str]:
    position, name, act = (" ".join((text or "").split()) for text in (approval.position, approval.name, approval.act))
    return position, name, act


def _part(old: str, new: str) -> str:
    return replacement(old, new) if old else f"дополнить словами «{quoted(new)}»"


def texts_of_signatures(old: Plan, new: Plan) -> Iterator[str]:
    """What changed in the signatures, by their positions and names."""
    if len(old.signatures) != len(new.signatures):
        texts = [" ".join(" ".join(one) for one in plan.signatures) for plan in (old, new)]
        yield replaced(texts[0], texts[1], "в подписи", "подпись", is_title=False)
        return
    for one, other in zip(old.signatures, new.signatures, strict=True):
        told = [_part(before, after) for before, after in zip(one, other, strict=True)
                if plain(before) != plain(after)]
        if told:
            yield f"в подписи {', '.join(told)}"
