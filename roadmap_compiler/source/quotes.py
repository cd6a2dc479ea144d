"""Slips with quotes: not closed, the same ones inside, text behind the closing one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Fix
from roadmap_compiler.source.lines import Line, in_corner_quotes, quoted_text
from roadmap_compiler.source.scene import Guess, Scene

_STRUCTURE = re.compile(r"^\s*(?:- +)?[\"']?([^\s#\"'][^:#\"']{0,40})[\"']?:(?:\s|$)|^\s*- ")
_KEY = re.compile(r"""(["']?)([^\W\d_][\w ]*)(["']?)(?=\s*:\s)""")
_SIGN_FOR_COLON = re.compile(r"\s*[=;：]")
_SEPARATOR = re.compile(r"[,;]|\sи\s")
_LONG = 160
"""Characters from which a text is not written out as a ready line."""
_COMMENT = re.compile(r"\s#\s")


def not_closed(scene: Scene) -> Iterator[Guess]:
    """A quote that opens on one line and swallows the following fields."""
    stumble = scene.stumble
    if stumble is not None and "quoted scalar" in stumble.problem and "unknown escape" not in stumble.problem:
        yield _closed(scene, stumble.start_line, stumble.start_column)
    for scalar in reversed(scene.scalars):
        if stumble is not None and (scalar.line, scalar.column) >= stumble[:2]:
            continue
        is_long = scalar.style in ('"', "'") and scalar.end_line > scalar.line
        if is_long and _swallows(scene, scalar.line, scalar.end_line):
            yield _closed(scene, scalar.line, scalar.column)
            return


def _swallows(scene: Scene, first: int, last: int) -> bool:
    """Whether the lines inside a quoted text look like fields of the roadmap."""
    start = scene.line(first).indent
    for number in range(first + 1, last + 1):
        text = scene.draft.lines[number]
        match = _STRUCTURE.match(text)
        if match is None:
            continue
        indent = len(text) - len(text.lstrip())
        if match.group(1) is None or scene.word(match.group(1).strip()) or indent <= start:
            return True
    return False


def _closed(scene: Scene, number: int, column: int) -> Guess:
    """The same with the quote closed at the end of its own line."""
    text = scene.draft.lines[number]
    quote = text[column]
    comment = _COMMENT.search(text, column)
    end = len(text[:comment.start() if comment else len(text)].rstrip())
    if text[:column].count("{") > text[:column].count("}"):
        end = _end_in_braces(scene, text, column + 1, end)
    elif text[:column].count("[") > text[:column].count("]"):
        end = _end_in_brackets(text, column + 1, end)
    value = text[column + 1:end]
    draft = scene.draft
    stray = quote in value or "\\" in value
    if stray:
        draft = draft.hidden(number, column + 1, end)
    last = _last_of_text(scene, number) if end == len(text.rstrip()) else number
    draft = draft.put_in(last, len(draft.lines[last].rstrip()) if last > number else end, quote)
    draft = draft.spoiling(*range(number, last + 1))
    key = re.sub(r"^.*[{,[]", "", text[:column].strip()).removeprefix("-").strip()
    is_listed = text[:column].count("[") > text[:column].count("]")
    value = value.rstrip(quote)
    other = "'" if quote == '"' else '"'
    better = _with_closing(value[:-1] if value.endswith(other) and value.count(other) == 1 else value)
    ready = (f"{key} " if key else "" if is_listed else "- ") + better
    fix = Fix(ready, (scene.edit(number, column, end, better),), safe=False)
    if last > number:
        at = len(scene.draft.lines[last].rstrip())
        whole = " ".join([value.strip(), *(scene.draft.lines[row].strip() for row in range(number + 1, last + 1))])
        ready = f"{key} {quoted_text(whole)}" if len(whole) < _LONG else ""
        fix = Fix(quote, (scene.edit(last, at, at, quote),), safe=False)
    return scene.guess(0, "quote-not-closed", number, column, end, draft, {"ready": ready}, (fix,))


def _last_of_text(scene: Scene, number: int) -> int:
    """The last of the lines below a quoted text that go on with it: to the right of its field, and no fields."""
    last = number
    for row in range(number + 1, len(scene.draft.lines)):
        line = scene.line(row)
        if line.is_blank or line.indent <= scene.line(number).start or line.dash >= 0 or scene.word(line.key):
            break
        last = row
    return last


def _end_in_braces(scene: Scene, text: str, start: int, end: int) -> int:
    """Where a quoted value between braces was to end: before the next field of ours, or before the brace."""
    for match in re.finditer(r",\s*([^\W\d_][\w ]*):\s*([\"'\[{])?", text[start:end]):
        if scene.word(match.group(1)) or match.group(2):
            return start + match.start()
    return end - 1 if text[end - 1:end] == "}" else end


def _end_in_brackets(text: str, start: int, end: int) -> int:
    """Where a quoted value of a list was to end: behind a closing quote of another kind, before a comma or bracket."""
    match = re.search(r"[»”](?=\s*[,\]])|[,\]]", text[start:end])
    return start + (match.end() if match.group() in "»”" else match.start()) if match else end


def _with_closing(value: str) -> str:
    """A text behind an opening quote, in quotes. A closing quote of another kind was meant to close it."""
    for opening, closing in ("“”", "«»", "„“", "‘’"):
        if value.count(closing) != value.count(opening) + 1 or opening in "„" and "”" in value:
            continue
        if value.endswith(closing):
            return quoted_text(value[:-1])
        if closing == "»" and _is_plain("«" + value):
            return "«" + value
    return quoted_text(value)


def quotes_of_key(scene: Scene, number: int) -> Iterator[Guess]:
    """«"срок': май», «"срок: май»: a key whose quotes do not match."""
    line = scene.line(number)
    match = _KEY.match(line.text, line.start)
    if match is None or match.group(1) == match.group(3):
        return
    if not scene.word(match.group(2)) and (line.dash >= 0 or scene.owner(number) not in scene.vocabulary.own_keys):
        return
    start, end = line.start, match.end()
    quote = match.group(1) or match.group(3)
    key = f"{quote}{match.group(2)}{quote}"
    ready = f"{key}: {line.text[end:].lstrip(' :')}".rstrip()
    fix = Fix(ready, (scene.edit(number, start, end, key),), safe=False)
    draft = scene.draft.taken_out(number, start, end - start).put_in(number, start, match.group(2))
    yield scene.guess(0, "quote-not-closed", number, start, end, draft, {"ready": ready}, (fix,))


def quotes_in_text(scene: Scene, number: int) -> Iterator[Guess]:
    """A value that begins with a quote and goes on behind the next one."""
    line = scene.line(number)
    place = _quoted_value(line)
    if place is None:
        return
    start, end = place
    text = line.text
    if "{" in text[:start]:
        return
    quote = text[start]
    value = text[start:end]
    second = value.find(quote, 1)
    if second < 0 or (scene.word(value[:second + 1]) or scene.owner(number) in scene.vocabulary.own_keys) \
            and _SIGN_FOR_COLON.match(value, second + 1):
        return
    word = scene.word(line.key)
    if word in scene.vocabulary.lists and _is_several(value, quote, word in scene.vocabulary.exact):
        yield _several(scene, number, start, end, second)
        return
    if value.count(quote) > 2 and value.endswith(quote) and _opens(value, second):
        inner = value[1:-1]
        draft = scene.draft.hidden(number, start + 1, end - 1)
        better = in_corner_quotes(inner) if quote == '"' else inner
        plain = better if better and _is_plain(better) else quoted_text(better or inner)
        ready = line.head + plain
        quoted = quoted_text(inner)
        exact = Fix(line.head + quoted, (scene.edit(number, start, end, quoted),), not _may_be_list(scene, line))
        nicer = Fix(ready, (scene.edit(number, start, end, plain),), safe=False)
        yield scene.guess(1, "quotes-inside-quotes", number, start + second, start + second + 1,
                          draft.spoiling(number), {"ready": ready}, (exact, nicer))
        return
    behind = value[second + 1:]
    if not behind.strip() or line.colon < 0 and behind.lstrip().startswith(":"):
        return
    draft = scene.draft.hidden(number, start, end).spoiling(number)
    better = in_corner_quotes(value) if quote == '"' else None
    plain = better if better and _is_plain(better) else quoted_text(better or value)
    ready = line.head + plain
    exact = Fix(line.head + quoted_text(value), (scene.edit(number, start, end, quoted_text(value)),),
                not _may_be_list(scene, line))
    fixes = (exact,) if plain == quoted_text(value) else (
        exact, Fix(ready, (scene.edit(number, start, end, plain),), safe=False))
    at = start + second + 1 + len(behind) - len(behind.lstrip())
    yield scene.guess(1, "text-after-quote", number, at, end, draft, {"ready": ready}, fixes)


def _may_be_list(scene: Scene, line: Line) -> bool:
    """Whether the value of a line may be several: one text in quotes would then be another thing."""
    return scene.word(line.key) in scene.vocabulary.lists and _SEPARATOR.search(line.content) is not None


def _is_several(value: str, quote: str, may_be_plain: bool) -> bool:
    """Whether a value is nothing but texts in quotes, with commas, semicolons or «и» between them. Some of them
    may lack the quotes where the values are names."""
    one = f"{quote}[^{quote}]*{quote}" + (r"|\w[\w-]*" if may_be_plain else "")
    one = f"(?:{one})"
    return re.fullmatch(rf"{one}(?:\s*[,;]\s*{one}|\s+и\s+{one})+", value) is not None


def _several(scene: Scene, number: int, start: int, end: int, second: int) -> Guess:
    """«ответственный: "белова", "ким"»: a list without its brackets."""
    line = scene.line(number)
    value = line.text[start:end]
    quote = value[0]
    texts = [text.strip(quote) for text in re.findall(rf"{quote}[^{quote}]*{quote}|\w[\w-]*", value) if text != "и"]
    listed = "[" + ", ".join(text if _is_plain(text) and "," not in text else quoted_text(text) for text in texts) + "]"
    ready = line.head + listed
    fix = Fix(ready, (scene.edit(number, start, end, listed),), safe=False)
    draft = scene.draft.hidden(number, start, end).spoiling(number)
    return scene.guess(1, "list-without-brackets", number, start + second + 1, end, draft, {"ready": ready}, (fix,))


def backslash(scene: Scene, number: int) -> Iterator[Guess]:
    r"""«"C:\план"»: between double quotes a backslash has a meaning of its own."""
    line = scene.line(number)
    place = _quoted_value(line)
    if place is None or "\\" not in line.text[place[0]:place[1]] or line.text[place[0]] != '"':
        return
    start, end = place
    inner = line.text[start + 1:end].removesuffix('"')
    draft = scene.draft.hidden(number, start + 1, start + 1 + len(inner))
    if not line.text[start + 1:end].endswith('"'):
        draft = draft.put_in(number, end, '"')
    ready = line.head + quoted_text(inner)
    fix = Fix(ready, (scene.edit(number, start, end, quoted_text(inner)),), safe=True)
    at = line.text.index("\\", start)
    yield scene.guess(2, "backslash", number, at, at + 1, draft, {"ready": ready}, (fix,))


def _quoted_value(line: Line) -> tuple[int, int] | None:
    """Where a value that begins with a quote stands, to the end of the line or to a comment."""
    start = line.value if line.colon >= 0 else line.start
    text = line.text
    if text[start:start + 1] not in ('"', "'") or not text[start:start + 1]:
        return None
    end = len(text.rstrip())
    comment = None
    for comment in _COMMENT.finditer(text, start):
        # a comment may only follow a closing quote
        before = text[:comment.start()].rstrip()
        if before.endswith(text[start]):
            end = len(before)
            break
    return start, end


def _opens(value: str, at: int) -> bool:
    """Whether the quote at a place looks like an opening one."""
    before, after = value[at - 1:at], value[at + 1:at + 2]
    return (before.isspace() or before in ('"', "'", "(")) and not after.isspace() and after not in (",", ".", ";", "")


def _is_plain(text: str) -> bool:
    """Whether a text may stand in YAML without quotes."""
    return (text[:1] not in set("\"'[]{}|>@`%&*!,?:-# ") and ": " not in text and " #" not in text
            and not text.endswith(":") and bool(text))
