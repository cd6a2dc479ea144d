"""The names a template may use: the view of a roadmap, once, for the linter and for the page of the manual."""

from __future__ import annotations

from typing import NamedTuple


class Field(NamedTuple):
    """One name of the view.

    Attributes:
        name: as written in a template.
        meaning: for the manual, in Russian.
        repeated: a list, to be gone through with ``for``.
        parts: what one value, or one item of the list, is made of; () for plain text or a number.
        flag: true or false, for ``if`` only.
    """

    name: str
    meaning: str
    repeated: bool = False
    parts: tuple[Field, ...] = ()
    flag: bool = False


WIDTH = Field("width", "ширина в двадцатых долях пункта")

VIEW = (
    Field("document_title", "название одной строкой, для свойств файла"),
    Field("created", "дата для свойств файла"),
    Field("letterhead", "строки бланка организации", repeated=True),
    Field(
        "approvals",
        "грифы: ряд за рядом, левый и правый",
        repeated=True,
        parts=(
            Field("left", "строки левого грифа", repeated=True),
            Field("right", "строки правого грифа", repeated=True),
        ),
    ),
    Field("title", "строки заголовка", repeated=True),
    Field(
        "columns",
        "столбцы таблицы",
        repeated=True,
        parts=(WIDTH, Field("heading", "заголовок столбца"), Field("number", "номер столбца")),
    ),
    Field("has_header", "печатать ли строку заголовков", flag=True),
    Field("has_column_numbers", "печатать ли строку номеров столбцов", flag=True),
    Field(
        "rows",
        "строки таблицы",
        repeated=True,
        parts=(
            Field("kind", "stage — этап, activity — мероприятие, item — пункт, long — высокая строка"),
            Field(
                "cells",
                "ячейки строки",
                repeated=True,
                parts=(
                    WIDTH,
                    Field("span", "сколько столбцов занимает"),
                    Field("merge", "слияние по вертикали: restart, continue или пусто"),
                    Field("text", "текст"),
                ),
            ),
        ),
    ),
    Field(
        "signatures",
        "подписи после таблицы",
        repeated=True,
        parts=(Field("position", "должность"), Field("name", "фамилия и инициалы")),
    ),
    Field("footer", "строка в конце документа"),
    Field("mark", "пометка над документом, например «ПРОЕКТ»"),
    Field("seal", "контрольная сумма утверждённого документа; где её не напечатать, она встанет в нижний колонтитул"),
)
