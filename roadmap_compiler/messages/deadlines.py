"""The words of every problem with a deadline: code → sentence with named places for the problem's parameters.

``{text}`` is the phrase as written. Dates arrive as `datetime.date` and are shown by the catalogue as 25.09.2021.
"""

from __future__ import annotations

RU: dict[str, str] = {
    "deadline-not-understood": "Срок «{text}» непонятен",
    "deadline-ambiguous": "Срок «{text}» можно понять по-разному",
    "deadline-outside-period": "Срок «{text}» выходит за период {start} – {end}",
    "deadline-after-period": "Последняя дата срока «{text}» — {day}, уже после конца периода ({end})",
    "deadline-end-before-start": "Срок «{text}» кончается раньше, чем начинается: {start} – {end}",
    "deadline-no-such-date": "В сроке «{text}» стоит дата, которой нет в календаре",
    "deadline-no-such-number": "В сроке «{text}» стоит номер {number}, а бывает не больше {most}",
    "deadline-no-such-school-year": "«{first}/{second}» — не учебный год: второй год должен быть следующим за первым",
    "deadline-term-not-declared": "Для срока «{text}» нужны даты: опишите {term} в «период: учебные периоды»",
    "deadline-no-such-term": "В сроке «{text}» назван номер {number}, а описано только {most}",
    "deadline-vacation-not-declared": "Для срока «{text}» нужны даты каникул: опишите их в «период: каникулы»",
    "deadline-anchor-without-date": "Срок «{text}» отсчитывается от события без даты, поэтому даты у срока нет",
    "deadline-anchor-not-named": "В сроке «{text}» не сказано, от какого дня считать; взят день утверждения {day}",
    "deadline-anchor-cycle": "Сроки отсчитываются друг от друга по кругу: {chain}",
    "deadline-without-end": "Срок «{text}» не говорит, до какого дня, поэтому даты у него нет",
    "deadline-without-days": "Срок «{text}» говорит, как часто, но не когда: в календарь он не попадёт",
    "deadline-day-off": "Срок «{text}»: {day} — выходной; рабочие дни рядом: {before} и {after}",
    "deadline-corrected": "«{written}» прочитано как «{read}»",
    "deadline-vague": "Срок «{text}» приблизительный; прочитан по правилу из руководства",
    "deadline-other-day": "У срока два дня: {day} и в скобках {other}; в календарь взят первый",
    "deadline-school-year-end": "«{text}»: концом учебного года считается {day}; если это не так, назовите день",
    "deadline-leap-day": "29 февраля {year} года нет: взято 28 февраля",
    "period-ambiguous": "Период «{text}» можно понять по-разному",
    "period-not-understood": "Период «{text}» непонятен; напишите, например, «2021/2022 учебный год»",
}

EN: dict[str, str] = {
    "deadline-not-understood": "The deadline «{text}» is not understood",
    "deadline-ambiguous": "The deadline «{text}» can be read in more than one way",
    "deadline-outside-period": "The deadline «{text}» lies outside the period {start} – {end}",
    "deadline-after-period": "The last day of «{text}» is {day}, after the end of the period ({end})",
    "deadline-end-before-start": "The deadline «{text}» ends before it begins: {start} – {end}",
    "deadline-no-such-date": "The deadline «{text}» has a date that is in no calendar",
    "deadline-no-such-number": "The deadline «{text}» has the number {number}; there are no more than {most}",
    "deadline-no-such-school-year": "«{first}/{second}» is no school year: the second must follow the first",
    "deadline-term-not-declared": "«{text}» needs dates: declare {term} under «период: учебные периоды»",
    "deadline-no-such-term": "«{text}» names number {number}, but only {most} are declared",
    "deadline-vacation-not-declared": "«{text}» needs the school holidays: declare them under «период: каникулы»",
    "deadline-anchor-without-date": "«{text}» counts from an event without a date, so it has none",
    "deadline-anchor-not-named": "«{text}» does not say what it counts from; the approval of {day} was taken",
    "deadline-anchor-cycle": "Deadlines count from each other in a circle: {chain}",
    "deadline-without-end": "«{text}» does not say until when, so it has no date",
    "deadline-without-days": "«{text}» says how often but not when: it is not in the calendar",
    "deadline-day-off": "«{text}»: {day} is a day off; the working days beside it are {before} and {after}",
    "deadline-corrected": "«{written}» was read as «{read}»",
    "deadline-vague": "«{text}» is approximate; it was read by the rule in the guide",
    "deadline-other-day": "There are two days: {day} and, in brackets, {other}; the first is in the calendar",
    "deadline-school-year-end": "«{text}»: the school year is taken to end on {day}; if it does not, name the day",
    "deadline-leap-day": "There is no 29 February {year}: 28 February was taken",
    "period-ambiguous": "The period «{text}» can be read in more than one way",
    "period-not-understood": "The period «{text}» is not understood; write, for example, «2021/2022 учебный год»",
}
