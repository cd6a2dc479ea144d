"""Findings about approved roadmaps and the lock that names them."""

from __future__ import annotations

from typing import Literal

from roadmap_compiler.messages import Language, plural

Counts = tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
"""What happened → how many of what: (("changed", (("activity", 3), ("head", 1))), ("added", (("activity", 1),)))."""

RU = {
    "changed-since-approval": "утверждено {date}; с тех пор {counts}",
    "changed-since-approval.hint": "Посмотреть изменения: roadmap diff --approved {file}. Если они утверждены, запишите "
                                   "это: roadmap approve {file} --date ДАТА --act приказ --number НОМЕР",
    "approved-text-missing": "Утверждённый текст {path} удалён или изменён",
    "approved-text-missing.hint": "Верните его из git или резервной копии. Если карта осталась той, что утверждена, "
                                  "повторите roadmap approve с той же датой и тем же номером",
    "lock-conflict": "В файле остались знаки слияния git",
    "lock-conflict.hint": "Удалите строки со знаками <<<<<<<, ======= и >>>>>>>, а строки карт оставьте",
    "lock-line": "Строка не понята: «{text}»",
    "lock-line.hint": "Верните её из git или утвердите карту снова: roadmap approve",
    "lock-twice": "Карта {path} записана дважды и по-разному, первый раз в строке {line}",
    "lock-twice.hint": "Оставьте строку того акта, который действует. Пока их две, верна та, что с более поздней датой",
    "lock-file-gone": "Карты {path} в этой папке нет",
    "lock-file-gone.hint": "Если она переименована, назовите её по-новому здесь и в папке roadmap.approved; если "
                           "удалена, удалите эту строку и её тексты в roadmap.approved",
    "lock-file-renamed": "Карты {path} в этой папке нет; похоже, она переименована в {new}",
    "lock-file-renamed.hint": "Напишите здесь {new} и переименуйте {folder}/{path} в {folder}/{new}. Или верните файлу "
                              "прежнее имя",
    "lock-line-missing": "Утверждённый текст {copy} есть, а строки о карте в roadmap.lock нет",
    "lock-line-missing.hint": "Верните roadmap.lock из git или резервной копии либо повторите для карты {path} "
                              "roadmap approve с той же датой и тем же номером. Если карты больше нет, удалите этот текст",
    "lock-seal": "Контрольная сумма карты {path} не та, что у утверждённого текста {copy}",
    "lock-seal.hint": "Строку меняли: верните её из git или резервной копии. Если карта осталась той, что утверждена, "
                      "повторите roadmap approve с той же датой и тем же номером",
}

EN = {
    "changed-since-approval": "approved on {date}; since then {counts}",
    "changed-since-approval.hint": "To see the changes: roadmap diff --approved {file}. If they are approved, record it: "
                                   "roadmap approve {file} --date DATE --act приказ --number NUMBER",
    "approved-text-missing": "The approved text {path} was removed or changed",
    "approved-text-missing.hint": "Take it back from git or a backup. If the roadmap still is what was approved, "
                                  "repeat roadmap approve with the same date and number",
    "lock-conflict": "The file still has the signs of a merge of git",
    "lock-conflict.hint": "Remove the lines with <<<<<<<, ======= and >>>>>>>, keep the lines of the roadmaps",
    "lock-line": "The line is not understood: «{text}»",
    "lock-line.hint": "Take it back from git or approve the roadmap again: roadmap approve",
    "lock-twice": "The roadmap {path} stands here twice and not alike, first on line {line}",
    "lock-twice.hint": "Keep the line of the act in force. While there are two, the one of the later date counts",
    "lock-file-gone": "There is no roadmap {path} in this folder",
    "lock-file-gone.hint": "If it was renamed, give the new name here and in the folder roadmap.approved; if it was "
                           "removed, remove this line and its texts in roadmap.approved",
    "lock-file-renamed": "There is no roadmap {path} in this folder; it seems to be {new} now",
    "lock-file-renamed.hint": "Write {new} here and rename {folder}/{path} to {folder}/{new}. Or give the file its old "
                              "name back",
    "lock-line-missing": "There is an approved text {copy}, but roadmap.lock has no line about the roadmap",
    "lock-line-missing.hint": "Take roadmap.lock back from git or a backup, or repeat roadmap approve for {path} with the "
                              "same date and number. If the roadmap is gone, remove this text",
    "lock-seal": "The checksum of the roadmap {path} is not that of the approved text {copy}",
    "lock-seal.hint": "The line was altered: take it back from git or a backup. If the roadmap still is what was "
                      "approved, repeat roadmap approve with the same date and number",
}

_HAPPENED: dict[Language, dict[str, str]] = {
    "ru": {"changed": "изменено", "added": "добавлено", "removed": "убрано", "moved": "перенесено",
           "unknown": "изменено, но что именно, не узнать: нет утверждённого текста"},
    "en": {"changed": "changed", "added": "added", "removed": "removed", "moved": "moved",
           "unknown": "changed, and what cannot be told: the approved text is missing"},
}
_RUSSIAN: dict[str, tuple[str, str, str]] = {
    "activity": ("мероприятие", "мероприятия", "мероприятий"), "stage": ("этап", "этапа", "этапов"),
    "item": ("пункт", "пункта", "пунктов"),
}
_ENGLISH = {"activity": ("activity", "activities"), "stage": ("stage", "stages"), "item": ("item", "items")}
_PARTS: dict[Literal["ru", "en"], dict[str, str]] = {
    "ru": {"head": "шапка документа", "approvals": "грифы", "table": "вид таблицы", "signatures": "подписи",
           "other": "формулировки"},
    "en": {"head": "the head of the document", "approvals": "the approvals", "table": "the table",
           "signatures": "the signatures", "other": "wording"},
}


def listed(counts: Counts, language: Language) -> str:
    """«изменено: 3 мероприятия, шапка документа; добавлено: 1 мероприятие»."""
    told = []
    for happened, things in counts:
        which = ", ".join(_counted(thing, number, language) for thing, number in things)
        word = _HAPPENED[language][happened]
        told.append(f"{word}: {which}" if which else word)
    return "; ".join(told)


def _counted(thing: str, number: int, language: Language) -> str:
    if thing in _PARTS[language]:
        return _PARTS[language][thing]
    if language == "en":
        return f"{number} {_ENGLISH[thing][number != 1]}"
    return plural(number, *_RUSSIAN[thing])
