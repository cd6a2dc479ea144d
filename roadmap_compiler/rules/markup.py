"""В тексте осталась разметка.

«<p>», «&nbsp;», «**слово**», «Ошибка! Закладка не определена»: такое приходит вместе с текстом с сайта, из мессенджера
или из поломанного документа и попадёт в печать как есть.

Плохо:

```yaml
мероприятия:
  - название: <p>Обучение&nbsp;наставников</p>
    срок: октябрь
    ответственный: Куратор
```

```yaml
мероприятия:
  - название: Отчёт по форме (см. Ошибка! Источник ссылки не найден.)
    срок: октябрь
    ответственный: Куратор
```

Хорошо:

```yaml
мероприятия:
  - название: Обучение наставников
    срок: октябрь
    ответственный: Куратор
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.glance import texts_with
from roadmap_compiler.rules.prose import finding_in, is_prose

CODES: dict[str, Severity] = {"markup-left": "warning"}

_SIGNS = ("<", "&", "**", "](", "{{", "{%", "Ошибка!", "#", "\\n")
_MARKUP = (
    r"</?(?:p|br|b|i|u|s|strong|em|div|span|table|tr|td|th|ul|ol|li|font|a|sup|sub|h[1-6]|img)\b[^<>]*>"
    r"|&(?:nbsp|amp|quot|laquo|raquo|mdash|ndash|lt|gt|#\d+|#x[0-9a-fA-F]+);"
    r"|\*\*[^*\n]+\*\*|\[[^\]\n]+\]\(https?://[^)\s]*\)|\{\{.*?\}\}|\{%.*?%\}"
    r"|Ошибка! (?:Закладка не определена|Источник ссылки не найден|Недопустимый объект)[^.]*\.?"
    r"|#(?:ССЫЛКА!|REF!|ЗНАЧ!|VALUE!|ИМЯ\?|NAME\?|Н/Д|N/A|ДЕЛ/0!)|\\n"
)


def find(plan: Plan) -> Iterator[Finding]:
    """Tags, entities, Markdown, unfilled fields and broken references."""
    for path, text in texts_with(plan, b"<", b"Aaaaaa,"):  # the second is «Ошибка!»
        if not is_prose(path) or not any(sign in text for sign in _SIGNS):
            continue
        match = re.search(_MARKUP, text)
        if match is not None:
            yield finding_in(plan, path, text, match.span(), "markup-left", "warning")
