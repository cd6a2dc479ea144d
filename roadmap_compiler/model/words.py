"""The words of a roadmap: one table makes the keys of both languages, the JSON Schemas and the messages.

The first Russian form is the one that tools write and messages name; the others mean the same key. Letter case,
«ё» for «е» and extra spaces do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from roadmap_compiler.near import folded as folded
from roadmap_compiler.source.vocabulary import Vocabulary


class Word(NamedTuple):
    """An English name, its Russian forms, what it holds, and an example, both in Russian."""

    name: str
    russian: tuple[str, ...]
    about: str
    example: str = ""


ROLE = re.compile(
    r"^(?!.*(?:[оеё]ва?|ина?|ск(?:ий|ая)|енко)$).*\b(?:админист|библиотек|бухгалтер|вожат|воспитат|врач|дворник|дежурн|дефектолог|директор|завхоз|завуч|заведующ"
    r"|замест|инженер|инспектор|инструктор|класс|команд|комисси|комитет|координатор|куратор|логопед|лаборант|мастер|медик"
    r"|медсестр|методист|музыкант|наставник|обучающ|организатор|отдел|педагог|педсовет|повар|председател|преподават"
    r"|профком|профсоюз|психолог|руководит|родител|секретар|слесарь|совет|социолог|специалист|сотрудник|сторож|студент"
    r"|супервизор|тренер|тьютор|учащ|ученик|учител|фельдшер|хореограф|эксперт|электрик|экономист|юрист|жюри|все\b)",
    re.IGNORECASE)
"""How the names of what people do begin: «педагог-психолог» is a text to print, «козлова» a key of «люди».

A surname may begin so too: «поварова» is no role.
"""

SEVERAL = re.compile(
    r"(?:\bвсе|\bжюри|комисси[яи]|комитет|совет|профком|профсоюз|педсовет|команда|отдел|класс|учителя|мастера|[иы])$",
    re.IGNORECASE)
"""How the names of many people end, or of a body: nobody's name is missing there."""

