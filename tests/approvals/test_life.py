"""The life of a roadmap: draft, approved, changed, approved again."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from roadmap_compiler.approvals import COPIES, LOCK
from roadmap_compiler.approvals.record import Earlier, earlier
from roadmap_compiler.seals.content import seal_of, short_code
from tests.approvals.desk import TEXT, Desk

FIRST = ("--date", "2021-08-30", "--act", "приказ", "--number", "10-р")
SECOND = ("--date", "15.03.2022", "--act", "приказ", "--number", "21")
ROADMAPS = sorted((Path(__file__).parents[2] / "roadmaps").glob("*.yaml"))
WITH_APPROVAL = [path for path in ROADMAPS if "утверждение:" in path.read_text(encoding="utf-8")]

LOOKS = {
    "кавычки и тире": [("«Мой наставник»", '"Мой наставник"'), ("октябрь – ноябрь", "октябрь - ноябрь")],
    "комментарии": [("мероприятия:\n", "# сверено\nмероприятия:\n"), ("срок: май", "срок: май  # уточнить")],
    "имена ид": [("  - название: Обучение наставников\n", "  - название: Обучение наставников\n    ид: дм417\n")],
    "порядок полей": [("    срок: май\n    ответственный: Куратор\n", "    ответственный: Куратор\n    срок: май\n")],
    "скобки": [("  - название: Встреча наставников\n    срок: май\n    ответственный: Куратор\n",
                "  - {название: Встреча наставников, срок: май, ответственный: Куратор}\n")],
    "те же дни": [("до 20 сентября", "не позднее 20 сентября 2021 г.")],
    "пробелы": [("Встреча наставников", "Встреча  наставников ")],
    "концы строк": [("\n", "\r\n")],
    "кто есть кто": [("мероприятия:\n", "люди:\n  кур: Куратор\nмероприятия:\n"),
                     ("ответственный: Куратор", "ответственный: кур")],
}
ADDED = ("мероприятия:\n", "мероприятия:\n  - {название: Концерт, срок: июнь, ответственный: Куратор}\n")
CHANGES = {
    "изменено: 1 мероприятие": [("май", "апрель")],
    "изменено: 3 мероприятия": [("май", "апрель"), ("до 20 сентября", "до 25 сентября"), ("Психолог", "Завуч")],
    "добавлено: 1 мероприятие": [ADDED],
    "убрано: 1 мероприятие": [("  - {название: Анализ, срок: в течение года, ответственный: Психолог}\n", "")],
    "перенесено: 1 мероприятие": [
        ("  - {название: Анализ, срок: в течение года, ответственный: Психолог}\n", ""),
        ("мероприятия:\n", "мероприятия:\n  - {название: Анализ, срок: в течение года, ответственный: Психолог}\n")],
    "изменено: шапка документа": [("карта наставничества", "карта дополнительного образования")],
    "изменено: грифы": [("И.Е. Косарева", "А.А. Петров")],
    "изменено: вид таблицы": [("мероприятия:\n", "таблица: {шаблон: книжный}\nмероприятия:\n")],
    "изменено: подписи": [("мероприятия:\n", "подписи: {должность: Исполнитель, имя: А.А. Петров}\nмероприятия:\n")],
    "изменено: 1 мероприятие, шапка документа": [("карта наставничества", "карта"), ("май", "апрель")],
    "изменено: 1 мероприятие; добавлено: 1 мероприятие": [
        ("май", "апрель"), ADDED],
}


def test_from_a_draft_to_a_second_edition(desk: Desk) -> None:
    assert desk.state().kind == "draft"
    assert desk.check() == []
    said = desk.approve(*FIRST)
    assert said.code == 0 and "карта.yaml: утверждена, приказ от 30.08.2021 № 10-р" in said.text
    assert desk.text() == TEXT.replace("состояние: проект  # до педсовета\n", "").replace(
        "    # дату впишем после совета\n    дата:  # пусто\n",
        "    акт: приказ\n    номер: 10-р\n    # дату впишем после совета\n    дата: 30.08.2021  # пусто\n")
    assert desk.check() == []
    for looks in ("кавычки и тире", "порядок полей", "имена ид", "те же дни", "кто есть кто", "концы строк"):
        for old, new in LOOKS[looks]:
            desk.change(old, new)
    assert desk.run("fmt").code == 0
    assert desk.run("ids").code == 0
    assert desk.check() == []
    for old, new in (("май", "апрель"), ("20 сентября 2021 г.", "24 сентября 2021 г."), ("Психолог", "Завуч")):
        desk.change(old, new)
    assert desk.check() == ["changed-since-approval: утверждено 30.08.2021; с тех пор изменено: 3 мероприятия"]
    shown = desk.run("diff", "--approved")
    assert shown.code == 0 and "май → апрель" in shown.text and "Психолог → Завуч" in shown.text
    said = desk.approve(*SECOND)
    assert said.code == 0 and "утверждена в новой редакции, приказ от 15.03.2022 № 21" in said.text
    assert "перепечатайте" not in said.text
    assert "С 30.08.2021: изменено: 3 мероприятия" in said.text
    assert [line.replace("\u00a0", " ") for line in desk.plan().approvals[1].lines[-2:]] == [
        "Приказ от 30.08.2021 № 10-р", "(в редакции приказа от 15.03.2022 № 21)"]
    assert desk.check() == []
    before = desk.bytes()
    assert desk.approve(*SECOND).code == 0
    assert desk.bytes() == before
    desk.change("апрель", "март")
    assert desk.check() == ["changed-since-approval: утверждено 15.03.2022; с тех пор изменено: 1 мероприятие"]
    assert desk.approve("--date", "2022-04-01", "--act", "приказ", "--number", "30").code == 0
    assert desk.plan().approvals[1].lines[-1].replace("\u00a0", " ") == \
        "(в редакции приказов от 15.03.2022 № 21, от 01.04.2022 № 30)"
    assert str(desk.plan().approved) == "2021-08-30"  # terms count from the first approval
    assert desk.check() == []


@pytest.mark.parametrize("looks", LOOKS)
def test_looks_break_no_approval(desk: Desk, looks: str) -> None:
    desk.approve(*FIRST)
    for old, new in LOOKS[looks]:
        desk.change(old, new)
    assert desk.check() == []
    assert desk.state().kind == "approved"


@pytest.mark.parametrize("told", CHANGES)
def test_changes_are_counted_by_what_they_are(desk: Desk, told: str) -> None:
    desk.approve(*FIRST)
    for old, new in CHANGES[told]:
        desk.change(old, new)
    assert [line for line in desk.check() if line.startswith("changed")] == [
        f"changed-since-approval: утверждено 30.08.2021; с тех пор {told}"]


def test_every_changed_place_is_related(desk: Desk) -> None:
    desk.approve(*FIRST)
    desk.change("май", "апрель")
    desk.change("мероприятия:\n", "мероприятия:\n  - {название: Концерт, срок: июнь, ответственный: Куратор}\n")
    import json

    finding = json.loads(desk.run("check", "--format", "json").text)["findings"][0]
    lines = desk.text().splitlines()
    assert [(lines[one["line"] - 1].split("название: ")[1][:7], one["note"]) for one in finding["related"]] == [
        ("Концерт", "добавлено"), ("Встреча", "изменено")]
    assert lines[finding["line"] - 1].strip().startswith("дата: 30.08.2021")


def test_english_and_the_strict_profile(desk: Desk) -> None:
    desk.approve(*FIRST)
    desk.change("май", "апрель")
    said = desk.run("check", "--lang", "en")
    assert said.code == 0 and "approved on 30.08.2021; since then changed: 1 activity" in said.text
    said = desk.run("check", "--profile", "строгий")
    assert said.code == 1 and "ошибка: утверждено 30.08.2021" in said.text


def test_a_change_can_be_allowed_in_place(desk: Desk) -> None:
    desk.approve(*FIRST)
    desk.change("май", "апрель")
    desk.change("# пусто", "# roadmap: разрешить changed-since-approval — приказ готовится")
    assert desk.check() == []


def test_a_draft_of_the_next_edition_is_quiet(desk: Desk) -> None:
    desk.approve(*FIRST)
    desk.change("май", "апрель")
    desk.change("период:", "состояние: проект\nпериод:")
    assert desk.check() == []
    state = desk.state()
    assert state.kind == "draft" and state.entry is not None
    assert desk.approve(*SECOND).code == 0
    assert "состояние" not in desk.text() and "(в редакции" in desk.plan().approvals[1].lines[-1]


def test_the_act_of_an_unchanged_roadmap_is_put_right(desk: Desk) -> None:
    desk.approve(*FIRST)
    said = desk.approve("--date", "31.08.2021", "--act", "приказ", "--number", "11-р")
    assert "исправлен акт: приказ от 31.08.2021 № 11-р" in said.text
    assert "номер: 10-р → 11-р" in said.text and "редакции" not in desk.text()
    code, old = re.findall("[0-9A-F]{4}(?:-[0-9A-F]{4}){3}", said.text)
    assert code == short_code(seal_of(desk.plan())) != old
    assert f"Контрольная сумма стала другой: напечатанное с прежней, {old}, перепечатайте" in said.text
    assert "перепечатайте" not in desk.approve("--date", "31.08.2021", "--number", "11-р").text
    desk.change("май", "апрель")
    desk.approve(*SECOND)
    desk.approve("--date", "16.03.2022", "--number", "22")
    assert desk.plan().approvals[1].lines[-1].replace("\u00a0", " ") == "(в редакции приказа от 16.03.2022 № 22)"
    desk.change("номер: 22", "номер: 23")
    assert desk.check() == ["changed-since-approval: утверждено 16.03.2022; с тех пор изменено: грифы"]
    assert "исправлен акт" in desk.approve("--date", "17.03.2022", "--number", "23").text
    assert desk.text().count("- акт:") == 1 and desk.check() == []


def test_what_is_counted_is_shown(desk: Desk) -> None:
    said = desk.approve("--date", "01.10.2021")
    assert said.code == 0 and "1 файл, 0 ошибок, 1 предупреждение\n" in said.text
    assert "карта.yaml:18:11: предупреждение: Срок «до 20 сентября» прошёл раньше" in said.text


def test_anew_replaces_the_acts(desk: Desk) -> None:
    desk.approve(*FIRST)
    desk.change("май", "апрель")
    desk.approve(*SECOND)
    desk.change("апрель", "март")
    said = desk.approve("--anew", "--date", "2022-05-05", "--act", "распоряжение", "--number", "7")
    assert "утверждена заново, распоряжение от 05.05.2022 № 7" in said.text
    assert "редакции" not in desk.text()
    assert desk.plan().approvals[1].lines[-1].replace("\u00a0", " ") == "Распоряжение от 05.05.2022 № 7"
    before = desk.bytes()
    desk.approve("--anew", "--date", "2022-05-05", "--act", "распоряжение", "--number", "7")
    assert desk.bytes() == before


def test_changes_under_the_same_act_are_recorded_and_told(desk: Desk) -> None:
    desk.approve(*FIRST)
    desk.change("май", "апрель")
    said = desk.approve(*FIRST)
    assert said.code == 0 and "записана под тем же актом" in said.text and "изменено: 1 мероприятие" in said.text
    assert desk.check() == [] and "редакции" not in desk.text()


@pytest.mark.parametrize("source", WITH_APPROVAL, ids=lambda path: path.stem)
def test_real_roadmaps(tmp_path: Path, source: Path) -> None:
    desk, name = Desk(tmp_path), source.name
    desk.put(source.read_bytes(), name)
    date = ("--date", "2023-01-20")
    assert desk.approve(*date, "--act", "приказ", "--number", "10-р", name=name).code == 0
    assert desk.copy(name) == (tmp_path / name).read_bytes()
    before = desk.bytes()
    assert desk.approve(*date, "--act", "приказ", "--number", "10-р", name=name).code == 0
    assert desk.bytes() == before
    desk.put(desk.text(name).replace("«", '"').replace("»", '"'), name) if '"' not in desk.text(name) else None
    desk.put("# сверху\n" + desk.text(name) + "# снизу\n", name)
    for command in ("fmt", "ids"):
        assert desk.run(command, name=name).code == 0
    assert not [line for line in desk.check(name) if line.startswith(("changed", "approved", "lock"))]
    assert desk.state(name).kind == "approved"
    assert desk.run("fmt", "--keys", "en", name=name).code == 0
    assert desk.state(name).kind == "approved"
    text = desk.text(name)
    title = next(line for line in text.splitlines() if "title: " in line or line.startswith("      - "))
    desk.change(title, f"{title.rstrip(';.')} и ещё раз", name)
    assert [line for line in desk.check(name) if "с тех пор изменено: " in line]
    assert desk.approve("--date", "2023-02-20", "--number", "12", name=name).code == 0
    assert desk.state(name).kind == "approved"
    assert "в редакции" in " ".join(line for block in desk.plan(name).approvals for line in block.lines)


def test_copies_are_no_roadmaps_of_their_own(desk: Desk) -> None:
    desk.approve(*FIRST)
    said = desk.run("check", name=".")
    assert said.text == "1 файл, 0 ошибок, 0 предупреждений\n"
    copy = desk.copy()
    assert desk.run("fmt", name=".").code == 0 and desk.copy() == copy
    said = desk.approve(*FIRST, name="roadmap.approved/карта.yaml")
    assert said.code == 2 and "Назовите саму карту: карта.yaml" in said.text


def test_earlier_texts_are_kept(desk: Desk) -> None:
    path = desk.folder / "карта.yaml"
    desk.approve(*FIRST)
    assert earlier(path) == ()
    first = desk.copy()
    desk.approve("--date", "31.08.2021", "--number", "11-р")  # the act alone is put right: no other edition
    assert earlier(path) == ()
    corrected = desk.copy()
    assert corrected != first
    desk.change("май", "апрель")
    said = desk.approve(*SECOND)
    assert "roadmap.approved/карта.2021-08-31.yaml" in said.text
    assert earlier(path) == (
        Earlier(datetime.date(2021, 8, 31), corrected, (path.parent / COPIES / "карта.2021-08-31.yaml").as_posix()),)
    second = desk.copy()
    assert desk.approve(*SECOND).code == 0 and len(earlier(path)) == 1
    desk.change("апрель", "март")
    desk.approve("--date", "01.04.2022", "--number", "30")
    assert [(str(one.date), one.text) for one in earlier(path)] == [("2021-08-31", corrected), ("2022-03-15", second)]
    assert desk.check(".") == []


def test_two_earlier_texts_of_one_day(desk: Desk) -> None:
    path = desk.folder / "карта.yaml"
    desk.approve(*FIRST)
    texts = [desk.copy()]
    for month in ("апрель", "март"):
        desk.change("май" if month == "апрель" else "апрель", month)
        desk.approve(*FIRST)  # under the same act
        texts.append(desk.copy())
    assert [one.text for one in earlier(path)] == texts[:2]
    assert [Path(one.path).name for one in earlier(path)] == ["карта.2021-08-30.yaml", "карта.2021-08-30.2.yaml"]


def test_a_roadmap_named_like_an_earlier_text_is_no_earlier_text(desk: Desk) -> None:
    desk.put(TEXT, "карта.2021-08-30.yaml")
    assert desk.approve(*FIRST, name="карта.2021-08-30.yaml").code == 0
    own = desk.copy("карта.2021-08-30.yaml")
    desk.approve(*FIRST)
    first = desk.copy()
    assert earlier(desk.folder / "карта.yaml") == ()
    desk.change("май", "апрель")
    desk.approve(*SECOND)
    assert desk.copy("карта.2021-08-30.yaml") == own
    assert [(Path(one.path).name, one.text) for one in earlier(desk.folder / "карта.yaml")] == [
        ("карта.2021-08-30.2.yaml", first)]
    assert desk.check(".") == []


def test_the_approved_text_is_the_record_where_the_lock_is_gone(desk: Desk) -> None:
    desk.approve(*FIRST)
    before = desk.bytes()
    (desk.folder / LOCK).unlink()
    said = desk.approve("--date", "15.09.2021", "--act", "приказ", "--number", "12-р")
    assert said.code == 0 and "исправлен акт" in said.text and "редакции" not in desk.text()
    (desk.folder / LOCK).unlink()
    assert "исправлен акт" in desk.approve(*FIRST).text
    assert desk.bytes() == before
    (desk.folder / LOCK).unlink()
    desk.change("май", "апрель")
    said = desk.approve(*SECOND)
    assert "утверждена в новой редакции, приказ от 15.03.2022 № 21. С 30.08.2021: изменено: 1 мероприятие" in said.text
    assert [str(one.date) for one in earlier(desk.folder / "карта.yaml")] == ["2021-08-30"]
    after = desk.bytes()
    (desk.folder / LOCK).unlink()
    assert "уже утверждена" in desk.approve(*SECOND).text
    assert desk.bytes() == after


def test_another_content_with_a_blank_act_is_approved_anew(desk: Desk) -> None:
    """As after a rollover into the same file: nothing was put right, and nothing was amended."""
    desk.approve(*FIRST)
    desk.change("акт: приказ\n    номер: 10-р\n", "")
    desk.change("дата: 30.08.2021", "дата:")
    desk.change("май", "апрель")
    said = desk.approve("--date", "01.09.2022", "--act", "приказ", "--number", "5")
    assert said.code == 0 and "карта.yaml: утверждена заново, приказ от 01.09.2022 № 5" in said.text, said.text
    assert "редакции" not in desk.text() and "перепечатайте" not in said.text
    assert [str(one.date) for one in earlier(desk.folder / "карта.yaml")] == ["2021-08-30"]


def test_an_earlier_text_is_not_approved_itself(desk: Desk) -> None:
    desk.approve(*FIRST)
    desk.change("май", "апрель")
    desk.approve(*SECOND)
    said = desk.approve(*FIRST, name="roadmap.approved/карта.2021-08-30.yaml")
    assert said.code == 2 and said.text.rstrip().endswith("Назовите саму карту: карта.yaml")
