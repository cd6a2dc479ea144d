"""Words about working days and the calendar."""

RU = {
    "work-week-not-understood": "Рабочая неделя не понята: «{text}»",
    "work-week-not-understood.hint": "Можно: 5 или 6",
    "day-off-policy-not-understood": "Не понято, что делать со сроком в выходной: «{text}»",
    "day-off-policy-not-understood.hint": "Можно: оставить, раньше, позже, позже в том же месяце",
    "day-off-already": "{text} и так выходной: проверьте дату",
    "working-day-already": "{text} и так рабочий день: проверьте дату",
    "calendar-file-not-read": "Производственный календарь не прочитан: «{text}»",
    "calendar-file-not-read.hint": "Нужен файл .xml в формате xmlcalendar рядом с картой",
}

EN = {
    "work-week-not-understood": "The work week is not understood: «{text}»",
    "work-week-not-understood.hint": "Possible: 5 or 6",
    "day-off-policy-not-understood": "What to do with a deadline on a day off is not understood: «{text}»",
    "day-off-policy-not-understood.hint": "Possible: keep, previous, next, modified next",
    "day-off-already": "{text} is a day off anyway: check the date",
    "working-day-already": "{text} is a working day anyway: check the date",
    "calendar-file-not-read": "The production calendar was not read: «{text}»",
    "calendar-file-not-read.hint": "An .xml file in the format of xmlcalendar is needed beside the roadmap",
}
