"""The page for the school's site: each document with a link, its size, and what is known of its signature.

What must be seen of a signature comes from the comments on приказ Рособрнадзора от 14.08.2020 № 831 (приказ от
04.08.2023 № 1493 is in its place now): a pictogram and, when it is pointed at, the date and time of signing; surname,
name, patronymic and post of the one who signed; the unique key. Pointing needs a mouse, so the same stands in plain
text below, for those who use a keyboard, a telephone, or a program that reads aloud. No script, no style, no picture
from outside: a site may take it into a page of its own and keep its version for low vision.
"""

from __future__ import annotations

import datetime
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from roadmap_compiler.signatures import Certificate, Signer

from .words import BY_SIGNERS_CLOCK, print_moment, print_validity

BEGIN = "<!-- Для страницы сайта: отсюда -->"
END = "<!-- Для страницы сайта: до этого места -->"
SIGNED = "Документ подписан электронной подписью"
UNSIGNED = "Без электронной подписи"
# a sheet with a line of writing and a tick; takes the colour of the text around it
_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" fill="none"'
    ' stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'
    '<path d="M20 11V7l-5-5H4v20h7M15 2v5h5M8 12h6M8 16h3M13 18l3 3 6-6"/></svg>'
)


class File(NamedTuple):
    """A file to be linked: its name in the folder of the page, its size in bytes."""

    name: str
    size: int


class Published(NamedTuple):
    """A document on the page.

    Attributes:
        title: as it is called.
        view: what to read first: the PDF, else the stamped copy, else the original.
        original: the file that was signed.
        signatures: the files of the signatures.
        copy: the stamped copy, where it is not what is read first.
        signers: who signed, each with a certificate; () where nobody did.
        key: SHA-256 of the original, 64 hex digits: the unique key.
    """

    title: str
    view: File
    original: File
    signatures: tuple[File, ...]
    copy: File | None
    signers: tuple[Signer, ...]
    key: str


def site_page(documents: list[Published]) -> bytes:
    """The page, UTF-8. Between its two comments is what a site takes into a page of its own.

    Every text is escaped, links lead into the folder of the page. The same input gives the same bytes.
    """
    items = "".join(map(_item, documents))
    return (
        '<!DOCTYPE html>\n<html lang="ru">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Документы</title>\n</head>\n'
        f'<body>\n{BEGIN}\n<ul lang="ru">\n{items}</ul>\n{END}\n</body>\n</html>\n'
    ).encode()


def _item(document: Published) -> str:
    lines = [f"<li>\n{_link(document.view, document.title)} {_size(document.view)}"]
    if document.signers:
        told = _told(document)
        lines.append(f'<span role="img" aria-label="{escape(SIGNED)}" title="{escape(told)}">{_PICTURE}</span>')
        lines.append(_details(document))
    else:
        lines.append(f"<p>{UNSIGNED}</p>")
        if document.original.name != document.view.name:
            lines.append(f"<p>{_link(document.original, 'Документ Word')} {_size(document.original)}</p>")
    return "\n".join(lines) + "\n</li>\n"


def _told(document: Published) -> str:
    """What is seen when the pictogram is pointed at, line by line."""
    lines = [SIGNED]
    for certificate, moment in _signers(document):
        lines.append(f"Дата, время: {print_moment(moment)}" if moment else "Дата, время: не указаны")
        lines.append(f"ФИО: {certificate.owner}")
        lines += [f"Должность: {certificate.position}"] if certificate.position else []
    return "\n".join([*lines, f"Уникальный ключ: {document.key}"])


def _details(document: Published) -> str:
    rows: list[tuple[str, str]] = []
    for certificate, moment in _signers(document):
        rows.append(("Фамилия, имя, отчество", escape(certificate.owner)))
        rows += [("Должность", escape(certificate.position))] if certificate.position else []
        if moment:
            machine = moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
            said = f'<time datetime="{machine}">{print_moment(moment)}</time> {BY_SIGNERS_CLOCK}'
            rows.append(("Дата и время подписания", said))
        validity = print_validity(certificate.valid_from, certificate.valid_until)
        rows.append(("Сертификат", f"{_broken(certificate.serial)}, действителен {validity}"))
    rows.append(("Уникальный ключ (SHA-256 подлинника)", _broken(document.key)))
    links = [f"{_link(document.original, 'Подлинник')} {_size(document.original)}"]
    for signature in document.signatures:
        text = "Файл подписи" if len(document.signatures) == 1 else f"Файл подписи {signature.name}"
        links.append(f"{_link(signature, text)} {_size(signature)}")
    if document.copy is not None:
        links.append(f"{_link(document.copy, 'Копия с отметкой о подписи')} {_size(document.copy)}")
    listed = "".join(f"<dt>{label}</dt><dd>{text}</dd>\n" for label, text in rows)
    named = ", ".join(certificate.owner for certificate, _ in _signers(document))
    return (
        f"<details>\n<summary>{SIGNED}: {escape(named)}</summary>\n<dl>\n{listed}</dl>\n"
        f"<p>{'; '.join(links)}</p>\n</details>"
    )


def _signers(document: Published) -> list[tuple[Certificate, datetime.datetime | None]]:
    return [(signer.certificate, signer.signed_at) for signer in document.signers if signer.certificate is not None]


def _broken(number: str) -> str:
    """A long number that may be broken between lines on a narrow screen; copied, it is whole."""
    return "<wbr>".join(escape(number[at:at + 16]) for at in range(0, len(number), 16))


def _link(file: File, text: str) -> str:
    """A link into the folder of the page, whatever the name: a colon would be read as the name of a protocol."""
    return f'<a href="{quote(file.name, safe="")}">{escape(text)}</a>'


def _size(file: File) -> str:
    """«(PDF, 120 КБ)»."""
    kind = file.name.rpartition(".")[2].upper() if "." in file.name else ""
    if file.size < 1024:
        amount = f"{file.size} Б"
    elif file.size < 1024 * 1024:
        amount = f"{round(file.size / 1024)} КБ"
    else:
        amount = f"{file.size / 1024 / 1024:.1f} МБ".replace(".", ",")
    return f"({escape(kind)}, {amount})" if kind else f"({amount})"
