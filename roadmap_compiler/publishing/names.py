"""Whether a line names the one who signed: «О. В. Хакимова» and «Хакимова Ольга Викторовна»."""

from __future__ import annotations

import re

from .word_text import plain

_INITIALS = r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?"
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:вич|вна|ична|ич|оглы|кызы)"
PERSON = re.compile(rf"(?<!\w){_INITIALS}{_SURNAME}|{_SURNAME}\s{_INITIALS}|{_SURNAME}\s{_SURNAME}\s{_PATRONYMIC}\b")
"""A person by initials and surname in either order, or in full."""
LONGEST_TEXT = 2_000
"""Characters of a place to sign; more of them are no place."""
_OWNER = re.compile(r"[а-я]+(?:-[а-я]+)?(?: [а-я]+(?:-[а-я]+)?){1,3}")
_BEFORE = re.compile(r"(?<!\w)([а-я])\. ?(?:([а-я])\. ?)?$")
_AFTER = re.compile(r" ([а-я])(?:\. ?|[а-я]+ ?)(?:([а-я])(?:\.|[а-я]+))?")


def is_named(owner: str, text: str) -> bool:
    """Whether ``text`` names the owner of a certificate: by surname, and by initials too where it has them."""
    words = plain(owner)
    if not _OWNER.fullmatch(words):
        return False  # an organisation
    surname, *given = words.split(" ")
    line = plain(text[:LONGEST_TEXT])
    for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", line):
        beside = _BEFORE.search(line[:match.start()]) or _AFTER.match(line[match.end():])
        initials = [letter for letter in beside.groups() if letter] if beside else []
        if all(letter == name[0] for letter, name in zip(initials, given, strict=False)):
            return True
    return False


def other_person_in(text: str, owner: str) -> str:
    """The person whom ``text`` names in the owner's place, "" where it names the owner, nobody, or the owner's name in
    another case: «приказом директора О. В. Хакимовой»."""
    person = person_in(text)
    surname = plain(owner).partition(" ")[0]
    stem = surname[:max(3, len(surname) - 2)]
    return "" if any(word.startswith(stem) for word in re.split(r"[\s.]+", plain(person))) else person


def person_in(text: str) -> str:
    """The first person whom a text names, "" where it names nobody."""
    match = PERSON.search(re.sub(r"\s", " ", text[:LONGEST_TEXT]))
    return match.group().strip() if match else ""
