"""Each rule finds what its page says, and stays quiet where its page says so."""

import re
from types import ModuleType

import pytest

from roadmap_compiler.messages import catalogue
from roadmap_compiler.rules import RULES
from roadmap_compiler.rules.latin_letters import latin_words
from tests.roadmaps import codes, compiled


def examples(rule: ModuleType, word: str) -> list[str]:
    assert rule.__doc__ is not None
    return re.findall(rf"{word}:\n\n```yaml\n(.*?)```", rule.__doc__, re.DOTALL)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.rpartition(".")[2])
def test_the_examples_of_a_rule_are_true(rule: ModuleType) -> None:
    bad, good = examples(rule, "Плохо"), examples(rule, "Хорошо")
    assert bad
    assert good
    for text in bad:
        assert set(codes(compiled(text))) & set(rule.CODES), text
    for text in good:
        assert not set(codes(compiled(text))) & set(rule.CODES), text


def test_every_code_of_a_rule_has_words_in_both_languages() -> None:
    told = {code for rule in RULES for code in rule.CODES}
    assert told <= set(catalogue("ru"))
    assert set(catalogue("ru")) == set(catalogue("en"))


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
    assert (word, right) in list(latin_words(text))


def test_a_number_is_told_where_it_was_written_by_hand() -> None:
    text = """\
        этапы:
          - название: А
            мероприятия:
              - {название: а, номер: "2.1", срок: май, ответственный: Я}
          - название: Б
            мероприятия:
              - {название: б, срок: май, ответственный: Я}
    """
    (finding,) = compiled(text).findings
    assert (finding.code, finding.span.line, finding.params) == ("number-twice", 6, {"number": "2.1", "line": 9})


def test_work_that_began_before_the_approval_is_no_mistake() -> None:
    text = """\
        утверждение: {гриф: утверждаю, имя: А.А. Аа, дата: 12.10.2021}
        мероприятия:
          - {название: а, срок: сентябрь – декабрь, ответственный: Я}
          - {название: б, срок: в течение учебного года, ответственный: Я}
    """
    assert codes(compiled(text)) == []
