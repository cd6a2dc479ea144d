"""What the YAML extension of VS Code makes of the schemas: asked over LSP, in the program that the extension runs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_compiler.commands.new import SCHEMA
from roadmap_compiler.commands.sample import starter
from roadmap_compiler.deadlines import read_period
from roadmap_compiler.editing.formatting import format_text
from roadmap_compiler.model.schema import make_schema, schema_text
from roadmap_compiler.model.words import BY_NAME
from tests.editing.roadmap_texts import real_texts
from tests.editors.language_server import LanguageServer
from tests.tools import tool

MODELINE = "# yaml-language-server: $schema=roadmap.schema.json\n"
ENGLISH = "# yaml-language-server: $schema=roadmap.en.schema.json\n"
HEAD = MODELINE + "название: Карта\nпериод: 2021\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    program = tool("yaml-language-server")
    folder = tmp_path_factory.mktemp("editor")
    (folder / "roadmap.schema.json").write_text(schema_text("ru"), encoding="utf-8")
    (folder / "roadmap.en.schema.json").write_text(schema_text("en"), encoding="utf-8")
    with LanguageServer(program, folder) as started:
        yield started


def offered(server: LanguageServer, text: str) -> dict[str, str]:
    """What is offered at the sign «‸» of a text: label → what is inserted."""
    before, _, after = text.partition("‸")
    name = server.open(before + after)
    lines = before.split("\n")
    return {one["label"]: one["insertText"] for one in server.complete(name, len(lines) - 1, len(lines[-1]))}


def test_after_the_first_letters_of_a_key_the_key_is_offered(server: LanguageServer) -> None:
    keys = offered(server, HEAD + "мероприятия:\n  - название: Встреча\n    ср‸\n")
    assert keys["срок"] == "срок: "
    assert "название" not in keys, "it stands there already"
    assert not [key for key in keys if key.isascii()], "an English word among Russian keys"


def test_english_keys_are_offered_in_an_english_file_and_explained_in_russian(server: LanguageServer) -> None:
    head = ENGLISH + "title: Карта\nperiod: 2021\n"
    assert offered(server, head + "activities:\n  - title: Встреча\n    de‸\n")["deadline"] == "deadline: "
    name = server.open(head)
    assert "На какое время составлена карта" in server.hover(name, 2, 1)


def test_a_whole_activity_is_offered_after_a_dash(server: LanguageServer) -> None:
    parts = offered(server, HEAD + "мероприятия:\n  - ‸\n")
    assert parts["мероприятие"] == "название: $1\n  срок: $2\n  ответственный: $3\n  результат: $4"


def test_an_approval_begins_with_its_stamp(server: LanguageServer) -> None:
    parts = offered(server, HEAD + "утверждение:\n  - ‸\n")
    assert parts["утверждаю"].startswith("гриф: утверждаю\n  должность: ")
    assert parts["гриф"] == "гриф: "


def test_deadlines_to_choose_from_are_offered_and_nothing_else(server: LanguageServer) -> None:
    phrases = offered(server, HEAD + "мероприятия:\n  - название: Встреча\n    срок: ‸\n")
    assert "до 15 числа ежемесячно" in phrases
    assert not [phrase for phrase in phrases if phrase.isascii()], "true, false or null among deadlines"


def test_every_deadline_that_is_offered_is_understood() -> None:
    from roadmap_compiler.deadlines import parse

    deadline = make_schema("ru")["definitions"]["Activity"]["properties"]["срок"]
    phrases = [*deadline["examples"], *(snippet["body"] for snippet in deadline["defaultSnippets"])]
    assert len(phrases) > 5
    assert [phrase for phrase in phrases if parse(phrase).kind == "verbatim"] == []


def test_a_key_is_explained_in_russian(server: LanguageServer) -> None:
    name = server.open(HEAD + "мероприятия:\n  - название: Встреча\n    Сроки: май\n")
    assert server.hover(name, 2, 1).startswith("#### период\n\nНа какое время составлена карта")
    assert "Срок: фраза, как в плане" in server.hover(name, 5, 6), "another form of the key"


@pytest.mark.parametrize("name", real_texts())
def test_the_editor_finds_nothing_wrong_in_the_real_roadmaps(server: LanguageServer, name: str) -> None:
    text = real_texts()[name]
    assert server.problems(server.open(MODELINE + text)) == []
    english, errors = format_text(text, name, "en")
    assert english is not None, errors
    assert server.problems(server.open(ENGLISH + english)) == []


def sample() -> str:
    period, _ = read_period("2026/2027 учебный год")
    assert period is not None
    text = starter("новая.yaml", "2026/2027 учебный год", period, SCHEMA)
    assert text is not None
    return text


def test_the_editor_finds_nothing_wrong_in_the_sample(server: LanguageServer) -> None:
    assert server.problems(server.open(sample())) == []


@pytest.mark.parametrize("text", [
    "Наименование: Карта\nПЕРИОД: 2021\n",
    "название: |\n  Карта\n  школы\nпериод: {начало: 01.09.2021, конец: 31.05.2022}\n",
    "название: [Карта, школы]\nпериод: 2021\nучреждение: {полное название: Школа}\n",
    "название: 5\nпериод: 2021\nмероприятия:\n  - Встреча\n"
    "  - {название: Беседа, срок: {каждый: месяц, до числа: 15}}\n",
    "название: К\nпериод: 2021\nутверждение:\n  - гриф: утверждаю\n    должность: Директор\n    имя:\n    дата:\n",
    "название: К\nпериод: 2021\nтаблица: {номера столбцов: да, столбцы: {этап: Этап, охват: Охват}}\n"
    "разделы:\n  - название: А\n    охват: 20\n"
    "    ответственные: [Козлова, {кто: Иванов, оговорка: по согласованию}]\n",
    "название: К\nпериод: 2021\nлюди:\n  группа: {название: группа, состав: [козлова]}\n  козлова: Козлова Ю.С.\n",
])
def test_what_the_compiler_reads_the_editor_does_not_complain_of(server: LanguageServer, text: str) -> None:
    from tests.roadmaps import compiled

    structural = {"unknown-key", "text-expected", "list-expected", "mapping-expected", "missing-key", "unknown-column"}
    assert not structural & {finding.code for finding in compiled(text, head="").findings}
    assert server.problems(server.open(MODELINE + text)) == []


@pytest.mark.parametrize(("text", "line", "words"), [
    ("период: 2021\n", 1, "название"),
    ("название: К\nпериод: 2021\nцвет: синий\n", 3, "Такого поля здесь нет"),
    ("название: К\nпериод: 2021\nмероприятия: встреча\n", 3, "Здесь нужен список"),
    ("название: К\nпериод: 2021\nмероприятия:\n  - название: {а: б}\n", 4, "Здесь нужен текст"),
])
def test_a_mistake_is_told_on_its_line(server: LanguageServer, text: str, line: int, words: str) -> None:
    told = server.problems(server.open(MODELINE + text))
    assert [(one["range"]["start"]["line"], words in one["message"]) for one in told] == [(line, True)]


@pytest.mark.parametrize("text", [
    "период: 2021\n", "название: К\nназвание: Б\nпериод: 2021\n", "название: К: Б\nпериод: 2021\n",
    "название: К\n период: 2021\n", "название: 'К\nпериод: 2021\n", "название: К\nпериод:\n\t начало: а\n",
])
def test_what_the_server_says_in_english_is_explained_in_the_manual(server: LanguageServer, text: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "редакторы.md").read_text(encoding="utf-8")
    explained = tuple(re.findall(r"^\| ([A-Z][a-z ]+) \|", page, re.MULTILINE))
    assert len(explained) == 5
    first = server.problems(server.open(MODELINE + text))[0]["message"]
    assert first.startswith(explained)


def test_every_key_has_a_title_and_a_description_in_russian() -> None:
    keys = 0

    def visit(part: object) -> None:
        nonlocal keys
        if isinstance(part, dict):
            for key, value in part.get("properties", {}).items():
                if "description" in value:
                    keys += 1
                    assert not value["title"].isascii(), key
                    assert not value["description"].isascii(), key
            for value in part.values():
                visit(value)
        elif isinstance(part, list):
            for value in part:
                visit(value)

    for language in ("ru", "en"):
        visit(json.loads(schema_text(language)))
    assert keys > 2 * len(BY_NAME)


def test_the_starter_names_its_schema_where_the_editor_looks_for_it() -> None:
    assert sample().startswith(MODELINE)
    assert Path("roadmap.schema.json").name in MODELINE
