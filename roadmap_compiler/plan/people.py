"""Who answers: keys of «люди» are looked up and printed the document's way."""

from __future__ import annotations

import re
from typing import NamedTuple

from roadmap_compiler.findings import Edit, Finding, Fix, Severity, Span
from roadmap_compiler.model.roadmap import Person, Responsible
from roadmap_compiler.model.words import ROLE, SEVERAL
from roadmap_compiler.near import folded, in_cyrillic, near
from roadmap_compiler.plan.typography import set_spaces
from roadmap_compiler.source.tree import Path, Tree

_KEY_WITH_QUALIFIER = r"^(?P<key>[^()]+?)\s*\((?P<qualifier>[^()]+)\)$"
_SEPARATOR = re.compile(r"\s*[,;/+]\s*(?![^()]*\))|\s+и\s+(?![^()]*\))")
_SMALL_WORD = re.compile(r"[а-яёa-z][а-яёa-z0-9_-]*")
_KEY_AND_DASH = re.compile(r"(\S+) +[—–-] +(\S.*)")
_PLAIN = re.compile(r"\w[\w -]*(?:\([\w ]+\))?")
_QUOTES = "«»“”„\"'"
_INNER_QUOTES = str.maketrans("«»", "„“")
_NAME = (
    r"^(?:(?P<first>[А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?) ?(?P<last>[А-ЯЁ][А-Яа-яё-]+)"
    r"|(?P<last2>[А-ЯЁ][А-Яа-яё-]+) (?P<first2>[А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?))"
)


class Who(NamedTuple):
    """Somebody in a cell: the key in «люди» ("" for a text), what is printed, and all whom it stands for."""

    key: str
    text: str
    people: tuple[str, ...]


