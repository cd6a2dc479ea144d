"""Which keys a language of files has. This room is given a vocabulary and knows no roadmap itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Vocabulary(NamedTuple):
    """Which keys mean what.

    ``words``: a key as typed, small letters → its English name. ``languages``: the same → "ru" or "en".
    ``own_keys``: English names of mappings whose keys are the author's own (people, events).
    ``blanks``: English names of mappings in whose members an empty value is left on purpose.
    ``lists``: English names of keys under which a list may stand; ``items``: those under which it must.
    ``fields``: the keys that may stand under a key ("" for the file itself), none where any may.
    ``nested``: those under which nothing but fields or a list stands, never a text.
    ``lost_text``: what a lost field most likely said, where fields of its name say these; "" where nobody knows.
    ``needed``: English names of the keys whose lack is told; ``exact``: of those whose value is read word by word.
    """

    words: dict[str, str]
    languages: dict[str, str]
    own_keys: frozenset[str]
    blanks: frozenset[str]
    lists: frozenset[str]
    items: frozenset[str]
    fields: Callable[[str], frozenset[str]]
    needed: frozenset[str]
    exact: frozenset[str]
    nested: frozenset[str]
    lost_text: Callable[[str, Iterable[str]], str]

    def form(self, name: str, language: str) -> str:
        """How a field is called in a language: of several words the first."""
        return next(form for form, meant in self.words.items() if meant == name and self.languages[form] == language)
