"""roadmap verify on what a school really has: documents of before the approval, earlier editions, copies, calendars."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.approvals.desk import Desk, Said
from tests.commands.test_verify import SIGNING, build, document, verify
from tests.seals.packages import packed, parts_of, replaced
from tests.signatures.documents import sign
from tests.signatures.makers import made, signed

ACT = ("--date", "2022-02-09", "--act", "приказ", "--number", "10-р")
NEXT = ("--date", "2022-03-15", "--act", "приказ", "--number", "21")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A roadmap for signing, and its documents."""
    folder = tmp_path / "roadmaps"
    folder.mkdir()
    desk = Desk(folder)
    desk.put(SIGNING)
    build(desk)
    return desk


def put(desk: Desk, data: bytes, name: str = "бумага.docx") -> Path:
    path = desk.folder.parent / name
    path.write_bytes(data)
    return path


def altered(old: str, new: str, part: str = "word/document.xml") -> Callable[[bytes], bytes]:
    return replaced(old, new, part)


# --- before the approval ---


BLANKS = {
    "a blank date": "    дата:  # пусто\n",
    "no date": "",
    "only the year": "    дата: 2022\n",
    "a year as people write it": "    дата: 2022 г.\n",
    "a month": "    дата: «___» февраля 2022 г.\n",
    "points": "    дата: __.__.2022\n",
    "a blank number": "    дата:\n    номер:\n",
    "a number of lines": "    дата:\n    номер: ____\n",
    "a blank act": "    акт:\n    номер:\n    дата:\n",
    "an act without its date": "    акт: приказ\n    номер:\n    дата:\n",
    "no line at all": "    дата: нет\n",
}


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize("is_draft", [False, True], ids=["for signing", "draft"])
def test_what_the_director_signed_is_not_forged(desk: Desk, blank: str, is_draft: bool) -> None:
    desk.change("    дата:  # пусто\n", BLANKS[blank])
    if is_draft:
        desk.change("название: Дорожная", "состояние: проект\nназвание: Дорожная")
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    assert desk.approve(*ACT).code == 0
    said = verify(desk, paper)
    what = "проект" if is_draft else "документ на подпись"
    assert said.code == 0, said.text
    assert said.text.splitlines()[0] == f"бумага.docx: это {what}, собранный до утверждения; содержание то же"
    assert "потом утверждено: 09.02.2022, приказ № 10-р" in said.text
    report = json.loads(verify(desk, paper, "--format", "json").text)
    assert (report["outcome"], report["differences"]) == ("before-approval", [])


def test_a_roadmap_approved_by_an_act_alone(desk: Desk) -> None:
    desk.put(SIGNING.replace("гриф: утверждаю\n    должность: Директор\n    имя: И.Е. Косарева",
                             "гриф: утверждена\n    акт: приказом директора\n    номер:"))
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    assert desk.approve(*ACT).code == 0
    assert (verify(desk, paper).code, "до утверждения" in verify(desk, paper).text) == (0, True)


@pytest.mark.parametrize("name", ["ddt-gorbatov-2022", "school-14-kemerovo-2021-2022"])
def test_real_roadmaps_before_their_approval(desk: Desk, name: str) -> None:
    desk.put((Path(__file__).parents[2] / "roadmaps" / f"{name}.yaml").read_bytes())
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    assert desk.approve(*ACT).code == 0
    assert (verify(desk, paper).code, "до утверждения" in verify(desk, paper).text) == (0, True)
    paper.write_bytes(altered("О.В.", "А.В.")(paper.read_bytes()) if name.startswith("ddt") else
                      altered("<w:sectPr", "<w:p><w:r><w:t>Кроме лета</w:t></w:r></w:p><w:sectPr")(paper.read_bytes()))
    assert verify(desk, paper).code == 1


def test_a_draft_of_changes_that_were_approved_since(desk: Desk) -> None:
    assert desk.approve(*ACT).code == 0
    desk.change("до 20 сентября", "до 25 сентября")
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    said = verify(desk, paper)
    assert (said.code, "проект изменений" in said.text) == (0, True)
    assert "карта изменена после утверждения 09.02.2022, приказ № 10-р" in said.text
    assert desk.approve(*NEXT).code == 0
    said = verify(desk, paper)
    assert said.code == 0, said.text
    assert "бумага.docx: это проект изменений, собранный до их утверждения; содержание то же" in said.text


