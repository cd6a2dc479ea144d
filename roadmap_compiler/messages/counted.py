"""Things with their number: «1 место», «2 места», «5 мест»."""

from __future__ import annotations

from roadmap_compiler.messages import Language, plural

_RUSSIAN = {
    "file": ("файл", "файла", "файлов"),
    "in-files": ("файле", "файлах", "файлах"),
    "document": ("документ", "документа", "документов"),
    "place": ("место", "места", "мест"),
    "error": ("ошибка", "ошибки", "ошибок"),
    "warning": ("предупреждение", "предупреждения", "предупреждений"),
    "info": ("замечание", "замечания", "замечаний"),
    "day": ("дата", "даты", "дат"),
    "finding": ("замечание", "замечания", "замечаний"),
    "activity": ("мероприятие", "мероприятия", "мероприятий"),
    "point": ("пункт", "пункта", "пунктов"),
    "in-points": ("пункте", "пунктах", "пунктах"),
}
_ENGLISH = {"day": "date", "in-files": "file", "info": "note", "point": "place", "in-points": "place"}


def counted(number: int, thing: str, language: Language) -> str:
    """A number and the thing in its right form."""
    if language == "en":
        word = _ENGLISH.get(thing, thing)
        many = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
        return f"{number} {word if number == 1 else many}"
    return plural(number, *_RUSSIAN[thing])