WORDS: tuple[Word, ...] = (
    Word("title", ("название", "наименование", "заголовок"), "Название дорожной карты, этапа или мероприятия",
         "Обучение наставников"),
    Word("institution", ("организация", "учреждение"), "Чья это дорожная карта", "МБУ ДО ДДТ г. Горбатов"),
    Word("full_name", ("полное название", "полное наименование"), "Название по уставу, печатается вверху бланка"),
    Word("founder", ("учредитель",), "Вышестоящая организация, печатается над названием"),
    Word("address", ("адрес",), "Почтовый адрес"),
    Word("phone", ("телефон", "телефоны"), "Телефон и факс"),
    Word("email", ("почта", "электронная почта"), "Адрес электронной почты"),
    Word("site", ("сайт",), "Адрес сайта"),
    Word("period", ("период",), "На какое время составлена карта: от него берутся годы сроков",
         "2021/2022 учебный год"),
    Word("start", ("начало",), "Первый день", "01.09.2021"),
    Word("end", ("конец", "окончание"), "Последний день", "31.08.2022"),
    Word("terms", ("учебные периоды", "учебный период"), "Четверти, полугодия, триместры, модули с датами"),
    Word("quarter", ("четверти", "четверть"), "Даты учебных четвертей"),
    Word("half", ("полугодия", "полугодие"), "Даты полугодий"),
    Word("trimester", ("триместры", "триместр"), "Даты триместров"),
    Word("module", ("модули", "модуль"), "Даты учебных модулей"),
    Word("vacations", ("каникулы",), "Каникулы с датами"),
    Word("aliases", ("иначе", "другие названия"), "Как ещё этот период назван в сроках", "реализации ЦМН"),
    Word("events", ("события", "событие", "опорные даты"), "События, от которых отсчитываются сроки, и их даты"),
    Word("approvals", ("утверждение", "утверждения", "грифы"), "Грифы утверждения и согласования"),
    Word("kind", ("вид", "гриф"), "Вид: для грифа «утверждаю», «согласовано», для документа «приказ»", "утверждаю"),
    Word("position", ("должность",), "Должность, как она печатается", "Директор"),
    Word("name", ("имя", "фио", "группа"), "Фамилия и инициалы или название группы", "О.В. Хакимова"),
    Word("act", ("акт",), "Документ, которым утверждено, в творительном падеже", "приказом директора"),
    Word("number", ("номер",), "Номер; у мероприятия — только чтобы напечатать необычный", "10-р"),
    Word("date", ("дата",), "Дата; пустая печатается линией для заполнения от руки", "09.02.2022"),
    Word("amendments", ("редакции",), "Акты, которыми утверждённая карта изменена: печатаются «в редакции приказа …»"),
    Word("side", ("сторона",), "Где стоит гриф: слева или справа", "справа"),
    Word("people", ("люди",), "Кто есть кто: короткое имя и то, что печатается",
         "козлова: Козлова Ю.С., учитель обществознания"),
    Word("role", ("роль",), "Роль в работе по карте", "куратор целевой модели наставничества"),
    Word("members", ("состав",), "Кто входит в группу: короткие имена людей"),
    Word("who", ("кто",), "Короткое имя из «люди» или текст", "куратор"),
    Word("qualifier", ("оговорка",), "Оговорка об ответственности", "в рамках компетенции"),
    Word("table", ("таблица",), "Как выглядит таблица"),
    Word("template", ("шаблон",), "Шаблон документа: альбомный, книжный или файл .docx", "альбомный"),
    Word("columns", ("столбцы", "столбец", "колонки", "графы"), "Столбцы по порядку: что в нём и его заголовок"),
    Word("persons", ("люди в таблице",), "Как печатать людей, у которых отдельно записаны имя и должность",
         "Фамилия И.О., должность"),
    Word("widths", ("ширина",), "Ширина столбцов в миллиметрах, если нужна своя"),
    Word("column_numbers", ("номера столбцов", "строка номеров"), "Печатать ли под шапкой строку 1, 2, 3…: да или нет"),
    Word("rows", ("строки",), "Что стоит в строках: мероприятия или этапы", "мероприятия"),
    Word("numbering", ("нумерация",), "Как нумеровать: 1.1, 1.1., 1), I, сквозная, нет", "1.1."),
    Word("order", ("порядок",), "Порядок номеров: вложенный, в каждом этапе, сквозной, нет", "вложенный"),
    Word("stages", ("этапы", "этап", "разделы", "раздел"), "Этапы карты с мероприятиями"),
    Word("goal", ("цель", "цели"), "Цель этапа"),
    Word("tasks", ("задачи", "задача"), "Задачи этапа"),
    Word("result", ("результат", "результаты", "документ", "документы"), "Результат или документ-результат",
         "Протокол заседания рабочей группы"),
    Word("deadline", ("срок", "сроки"), "Срок: фраза, как в плане", "до 15 числа ежемесячно"),
    Word("responsible", ("ответственный", "ответственные", "исполнитель", "исполнители"),
         "Кто отвечает: короткие имена из «люди» или текст", "козлова"),
    Word("content", ("содержание",), "Содержание деятельности"),
    Word("activities", ("мероприятия", "мероприятие"), "Мероприятия этапа или части мероприятия"),
    Word("items", ("пункты", "пункт"), "Пункты внутри мероприятия"),
    Word("place", ("место",), "Место проведения", "актовый зал"),
    Word("participants", ("участники",), "Участники, классы", "5–9 классы"),
    Word("note", ("примечание", "примечания"), "Примечание"),
    Word("id", ("ид",), "Постоянное имя, пишет программа"),
    Word("reason", ("обоснование",), "Почему изменено: печатается в сравнительной таблице"),
    Word("formerly", ("прежде",), "Как это называлось в прошлой редакции"),
    Word("signatures", ("подписи", "подпись"), "Подписи после таблицы"),
    Word("calendar", ("календарь",), "Рабочая неделя и свои выходные"),
    Word("work_week", ("рабочая неделя",), "Сколько дней в рабочей неделе: 5 или 6", "5"),
    Word("files", ("файлы", "файл"), "Файлы производственного календаря"),
    Word("off", ("выходные", "нерабочие дни"), "Свои выходные дни и их причина"),
    Word("work", ("рабочие", "рабочие дни"), "Свои рабочие дни и их причина"),
    Word("day_off_policy", ("срок в выходной",), "Что делать со сроком в выходной: оставить, раньше, позже",
         "оставить"),
    Word("watching", ("следят", "следит"), "Кто следит за всеми сроками: короткие имена из «люди»", "заместитель"),
    Word("revision", ("редакция",), "Номер редакции: растёт, когда утверждённые сроки меняются", "2"),
    Word("state", ("состояние",), "Проект или на подпись; утверждает roadmap approve", "проект"),
    Word("profile", ("профиль",), "Насколько строго проверять: школа, строгий, черновик", "строгий"),
    Word("schema_version", ("версия схемы",), "Версия языка дорожных карт", "1"),
)

OWN_KEYS = frozenset({"people", "events", "vacations", "off", "work"})
BLANKS = frozenset({"approvals", "signatures"})