def test_a_draft_of_changes_approved_anew(desk: Desk) -> None:
    assert desk.approve(*ACT).code == 0
    desk.change("до 20 сентября", "до 25 сентября")
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    assert desk.approve(*NEXT, "--anew").code == 0
    assert verify(desk, paper).code == 0, verify(desk, paper).text


BEFORE = {
    "another director": altered("И.Е.\u00a0Косарева", "А.А.\u00a0Иванов"),
    "a date typed in": altered("«____» ______________ 20___ г.", "«09» февраля 2022 г."),
    "a date in digits": altered("«____» ______________ 20___ г.", "09.02.2022"),
    "half a date": altered("«____» ______________ 20___ г.", "«09» ______________ 20___ г."),
    "words in the blank": altered("«____» ______________ 20___ г.", "«____» с изменениями 20___ г."),
    "a longer line": altered("«____» ______________ 20___ г.", "«____» ______________ 20___ г. и далее"),
    "an act typed in": altered("________________ И.Е.", "Приказ № 10-р. ________________ И.Е."),
    "a cell": altered("до 20 сентября", "до 30 сентября"),
    "the title": altered("Дорожная карта наставничества", "Дорожная карта наставников"),
    "hidden text": altered("<w:sectPr", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>кроме</w:t></w:r></w:p><w:sectPr"),
    "a blank elsewhere": altered("до 20 сентября", "«____» ______________ 20___ г."),
    "a mark": altered("<w:body>", "<w:body><w:p><w:r><w:t>ПРОЕКТ</w:t></w:r></w:p>"),
    "a property": altered("<dc:title>", "<dc:title>Не ", "docProps/core.xml"),
    "bytes behind": lambda document: document + b"x" * 40,
}


@pytest.mark.parametrize("way", BEFORE)
def test_what_was_altered_in_a_document_before_the_approval(desk: Desk, way: str) -> None:
    paper = put(desk, BEFORE[way](document(desk).read_bytes()))
    assert desk.approve(*ACT).code == 0
    said = verify(desk, paper)
    assert said.code == 1
    assert "документ изменён после сборки" in said.text
    assert "  - " in said.text


def test_only_what_was_altered_is_told_of_a_document_before_the_approval(desk: Desk) -> None:
    paper = put(desk, BEFORE["a cell"](document(desk).read_bytes()))
    assert desk.approve(*ACT).code == 0
    told = [line for line in verify(desk, paper).text.splitlines() if line.startswith("  - ")]
    assert told == ["  - строка 1 (№ 1), столбец «Срок»: было «до 20 сентября», стало «до 30 сентября»"]


# --- editions that are not in force ---


def amended(desk: Desk) -> tuple[bytes, bytes]:
    """The documents before and after the first approval of a roadmap that was amended since."""
    before = document(desk).read_bytes()
    assert desk.approve(*ACT).code == 0
    build(desk)
    first = document(desk).read_bytes()
    desk.change("до 20 сентября", "до 25 сентября")
    assert desk.approve(*NEXT).code == 0
    return before, first


def test_an_earlier_edition(desk: Desk) -> None:
    before, first = amended(desk)
    for data in (before, first):
        said = verify(desk, put(desk, data))
        assert said.code == 1
        assert "бумага.docx: прежняя редакция, утверждена 09.02.2022, приказ № 10-р; сейчас действует утверждённая " \
               "15.03.2022, приказ № 21" in said.text
        assert "  - " not in said.text
    report = json.loads(verify(desk, put(desk, first), "--format", "json").text)
    assert (report["outcome"], report["in_force"], report["differences"]) == ("earlier", False, [])


def test_an_earlier_edition_with_one_cell_changed(desk: Desk) -> None:
    _, first = amended(desk)
    said = verify(desk, put(desk, altered("октябрь", "декабрь")(first)))
    assert said.code == 1
    assert "документ изменён после сборки" in said.text
    assert "стало «декабрь" in said.text


def test_a_draft_of_what_is_approved_changes_nothing(desk: Desk) -> None:
    assert desk.approve(*ACT).code == 0
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    desk.change("название: Дорожная", "состояние: проект\nназвание: Дорожная")
    said = verify(desk, paper)
    assert (said.code, "С тех пор карта изменена" in said.text) == (0, False)
    desk.change("до 20 сентября", "до 25 сентября")
    said = verify(desk, paper)
    assert (said.code, "С тех пор карта изменена" in said.text) == (0, True)


def test_another_year(desk: Desk) -> None:
    assert desk.approve(*ACT).code == 0
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    text = desk.text()
    changes = {
        "2021/2022": "2022/2023", "до 20 сентября": "до 18.09.2022", "октябрь – ноябрь": "декабрь 2022",
        "срок: май": "срок: июнь 2023", "Анкетирование": "Опрос", "Куратор": "Завуч", "номер: 10-р": "номер:",
        "дата: 09.02.2022": "дата:",
    }
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    desk.put(text)
    (desk.folder / "roadmap.lock").unlink()
    paper = put(desk, altered("до 20 сентября", "до 20.09.2021")(paper.read_bytes()))
    said = verify(desk, paper)
    assert said.code == 1
    assert "бумага.docx: похоже на документ другого года, не этой карты" in said.text
    for wrong in ("утверждённый документ", "похожими", "документ изменён"):
        assert wrong not in said.text


def test_a_lock_with_another_seal(desk: Desk) -> None:
    assert desk.approve(*ACT).code == 0
    build(desk)
    lock = desk.lock
    seal = lock.partition("содержание ")[2][:64]
    desk.put(lock.replace(seal, ("0" if seal[0] != "0" else "1") + seal[1:]), "roadmap.lock")
    said = verify(desk, document(desk))
    assert (said.code, "записана другая контрольная сумма" in said.text) == (1, True)


# --- calendars ---


def with_calendars(desk: Desk) -> Path:
    assert desk.run("build", "--out", str(desk.folder.parent / "build"), name=".").code == 0
    return desk.folder.parent / "build" / "карта.calendar.docx"


def test_a_printed_calendar(desk: Desk) -> None:
    path = with_calendars(desk)
    said = verify(desk, path)
    assert said.code == 0
    assert "это план-график карты «Дорожная карта наставничества»" in said.text
    paper = put(desk, path.read_bytes())
    assert desk.approve(*ACT).code == 0
    assert "это план-график, собранный до утверждения" in verify(desk, paper).text
    assert verify(desk, paper).code == 0
    with_calendars(desk)
    said = verify(desk, path)
    assert (said.code, "утверждённый документ" in said.text) == (0, True)


CALENDARS = {
    "a day": altered("●\u00a020", "●\u00a030"),
    "a day moved to another month": lambda document: altered(">●#<", "><")(altered(
        '<w:t xml:space="preserve"></w:t>', '<w:t xml:space="preserve">●\u00a020</w:t>')(altered(
            ">●\u00a020<", ">●#<")(document))),
    "a title": altered("Обучение наставников", "Обучение"),
    "the year": altered(">2021<", ">2020<"),
    "a paragraph": altered("<w:sectPr", "<w:p><w:r><w:t>Кроме каникул</w:t></w:r></w:p><w:sectPr"),
    "a colour": altered('w:fill="', 'w:fill="F'),
}


@pytest.mark.parametrize("way", CALENDARS)
@pytest.mark.parametrize("is_approved", [False, True])
def test_what_was_altered_in_a_calendar(desk: Desk, way: str, is_approved: bool) -> None:
    assert not is_approved or desk.approve(*ACT).code == 0
    said = verify(desk, put(desk, CALENDARS[way](with_calendars(desk).read_bytes())))
    assert said.code == 1
    assert "документ изменён после сборки. Отличий:" in said.text
    assert int(said.text.partition("Отличий: ")[2].split()[0]) < 6, said.text


# --- copies with the mark of a signature ---


def stamped(desk: Desk) -> Path:
    """The approved document, signed and stamped."""
    assert desk.approve(*ACT).code == 0
    build(desk)
    path = document(desk)
    path.with_name("карта.docx.sig").write_bytes(signed(path.read_bytes(), made()))
    assert desk.run("stamp", str(path), name="").code == 0
    return path.with_name("карта.stamped.docx")


def test_a_stamped_copy(desk: Desk) -> None:
    copy = stamped(desk)
    said = verify(desk, copy)
    assert said.code == 0, said.text
    assert said.text.startswith("build/карта.stamped.docx: это копия с отметкой об электронной подписи\n")
    assert "отметка сделана по подписи документа build/карта.docx" in said.text
    assert "Подпись верна" in said.text
    copy = put(desk, copy.read_bytes(), "копия.docx")
    said = verify(desk, copy, "--signature", str(document(desk, "карта.docx.sig")))
    assert (said.code, "отметка сделана по подписи" in said.text) == (0, True), said.text
    said = verify(desk, copy)
    assert said.code == 1
    assert "копия.docx: это копия с отметкой об электронной подписи" in said.text
    assert "Кроме отметки, изменений нет. Сама отметка ничего не доказывает" in said.text
    assert "  - " not in said.text


STAMPED = {
    "a deadline": (altered("до 20 сентября", "до 30 сентября"), "стало «до 30 сентября»"),
    "a paragraph": (altered("<w:sectPr", "<w:p><w:r><w:t>Кроме лета</w:t></w:r></w:p><w:sectPr"), "Кроме лета"),
    "the owner": (altered("Владелец: ", "Владелец: Не "), ""),
    "a line in the mark": (altered("Владелец: ", "Верно: да. Владелец: "), ""),
    "a property": (altered("<dc:title>", "<dc:title>Не ", "docProps/core.xml"), "свойство файла"),
    "the colour of the mark": (altered('w:color w:val="1F3F8F"', 'w:color w:val="1F3F8E"'), ""),
    "the code": (altered("Контрольная сумма", "Верная сумма", "word/footerSeal.xml"), "нет контрольной суммы"),
}


@pytest.mark.parametrize("way", STAMPED)
def test_what_was_altered_in_a_stamped_copy(desk: Desk, way: str) -> None:
    copy = stamped(desk)
    alter, told = STAMPED[way]
    copy.write_bytes(alter(copy.read_bytes()))
    said = verify(desk, copy)
    assert said.code == 1
    assert told in said.text
    assert "отметка сделана по подписи" not in said.text


def test_a_mark_of_another_signature(desk: Desk) -> None:
    """The mark of one certificate beside the signature of another."""
    from roadmap_compiler.publishing import stamp
    from tests.publishing.samples import signer

    copy = stamped(desk)
    copy.write_bytes(stamp(document(desk).read_bytes(), (signer(),))[0])
    said = verify(desk, copy)
    assert (said.code, "Сама отметка ничего не доказывает" in said.text) == (1, True)


def test_a_stamped_copy_of_an_altered_document(desk: Desk) -> None:
    """Somebody changes a deadline, signs that with a certificate of his own and stamps it."""
    copy = stamped(desk)
    path = document(desk)
    path.write_bytes(altered("до 20 сентября", "до 30 сентября")(path.read_bytes()))
    path.with_name("карта.docx.sig").write_bytes(signed(path.read_bytes(), made()))
    assert desk.run("stamp", str(path), name="").code == 0
    said = verify(desk, copy)
    assert (said.code, "стало «до 30 сентября»" in said.text) == (1, True)


def test_a_stamped_copy_of_a_document_signed_inside(desk: Desk) -> None:
    assert desk.approve(*ACT).code == 0
    build(desk)
    path = document(desk, "карта.signed.docx")
    path.write_bytes(sign(document(desk).read_bytes(), made()))
    assert desk.run("stamp", str(path), name="").code == 0
    said = verify(desk, path.with_name("карта.signed.stamped.docx"))
    assert said.code == 0, said.text
    assert "отметка сделана по подписи документа build/карта.signed.docx" in said.text


# --- signatures ---


def test_a_signature_beside_is_checked_without_being_named(desk: Desk) -> None:
    path = document(desk)
    beside = path.with_name("карта.docx.sig")
    beside.write_bytes(signed(path.read_bytes(), made()))
    said = verify(desk, path)
    assert (said.code, "Подпись верна" in said.text) == (0, True)
    beside.write_bytes(signed(b"something else", made()))
    said = verify(desk, path)
    assert (said.code, "это подпись другого файла" in said.text) == (1, True)


def test_a_broken_signature_inside_is_told_whatever_else_is(desk: Desk) -> None:
    inside = sign(document(desk).read_bytes(), made())
    foreign = packed({**parts_of(inside), "word/document.xml": b'<w:document xmlns:w="http://schemas.openxmlformats.org/'
                      b'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>No</w:t></w:r></w:p></w:body></w:document>'})
    for data, outcome in ((altered("до 20 сентября", "до 30 сентября")(inside), "altered"), (foreign, "unknown")):
        paper = put(desk, data)
        said = verify(desk, paper)
        assert (said.code, "Подпись не принята" in said.text) == (1, True), said.text
        report = json.loads(verify(desk, paper, "--format", "json").text)
        assert (report["outcome"], [one["intact"] for one in report["signatures"]]) == (outcome, [False])


def test_a_document_before_the_approval_signed_inside(desk: Desk) -> None:
    paper = put(desk, sign(document(desk).read_bytes(), made()))
    assert desk.approve(*ACT).code == 0
    said = verify(desk, paper)
    assert (said.code, "до утверждения" in said.text, "Подпись верна" in said.text) == (0, True, True)
    put(desk, altered("«____» ______________ 20___ г.", "09.02.2022")(paper.read_bytes()))
    assert verify(desk, paper).code == 1


@pytest.mark.parametrize(("data", "told"), [
    (made().key_pem, "это закрытый ключ, а не сертификат"), (made().key_pem + made().pem, "это закрытый ключ"),
    (b"[roots]\nfolder = x\n", "здесь нет сертификатов"), (b"", "здесь нет сертификатов"),
], ids=["key", "key and certificate", "config", "empty"])
@pytest.mark.parametrize("command", ["verify", "stamp", "publish"])
def test_roots_that_are_no_certificates(desk: Desk, command: str, data: bytes, told: str) -> None:
    roots = desk.folder / "root.pem"
    roots.write_bytes(data)
    folders = {"verify": ["--roadmaps", str(desk.folder)], "stamp": [],
               "publish": ["--out", str(desk.folder.parent / "site")]}
    said = desk.run(command, str(document(desk)), "--roots", str(roots), *folders[command], name="")
    assert (said.code, told in said.text) == (2, True), said.text
    assert not (desk.folder.parent / "site").exists()


@pytest.mark.parametrize("has_roadmaps", [True, False])
def test_the_signature_alone_decides_of_what_is_no_roadmap(desk: Desk, tmp_path: Path, has_roadmaps: bool,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    import docx

    empty = tmp_path / "пусто"
    empty.mkdir()
    monkeypatch.chdir(desk.folder.parent if has_roadmaps else empty)
    memo = tmp_path / "памятка.docx"
    stranger = docx.Document()
    stranger.add_paragraph("Памятка наставнику")
    stranger.save(str(memo))
    scan = tmp_path / "скан.pdf"
    scan.write_bytes(b"%PDF-1.7 scan")
    for path in (memo, scan):
        beside = path.with_name(path.name + ".sig")
        beside.write_bytes(signed(path.read_bytes(), made()))
        said = desk.run("verify", str(path), name="")
        assert said.code == 0, said.text
        assert said.text.startswith(path.as_posix()) and "проверена только подпись\n" in said.text
        beside.write_bytes(signed(b"something else", made()))
        said = desk.run("verify", str(path), name="")
        assert (said.code, "Подпись не принята" in said.text) == (1, True)


# --- several files, folders, other kinds ---


def test_several_documents(desk: Desk) -> None:
    path = document(desk)
    wrong = put(desk, altered("до 20 сентября", "до 30 сентября")(path.read_bytes()), "чужой.docx")
    said = verify_both(desk, path, wrong)
    assert said.code == 1
    assert "build/карта.docx: это «Дорожная" in said.text
    assert "чужой.docx: документ изменён" in said.text
    reports = json.loads(verify_both(desk, path, wrong, "--format", "json").text)
    assert [one["outcome"] for one in reports] == ["unchanged", "altered"]
    said = verify(desk, path.with_name("*.docx"))
    assert (said.code, "build/карта.docx: это" in said.text) == (0, True)
    said = verify_both(desk, path, wrong, "--signature", str(path))
    assert (said.code, "проверьте их по одному" in said.text) == (2, True)


def verify_both(desk: Desk, one: Path, other: Path, *arguments: str) -> Said:
    said = desk.run("verify", str(one), str(other), "--roadmaps", str(desk.folder), *arguments, name="")
    return Said(said.code, said.text.replace(f"{desk.folder.parent.as_posix()}/", ""))


def test_a_folder_and_a_pdf(desk: Desk) -> None:
    said = verify(desk, document(desk).parent)
    assert (said.code, "это папка" in said.text) == (2, True)
    said = verify(desk, put(desk, b"%PDF-1.7", "план.pdf"))
    assert (said.code, "Проверьте исходный .docx" in said.text) == (2, True)


def test_english(desk: Desk) -> None:
    before, first = amended(desk)
    assert "an earlier edition, approved 09.02.2022" in verify(desk, put(desk, first), "--lang", "en").text
    assert "is in force now" in said_of(desk, before)


def said_of(desk: Desk, data: bytes) -> str:
    said: Said = verify(desk, put(desk, data), "--lang", "en")
    return said.text
