"""The pages of the manual about findings: ``roadmap explain КОД`` prints one, docs/ошибки.md has them all.

The page of a rule is the docstring of its module; the others stand in the Markdown files of this folder, a heading
for each code. In their examples «⇥» stands for a tab, «⍽» for a non-breaking space, «↵» for a line break of Word, «␇»
for a character that cannot be printed. An example is put behind a title and a period, unless it begins with the line
«# весь файл», which may go on: in what encoding the file is, how often its last line stands there, what escapes mean.
Behind «Было» stands an older edition with which the others are compared.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

WHOLE_FILE = "# весь файл"
FILES = ("writing", "files", "structure", "deadlines", "documents", "templates", "approvals")

_HEADING = re.compile(r"^## ([a-z0-9-]+)$", re.MULTILINE)

_HEAD = """\
# Ошибки

О чём говорит `roadmap check`, кроме [правил о содержании](правила.md). Страницу одной ошибки печатает
`roadmap explain КОД`. В примерах «⇥» — это Tab, «⍽» — неразрывный пробел,
«↵» — знак переноса из Word, «␇» — непечатный знак.

<!-- Эта страница сделана командой «make regenerate» из папки roadmap_compiler/manual: правьте её, а не эту. -->
"""


@cache
def pages() -> dict[str, str]:
    """The page of every code that has no rule: text and examples, without the heading."""
    found: dict[str, str] = {}
    for name in FILES:
        parts = _HEADING.split(_text(name))
        found.update({code: body.strip() for code, body in zip(parts[1::2], parts[2::2], strict=True)})
    return found


_IN_ENGLISH = {"Плохо": "Bad", "Хорошо": "Good", "Было": "Before", "Утверждено 30.08.2021": "Approved on 30.08.2021",
               "Потом изменено": "Changed since", "Так можно": "This is allowed"}
_EXAMPLE = re.compile(r"^(?:([А-Я][^\n]*):\n\n)?(```yaml\n.*?^```)", re.MULTILINE | re.DOTALL)


@cache
def english() -> dict[str, str]:
    """What is found, why, and what to write, in English, by code. The examples are those of the Russian pages."""
    parts = re.split(r"^## (.+)$", _text("english"), flags=re.MULTILINE)
    return {code: body.strip() for codes, body in zip(parts[1::2], parts[2::2], strict=True)
            for code in codes.split(", ")}


def page(code: str, language: str = "ru") -> str | None:
    """The page of any code as it is printed; None where there is no such code."""
    body = _russian(code)
    if language == "ru" or body is None or code not in english():
        return body
    examples = "".join((f"\n\n{_IN_ENGLISH[word]}:" if word else "") + f"\n\n{yaml}"
                       for word, yaml in _EXAMPLE.findall(body))
    allow = f"\n\nIf it is meant so: `# roadmap: allow {code} - reason` on the line of the finding or above it."
    return english()[code] + examples + (allow if code not in pages() else "")


def _russian(code: str) -> str | None:
    from roadmap_compiler.rules import RULES

    if code in pages():
        return pages()[code]
    for rule in RULES:
        if code in rule.CODES:
            return (rule.__doc__ or "").strip()
    return None


def manual_text() -> str:
    """docs/ошибки.md: all pages, by their files."""
    return _HEAD + "".join("\n" + _lowered(_text(name)) for name in FILES)


def _lowered(text: str) -> str:
    """The headings of a text one level lower, examples left as they are."""
    parts = re.split(r"(^```.*?^```$)", text, flags=re.MULTILINE | re.DOTALL)
    return "".join(part if part.startswith("```") else re.sub(r"^#", "##", part, flags=re.MULTILINE) for part in parts)


def _text(name: str) -> str:
    return files("roadmap_compiler.manual").joinpath(f"{name}.md").read_text(encoding="utf-8")
