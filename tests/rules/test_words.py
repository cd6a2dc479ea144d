"""Rules about words: what they find in a title, and what they leave alone."""

from __future__ import annotations

import json

import pytest

from roadmap_compiler.rules import RULES
from tests.roadmaps import compiled

WORD_CODES = {code for rule in RULES if rule.__name__.rpartition(".")[2] in
              ("latin_letters", "glued_words", "stray_stops", "open_brackets", "markup") for code in rule.CODES}

RIGHT = """\
XXI век, IV четверть, класс II, I–III этапы, Пётр I
kemnov-school@yandex.ru, info@school14.edu.ru
Группа ВКонтакте (VK), https://vk.com/school14, t.me/school14, Rutube
IT-класс, IT-куб, Wi-Fi, USB, QR-код, VR-очки и AR/VR-лаборатория, 3D-моделирование
Microsoft Office, MS Word, PDF, Excel, Zoom, Skype, Google Forms, Python, Scratch, LEGO
Витамин C и гепатит B; ось y на графике; функция y = x; переменная c в формуле
Уровни A1–B2 CEFR, IELTS, TOEFL, PISA, TIMSS, PIRLS, STEM, STEAM, Soft skills
Формат A4, кабинет A-12, модель RAV4, секции A, B, C
JuniorSkills, WorldSkills, ПроеКТОриЯ, РосКванториум, СберКласс, ЯКласс, УчиРу, ИнтернетУрок, БиблиоНочь
«Наставник52», «Навигатор 52», Кванториум42, МЭО, РЭШ, ВсОШ, УрГПУ, ВятГУ, КузГТУ
Совещание при директоре (каб. 12), ул. Дружбы, г.Горбатов, ул.Ленина, д. 5, пос. Южный, им.Пушкина
А.Б.Ткаченко, Н.Ф. Кустова, зам. директора, и. о. директора, и.о. директора
Сбор согласий и т. д. на сайте; и др. материалы; т.е. анкеты; т.к. итоги; в т.ч. дети с ОВЗ
соц. сети, муз. руководитель, ст. воспитатель, учеб. план, пед. совет, обл. конкурс, мин. образования
Круглый стол «Школа — семья — общество»… и обсуждение
5А, 5 «А», 7Б–9В, 11-е классы, 1-4 классы, 8(9) классы, 2-й корпус
Мероприятия: 1) анкеты; 2) беседы; а) первая; б) вторая
Выбор форм (анкета, опрос (устный), беседа)
1) анкетирование (форма 2); 2) беседа (приложение 3)
Работа с родителями (включая: 1) анкеты; 2) беседы)
им.Д.И.Ульянова, им. А.Асеева и Ю.Голикова, МБОУ «СОШ №3 г.Свирск», вкв. категория, Эл. почта
Что? Где? Когда? Приказ №134/01-11, (8-39573) 2 - 10 - 96, 5-9кл., 8/9 классы
Роли "наставника" и "наставляемого"
МБДОУ «Детский сад № 33 «Золотой петушок»
ООО «Издательство «Просвещение»; ООО «Учитель «Плюс»
Экран 15", колонка 5"
Соотношение 3:1, в 10:30–11:15, счёт 2:0, №14, № 14, §5, 100%, -5 °C, +7(3842)12-34-56
Педагог-психолог/социальный педагог, и/или, родители (законные представители)
Конкурс «Учитель года-2022», акция #МыВместе, проект «Билет в будущее»
Пушкин А.С. Капитанская дочка; чтение И.С. Тургенева
Закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»
приказ Минпросвещения России от 31.05.2021 № 287, СП 2.4.3648-20, ГОСТ Р 7.0.97-2025
ОГЭ-2022, ЕГЭ-2022, ВПР, КИМ, НОКО, ФГОС СОО, ООП НОО, АООП, ИОМ
Размещение на сайте школа14.рф, группа «Дети!», вопрос «Кто я?»
Работа с одарёнными детьми: олимпиады, НПК, ТРИЗ
R&D, Q&A, C++, C#, 1С:Школа, 1С:Предприятие, AT&T
День открытых дверей; «Ночь музеев»; 23 февраля и 8 Марта
Занятия в 1, 2, 3 и 4 группах; 1,5 ч; 0,5 ставки; 12.09 и 15.09
<не позднее пяти дней> при числе участников < 10 и > 5
Тема: "Здоровье", "Спорт"; девиз: «Вперёд!»
сайт edsoo.ru, портал gosuslugi.ru, bus.gov.ru
Утверждение КТП; т. п. Отчёт. Подготовка к ГИА
Индекс 650024, ИНН 4205012345, тел.: 8-384-238-56-69
Мастер-класс «Я+ТЫ», проект «PROнаставничество», «Soft&Hard»
Открытие спортклуба «Олимп», КВН, ДК «Шахтёр»
к 80летию Победы, 3дневный поход, 2этажный корпус, 45минутный урок, 5балльная шкала, 2й этап, 7а и 9б, 3кратно
Задания части C; витамины A, B и C; pH растворов, H2SO4; уровни A2–B1; формат A4; LED 36W/4000K, гепатит B
Pico 4, C++, C#, .docx, 802.11ax, iOS и Android, NFC/RFID, Hack&Change Junior, hh.ru, VK Видео, «Pro-профессии»
""".splitlines()

