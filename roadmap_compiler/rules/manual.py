"""The manual of the rules, made of their docstrings: docs/правила.md."""

from __future__ import annotations

import re
from types import ModuleType

from roadmap_compiler.findings import Severity
from roadmap_compiler.rules import RULES
from roadmap_compiler.rules.profiles import DRAFT, SCHOOL, STRICT, Levels

_HEAD = """\
# Правила

Что `roadmap check` замечает в содержании карты. Ошибки в самом тексте YAML — отступы, кавычки, незнакомые поля — здесь
не описаны: о них программа говорит на месте.

<!-- Эта страница сделана из описаний правил командой «make regenerate»: правьте их, а не её. -->

## Насколько строго

Ошибка (с ней документ не собирается), предупреждение и замечание зависят от профиля. Обычный — «школа»; «строгий» — для
тех, кто принимает планы; «черновик» — пока план пишется. Профиль называют в команде, `roadmap check --profile строгий`,
или в самой карте:

```yaml
профиль: строгий
```

## Как разрешить

Если так и надо, напишите об этом на той же строке или строкой выше — с причиной:

```yaml
срок: апрель 2021  # roadmap: разрешить deadline-outside-period — перенесено из прошлого плана
```

Замечание исчезнет, а в итоге программа скажет, сколько разрешено. Разрешение, которое больше ни к чему не относится,
само становится предупреждением. Если старых замечаний много, запишите их все в файл и смотрите только на новые:

```
roadmap check карты --baseline известное.tsv --update-baseline
roadmap check карты --baseline известное.tsv
```

## Все правила

| код | что находит | школа | строгий | черновик |
| --- | --- | --- | --- | --- |
"""

_WORDS: dict[Severity | None, str] = {"error": "ошибка", "warning": "предупреждение", "info": "замечание", None: "—"}


def manual_text() -> str:
    """The whole page."""
    rows = [_row(rule, code) for rule in RULES for code in rule.CODES]
    return _HEAD + "".join(rows) + "".join(_section(rule) for rule in RULES)


def title(rule: ModuleType) -> str:
    """The first line of a rule's page, without its full stop."""
    return (rule.__doc__ or "").split("\n")[0].rstrip(".")


def _row(rule: ModuleType, code: str) -> str:
    levels = " | ".join(_WORDS[_level(rule, code, profile)] for profile in (SCHOOL, STRICT, DRAFT))
    return f"| [`{code}`](#{_anchor(rule)}) | {title(rule)} | {levels} |\n"


def _level(rule: ModuleType, code: str, profile: Levels) -> Severity | None:
    usual: Severity = rule.CODES[code]
    return profile.get(code, usual)


def _anchor(rule: ModuleType) -> str:
    """The name that GitHub and GitLab give to a heading."""
    return re.sub(r"[^\w -]", "", title(rule).lower()).replace(" ", "-")


def _section(rule: ModuleType) -> str:
    body = (rule.__doc__ or "").partition("\n")[2].strip()
    codes = ", ".join(f"`{code}`" for code in rule.CODES)
    allow = f"`# roadmap: разрешить {next(iter(rule.CODES))} — причина`"
    return (f"\n## {title(rule)}\n\n{'Код' if len(rule.CODES) == 1 else 'Коды'}: {codes}\n\n{body}\n\n"
            f"Если так и надо: {allow} на строке замечания или над ней.\n")
