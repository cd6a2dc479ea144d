"""A quick look through all texts of a file at once: which of them may concern a rule.

A rule that tries its patterns in each text of a clean file does little else than start patterns. Here the texts stand
one behind another, one byte a sign, and each sign as its kind.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.source.tree import Path, Tree

_TABLE = "windows-1251"
_SIGNS = [bytes([code]).decode(_TABLE, "replace") for code in range(256)]


def texts_with(plan: Plan, *shapes: bytes) -> list[tuple[Path, str]]:
    """The texts of the file, with their paths and in their order, in which one of the shapes is met.

    A shape is a pattern over kinds of signs: «a» is a small Russian letter, «A» a capital one, «l» a Latin letter, «0»
    a figure, «,» any of «,;:!?», «<» a sign of markup; a full stop, a space and a line break are themselves. A sign
    that no table knows may pass for «,». A shape is looked for quickly where it begins with one rare kind.
    """
    kinds = _kinds_of(plan.tree)
    places = [match.start() for shape in shapes for match in re.finditer(shape, kinds)]
    if not places:
        return []
    texts = texts_of(plan.tree)
    starts = [0, *accumulate([len(text) + 1 for _, text in texts])]
    return [texts[at] for at in sorted({bisect_right(starts, place) - 1 for place in places})]


def has_sign(plan: Plan, *signs: str) -> bool:
    """Whether one of the signs is met anywhere in the texts."""
    texts = _joined(plan.tree)
    return any(sign in texts for sign in signs)


@lru_cache(maxsize=1)
def texts_of(tree: Tree) -> tuple[tuple[Path, str], ...]:
    """Every text of the file that is not empty."""
    return tuple([one for one in tree.texts() if one[1]])


def in_small_letters(text: str) -> bytes:
    """A text for a quick look: one byte a sign, all letters small, «е» for «ё», a space for each space that does not
    break; what is not Russian may be lost."""
    return text.encode(_TABLE, "replace").translate(_small_letters())


@lru_cache(maxsize=1)
def _joined(tree: Tree) -> str:
    return "\n".join([text for _, text in texts_of(tree)])


@lru_cache(maxsize=1)
def _kinds_of(tree: Tree) -> bytes:
    return _joined(tree).encode(_TABLE, "replace").translate(_kinds())


@lru_cache(maxsize=1)
def _kinds() -> bytes:
    return "".join(map(_kind, _SIGNS)).encode()


def _kind(sign: str) -> str:
    if "а" <= sign <= "я" or sign == "ё":
        return "a"
    if "А" <= sign <= "Я" or sign == "Ё":
        return "A"
    if sign.isdecimal():
        return "0"
    if sign.isascii() and sign.isalpha():
        return "l"
    return "," if sign in ",;:!?" else "<" if sign in "<&*]{#\\" else sign if sign in ". \n" else "_"


@lru_cache(maxsize=1)
def _small_letters() -> bytes:
    return "".join(_SIGNS).lower().replace("ё", "е").replace("\u00a0", " ").encode(_TABLE, "replace")
