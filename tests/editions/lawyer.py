"""An order read as a lawyer reads it: point after point, each applied to the document as the points before left it.

Knows nothing of comparisons: a document is sections with rows, a point is its text and the rows that it states.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from roadmap_compiler.editions.amending import Point
from tests.editions.printed import Document, Row, Section, plain

WORDS, WITH = "(?:слов[оа]|цифры)", "(?:слов(?:ом|ами)|цифрами)"
REPLACED = re.compile(f"{WORDS} «([^»]+)» (?:заменить {WITH} «([^»]+)»|исключить)|дополнить {WITH} «([^»]+)»")


def apply(document: Document, points: list[Point]) -> None:
    """Carry out an order; a point that names what is not there, or is there twice, fails."""
    for point in points:
        text = plain_text(point.text)
        for pattern, carry_out in RULES:
            match = re.fullmatch(pattern, text, re.DOTALL)
            if match is not None:
                carry_out(document, match, point)
                break
        else:
            raise AssertionError(f"не понято: {text}")


def plain_text(text: str) -> str:
    return text.replace("\u00a0", " ").rstrip(":")


def _everywhere(document: Document, match: re.Match[str], point: Point) -> None:
    for section in document.sections:
        for row in section.rows:
            for heading, text in row.items():
                row[heading] = text.replace(match[1], match[2])
    for place, text in document.head.items():
        document.head[place] = text.replace(match[1], match[2])


HEADS = {"в подписи": "подпись", "в наименовании документа": "наименование документа",
         "в названии организации": "название организации"}


def _in_head(document: Document, match: re.Match[str], point: Point) -> None:
    place = f"гриф{match['block']}" if match["block"] else HEADS[match["where"]]
    for told in REPLACED.finditer(match["told"]):
        text = document.head[place]
        if told[3]:
            document.head[place] = f"{text} {told[3]}"
            continue
        assert text.count(told[1]) == 1, (place, text, told[1])
        document.head[place] = tidy(text.replace(told[1], told[2] or ""))


def _head_anew(document: Document, match: re.Match[str], point: Point) -> None:
    assert match["place"] in document.head
    document.head[match["place"]] = match["text"]


def _head_more(document: Document, match: re.Match[str], point: Point) -> None:
    document.head[match["place"]] = f"{document.head[match['place']]} {match['text']}".strip()


def _block_added(document: Document, match: re.Match[str], point: Point) -> None:
    document.head[f"гриф «{match['kind']}»"] = match["text"].replace(",", "")


def _block_gone(document: Document, match: re.Match[str], point: Point) -> None:
    text = document.head.pop(match["place"])
    assert all(part in text for part in re.findall("«([^»]+)»", match["parts"]))


def _words(document: Document, row: Row, heading: str | None, told: str) -> None:
    one = heading or document.title
    for told_words in REPLACED.finditer(told):
        assert row[one].count(told_words[1]) == 1, (row, told_words[1])
        row[one] = tidy(row[one].replace(told_words[1], told_words[2] or ""))


def tidy(text: str) -> str:
    """A cell after words were taken out of it: no separator is left at its ends or doubled."""
    return re.sub(r"^[\s,;]+|[\s,;]+$", "", re.sub(r"([,;])\s*[,;]", r"\1", " ".join(text.split())))


def _in_column(document: Document, match: re.Match[str], point: Point) -> None:
    names = match["names"]
    kind = "пункта"
    for name in names.split(", ") if re.fullmatch(r"пунктов [\d., -]+", names) else [names]:
        own = name.removeprefix("пунктов ")
        row = document.target(own if own.startswith(("пункта ", "строки ", "раздела ")) else f"{kind} {own}")
        _words(document, row, match["heading"], match["told"])


def _in_title(document: Document, match: re.Match[str], point: Point) -> None:
    _words(document, document.target(match["name"]), None, match["told"])


def _column_anew(document: Document, match: re.Match[str], point: Point) -> None:
    document.target(match["name"])[match["heading"]] = match["text"]


def _column_more(document: Document, match: re.Match[str], point: Point) -> None:
    row = document.target(match["name"])
    row[match["heading"]] = "\n".join(text for text in (row.get(match["heading"]), match["text"]) if text)


def _section_title(document: Document, match: re.Match[str], point: Point) -> None:
    document.section(match["name"]).title[0] = match["text"]


def _section_words(document: Document, match: re.Match[str], point: Point) -> None:
    title = document.section(match["name"]).title
    for told_words in REPLACED.finditer(match["told"]):
        assert title[0].count(told_words[1]) == 1
        title[0] = tidy(title[0].replace(told_words[1], told_words[2] or ""))


def _point_anew(document: Document, match: re.Match[str], point: Point) -> None:
    section, at = document.point(match["name"])
    section.rows[at:document.end(section, at)] = [document.row(cells) for cells in point.rows]


def _section_of(document: Document, point: Point) -> Section:
    first = point.rows[0]
    number = next((place for place, heading in enumerate(document.headings) if document.roles[heading] == "number"), -1)
    own = plain(first[number]).rstrip(". )") if number >= 0 else ""
    title = max((plain(cell) for place, cell in enumerate(first) if place != number), key=len)
    title, *under = re.split(r"\n(?=Цель: |Задач[аи]:)", title)
    more = {{"Ц": "цель", "З": "задачи"}[text[0]]: text.partition(":")[2].replace("\n– ", "\n") for text in under}
    beside = document.beside(first) if number >= 0 else {}
    return Section([own], [title], [document.row(cells) for cells in point.rows[1:]], more | beside)


def _under_title(document: Document, match: re.Match[str], point: Point) -> None:
    more = document.section(match["name"]).more
    if match["text"] is None:
        del more[match["what"]]
    else:
        assert match["what"] in more
        more[match["what"]] = match["text"]


def _more_under_title(document: Document, match: re.Match[str], point: Point) -> None:
    more = document.section(match["name"]).more
    what = {"целью": "цель", "задачами": "задачи"}[match["what"]]
    assert what not in more
    more[what] = match["text"]


def _section_anew(document: Document, match: re.Match[str], point: Point) -> None:
    document.sections[document.sections.index(document.section(match["name"]))] = _section_of(document, point)


def _heading(document: Document, match: re.Match[str], point: Point) -> None:
    old, new = match["old"], match["text"]
    document.headings[document.headings.index(old)] = new
    document.roles[new] = document.roles.pop(old)
    document.title = new if document.title == old else document.title
    for section in document.sections:
        for row in [*section.rows, section.more]:
            if old in row:
                row[new] = row.pop(old)


def _exclude(document: Document, match: re.Match[str], point: Point) -> None:
    kind, name = match["kind"], match["name"]
    if kind == "пункты":
        for own in name.split(", "):
            section, at = document.point(own)
            del section.rows[at:document.end(section, at)]
        return
    if kind == "раздел":
        document.sections.remove(document.section(name))
        return
    section, at = document.line(name) if kind == "строку" else document.point(name)
    del section.rows[at:at + 1 if kind == "строку" else document.end(section, at)]


def _numbers(text: str) -> list[str]:
    """«3.5, 3.6» or «3.5–3.9» → numbers, the last figure counted through."""
    first, dash, last = text.partition("–")
    if not dash:
        return [one.strip() for one in text.split(",")]
    head, _, start = first.strip().rpartition(".")
    end = int(last.strip().rpartition(".")[2])
    return [f"{head}.{figure}" if head else str(figure) for figure in range(int(start), end + 1)]


def _renumber(document: Document, match: re.Match[str], point: Point) -> None:
    """All at once: first find every place, then give the numbers."""
    places: list[tuple[Callable[[str], None], str]] = []
    clause = r"(?:пункты?|разделы?) ([\d.,\s–-]+?)( раздела (?:«[^»]+»|[\d.]+))? (?:считать|–)(?: соответственно)? " \
             r"(?:пункт|раздел)(?:ом|ами) ([\d.,\s–-]+?)(?=, (?:пункт|раздел)|$)"
    told = plain_text(point.text)
    ends = 0
    for part in re.finditer(clause, told):
        assert told[ends:part.start()] in ("", ", "), told
        ends = part.end()
        is_section = part.group().startswith("раздел")
        before, after = _numbers(part[1]), _numbers(part[3])
        assert len(before) == len(after), part.group()
        for one, other in zip(before, after, strict=True):
            if is_section:
                places.append((_setter_of_section(document.section(one)), other))
            else:
                section, at = document.point(one + (part[2] or ""))
                places.append((_setter(section.rows[at]), other))
    assert ends == len(told), told
    for give, number in places:
        give(number)


def _setter(row: Row) -> Callable[[str], None]:
    return lambda number: row.__setitem__("№", number)


def _setter_of_section(section: Section) -> Callable[[str], None]:
    return lambda number: section.number.__setitem__(0, number)


def _add_point(document: Document, match: re.Match[str], point: Point) -> None:
    rows = [document.row(cells) for cells in point.rows]
    number = match["number"] or ""
    if len(rows[0]) == 2:  # a title alone
        rows[0]["№"] = number
    assert rows[0]["№"] == number, (rows[0], number)
    owner, behind = match["owner"], match["behind"]
    if owner and owner.startswith("пункт"):
        section, at = document.point(owner.removeprefix("пункт "))
        assert not number or number.startswith(f"{section.rows[at]['№']}.")
        if behind and behind.startswith("строки"):
            name = behind.removeprefix("строки ")
            section, at = document.line(f"{name} пункта {owner.removeprefix('пункт ')}")
            section.rows[at + 1:at + 1] = rows
        elif match["what"] == "строкой":
            section.rows[at + 1:at + 1] = rows
        else:
            place = document.end(section, at)
            section.rows[place:place] = rows
        return
    section = document.section(owner.removeprefix("раздел ")) if owner else document.sections[0]
    assert not number or all(row["№"] != number for row in section.rows), f"{number} занят"
    if number and not behind:
        section.rows.extend(rows)
    elif behind:
        target, at = document.point(behind.removeprefix("пункта "))
        end = document.end(target, at)
        target.rows[end:end] = rows
    else:
        section.rows[0:0] = rows


def _add_section(document: Document, match: re.Match[str], point: Point) -> None:
    section = _section_of(document, point)
    assert section.number[0] == (match["number"] or "")
    assert not section.number[0] or all(one.number != section.number for one in document.sections)
    if match["behind"]:
        at = document.sections.index(document.section(match["behind"].removeprefix("раздела ")))
        document.sections.insert(at + 1, section)
    else:
        document.sections.append(section)


def _place(document: Document, match: re.Match[str], point: Point) -> None:
    if match["kind"] == "раздел":
        section = document.section(match["name"])
        document.sections.remove(section)
        before = match["before"]
        at = document.sections.index(document.section(before.removeprefix("разделом "))) if before else len(
            document.sections)
        document.sections.insert(at, section)
        return
    section, at = document.point(match["name"])
    rows = section.rows[at:document.end(section, at)]
    del section.rows[at:document.end(section, at)]
    if match["before"]:
        target, place = document.point(match["before"].removeprefix("пунктом "))
        target.rows[place:place] = rows
    else:
        section.rows.extend(rows)


RULES: list[tuple[str, Callable[[Document, re.Match[str], Point], None]]] = [
    (f"по всему тексту {WORDS} «([^»]+)» заменить {WITH} «([^»]+)»", _everywhere),
    (r"(?P<where>в грифе(?P<block> «[^»]+»)|в подписи|в наименовании документа|в названии организации) (?P<told>.+)",
     _in_head),
    (r"(?P<place>наименование документа|название организации|подпись) изложить в следующей редакции:\s"
     r"«(?P<text>[^»]*)»", _head_anew),
    (f"(?P<place>подпись|название организации) дополнить {WITH} «(?P<text>[^»]*)»", _head_more),
    (r"дополнить грифом «(?P<kind>[^»]+)» следующего содержания:\s«(?P<text>[^»]*)»", _block_added),
    (r"(?P<place>гриф «[^»]+») \((?P<parts>.+)\) исключить", _block_gone),
    (r"в графе «(?P<heading>[^»]+)» (?P<names>(?:пункт|строк|раздел).+?) (?P<told>(?:слов[оа]|цифры) «.+)", _in_column),
    (r"в наименовании раздела (?P<name>.+?) (?P<told>(?:слов[оа]|цифры) «.+)", _section_words),
    (r"в (?P<name>(?:пункте|строке) .+?) (?P<told>(?:слов[оа]|цифры) «.+)", _in_title),
    (r"графу «(?P<heading>[^»]+)» (?P<name>.+?) изложить в следующей редакции:\s«(?P<text>[^»]*)»", _column_anew),
    (r"графу «(?P<heading>[^»]+)» (?P<name>.+?) дополнить слов(?:ом|ами) «(?P<text>[^»]*)»", _column_more),
    (r"наименование графы «(?P<old>[^»]+)» изложить в следующей редакции:\s«(?P<text>[^»]+)»", _heading),
    (r"наименование раздела (?P<name>.+?) изложить в следующей редакции:\s«(?P<text>[^»]*)»", _section_title),
    (r"(?P<what>цель|задачи) раздела (?P<name>.+?) (?:изложить в следующей редакции:\s«(?P<text>[^»]*)»|исключить)",
     _under_title),
    (r"раздел (?P<name>.+) дополнить (?P<what>целью|задачами) следующего содержания:\s«(?P<text>[^»]*)»",
     _more_under_title),
    (r"пункт (?P<name>.+) изложить в следующей редакции", _point_anew),
    (r"раздел (?P<name>.+) изложить в следующей редакции", _section_anew),
    (r"(?P<kind>пункты?|раздел|строку) (?P<name>.+) исключить", _exclude),
    (r"(?:пункты?|разделы?) [\d.,\s–-]+(?: раздела .+?)? считать .+", _renumber),
    (r"(?:(?P<owner>(?:раздел|пункт) .+?) )?дополнить(?: после (?P<behind>.+?))? "
     r"(?P<what>пунктом|строкой)(?: (?P<number>[\d.-]+))? следующего содержания", _add_point),
    (r"дополнить(?: после (?P<behind>.+?))? разделом(?: (?P<number>[\w.-]+))? следующего содержания", _add_section),
    (r"(?P<kind>пункт|раздел) (?P<name>.+) разместить (?:перед (?P<before>.+)|последним(?: в разделе .+)?)", _place),
]
