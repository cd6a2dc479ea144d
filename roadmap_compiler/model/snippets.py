"""What an editor offers to write: ready parts of a roadmap, and values to choose from."""

from __future__ import annotations

from typing import Any

from roadmap_compiler.model.words import spoken_in

EXAMPLES: dict[str, tuple[str, ...]] = {
    "title": ("Обучение наставников", "Анкетирование участников"),
    "institution": ("МБУ ДО ДДТ г. Горбатов", "МАОУ «СОШ № 1»"),
    "period": ("2026/2027 учебный год", "2026 год", "2026–2028"),
    "start": ("01.09.2026", "01.01.2026"),
    "end": ("31.08.2027", "31.12.2026"),
    "kind": ("утверждаю", "согласовано", "принято", "рассмотрено"),
    "position": ("Директор", "Заместитель директора"),
    "act": ("приказом директора", "решением педагогического совета"),
    "date": ("01.09.2026", "«09» февраля 2026 г."),
    "side": ("слева", "справа"),
    "state": ("проект", "на подпись"),
    "template": ("альбомный", "книжный"),
    "rows": ("мероприятия", "этапы"),
    "column_numbers": ("да", "нет"),
    "numbering": ("1.1", "1.1.", "1)", "I", "сквозная", "нет"),
    "order": ("вложенный", "в каждом этапе", "сквозной", "нет"),
    "deadline": ("сентябрь", "до 15 сентября", "до 15 числа ежемесячно"),
    "result": ("Приказ", "Протокол заседания рабочей группы"),
    "qualifier": ("в рамках компетенции", "по согласованию"),
    "participants": ("5–9 классы", "педагоги"),
    "work_week": ("5", "6"),
    "day_off_policy": ("оставить", "раньше", "позже"),
}
"""Values to choose from, by the English name of the field: never one alone, which an editor would write by itself."""

_ACTIVITY = {"title": "$1", "deadline": "$2", "responsible": "$3", "result": "$4"}
_STAGE = {"title": "$1", "activities": [{"title": "$2", "deadline": "$3", "responsible": "$4", "result": "$5"}]}
_APPROVED = {"kind": "утверждаю", "position": "${1:Директор}", "name": "${2:И.О. Фамилия}", "date": "$3"}
_AGREED = {"kind": "согласовано", "position": "$1", "name": "${2:И.О. Фамилия}", "date": "$3"}

_SNIPPETS: dict[str, tuple[tuple[str, str, Any], ...]] = {
    "activities": (("мероприятие", "Мероприятие: что, когда, кто и чем подтверждается", _ACTIVITY),),
    "stages": (("этап", "Этап с первым мероприятием", _STAGE),),
    "approvals": (("утверждаю", "Гриф утверждения", _APPROVED), ("согласовано", "Гриф согласования", _AGREED)),
    "amendments": (("редакция", "Акт, которым изменена утверждённая карта",
                    {"act": "${1:приказ}", "number": "$2", "date": "$3"}),),
    "signatures": (("подпись", "Подпись после таблицы",
                    {"position": "${1:Исполнитель}", "name": "${2:И.О. Фамилия}"}),),
    "people": (("человек", "Короткое имя и то, что печатается", {"${1:козлова}": "${2:Козлова Ю.С., учитель}"}),
               ("группа", "Группа и её состав", {"${1:группа}": {"title": "${2:рабочая группа}", "members": ["$3"]}})),
    "columns": (("столбцы", "Обычные пять столбцов", {
        "number": "№ п/п", "activities": "Мероприятие", "deadline": "Срок", "responsible": "Ответственный",
        "result": "Результат"}), ("шесть столбцов", "И содержание деятельности", {
            "number": "№ п/п", "activities": "Мероприятие", "content": "Содержание деятельности", "deadline": "Срок",
            "responsible": "Ответственный", "result": "Результат"})),
    "deadline": tuple((phrase, "", phrase) for phrase in (
        "с 1 по 20 октября", "октябрь – ноябрь", "ежеквартально", "II четверть", "в течение учебного года",
        "в течение 10 рабочих дней после утверждения", "постоянно")),
}


def snippets(name: str, language: str) -> list[dict[str, Any]]:
    """What may be inserted as the value of a field, in the form of VS Code: «$1» is where the cursor goes first."""
    return [{"label": label, **({"description": about} if about else {}), "body": _in_language(body, name, language)}
            for label, about, body in _SNIPPETS.get(name, ())]


def _in_language(body: Any, place: str, language: str) -> Any:
    if isinstance(body, dict):
        return {spoken_in(place, key, language): _in_language(value, key, language) for key, value in body.items()}
    return [_in_language(one, place, language) for one in body] if isinstance(body, list) else body
