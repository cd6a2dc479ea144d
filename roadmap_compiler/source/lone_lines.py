"""Lines of text that are the rest of a field: its name cut short, a column without its heading, a person without the
short name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Fix
from roadmap_compiler.near import folded, near
from roadmap_compiler.source import second_field
from roadmap_compiler.source.scene import Guess, Scene

_LEAST = 4
"""Letters of a name of which one can tell what it was to be, and that two words must share to be akin."""
_WORDS = frozenset({"ответ", "орган", "участник", "версия", "строка"})
"""Words that are the beginning of a field, too: behind a text they may go on with it."""
_LONE_WORD = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?$")
_COLUMN = re.compile(r"[^\W\d_][\w-]*(?: [\w-]+){0,3}$")
_INITIALS = r"[A-ZА-ЯЁ]\.(?:[ -]?[A-ZА-ЯЁ]\.)?"
_SURNAME = r"[A-ZА-ЯЁ][а-яёa-z]+(?:-[A-ZА-ЯЁ][а-яёa-z]+)?"
PERSON = re.compile(rf"(?:({_SURNAME}) +{_INITIALS}|{_INITIALS} *({_SURNAME})"
                     rf"|({_SURNAME}) +{_SURNAME} +{_SURNAME}(?:вич|вна|ич|чна))(?=[\s,;(]|$)")


def cut_field(scene: Scene, number: int) -> Iterator[Guess]:
    """«ответств»: a lone word that is the beginning of a field which may stand here, and is not there yet."""
    line = scene.line(number)
    text = line.text[line.start:line.end]
    if line.key or line.dash >= 0 or len(text) < _LEAST or not _LONE_WORD.match(text) or scene.word(text):
        return
    if not _is_among_fields(scene, number):
        return
    beside, spoken = second_field.words_beside(scene, number), "en" if text.isascii() else "ru"
    fields = scene.vocabulary.fields(scene.owner(number)) - beside
    free = [form for form, name in scene.vocabulary.words.items()
            if name in fields and scene.vocabulary.languages[form] == spoken]
    free += [name for name in second_field.own_columns(scene) if name not in beside]
    begun = sorted((form for form in free if form.startswith(folded(text))),
                   key=lambda form: (_is_rare(scene, form), len(form)))
    follows_exact = scene.word(scene.line(scene.previous(number)).key) in scene.vocabulary.exact
    key = begun[0] if begun else near(text, free) if follows_exact else ""
    if not key or folded(text) in _WORDS and not follows_exact:
        return
    if text[:1].isupper():
        key = key[:1].upper() + key[1:]
    draft = scene.draft.put_in(number, line.start, f"{key}: ").spoiling(number)
    yield scene.guess(1, "empty-value", number, line.start, line.end, draft, {"key": key, "hint": "cut"})


def _is_rare(scene: Scene, form: str) -> bool:
    """Whether the file has no field written so."""
    return not any(folded(scene.line(row).key) == form for row in range(len(scene.draft.lines)))


def _is_among_fields(scene: Scene, number: int) -> bool:
    """Whether a line stands under the field above it, or below it."""
    line, near_by = scene.line(number), (scene.previous(number), scene.following(number))
    return any(row >= 0 and scene.line(row).key and scene.line(row).start == line.start for row in near_by) \
        and not _is_value_below(scene, number)


def _is_value_below(scene: Scene, number: int) -> bool:
    """Whether the field above a line has no value: this line is it."""
    before = scene.previous(number)
    above = scene.line(before)
    return before >= 0 and above.key != "" and not above.content and scene.line(number).indent <= above.start


def column_without_heading(scene: Scene, number: int) -> Iterator[Guess]:
    """«отряды» among the columns: its heading is lost."""
    line = scene.line(number)
    text = line.text[line.start:line.end]
    if line.key or line.dash >= 0 or not _COLUMN.match(text) or scene.owner(number) != "columns":
        return
    if not _is_among_fields(scene, number):
        return
    draft = scene.draft.put_in(number, line.end, f": {text[:1].upper()}{text[1:]}").spoiling(number)
    ready = f"{text}: {text[:1].upper()}{text[1:]}"
    fix = Fix(ready, (scene.edit(number, line.end, line.end, ready[len(text):]),), safe=False)
    yield scene.guess(1, "colon-missing", number, line.start, line.end, draft, {"key": text, "ready": ready}, (fix,))


def person_without_name(scene: Scene, number: int) -> Iterator[Guess]:
    """«Юдина М.А., медицинская сестра» among the people: the short name before the colon is lost."""
    line = scene.line(number)
    text = line.text[line.start:line.end]
    person = PERSON.match(text)
    if line.key or line.dash >= 0 or person is None or scene.owner(number) != "people":
        return
    if _is_value_below(scene, number):
        return
    name = _short_name(scene, number, next(group for group in person.groups() if group), text)
    ready = f"{name}: {text}"
    draft = scene.draft.put_in(number, line.start, f"{name}: ").spoiling(number)
    fix = Fix(ready, (scene.edit(number, line.start, line.start, f"{name}: "),), safe=False)
    yield scene.guess(1, "short-name-missing", number, line.start, line.end, draft, {"ready": ready}, (fix,))


def _short_name(scene: Scene, number: int, surname: str, text: str) -> str:
    """The name by which the file calls somebody who is not among the people and is akin to this one; else the surname
    in small letters, with an initial where another person is called so."""
    names = {folded(scene.line(row).key) for row in range(len(scene.draft.lines)) if scene.owner(row) == "people"}
    words = [folded(word) for word in re.findall(r"[^\W\d_]{4,}", text)]
    for row in range(len(scene.draft.lines)):
        line = scene.line(row)
        if scene.word(line.key) not in ("responsible", "members", "watching"):
            continue
        for name in (part.strip() for part in re.split(r"[,;\[\]]", line.content)):
            is_akin = any(folded(name)[:_LEAST] == word[:_LEAST] for word in words)
            if re.fullmatch(r"[^\W\d_A-ZА-ЯЁ]{4,}", name) and folded(name) not in names and is_akin:
                return name
    name = surname.lower()
    initial = next(iter(re.findall(r"([A-ZА-ЯЁ])\.", text)), "")
    return f"{name} {initial.lower()}".rstrip() if folded(name) in names else name