ITEMS = frozenset({"stages", "activities", "items"})
NEEDED = frozenset({"deadline", "responsible", "period"})
EXACT = frozenset({"deadline", "responsible", "date", "period", "start", "end", "number", "who", "id"})
NESTED = ITEMS | OWN_KEYS | BLANKS | {"table", "columns", "terms", "calendar", "amendments"}
LISTS = ITEMS | {"tasks", "responsible", "result", "members", "aliases", "formerly", "approvals", "amendments",
                 "signatures", "files"}

BY_NAME: dict[str, Word] = {word.name: word for word in WORDS}

# The English twin of every Russian form but the first, so that keys go from one language to the other and back.
_TWINS = {
    "наименование": "designation", "заголовок": "heading", "учреждение": "organization",
    "полное наименование": "full_designation", "телефоны": "phones", "электронная почта": "e-mail",
    "окончание": "finish", "учебный период": "term", "четверть": "quarters", "полугодие": "halves",
    "триместр": "trimesters", "модуль": "modules", "другие названия": "other_names", "событие": "event",
    "опорные даты": "anchors", "утверждения": "approval", "грифы": "stamps", "гриф": "stamp", "фио": "person_name",
    "группа": "group", "столбец": "column", "колонки": "cols", "графы": "rubrics", "строка номеров": "number_row",
    "этап": "stage", "разделы": "sections", "раздел": "section", "цели": "goals", "задача": "task",
    "результаты": "results", "документ": "document", "документы": "documents", "сроки": "deadlines",
    "ответственные": "responsibles", "исполнитель": "executor", "исполнители": "executors",
    "мероприятие": "activity", "пункт": "item", "примечания": "notes", "подпись": "signature", "файл": "file",
    "нерабочие дни": "days_off", "рабочие дни": "working_days", "следит": "watcher",
}
_EXTRA_ENGLISH = {"person": "people", "vacation": "vacations"}


def _forms() -> dict[str, tuple[str, str, str]]:
    """Every form of every key, folded → its name, its own spelling, and the same in the other language."""
    forms: dict[str, tuple[str, str, str]] = {}
    for word in WORDS:
        for russian in word.russian:
            english = _TWINS.get(russian, word.name)
            forms[folded(russian)] = (word.name, russian, english)
            for typed in (english, english.replace("_", " ")):
                forms.setdefault(typed, (word.name, english, russian))
    return forms


_FORMS = _forms()


def lost_text(name: str, others: Iterable[str]) -> str:
    """What a lost field most likely said, where fields of its name say these; "" where only its author knows. An
    approval agrees where another one approves already, and approves where none does."""
    if name != "kind":
        return ""
    return "согласовано" if any(text.lower().startswith("утвержд") for text in others) else "утверждаю"


@cache
def fields_of(owner: str) -> frozenset[str]:
    """The keys that may stand under a key, "" for the file itself; none where any may, or where it takes no fields."""
    from roadmap_compiler.model.reading import fields_under

    return fields_under(owner)


def _build() -> Vocabulary:
    words = {form: name for form, (name, _, _) in _FORMS.items()} | _EXTRA_ENGLISH
    languages = {form: "ru" if re.search("[а-я]", form) else "en" for form in words}
    return Vocabulary(words, languages, OWN_KEYS, BLANKS, LISTS, ITEMS, fields_of, NEEDED, EXACT, NESTED, lost_text)


VOCABULARY = _build()


def spoken(name: str, language: str) -> str:
    """How a key is called in a file of this language; a key that is not ours is called as it is typed."""
    if language == "ru" and name in BY_NAME:
        return BY_NAME[name].russian[0]
    return name


_BETTER_HERE = {("approvals", "kind"): "гриф", ("columns", "activities"): "мероприятие", ("columns", "stages"): "этап"}


def spoken_in(place: str, name: str, language: str) -> str:
    """How a key is best called inside the field ``place``: an approval has a «гриф», a column is a «мероприятие»."""
    if language == "ru" and (place, name) in _BETTER_HERE:
        return _BETTER_HERE[place, name]
    return spoken(name, language)


def respelled(key: str, language: str | None) -> str:
    """A key as it is spelled, in the language where one is given; a key that is not ours stays as it is typed."""
    form = folded(key)
    if form not in _FORMS:
        name = VOCABULARY.words.get(form)
        return key if name is None else spoken(name, language or "en")
    _, own, other = _FORMS[form]
    return own if language in (None, VOCABULARY.languages[form]) else other


def forms(name: str, language: str) -> tuple[str, ...]:
    """Every way to write a key in a file of this language; a key that is not ours has the one it is typed in."""
    if name not in BY_NAME:
        return (name,)
    return BY_NAME[name].russian if language == "ru" else (name,)
