"""Deadlines that count from each other: chains have dates, circles are told."""

from tests.roadmaps import codes, compiled, plan_of

PERIOD = "название: Карта\nпериод: 2026/2027 учебный год\n"


def test_a_chain_of_anchors_has_dates() -> None:
    plan = plan_of("""\
        мероприятия:
          - {название: Отчёт, срок: через 3 дня после разбора, ответственный: Я}
          - {название: Разбор, срок: через 3 дня после слёта, ответственный: Я}
          - {название: Слёт, срок: 10 октября, ответственный: Я}
    """, head=PERIOD)
    deadlines = [entry.deadline for entry in plan.entries if entry.deadline is not None]
    days = [str(occurrence.due) for deadline in deadlines for occurrence in deadline.occurrences]
    assert days == ["2026-10-16", "2026-10-13", "2026-10-10"]


def test_a_circle_of_anchors_is_an_error_at_each_of_its_deadlines() -> None:
    compilation = compiled("""\
        мероприятия:
          - {название: Анкета, срок: через неделю после встречи, ответственный: Я}
          - {название: Встреча, срок: через неделю после анкеты, ответственный: Я}
    """, head=PERIOD)
    circles = [finding for finding in compilation.findings if finding.code == "deadline-anchor-cycle"]
    assert [(finding.severity, finding.span.line) for finding in circles] == [("error", 4), ("error", 5)]
    assert {finding.params["chain"] for finding in circles} == {"«Анкета» → «Встреча» → «Анкета»"}
    assert compilation.plan is not None
    assert not any(entry.deadline and entry.deadline.occurrences for entry in compilation.plan.entries)


def test_a_deadline_that_counts_from_itself_is_a_circle() -> None:
    text = "мероприятия:\n  - {название: Встреча, срок: через неделю после встречи, ответственный: Я}\n"
    assert codes(compiled(text, head=PERIOD)) == ["deadline-anchor-cycle"]
