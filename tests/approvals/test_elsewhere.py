"""What the other commands make of approvals: fmt, rollover, build, watch, the editor."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from roadmap_compiler.commands.editor import open_text
from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.editing.formatting import format_text
from tests.approvals.desk import TEXT, Desk
from tests.commands.test_watch import Watching

FIRST = ("--date", "2021-08-30", "--act", "приказ", "--number", "10-р")
AMENDED = """\
название: План
период: 2021/2022 учебный год
утверждение:
  - гриф: утверждаю
    имя: А.А. Аа
    акт: приказ
    номер: 10-р
    дата: 30.08.2021
    # что изменено, знает завуч
    редакции:
      - акт: приказ
        номер: 21
        дата: 15.03.2022  # последняя
    сторона: справа
мероприятия:
  - {название: Встреча, ид: вм123, срок: май, ответственный: Куратор}
"""


def test_fmt_puts_the_keys_in_their_order_and_into_english() -> None:
    mixed = AMENDED.replace("    сторона: справа\n", "").replace("    имя:", "    сторона: справа\n    имя:").replace(
        "период: 2021/2022 учебный год\n", "период: 2021/2022 учебный год\nСостояние: проект\n")
    formatted, errors = format_text(mixed, "карта.yaml")
    assert formatted == f"состояние: проект\n{format_text(AMENDED, 'карта.yaml')[0]}", errors
    english, _ = format_text(formatted, "карта.yaml", "en")
    assert english is not None and "state: проект" in english and "    amendments:\n      - act: приказ\n" in english
    assert format_text(english, "карта.yaml", "ru")[0] == formatted


@pytest.mark.parametrize(("text", "told"), [
    ("проект", []), ("Проект", []), ("на подпись", []), ("черновичок", ["unknown-choice"]),
    ("проэкт", ["unknown-choice"]), ("draft", []),
])
def test_the_words_of_a_state(text: str, told: list[str]) -> None:
    data = f"название: План\nпериод: 2021\nсостояние: {text}\nмероприятия: []\n".encode()
    assert [finding.code for finding in compile_bytes(data, "карта.yaml").findings] == told


def test_a_revision_among_approvals_means_amendments() -> None:
    wrong = AMENDED.replace("    редакции:\n      - акт", "    редакция:\n      - акт")
    compilation = compile_bytes(wrong.encode(), "карта.yaml")
    assert [(one.code, one.params["near"]) for one in compilation.findings] == [("unknown-key", "редакции")]
    assert compilation.plan is not None and "в редакции приказа" in compilation.plan.approvals[0].lines[-1]


@pytest.mark.parametrize("amendments", [
    "    редакции:\n      - акт: приказ\n        номер: 21\n        дата: 15.03.2022  # последняя\n",
    "    редакции:\n    - приказа от 15.03.2022 № 21\n",
    "    редакции: приказа от 15.03.2022 № 21\n",
    "    редакции: [{акт: приказ, дата: 15.03.2022}]\n",
])
def test_next_year_has_no_act_yet(desk: Desk, amendments: str) -> None:
    start, end = AMENDED.index("    редакции:"), AMENDED.index("    сторона:")
    desk.put(AMENDED[:start] + amendments + AMENDED[end:])
    said = desk.run("rollover", "--to", "2022/2023", "--out", str(desk.folder / "новая.yaml"))
    assert said.code == 0, said.text
    expected = (AMENDED[:start] + AMENDED[end:]).replace("2021/2022", "2022/2023").replace("номер: 10-р", "номер:") \
        .replace("дата: 30.08.2021", "дата:")
    assert desk.text("новая.yaml") == expected


@pytest.mark.parametrize("block", [
    "утверждение: {гриф: утверждаю, редакции: [{акт: приказ, номер: 21}], дата: 30.08.2021}\n",
    "утверждение:\n  - редакции:\n      - приказа № 21\n    гриф: утверждаю\n    дата: 30.08.2021\n",
])
def test_next_year_of_a_tight_block(desk: Desk, block: str) -> None:
    desk.put(f"название: План\nпериод: 2021/2022 учебный год\n{block}мероприятия: []\n")
    said = desk.run("rollover", "--to", "2022/2023", "--out", str(desk.folder / "новая.yaml"))
    assert said.code == 0, said.text
    approval = desk.plan("новая.yaml").roadmap.approvals[0]
    assert (approval.amendments, approval.date, approval.kind) == ((), "", "утверждаю")


def test_build_says_it_too_and_the_strict_profile_stops_it(desk: Desk) -> None:
    desk.approve(*FIRST)
    desk.change("май", "апрель")
    out = str(desk.folder / "build")
    said = desk.run("build", "--only", "docx", "--out", out)
    assert said.code == 0 and "с тех пор изменено: 1 мероприятие" in said.text
    assert (desk.folder / "build" / "карта.docx").is_file()
    said = desk.run("build", "--only", "docx", "--out", out, "--profile", "строгий")
    assert said.code == 1 and "не собран" in said.text


def test_an_editor_is_told_while_typing(desk: Desk) -> None:
    desk.approve(*FIRST)
    file = (desk.folder / "карта.yaml").as_posix()
    text = desk.text()
    assert open_text(text, file, None).compilation.findings == ()
    opened = open_text(text.replace("май", "апрель"), file, None)
    assert [finding.code for finding in opened.compilation.findings] == ["changed-since-approval"]
    assert len(opened.compilation.findings[0].related) == 1
    assert open_text(TEXT, "untitled:Untitled-1", None).compilation.findings == ()


def test_watch_sees_an_approval(tmp_path: Path) -> None:
    (tmp_path / "карты").mkdir()
    desk = Desk(tmp_path / "карты")
    desk.put(TEXT)
    desk.approve(*FIRST)
    desk.change("май", "апрель")
    watch = Watching(tmp_path)
    try:
        assert "с тех пор изменено: 1 мероприятие" in watch.until_waiting()
        desk.approve(*FIRST)
        assert "Исправлено: утверждено 30.08.2021" in watch.until_waiting()
    finally:
        watch.process.kill()
        watch.process.wait()


def test_a_comparison_in_every_form(desk: Desk) -> None:
    desk.approve(*FIRST)
    desk.change("май", "апрель")
    for form in ("markdown", "json", "html"):
        said = desk.run("diff", "--approved", "--format", form)
        assert said.code == 0 and "апрель" in said.text
    for form in ("docx", "order", "redline"):
        out = desk.folder / f"{form}.docx"
        said = desk.run("diff", "--approved", "--amendment", "--format", form, "--out", str(out))
        assert said.code == 0 and out.read_bytes().startswith(b"PK"), said.text
    assert desk.run("diff", "--approved", "--exit-code").code == 1
    assert desk.run("diff", "--approved", str(desk.folder / "карта.yaml")).code == 2


ACT = "Приказ от 30.08.2021 № 10-р"
OTHERS = {
    ("Гриф", f"«{ACT}»", "«Приказ от 30.08.2021 № 101-р»"): ("номер: 10-р", "номер: 101-р"),
    ("Гриф", f"«{ACT}»", "«Приказ от 31.08.2021 № 10-р»"): ("дата: 30.08.2021", "дата: 31.08.2021"),
    ("Гриф", "нет", "(в редакции приказа от 15.03.2022)"): (
        "дата: 30.08.2021  # пусто\n", "дата: 30.08.2021\n    редакции: приказа от 15.03.2022\n"),
    ("Шаблон", "«альбомный»", "«книжный»"): ("мероприятия:\n", "таблица: {шаблон: книжный}\nмероприятия:\n"),
    ("Гриф", "«УТВЕРЖДАЮ, Директор, ________________ И.Е. Косарева, Приказ»", "«УТВЕРЖДЕНА приказ»"): (
        "гриф: утверждаю", "гриф: утверждена"),
}


@pytest.mark.parametrize("told", OTHERS, ids=lambda told: told[2])
def test_what_stands_around_the_table_is_compared_too(desk: Desk, told: tuple[str, str, str]) -> None:
    desk.approve(*FIRST)
    desk.change(*OTHERS[told])
    assert [line for line in desk.check() if line.startswith("changed")]
    said = desk.run("diff", "--approved")
    label, old, new = told
    assert re.search(rf"^{label} +{re.escape(old)} → {re.escape(new)}$", said.text.replace("\u00a0", " "), re.MULTILINE)
    assert "тличий нет" not in said.text and desk.run("diff", "--approved", "--exit-code").code == 1
    for form in ("markdown", "html", "json"):
        text = desk.run("diff", "--approved", "--format", form).text.replace("\u00a0", " ").replace("\\", "")
        plain = re.sub(r"[*~]|<.*?>", "", text)
        assert all(side.strip("«»") in plain for side in (old, new) if side != "нет"), text
    for form in ("docx", "order", "redline"):
        said = desk.run("diff", "--approved", "--format", form, "--out", str(desk.folder / f"{form}.docx"))
        assert said.code == 0 and f"Изменено и вне таблицы, этого здесь нет: {label}: {old} → {new}" in \
            said.text.replace("\u00a0", " "), said.text


def test_what_is_told_already_is_not_told_twice(desk: Desk) -> None:
    desk.approve(*FIRST)
    desk.change("И.Е. Косарева", "А.А. Петров")
    desk.change("карта наставничества", "карта воспитания")
    desk.change("мероприятия:\n", "подписи: {должность: Исполнитель, имя: А.А. Петров}\nмероприятия:\n")
    lines = desk.run("diff", "--approved").text.splitlines()
    assert [line.split("  ")[0] for line in lines[1:-1]] == ["Утверждает", "Подписывает", "Название"], lines
