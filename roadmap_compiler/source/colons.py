"""Slips with the colon of a key: none, no space after it, or one too many inside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Fix
from roadmap_compiler.near import near
from roadmap_compiler.source import indents, second_field
from roadmap_compiler.source.draft import Draft
from roadmap_compiler.source.lines import INVISIBLE_SPACES, ZERO_WIDTH, value_end
from roadmap_compiler.source.scene import Guess, Scene

_GLUED = re.compile(rf"([^\s:#\"'«{{}}\[\],-][^:#\"'«{{}}\[\],]*?):([{INVISIBLE_SPACES}{ZERO_WIDTH}]*)(?=\S)")
_FIELD = re.compile(r"([^\W\d_][\w]*(?: [^\W\d_]\w*){0,2})")
_QUOTED_FIELD = re.compile(r"([\"'])[^\W\d_][\w ]{0,40}\1(?=\s*[;=：])")
_BEFORE_BRACKET = re.compile(r"[^:{\[]+(?:[=—–-]>|==?|[;：])\s*[\[{]")
_FOR_COLON = re.compile(r"\s*([=—–-]>|==?|[;：]|[—–.-](?=\s))?\s*")
_NAME_AND_DASH = re.compile(r"\s+(\"[^\"]{1,40}\"|[^\W\d_][\w.]*(?: [\w.]+){0,2})"
                            r"(?:\s+[—–-]\s+|\s*(?:[;：]|[=—–-]>|==?)\s*)(?=\S)")
_NAME_AND_DATE = re.compile(r"\s+([^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,3})(\s+)(?=\d{1,2}\.\d{1,2}\.\d{4})")
_NAME_AND_TEXT = re.compile(r"\s+([^\W\d_A-ZА-ЯЁ][\w-]*)(\.?\s+)(?=[A-ZА-ЯЁ«])")
"""«белова Белова И.Н., методист»: a key in small letters, and what it stands for."""
_INNER = re.compile(r":(?=[ \t]|$)")


def glued_colon(scene: Scene, number: int) -> Iterator[Guess]:
    """«срок:май»: without a space YAML sees one word."""
    line = scene.line(number)
    match = _GLUED.match(line.text, line.start)
    if match is None or line.text.startswith("//", match.end()):
        return
    key = match.group(1)
    known = bool(scene.word(key))
    if not known and (len(key.split()) > 3 or line.text[match.end():match.end() + 1].isdigit()
                      and key[-1:].isdigit()):
        return
    end = match.end(1) + 1
    odd = match.group(2)
    draft = scene.draft
    if odd:
        draft = draft.replaced(number, end, " " * len(odd))
    else:
        draft = draft.put_in(number, end, " ")
    draft = _plain_value(draft, number, end + 1)
    rest = line.text[match.end():].rstrip()
    fix = Fix(f"{key}: {rest}", (scene.edit(number, end, end + len(odd), " "),), safe=known)
    code = "invisible-space" if odd else "no-space-after-colon"
    beside = (scene.previous(number), scene.following(number))
    is_sibling = any(row >= 0 and scene.line(row).key and scene.line(row).start == line.start for row in beside)
    rank = 1 if known else 2 if is_sibling else 6
    span_end = end if not odd else end + len(odd)
    yield scene.guess(rank, code, number, match.end(1) if not odd else end, span_end, draft,
                      {"key": key, "ready": f"{key}: {rest}"}, (fix,))


def missing_colon(scene: Scene, number: int) -> Iterator[Guess]:
    """«мероприятия» or «срок - май»: a field without its colon."""
    line = scene.line(number)
    if line.key and not _BEFORE_BRACKET.match(line.text, line.start) or line.is_blank:
        return
    known = _known_start(scene, line.text[line.start:line.end])
    if not known:
        return
    at = line.start + len(known)
    rest = line.text[at:line.end]
    separator = _FOR_COLON.match(rest)
    behind = rest[separator.end():] if separator else rest
    sign = separator.group(1) if separator else None
    if rest and not sign and not separator:
        return
    if behind and not sign and not indents.may_stand(scene, number, line.start, scene.word(known)):
        return  # «СОСТАВ РАБОЧЕЙ ГРУППЫ»: a heading that begins like a field of another place
    ready = f"{known}: {behind}".rstrip()
    draft = scene.draft
    if separator and separator.end():
        draft = draft.taken_out(number, at, separator.end())
    draft = draft.put_in(number, at, ": " if behind else ":")
    draft = _plain_value(draft, number, at + 2)
    fix = Fix(ready, (scene.edit(number, at, line.end - len(behind), ": " if behind else ":"),), safe=not behind)
    after = scene.following(number)
    opens_item = line.dash >= 0 and after >= 0 and scene.line(after).start == line.start and scene.line(after).dash < 0
    rank = 2 if not behind or sign or opens_item and scene.line(after).key else 5
    params = {"key": known.strip("\"'"), "ready": ready}
    yield scene.guess(rank, "colon-missing", number, line.start, at, draft, params, (fix,))


def key_lost(scene: Scene, number: int) -> Iterator[Guess]:
    """«: холл»: the value of a field whose name was deleted."""
    line = scene.line(number)
    if line.text[line.start:line.start + 2] not in (": ", ":"):
        return
    draft = scene.draft.silenced(number, number).spoiling(number)
    yield scene.guess(1, "key-not-text", number, line.start, line.start + 1, draft)


def dash_for_colon(scene: Scene, number: int) -> Iterator[Guess]:
    """«зимина — Зимина Л.П., директор» or «зимина Зимина Л.П.» among people or events: no colon behind the key."""
    line = scene.line(number)
    match = _NAME_AND_DASH.match(line.text) or _name_and_text(scene, number)
    if line.key or line.dash >= 0 or match is None:
        return
    own = scene.vocabulary.own_keys | {"columns"}
    if scene.owner(number) not in own:
        return
    key, rest = match.group(1), line.text[match.end():].rstrip()
    draft = scene.draft.taken_out(number, match.end(1), match.end() - match.end(1)).put_in(number, match.end(1), ": ")
    draft = _plain_value(draft, number, match.end(1) + 2)
    ready = f"{key}: {rest}"
    fix = Fix(ready, (scene.edit(number, match.end(1), match.end(), ": "),), safe=False)
    params = {"key": key.strip('"'), "ready": ready}
    yield scene.guess(2, "colon-missing", number, line.start, match.end(1), draft, params, (fix,))


def _name_and_text(scene: Scene, number: int) -> re.Match[str] | None:
    """A key without its colon, where the line stands under its neighbours, which have theirs."""
    near_by = [row for row in (scene.previous(number), scene.following(number)) if row >= 0]
    indent = scene.line(number).indent
    if any(scene.line(row).key and scene.line(row).start == indent > 0 for row in near_by):
        return _NAME_AND_TEXT.match(scene.line(number).text) or _NAME_AND_DATE.match(scene.line(number).text)
    return None


def _known_start(scene: Scene, text: str) -> str:
    """The longest beginning of a text that is a key of ours."""
    quoted = _QUOTED_FIELD.match(text)
    if quoted is not None and scene.word(quoted.group()):
        return quoted.group()
    match = _FIELD.match(text)
    if match is None:
        return ""
    words = match.group(1).split(" ")
    for count in range(len(words), 0, -1):
        known = " ".join(words[:count])
        if scene.word(known):
            behind = text[len(known):len(known) + 1]
            return known if not behind or not behind.isalnum() else ""
    return ""


def inner_colon(scene: Scene, number: int) -> Iterator[Guess]:
    """«название: Этап: начало»: the second colon must stand in quotes."""
    line = scene.line(number)
    text = line.text
    if line.colon < 0 and line.indent == 0:
        return
    first = text[line.value:line.value + 1]
    if first in ("{", "["):
        yield from _inner_colon_of_braces(scene, number)
        return
    continues = not (line.colon >= 0 and _INNER.search(text, line.value, line.end) is not None)
    if continues and number:
        yield from _colon_of_a_wrapped_text(scene, number)
        return
    if first in ('"', "'"):
        return
    inner = _INNER.search(text, line.value, line.end)
    if inner is None:
        return
    end = value_end(text, line.value)
    two = list(second_field.second_field(scene, number, inner.start()))
    if two:
        yield from two
        return
    may_be_two = scene.word(line.key) in scene.vocabulary.exact or _may_end_with_key(scene, text[:inner.start()])
    ready, fixes = scene.in_quotes(number, line.value, end, line.head, safe=not may_be_two)
    draft = scene.draft.hidden(number, line.value, end).spoiling(number)
    yield scene.guess(3, "colon-in-value", number, inner.start(), inner.start() + 1, draft, {"ready": ready}, fixes)


def _colon_of_a_wrapped_text(scene: Scene, number: int) -> Iterator[Guess]:
    """A text that goes on over several lines has a colon in a later one."""
    line = scene.line(number)
    before = scene.previous(number)
    if line.colon < 0 or line.dash >= 0 or before < 0 or not scene.line(before).content:
        return
    draft = scene.draft.hidden(number, line.start, line.end)
    above = scene.line(before)
    is_behind_torn = not above.key and above.dash < 0 and above.indent < line.indent
    code_rank = 7 if scene.word(line.key) or not line.content or is_behind_torn else 4
    yield scene.guess(code_rank, "colon-in-wrapped-text", number, line.colon, line.colon + 1, draft,
                      {"key": scene.line(before).key or ""})


def _inner_colon_of_braces(scene: Scene, number: int) -> Iterator[Guess]:
    """«{название: Этап: начало, срок: май}»."""
    line = scene.line(number)
    at = line.value + 1
    for part in re.split("([,{}])", line.text[at:line.end]):
        colons = [at + match.start() for match in _INNER.finditer(part)]
        if len(colons) > 1 and '"' not in part and "'" not in part:
            lost = _key_before(scene, part[:colons[1] - at])
            if lost:
                yield _comma_lost(scene, number, colons[1] - len(lost), lost)
                return
            start = colons[0] + 1 + len(part[colons[0] - at + 1:]) - len(part[colons[0] - at + 1:].lstrip())
            end = at + len(part.rstrip())
            key = part[:colons[0] - at].strip()
            may_be_two = scene.word(key) in scene.vocabulary.exact or _may_end_with_key(scene, part[:colons[1] - at])
            ready, fixes = scene.in_quotes(number, start, end, f"{key}: ", safe=not may_be_two)
            draft = scene.draft.hidden(number, start, end)
            yield scene.guess(3, "colon-in-value", number, colons[1], colons[1] + 1, draft, {"ready": ready}, fixes)
            return
        at += len(part)


def _key_before(scene: Scene, text: str) -> str:
    """The key of ours with which a text ends, behind a word or a «;»; "" where there is none."""
    words = text.rsplit(None, 2)
    for count in (2, 1):
        key = " ".join(words[-count:])
        if len(words) > count and text.endswith(key) and scene.word(key):
            return key
    return ""


def _may_end_with_key(scene: Scene, text: str) -> bool:
    """Whether a text ends with a key of ours, or with one that is misspelt: «линейка ответсвенный»."""
    words = text.split()[-2:]
    return any(scene.word(near(one, scene.vocabulary.words) or "") in scene.vocabulary.needed
               for one in (words[-1:] + [" ".join(words)] if words else [])) or bool(_key_before(scene, text))


def _comma_lost(scene: Scene, number: int, at: int, key: str) -> Guess:
    """«{срок: май ответственный: ким}»: nothing, or a «;», parts two fields. ``at`` is where the key begins."""
    text = scene.draft.lines[number]
    end = len(text[:at].rstrip())
    has_sign = text[end - 1] == ";"
    draft = scene.draft.replaced(number, end - 1, ",") if has_sign else scene.draft.put_in(number, end, ",")
    edit = scene.edit(number, end - 1, end, ",") if has_sign else scene.edit(number, end, end, ",")
    fix = Fix(f", {key}: …", (edit,), safe=False)
    return scene.guess(3, "comma-lost", number, at, at + len(key), draft, {"key": key + ":"}, (fix,))


def _plain_value(draft: Draft, number: int, start: int) -> Draft:
    """The draft with colons inside the value that begins here hidden: they are no second slip."""
    text = draft.lines[number]
    while start < len(text) and text[start] == " ":
        start += 1
    if text[start:start + 1] in ('"', "'", "{", "[", "|", ">"):
        return draft
    return draft.hidden(number, start, value_end(text, start), only=":")