class PeopleBook:
    """The people of one roadmap, ready to be looked up."""

    def __init__(self, people: dict[str, Person], style: str, tree: Tree) -> None:
        self.people = people
        self.style = style
        self.tree = tree
        self.used: set[str] = set()
        self.findings: list[Finding] = []
        self._keys = {folded(key): key for key in people}
        self._roles: set[str] = set()
        self._printed: dict[str, str] = {}
        self._found: dict[str, Who] = {}

    def known(self, responsible: Responsible) -> tuple[Who, ...] | None:
        """A person who was looked up before under the same text and has a text; None for all others."""
        who = self._looked_up(responsible)
        return (who,) if who is not None and who.text else None

    def _looked_up(self, responsible: Responsible) -> Who | None:
        """Who was found before under the same text and nothing else."""
        if responsible.text is None or responsible.who is not None or responsible.qualifier is not None:
            return None
        return self._found.get(responsible.text)

    def look_up_all(self, responsible: Responsible, path: Path) -> list[Who]:
        """One entry of «ответственный»; several keys in one text («завуч, психолог») are as many people."""
        known = self._looked_up(responsible)
        if known is not None:
            return [known]
        names = self._parts(responsible.text) if responsible.text is not None else []
        if len(names) == 1 and names[0] != responsible.text and self._is_known(names[0]):  # «завуч;»
            return [self.look_up(Responsible.model_construct(text=names[0]), path)]
        if len(names) < 2:
            return [self.look_up(responsible, path)]
        if all(self._is_known(name) for name in names):
            return [self.look_up(Responsible.model_construct(text=name), path) for name in names]
        self._tell_parts(names, path)
        return [self.look_up(responsible, path)]

    def _parts(self, text: str) -> list[str]:
        """What stands between commas, semicolons and «и»; the text alone where it is a key as a whole. A full stop that
        ends a list of keys is none of the last one's."""
        if folded(text) in self._keys:
            return [text]
        parts = [part for part in _SEPARATOR.split(text) if part]
        if parts and parts[-1].endswith(".") and self._is_known(parts[-1][:-1]):
            parts[-1] = parts[-1][:-1]
        return parts

    def _is_known(self, name: str) -> bool:
        """Whether a name is a key, alone or with a qualifier in brackets."""
        match = re.match(_KEY_WITH_QUALIFIER, name)
        return folded(name) in self._keys or match is not None and folded(match["key"]) in self._keys

    def _is_meant(self, name: str) -> bool:
        """Whether a name is a key, or so near to one that it is not another word: «психологи» is not «психолог»."""
        return self._is_known(name) or self._key_in_quotes(name) is not None or (
            _SMALL_WORD.fullmatch(name.lower()) is not None and ROLE.search(name) is None
            and near(name, self._keys.values()) is not None)

    def _tell_parts(self, names: list[str], path: Path) -> None:
        """Of several names in one text, some of which are keys, those that are none."""
        if not any(self._is_meant(name) for name in names):
            return
        told = len(self.findings)
        for name in names:
            if not self._is_known(name) and (self._is_meant(name) or _SMALL_WORD.fullmatch(name)):
                self._tell_near(name, path, self.tree.span_of(path, name))
        of_errors = any(finding.severity == "error" for finding in self.findings[told:])
        key = next((name for name in names if self._is_known(name)), "")
        if key and not of_errors and all(name[:1].islower() for name in names) and path[0] != "people":
            listed = ", ".join(name if _PLAIN.fullmatch(name) else f'"{name}"' for name in names)
            params = {"name": key, "ready": f"[{listed}]"}
            self.findings.append(Finding("person-in-text", "warning", self.tree.span_of(path, key), params))

    def look_up(self, responsible: Responsible, path: Path) -> Who:
        """One entry of «ответственный». A name that is almost a key is a mistake; any other text is printed."""
        known = self._looked_up(responsible)
        if known is not None:
            return known
        who = self._look_up(responsible, path)
        if responsible.text is not None and who.key:
            self._found[responsible.text] = who
        return who

    def _look_up(self, responsible: Responsible, path: Path) -> Who:
        typed = responsible.who if responsible.who is not None else responsible.text or ""
        qualifier = responsible.qualifier
        key = self._keys.get(folded(typed)) or self._keys.get(in_cyrillic(folded(typed)))
        if key is None and qualifier is None and "(" in typed:
            match = re.match(_KEY_WITH_QUALIFIER, typed)
            if match and folded(match["key"]) in self._keys:
                key, qualifier = self._keys[folded(match["key"])], match["qualifier"]
        if key is None:
            self._tell_near(typed, path)
            if qualifier is None:
                self._tell_key_inside(typed, path)
            return Who("", set_spaces(_with_qualifier(typed, qualifier)), ())
        return Who(key, set_spaces(_with_qualifier(self.printed(key), qualifier)), self.members(key))

    def printed(self, key: str) -> str:
        """What stands in the document for a person, a role or a group."""
        if key not in self._printed:
            self._printed[key] = print_person(self.people[key], self.style) or key
        return self._printed[key]

    def members(self, key: str) -> tuple[str, ...]:
        """The keys of the people whom a key stands for: itself, or the members of the group, without repeats."""
        self.used.add(key)
        found: dict[str, None] = {}
        waiting = [key]
        while waiting:
            one = waiting.pop(0)
            inner = [self._keys.get(folded(part), "") for member in self.people[one].members
                     for part in self._parts(member)]
            if one not in found:
                found[one] = None
                self.used.add(one)
                waiting += [member for member in inner if member]
        return tuple(found)

    def check_members(self) -> None:
        """Members of groups who are not in «люди»."""
        for key, person in self.people.items():
            for index, member in enumerate(person.members):
                path = ("people", key, "members", index)
                names = self._parts(member)
                if len(names) > 1:
                    self._tell_parts(names, path if self.tree.has(path) else path[:-1])
                elif folded(member) not in self._keys:
                    self._tell_near(member, path)

    def _key_in_quotes(self, typed: str) -> str | None:
        """The key that stands in quotation marks: «ким»."""
        bare = typed.strip(_QUOTES)
        return self._keys.get(folded(bare)) if bare != typed else None

    def _tell_key_inside(self, typed: str, path: Path) -> None:
        """«кимм (по графику)», «ким - по графику»: a key that is misspelt, or whose qualifier lacks its brackets."""
        match = re.match(_KEY_WITH_QUALIFIER, typed)
        if match is not None and self._is_meant(match["key"]):
            self._tell_near(match["key"], path, self.tree.span_of(path, match["key"]))
        dashed = _KEY_AND_DASH.fullmatch(typed)
        if dashed is not None and "," not in typed and self._is_meant(dashed[1]):
            key = self._keys.get(folded(dashed[1])) or near(dashed[1], self._keys.values()) or dashed[1]
            right = f"{key} ({dashed[2]})"
            span = self.tree.span_of(path, typed)
            fix = Fix(right, (Edit(span, right),), safe=False)
            self.findings.append(Finding("unknown-person", "error", span, {"name": typed, "near": right}, (), (fix,)))

    def _tell_near(self, typed: str, path: Path, place: Span | None = None) -> None:
        guess = self._key_in_quotes(typed)
        if guess is None and self._keys and len(typed) < 40:
            guess = near(typed, self._keys.values())
        looks_like_key = bool(self._keys) and _SMALL_WORD.fullmatch(typed) is not None
        is_role = guess is None and path[0] != "people" and ROLE.search(typed) is not None
        if is_role and (typed in self._roles or SEVERAL.search(typed) is not None):
            return  # printed as it is; of who may be one person it is told once
        if guess is not None or looks_like_key:
            params = {"name": typed.translate(_INNER_QUOTES), "near": guess or ""}
            fixes = (Fix(guess, (Edit(place or self.tree.span_of(path, typed), guess),)),) if guess else ()
            code = "role-not-declared" if is_role else "unknown-person"
            severity: Severity = "info" if is_role else "error"
            self._roles.add(typed)
            self.findings.append(Finding(code, severity, place or self.tree.span(path), params, (), fixes))


def print_person(person: Person, style: str) -> str:
    """A person as the table shows people: as the text says, or name and position put together in a style.

    ``style`` is a sample like «Фамилия И.О., должность», «И.О. Фамилия (должность)» or «И.О. Фамилия»; without
    one, name and position are parted by a comma.
    """
    if person.text is not None:
        return person.text
    name = person.name or person.title or ""
    position = person.position or person.role or ""
    if not name or not position and not style:
        return name or position
    small = style.lower()
    if "фамилия" in small:
        name = turn_name(name, surname_first=small.index("фамилия") < (small + "и.о").index("и.о"))
    if style and "должность" not in small and "роль" not in small:
        return name
    if not position:
        return name
    return f"{name} ({position})" if "(" in style else f"{name}, {position}"


def turn_name(name: str, surname_first: bool) -> str:
    """«И.О. Фамилия» ↔ «Фамилия И.О.»; what is no such name is returned as it is."""
    match = re.match(_NAME, name)
    if match is None or match.end() != len(name):
        return name
    first = match["first"] or match["first2"]
    last = match["last"] or match["last2"]
    return f"{last} {first}" if surname_first else f"{first} {last}"


def _with_qualifier(text: str, qualifier: str | None) -> str:
    return f"{text} ({qualifier})" if qualifier else text
