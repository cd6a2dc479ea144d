"""The words of deadlines: which terminal of the grammar each form of a word is, and its value.

Forms are in lower case with «е» for «ё». A stem stands before its endings: `_forms("сентябр", "ь я е ю ем")`.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Meaning: TypeAlias = tuple[str, Any]


def _forms(stem: str, endings: str) -> list[str]:
    return [stem + ("" if ending == "-" else ending) for ending in endings.split()]


def _adjective(stem: str, soft: bool = False) -> list[str]:
    hard = "ый ой ий ая ое ого ому ым ом ую ой ые ых ыми"
    return _forms(stem, "ий яя ее его ему им ем юю ей ие их ими" if soft else hard)


MONTHS: tuple[list[str], ...] = (
    _forms("январ", "ь я е ю ем") + ["янв"],
    _forms("феврал", "ь я е ю ем") + ["фев", "февр"],
    _forms("март", "- а е у ом") + ["мар"],
    _forms("апрел", "ь я е ю ем") + ["апр"],
    _forms("ма", "й я е ю ем"),
    _forms("июн", "ь я е ю ем") + ["июн"],
    _forms("июл", "ь я е ю ем") + ["июл"],
    _forms("август", "- а е у ом") + ["авг"],
    _forms("сентябр", "ь я е ю ем") + ["сент", "сен"],
    _forms("октябр", "ь я е ю ем") + ["окт"],
    _forms("ноябр", "ь я е ю ем") + ["ноя", "нояб"],
    _forms("декабр", "ь я е ю ем") + ["дек"],
)

WEEKDAYS: tuple[list[str], ...] = (
    _forms("понедельник", "- а у ом е и ам ов") + ["пн"],
    _forms("вторник", "- а у ом е и ам ов") + ["вт"],
    _forms("сред", "а у ы е ой ам") + ["ср"],
    _forms("четверг", "- а у ом е и ам ов") + ["чт"],
    _forms("пятниц", "а у ы е ей ам") + ["пт"],
    _forms("суббот", "а у ы е ой ам") + ["сб"],
    _forms("воскресень", "е я ю ем ям"),
)

ORDINALS: dict[int, list[str]] = {
    1: _adjective("перв"), 2: _adjective("втор"),
    3: _forms("трет", "ий ья ье ьего ьей ью ьем ьему ьи ьих"), 4: _adjective("четверт"), 5: _adjective("пят"),
    6: _adjective("шест"), 7: _adjective("седьм"), 8: _adjective("восьм"), 9: _adjective("девят"),
    10: _adjective("десят"), 11: _adjective("одиннадцат"), 12: _adjective("двенадцат"), 13: _adjective("тринадцат"),
    14: _adjective("четырнадцат"), 15: _adjective("пятнадцат"), 16: _adjective("шестнадцат"),
    17: _adjective("семнадцат"), 18: _adjective("восемнадцат"), 19: _adjective("девятнадцат"),
    20: _adjective("двадцат"), 30: _adjective("тридцат"), -1: _adjective("последн", soft=True) + _adjective("крайн", soft=True),
}

CARDINALS: dict[int, list[str]] = {
    1: ["один", "одного", "одна", "одну", "одной", "одному"], 2: ["два", "две", "двух", "дважды"],
    3: ["три", "трех", "трижды"], 4: ["четыре", "четырех"], 5: ["пять", "пяти"], 6: ["шесть", "шести"],
    7: ["семь", "семи"], 8: ["восемь", "восьми"], 9: ["девять", "девяти"], 10: ["десять", "десяти"],
    12: ["двенадцать", "двенадцати"], 14: ["четырнадцать", "четырнадцати"], 15: ["пятнадцать", "пятнадцати"],
    20: ["двадцать", "двадцати"], 30: ["тридцать", "тридцати"],
}

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}

NAMED: dict[str, list[str]] = {
    "G": _forms("год", "- а у ом е ы ов") + ["г", "гг", "лет"],
    "MES": _forms("месяц", "- а у ем е ы ев ам") + ["мес"],
    "WEEK": _forms("недел", "я и ю е ь ей ям") + ["нед"],
    "DAYW": _forms("д", "ень ня ню нем не ни ней ням") + ["дн", "сутки", "суток"],
    "HOUR": ["час", "часа", "часов", "часы", "ч"],
    "LIMIT": _forms("срок", "- а у ом е и ов"),
    "DECADE": _forms("декад", "а ы у е ой"),
    "HALF": _forms("половин", "а ы у е ой"),
    "EXCEPT": ["кроме", "исключая", "без", "не", "нет", "между", "около", "далее", "затем", "потом", "свыше", "вплоть"],
    "QUARTER": _forms("квартал", "- а у ом е ы ов ах ам") + ["кв", "кварт"],
    "CHISLO": _forms("числ", "о а у ом е ам ах") + ["чисел"],
    "UCH": _adjective("учебн") + ["уч", "учеб"],
    "KAL": _adjective("календарн") + ["календ"],
    "RAB": _adjective("рабоч", soft=True) + ["раб", "рабочая", "рабочую"],
    "THIS": _adjective("текущ", soft=True) + ["текущая", "текущую", "этого", "этом", "этот"] + _adjective("нынешн", soft=True)
    + _adjective("отчетн") + ["тек"],
    "NEXT": _adjective("следующ", soft=True) + ["следующая", "следующую"],
    "ALL": ["весь", "всего", "всей", "всю", "все", "всех", "целого", "целый", "всё"],
    "PERIOD": _forms("период", "- а у ом е"),
    "EACH": _forms("кажд", "ый ая ое ого ую ой ом ые ых"),
    "RAZ": ["раз", "раза", "разу", "р"],
    "STAGES": ["этапов", "этапах"],
    "VAC": _forms("каникул", "ы ам ах - ами"),
    "UNTIL": ["до"], "TO": ["по"], "FROM": ["с", "со"], "IN": ["в", "во"], "ON": ["на"], "BY": ["к", "ко"],
    "AND": ["и"], "OR": ["или", "либо"], "FOR": ["за"], "AFTER": ["после"], "THROUGH": ["через", "спустя"],
    "BUT": ["но"], "OT": ["от"],
    "PRIOR": ["перед", "накануне"],
    "INCLUSIVE": ["включительно", "вкл"],
}

TERMS: dict[str, list[str]] = {
    "quarter": _forms("четверт", "ь и ью ей ям ях") + ["четв", "четверьть"],
    "half": _forms("полугоди", "е я ю ем и ям ях й") + ["полуг", "полугод", "полгода"],
    "trimester": _forms("триместр", "- а у ом е ы ов ам") + ["трим"],
    "module": _forms("модул", "ь я ю ем е и ей ям"),
}

SEASONS: dict[str, list[str]] = {
    "autumn": _adjective("осенн", soft=True), "winter": _adjective("зимн", soft=True) + _adjective("новогодн", soft=True),
    "spring": _adjective("весенн", soft=True), "summer": _adjective("летн", soft=True),
}

EVERY: dict[str, list[str]] = {
    "day": ["ежедневно", "ежедн"], "week": ["еженедельно", "понедельно", "ежен"],
    "month": ["ежемесячно", "помесячно", "ежемес"],
    "quarter": ["ежеквартально", "поквартально", "ежекварт"], "year": ["ежегодно", "ежегод"],
    "half": ["полугодично"],
}
for _unit, _stem in (("day", "дневн"), ("week", "недельн"), ("month", "месячн"), ("quarter", "квартальн"), ("year", "годн")):
    EVERY[_unit] += _adjective("еже" + _stem)

SEASON_WORDS: dict[str, list[str]] = {
    "autumn": ["осень", "осенью", "осени"], "winter": ["зима", "зимой", "зимы"],
    "spring": ["весна", "весной", "весны"], "summer": ["лето", "летом", "лета"],
}

EDGES: dict[str, list[str]] = {
    "start": _forms("начал", "о а у ом е"),
    "middle": _forms("середин", "а ы е у ой"),
    "end": _forms("кон", "ец ца цу цом це") + _forms("окончани", "е я ю ем и"),
}

LONG_DURATIONS: dict[str, tuple[int, str]] = {
    "недельный": (1, "week"), "двухнедельный": (2, "week"), "месячный": (1, "month"), "двухмесячный": (2, "month"),
    "трехмесячный": (3, "month"), "трехдневный": (3, "day"), "пятидневный": (5, "day"), "семидневный": (7, "day"),
    "десятидневный": (10, "day"), "годичный": (1, "year"),
}

# Several words that mean one thing together. The first column is the terminal, the second its value.
EXPRESSIONS: tuple[tuple[str, Any, str], ...] = (
    ("DURING", None, "в течение | в течении | в теч | в течен | на протяжении | на протяжение | втечение | втечении | в теченее | "
     "в течениие | в течениии | в течние | в течени | в тичение | в тичении"),
    ("IN", None, "во время | в дни школьных"),
    ("INPERIOD", None, "в период | в периоды | за период | на период"),
    ("INTERM", None, "в срок"),
    ("VACTIME", None, "каникулярное время | каникулярный период | каникулярного времени | в каникулярный период | "
     "дни каникул | дни школьных каникул"),
    ("EXCEPT", None, "за исключением | за исключ"),
    ("WHOLE", "always", "на постоянной основе | весь срок"),
    ("WHOLE", "year", "круглый год"),
    ("ONDEMAND", None, "по необходимости | по мере необходимости | при необходимости | в случае необходимости | "
     "по мере надобности | "
     "при возникновении необходимости | по мере возможности | по возможности | по мере востребованности | "
     "по мере потребности | при наличии потребности"),
    ("ONDEMAND_OF", None, "по мере | при наличии | в случае | по факту | при возникновении | при поступлении | "
     "при обращении | по обращению | по обращениям | при изменении | при изменениях | при выявлении | при условии | по запросу | по запросам | "
     "по требованию"),
    ("EXTERNAL", None, "по плану - графику | по графику | по плану | по расписанию | по графикам | по планам | по согласованию | "
     "по договоренности | по особому графику | по положению | по приказу | по календарю | "
     "в соответствии с | в соответствии со | согласно | в установленные сроки | в установленный срок | "
     "в установленном порядке | в сроки | в сроки , | по срокам | в рамках | по программе | по циклограмме | по назначению | "
     "по отдельному графику | по отдельному плану | по отдельному расписанию | по индивидуальному графику | "
     "по индивидуальному плану | в указанные сроки | в определенные сроки | по учебному плану"),
    ("NOTLATER", None, "не позднее | не позднее чем | не позднее , чем | не позже | в срок до | в срок не позднее | в срок не позже | срок до | срок - до"),
    ("NOTEARLIER", None, "не ранее | не раньше | начиная с | начиная со | начиная"),
    ("NOTLATER_FOR", None, "не позднее , чем за | не позднее чем за | не позже , чем за | не позже чем за | "
     "не менее чем за | не менее , чем за | не позднее за"),
    ("NOTEARLIER_FOR", None, "не ранее , чем за | не ранее чем за | не раньше , чем за | не раньше чем за"),
    ("NOTLATER_THROUGH", None, "не позднее , чем через | не позднее чем через | не позже , чем через | "
     "не позже чем через"),
    ("NOTLESS", None, "не реже | не реже чем | не реже , чем | не менее | не менее чем | минимум | как минимум"),
    ("SINCE", None, "с даты | со дня | с момента | с дня | от даты | от дня | по истечении | по истечению | "
     "после | после дня | после даты"),
    ("AFTER_END", None, "после окончания | со дня окончания | с даты окончания | "
     "с момента окончания | после завершения | со дня завершения | с момента завершения"),
    ("RESULTS", None, "по итогам | по итогу | по результатам | по окончании | по окончанию | по завершении | "
     "по завершению"),
    ("ONDAY", None, "в день | в дни | в дату | на дату"),
    ("TOSTART", None, "до начала | к началу | перед началом | накануне начала | до старта | до открытия"),
    ("AFTER_REPORT", None, "месяца , следующего за отчетным | месяца следующего за отчетным | "
     "месяца , следующего за отчетным , | следующего за отчетным | , следующего за отчетным | "
     "месяца , следующего после отчетного | месяца следующего после отчетного"),
    ("SROK", None, "срок реализации | срока реализации | срок действия | срока действия | времени реализации | "
     "всего времени реализации | хода реализации"),
)


def _words() -> dict[str, Meaning]:
    table: dict[str, Meaning] = {}

    def put(terminal: str, groups: dict[Any, list[str]]) -> None:
        for value, forms in groups.items():
            for form in forms:
                table.setdefault(form, (terminal, value))

    put("MONTH", {number: forms for number, forms in enumerate(MONTHS, 1)})
    put("WEEKDAY", {number: forms for number, forms in enumerate(WEEKDAYS, 1)})
    put("ORD", dict(ORDINALS))
    put("NUM", dict(CARDINALS))
    put("TERM", dict(TERMS))
    put("SEASON", dict(SEASONS))
    put("EVERY", dict(EVERY))
    put("WHOLE", {"always": ["постоянно", "регулярно", "систематически", "непрерывно", "всегда"],
                  "year": ["круглогодично", "круглогод"]})
    put("SEASON_WORD", dict(SEASON_WORDS))
    put("EDGE", dict(EDGES))
    for terminal, forms in NAMED.items():
        for form in forms:
            table.setdefault(form, (terminal, None))
    for form, duration in LONG_DURATIONS.items():
        for ending in ("ый", "ого", "ом"):
            table.setdefault(form[:-2] + ending, ("DURATION", duration))
    return table


WORDS: dict[str, Meaning] = _words()


def _expressions() -> dict[str, list[tuple[tuple[str, ...], str, Any]]]:
    """By first word, the longest first; the first entry wins among equals."""
    table: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    for terminal, value, phrases in EXPRESSIONS:
        for phrase in phrases.split(" | "):
            words = tuple(phrase.split())
            known = table.setdefault(words[0], [])
            if all(other[0] != words for other in known):
                known.append((words, terminal, value))
    for known in table.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return table


EXPRESSIONS_BY_WORD = _expressions()
