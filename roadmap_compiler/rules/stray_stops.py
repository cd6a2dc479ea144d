"""Лишняя точка.

Две точки подряд или точка, после которой предложение продолжается с маленькой буквы: «Сформированы. данные». Такое
остаётся после правки. Сокращения («и т. д. на сайте», «соц. сетях») и многоточие — не ошибка.

Плохо:

```yaml
мероприятия:
  - название: Сформированы. данные для мониторинга..
    срок: октябрь
    ответственный: Куратор
```

Хорошо:

```yaml
мероприятия:
  - название: Сформированы данные для мониторинга, соц. сетей и т. д.
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

CODES: dict[str, Severity] = {"stray-stop": "info"}

_DOUBLE = r"(?<!\.)\.\.(?!\.)"
_BEFORE_SMALL = r"\. (?=[а-яё])(?<=[аеёиоуыэюяьй]. )"
_WHOLE_WORD = r"[А-ЯЁа-яё]{3,}[аеёиоуыэюяьй]$"
"""A shortened word ends on a consonant, so a longer one that ends otherwise is whole."""


def find(plan: Plan) -> Iterator[Finding]:
    """Double full stops, and full stops inside a sentence."""
    for path, text in texts_with(plan, rb"\.(?=\.| a)"):
        if not is_prose(path):
            continue
        for match in re.finditer(_DOUBLE, text):
            word = re.search(r"\S*$", text[:match.start()])
            start = word.start() if word else match.start()
            right = text[start:match.end() - 1]
            yield finding_in(plan, path, text, (start, match.end()), "stray-stop", "info", right)
        for match in re.finditer(_BEFORE_SMALL, text):
            word = re.search(_WHOLE_WORD, text[:match.start()])
            after = re.match(r"[а-яё]+", text[match.end():])
            if word is not None and after is not None:
                stretch = (word.start(), match.end() + after.end())
                yield finding_in(plan, path, text, stretch, "stray-stop", "info", f"{word.group()} {after.group()}")
