"""The names that templates of printed calendars may use: for the linter of templates and for the manual."""

from __future__ import annotations

from roadmap_compiler.documents.vocabulary import Field

WIDTH = Field("width", "ширина в двадцатых долях пункта")
SPAN = Field("span", "сколько столбцов занимает")
TITLE = (
    Field("document_title", "название одной строкой, для свойств файла"),
    Field("created", "дата для свойств файла"),
    Field("title", "строки заголовка карты", repeated=True),
)
CELLS = Field("cells", "клетки времени", repeated=True, parts=(
    WIDTH, SPAN, Field("colour", "фон: серый, где идёт работа"), Field("text", "дни сроков")))
KIND = Field("kind", "stage — заголовок, timed-stage — этап со сроком, activity — мероприятие, undated — без даты")
NUMBER, NAME = Field("number", "номер"), Field("name", "название")
PEOPLE = Field("people", "ответственные")
GROUPS = Field("groups", "ячейки строки", repeated=True, parts=(WIDTH, SPAN, Field("name", "год или месяц")))

GRID = (
    *TITLE,
    Field("number_width", "ширина столбца номеров"),
    Field("title_width", "ширина столбца мероприятий"),
    Field("person_width", "ширина столбца ответственных"),
    Field("done_width", "ширина столбца отметок"),
    Field("whole_width", "ширина строки без номера"),
    Field("whole_span", "сколько в ней столбцов"),
    Field("years", "строка годов над месяцами", repeated=True, parts=(GROUPS,)),
    Field("months", "месяцы или кварталы", repeated=True, parts=(WIDTH, NAME)),
    Field("rows", "строки", repeated=True, parts=(KIND, NUMBER, NAME, CELLS, PEOPLE)),
    Field("legend", "что значат знаки", repeated=True),
    Field("week_title_width", "ширина столбца мероприятий в картине года"),
    Field("week_heads", "строки над неделями: годы, месяцы", repeated=True, parts=(
        Field("merge", "слияние по вертикали"), Field("number_heading", "заголовок номеров"),
        Field("title_heading", "заголовок мероприятий"), GROUPS)),
    Field("weeks", "недели: число понедельника", repeated=True, parts=(WIDTH, NAME)),
    Field("week_span", "сколько столбцов в строке без номера"),
    Field("week_legend", "что значат знаки картины года", repeated=True),
    Field("bands", "строки картины года", repeated=True, parts=(KIND, NUMBER, NAME, CELLS)),
)

SHEETS = (
    *TITLE,
    Field("people", "листы", repeated=True, parts=(
        Field("person", "кто"),
        Field("note", "пометка у того, кто следит за всеми сроками"),
        Field("rows", "строки", repeated=True, parts=(
            Field("kind", "line — срок, heading — заголовок"), Field("day", "дни"), NUMBER, NAME,
            Field("result", "документ-результат"))),
    )),
)

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY = (
    Field("colour", "фон: серый у выходного"),
    Field("number", "число"),
    Field("word", "почему день не обычный"),
    Field("lines", "что в этот день", repeated=True),
)
LISTED = (Field("day", "день или срок"), NUMBER, NAME, PEOPLE)
MONTHS = (
    *TITLE[:2],
    Field("title", "название карты одной строкой"),
    Field("months", "месяцы", repeated=True, parts=(
        Field("month", "месяц и год"),
        Field("remark", "примечание о выходных"),
        Field("weeks", "недели", repeated=True, parts=tuple(Field(name, "день недели", parts=DAY) for name in DAYS)),
        Field("rest", "что не поместилось в клетки", repeated=True, parts=LISTED),
    )),
    Field("lists", "дела без дня", repeated=True, parts=(
        Field("heading", "заголовок"), Field("lines", "строки", repeated=True, parts=LISTED))),
)

VOCABULARIES = {"grid": GRID, "people": SHEETS, "months": MONTHS}