WRONG = [
    ("Встреча в MAOУ № 14", "latin-letters"),
    ("Педагоги MAOU и родители", "latin-letters"),
    ("Педагоги MBOU и родители", "latin-letters"),
    ("Работа c родителями", "latin-letters"),
    ("Oтчёт о работе", "latin-letters"),
    ("Подготовка к OГЭ", "latin-letters"),
    ("Анкетирование,сбор согласий", "words-glued"),
    ("Цель:формирование базы", "words-glued"),
    ("Итоги года.Планы на лето", "words-glued"),
    ("базы наставничестваРезультат", "words-glued"),
    ("до 1сентября", "words-glued"),
    ("за сентябрь2021 года", "words-glued"),
    ("для 5классов", "words-glued"),
    ("СОУТ на 4рабочих местах", "words-glued"),
    ("закупить 12стульев", "words-glued"),
    ("Отчёт сдан..", "stray-stop"),
    ("Подготовлены. отчёты", "stray-stop"),
    ("Выбор форм (анкета, опрос", "bracket-without-pair"),
    ("Выбор форм анкета, опрос) и беседа", "bracket-without-pair"),
    ("Протокол № 6 от 01.06.2021г..", "stray-stop"),
    ("Модуль «Наставничество", "quote-without-pair"),
    ("Детский сад № 33 «Золотой петушок", "quote-without-pair"),
    ("Модуль Наставничество» в системе", "quote-without-pair"),
    ("Роль \"наставника и ученика", "quote-without-pair"),
    ("«Анкетирование участников\" (форма)", "quote-without-pair"),
    ("Обучение&nbsp;наставников", "markup-left"),
    ("<b>Обучение</b> наставников", "markup-left"),
    ("**Обучение** наставников", "markup-left"),
    ("Отчёт {{ school }}", "markup-left"),
    ("См. Ошибка! Закладка не определена.", "markup-left"),
    ("Всего #ССЫЛКА!", "markup-left"),
]


def told(title: str) -> list[str]:
    """The codes of word rules for a title, which is quoted so that any sign may stand in it."""
    text = f"мероприятия:\n  - название: {json.dumps(title, ensure_ascii=False)}\n    срок: май\n    ответственный: Я\n"
    return [finding.code for finding in compiled(text).findings if finding.code in WORD_CODES]


@pytest.mark.parametrize("title", RIGHT)
def test_right_words_are_left_alone(title: str) -> None:
    assert told(title) == []


@pytest.mark.parametrize(("deadline", "codes"), [
    ('до 28 мая"', ["quote-without-pair"]), ("«май", ["quote-without-pair"]), ("октябрь (по графику)", []),
    ("до 1 сентября)", ["bracket-without-pair"]), ("октябрь (по графику", ["bracket-without-pair"]),
    ("1) май; 2) июнь", []), ('до 15 сентября 2021"', ["quote-without-pair"]),  # no inches here
    ("когда-нибудь (потом", []),  # that it is not understood is told
])
def test_signs_without_a_pair_in_a_deadline(deadline: str, codes: list[str]) -> None:
    text = f"мероприятия:\n  - название: Дело\n    срок: {deadline}\n    ответственный: Я\n"
    assert [finding.code for finding in compiled(text).findings if finding.code in WORD_CODES] == codes


@pytest.mark.parametrize(("title", "code"), WRONG)
def test_wrong_words_are_found_once(title: str, code: str) -> None:
    assert told(title) == [code]
