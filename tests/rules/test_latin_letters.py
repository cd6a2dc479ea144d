"""Latin letters in Russian words are found; real Latin words, Roman figures and addresses are left alone."""

import pytest

from roadmap_compiler.rules.latin_letters import latin_words
from tests.roadmaps import compiled


@pytest.mark.parametrize("text", [
    "XXI век, IV четверть, класс II", "kemnov-school@yandex.ru", "https://vk.com/school", "группа VK и ВКонтакте",
    "IT-класс, Wi-Fi, Microsoft Office", "витамин C и гепатит B", "MS Word", "PDF-файл", "сайт school14.ru",
    "курс Python", "A4", "STEM-центр", "OLED",
])
def test_real_latin_words_are_no_mistake(text: str) -> None:
    assert list(latin_words(text)) == []


@pytest.mark.parametrize(("text", "word", "right"), [
    ("Директор MAOУ № 14", "MAOУ", "МАОУ"),
    ("Директор MAOU № 14", "MAOU", "МАОУ"),
    ("Встреча c родителями", "c", "с"),
    ("C 1 сентября", "C", "С"),
    ("Oбучение наставников", "Oбучение", "Обучение"),
    ("план MБУ ДO", "MБУ", "МБУ"),
])
def test_latin_letters_among_russian_ones_are_found(text: str, word: str, right: str) -> None:
    assert (word, right) in [found[1:] for found in latin_words(text)]


def test_the_fix_stands_at_the_wrong_letter_and_not_at_the_same_one_elsewhere() -> None:
    text = "мероприятия:\n  - {название: Курс Microsoft для всех c 1 сентября, срок: май, ответственный: Я}\n"
    (finding,) = compiled(text).findings
    (fix,) = finding.fixes
    (edit,) = fix.edits
    line = text.splitlines()[1]
    assert line[edit.span.column - 1:edit.span.end_column - 1] == "c"
    assert line[:edit.span.column - 1].endswith("для всех ")
    assert edit.text == "с"
