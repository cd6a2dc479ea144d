"""fmt: one layout, the same meaning, nothing lost."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.editing.formatting import KeyLanguage, format_text
from roadmap_compiler.model.words import VOCABULARY, WORDS, folded, respelled
from roadmap_compiler.source.encodings import decode
from tests.editing.roadmap_texts import otherwise_written, real_texts, spoiled

OK = sorted((Path(__file__).parents[1] / "ok").glob("*.yaml"))


def formatted(text: str, keys: KeyLanguage | None = None) -> str:
    result, errors = format_text(text, "карта.yaml", keys)
    assert result is not None, errors
    return result


def as_others_read(text: str) -> Any:
    """What a reader of YAML that guesses types makes of a text, with known keys by their English names."""

    def read(node: Any, own_keys: bool = False) -> Any:
        if isinstance(node, yaml.SequenceNode):
            return [read(item) for item in node.value]
        if isinstance(node, yaml.MappingNode):
            fields = {}
            for key, value in node.value:
                name = key.value if own_keys else VOCABULARY.words.get(folded(key.value), key.value)
                fields[name] = read(value, name in VOCABULARY.own_keys)
            return fields
        # line breaks behind a block text are not the author's: those at the end of a file may come and go
        return node.tag, node.value.rstrip("\n") if node.style in ("|", ">") else node.value

    try:
        return read(yaml.compose(text, yaml.CSafeLoader))
    except yaml.YAMLError:  # a tab on a line of its own, which the program takes for a blank line
        return read(yaml.compose(re.sub(r"(?:(?<=[\r\n])|\A)[ \t]+(?=[\r\n]|\Z)", "", text), yaml.CSafeLoader))


def obeys_the_laws(text: str) -> None:
    """What holds for every text that can be formatted."""
    result, errors = format_text(text, "карта.yaml")
    if result is None:
        assert errors
        return
    assert formatted(result) == result, "twice is once"
    english = formatted(result, "en")
    assert formatted(english) == english
    assert formatted(english, "ru") == formatted(result, "ru"), "to English and back"
    assert as_others_read(english) == as_others_read(result)
    if not set(text) & set("\u0085\u2028\u2029\ufeff"):
        assert as_others_read(result) == as_others_read(text)
    assert "\r" not in result
    assert result.endswith("\n")


@settings(deadline=None, max_examples=100)
@given(otherwise_written())
def test_the_laws_hold_however_a_roadmap_is_laid_out(text: str) -> None:
    obeys_the_laws(text)


@settings(deadline=None, max_examples=100)
@given(spoiled())
def test_the_laws_hold_for_spoiled_roadmaps(text: str) -> None:
    obeys_the_laws(text)


@pytest.mark.parametrize("name", real_texts())
def test_the_laws_hold_for_the_real_roadmaps(name: str) -> None:
    text = real_texts()[name]
    assert format_text(text, name)[0] is not None
    obeys_the_laws(text)


def test_the_roadmaps_of_the_project_are_formatted() -> None:
    assert [name for name, text in real_texts().items() if formatted(text) != text] == []


@pytest.mark.parametrize("name", real_texts())
def test_a_formatted_real_roadmap_comes_back_from_english_byte_for_byte(name: str) -> None:
    russian = formatted(real_texts()[name])
    assert formatted(formatted(russian, "en"), "ru") == russian


@pytest.mark.parametrize("name", real_texts())
def test_the_findings_of_a_real_roadmap_stay_the_same(name: str) -> None:
    """Permissions among them: a comment that allows something still stands where it works."""
    text = real_texts()[name]
    before, after = compile_bytes(text.encode(), name), compile_bytes(formatted(text).encode(), name)
    assert [finding.code for finding in after.findings] == [finding.code for finding in before.findings]
    assert after.silenced == before.silenced


@pytest.mark.parametrize("path", OK, ids=lambda path: path.stem)
def test_odd_but_good_files_stay_good(path: Path) -> None:
    text, _ = decode(path.read_bytes(), path.name)
    assert text is not None
    obeys_the_laws(text)
    assert compile_bytes(formatted(text).encode(), path.name).findings == ()


HEAD = "название: К\nпериод: 2021\n\nмероприятия:\n"


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("период: 2021\nназвание: К\n", "название: К\nпериод: 2021\n", id="fields in the order of the model"),
    pytest.param("Название : К\nПЕРИОД:   2021", "название: К\nпериод: 2021\n", id="keys in small letters, one space"),
    pytest.param(
        HEAD + "- название: А\n  срок: май\n- название: Б\n  срок: май\n",
        HEAD + "  - название: А\n    срок: май\n\n  - название: Б\n    срок: май\n",
        id="dashes inside their field, a blank line between activities"),
    pytest.param(HEAD + "  - А\n  - Б\n", HEAD + "  - А\n  - Б\n", id="no blank line between items of one line"),
    pytest.param(
        HEAD + "  - ответственный: Я\n    срок: май\n    охват: 20\n    название: А\n",
        HEAD + "  - название: А\n    срок: май\n    охват: 20\n    ответственный: Я\n",
        id="a column of the author's stays behind the field that it stood behind"),
    pytest.param(
        HEAD + "  # про А\n  - срок: май\n    # про название\n    название: А  # сбоку\n",
        HEAD + "  # про А\n  # про название\n  - название: А  # сбоку\n    срок: май\n",
        id="comments go with what they stand above"),
    pytest.param(
        HEAD + "  - название: А\n    срок: май\n    # ещё об А\n  # в конце списка\n# в конце файла\n",
        HEAD + "  - название: А\n    срок: май\n    # ещё об А\n  # в конце списка\n# в конце файла\n",
        id="comments below the last field stay where they belong"),
    pytest.param(
        "    название: К\n    период: 2021\n# о файле\n\n", "название: К\nпериод: 2021\n# о файле\n",
        id="a comment that ends an indented file"),
    pytest.param(
        "{период: 2021, # когда\n  название: 'К', люди: {а: А.А. А}}\n# всё\n",
        "название: К\nпериод: 2021 # когда\nлюди: {а: А.А. А}\n# всё\n", id="a file in braces is opened"),
    pytest.param("{}\n", "{}\n", id="nothing"),
    pytest.param(
        "# о файле\n\n# о периоде\nпериод: 2021\n# о названии\nназвание: К\n",
        "# о файле\n\n# о названии\nназвание: К\n# о периоде\nпериод: 2021\n",
        id="the head of a file stays at its head"),
    pytest.param(
        "# yaml-language-server: $schema=а.json\nпериод: 2021\nназвание: К\n",
        "# yaml-language-server: $schema=а.json\n\nназвание: К\nпериод: 2021\n",
        id="the modeline stays first"),
    pytest.param(
        HEAD + "  # roadmap: разрешить responsible-empty — так решено\n  - срок: май\n    название: А\n",
        HEAD + "  # roadmap: разрешить responsible-empty — так решено\n  - срок: май\n    название: А\n",
        id="a field under a permission stays first"),
    pytest.param(
        "название: 'К'\nпериод: \"2021\"\nорганизация: 'А: Б'\n",
        "название: К\nорганизация: \"А: Б\"\nпериод: \"2021\"\n",
        id="quotes where another reader would see something else without them"),
    pytest.param(
        "название: 'Пара \"учитель: ученик\"'\nпериод: '2021 год'\n",
        "название: 'Пара \"учитель: ученик\"'\nпериод: 2021 год\n",
        id="no escapes for a person to read"),
    pytest.param(
        "название: Очень\n  длинное\n    название\nпериод: 2021\n", "название: Очень длинное название\nпериод: 2021\n",
        id="a long title on one line"),
    pytest.param(
        "название: \"Первая\n\n  вторая\"\nпериод: 2021\n", "название: |-\n  Первая\n  вторая\nпериод: 2021\n",
        id="lines in quotes become a block text"),
    pytest.param(
        "название: |\n     Первая\n       с отступом\n\n     вторая\n\n\nпериод: 2021\n",
        "название: |\n  Первая\n    с отступом\n\n  вторая\n\nпериод: 2021\n",
        id="a block text keeps its lines"),
    pytest.param(
        "название: >-  # из устава\n    Первая\n    вторая\nпериод: 2021\n",
        "название: >-  # из устава\n  Первая\n  вторая\nпериод: 2021\n", id="a folded text keeps its lines"),
    pytest.param(
        "название: |2\n    Первая\nпериод: 2021\n", "название: |2\n    Первая\nпериод: 2021\n",
        id="a block text that begins with spaces"),
    pytest.param(
        "название: К\nпериод: {конец: 31.12.2021, 'начало': 01.01.2021}\nлюди: {а:  А.А. А}\n",
        "название: К\nпериод: {конец: 31.12.2021, 'начало': 01.01.2021}\nлюди: {а:  А.А. А}\n",
        id="braces stay as they are"),
    pytest.param(
        "название: К\nпериод: 2021\nподписи: [\n        {имя: А},  # первый\n     {имя: Б},\n    ]\n",
        "название: К\nпериод: 2021\nподписи: [\n     {имя: А},  # первый\n  {имя: Б},\n]\n",
        id="brackets over several lines move with their field"),
    pytest.param(
        "---\nназвание: К\nпериод: 2021\n\n\n\nлюди:\n\n   а: А.А. А\n   б: Б.Б. Б\n",
        "название: К\nпериод: 2021\n\nлюди:\n  а: А.А. А\n  б: Б.Б. Б\n", id="one blank line for many"),
    pytest.param(
        "название: К\nпериод: 2021\nутверждение:\n  - дата:\n    гриф: утверждаю\n    имя:   # впишут\n",
        "название: К\nпериод: 2021\n\nутверждение:\n  - гриф: утверждаю\n    имя:   # впишут\n    дата:\n",
        id="blanks stay blank"),
    pytest.param(
        HEAD + "  - пункты:\n    - а\n    - б\n    название: А\n    мероприятия: [В]\n    срок: май\n",
        HEAD + "  - название: А\n    пункты:\n      - а\n      - б\n    срок: май\n    мероприятия: [В]\n",
        id="parts behind what is said of the whole"),
    pytest.param(
        "название: К\nпериод: 2021\nтаблица:\n  столбцы: {срок: С, номер: Н}\n  шаблон: книжный\n",
        "название: К\nпериод: 2021\n\nтаблица:\n  шаблон: книжный\n  столбцы: {срок: С, номер: Н}\n",
        id="columns keep the order in which they are printed"),
])
def test_the_layout_is(text: str, expected: str) -> None:
    assert formatted(text) == expected
    assert formatted(expected) == expected


@pytest.mark.parametrize(("russian", "english"), [
    ("название: К\n\nпериод:\n  начало: 01.01.2021\n", "title: К\n\nperiod:\n  start: 01.01.2021\n"),
    ("заголовок: К\nпериод: {начало: 01.01.2021}\n", "heading: К\nperiod: {start: 01.01.2021}\n"),
    ("название: К\nпериод: 2021\n\nлюди:\n  срок: А.А. А\n  группа: {имя: Г, состав: [срок]}\n",
     "title: К\nperiod: 2021\n\npeople:\n  срок: А.А. А\n  группа: {name: Г, members: [срок]}\n"),
    ('название: К\nпериод: {"начало":"01.01.2021"}\n', 'title: К\nperiod: {"start":"01.01.2021"}\n'),
    ("название: К\nпериод: 2021\n\nтаблица:\n  столбцы:\n    этап: Этап\n    мероприятие: Дело\n    охват: Охват\n",
     "title: К\nperiod: 2021\n\ntable:\n  columns:\n    stage: Этап\n    activity: Дело\n    охват: Охват\n"),
])
def test_keys_go_to_the_other_language_and_back(russian: str, english: str) -> None:
    assert formatted(russian, "en") == english
    assert formatted(english, "ru") == russian


@pytest.mark.parametrize("text", [*real_texts().values(), HEAD + "  - {название: А, срок: май}\n"])
def test_what_is_printed_does_not_depend_on_the_language_of_the_keys(text: str) -> None:
    russian, english = (compile_bytes(formatted(text, keys).encode(), "карта.yaml").plan for keys in ("ru", "en"))
    assert russian is not None
    assert english is not None
    for part in ("title", "letterhead", "approvals", "entries", "table", "signatures", "period", "document"):
        assert getattr(english, part) == getattr(russian, part), part


def test_keys_of_two_languages_in_one_file_become_those_of_one() -> None:
    mixed = "название: К\nperiod: 2021\n"
    assert {finding.code for finding in compile_bytes(mixed.encode(), "").findings} >= {"key-language"}
    assert formatted(mixed, "ru") == "название: К\nпериод: 2021\n"


def test_every_form_of_a_key_has_one_of_its_own_in_the_other_language() -> None:
    forms = [form for word in WORDS for form in word.russian]
    english = [respelled(form, "en") for form in forms]
    assert len(set(english)) == len(forms)
    assert [respelled(form, "ru") for form in english] == forms


@pytest.mark.parametrize("text", [
    "название: 'К\nпериод: 2021\n", "название: К\nназвание: К\nпериод: 2021\n", "",
    'название: К\nпериод: 2021\nмероприятия:\n  - название: А\n \\   номер: "1.6"\n',
])
def test_a_file_that_cannot_be_read_is_not_formatted(text: str) -> None:
    result, errors = format_text(text, "карта.yaml")
    assert result is None
    assert errors
