"""Days that no calendar has: the last day of the month is offered, or a date of the year that was written."""

from __future__ import annotations

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.messages import hint

TEXT = """название: План
период:
  начало: 01.02.2027
  конец: {end}
утверждение: {{гриф: утверждаю, должность: Директор, имя: И.И. Иванов, дата: "{approved}"}}
мероприятия:
  - {{название: Линейка, срок: май, ответственный: Завуч}}
"""


@pytest.mark.parametrize(("end", "approved", "said"), [
    ("31.11.2027", "", "Возможно, «30.11.2027»?"),
    ("29.02.2027", "", "Возможно, «28.02.2027»?"),
    ("3о.11.2027", "", "Напишите её так: 01.09.2027"),
    ("30.11.2027", "30.02.2027", "Возможно, «28.02.2027»?"),
    ("30.11.2027", "31 апреля 2026 г.", "Возможно, «30.04.2026»?"),
    ("30.11.2027", "30.13.2026", "Напишите её так: 01.09.2026"),
])
def test_what_is_offered(end: str, approved: str, said: str) -> None:
    findings = compile_bytes(TEXT.format(end=end, approved=approved).encode(), "карта.yaml").findings
    assert [(finding.code, hint(finding)) for finding in findings] == [("date-not-understood", said)]
