"""What a finished document gets besides its content: a mark over it, a line at the foot of each page, who made it.

A template may print both itself (``mark`` and ``seal``); where it does not, they are put in afterwards, so that a
template of one's own carries them too.
"""

from __future__ import annotations

import re

from .dress import PLAIN, Dress
from .package import EMPTY, Member, added, pack, package_bytes, read_members
from .properties import CONTENT_TYPES, CORE, RELATIONS

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
DOCUMENT, DOCUMENT_RELATIONS, SETTINGS = "word/document.xml", "word/_rels/document.xml.rels", "word/settings.xml"
APP, FOOTER = "docProps/app.xml", "word/footerSeal.xml"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
FOOTER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
APPLICATION = "Roadmap Compiler"
_SECTION = re.compile(rb"<w:sectPr\b[^>]*?(/?)>")
_REFERENCE = re.compile(rb'<w:footerReference\b[^>]*?w:type="(\w+)"')
_FOOTER_LINK = re.compile(rb'<Relationship\b(?=[^>]*?/footer")[^>]*?Target="/?(?:word/)?([^"]*)"')


def dressed(package: bytes, dress: Dress) -> bytes:
    """``package`` with what ``dress`` says. The same arguments give the same bytes."""
    if dress == PLAIN:
        return package
    members = {member.name: member for member in read_members(package)}
    parts = _Parts(members)
    if dress.mark and not parts.say(dress.mark):
        parts.add_mark(dress.mark)
    if dress.footer and not parts.say(dress.footer):
        parts.add_footers(dress.footer)
    if dress.qr:
        parts.add_qr(dress.qr, dress.footer)
    if dress.status:
        parts.add_status(dress.status)
    if dress.version:
        parts.add_application(dress.version)
    return package_bytes(added(EMPTY, list(members.values())))


class _Parts:
    """The members of a package, changed one after another; those that are not touched keep their packed bytes."""

    def __init__(self, members: dict[str, Member]) -> None:
        self.members = members

    def data(self, name: str) -> bytes:
        return self.members[name].data if name in self.members else b""

    def write(self, name: str, data: bytes) -> None:
        self.members[name] = pack(name, data)

    def say(self, text: str) -> bool:
        """Whether the template has printed a text itself."""
        wanted = b">" + _escaped(text).encode() + b"<"
        return any(wanted in member.data for name, member in self.members.items()
                   if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name))

    def add_mark(self, text: str) -> None:
        """A paragraph before all others."""
        properties = '<w:pPr><w:spacing w:after="120"/><w:jc w:val="right"/></w:pPr>'
        letters = '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>'
        line = f"<w:p>{properties}<w:r>{letters}<w:t>{_escaped(text)}</w:t></w:r></w:p>".encode()
        document = self.data(DOCUMENT)
        start = re.search(rb"<w:body\b[^>]*>", document)
        if start:
            self.write(DOCUMENT, document[:start.end()] + line + document[start.end():])

    def add_footers(self, text: str) -> None:
        """A line at the end of each footer that there is, and a footer wherever there is none."""
        line = _footer_line(text)
        for target in _FOOTER_LINK.findall(self.data(DOCUMENT_RELATIONS)):
            name = f"word/{target.decode('utf-8', 'replace')}"
            before, end, after = self.data(name).rpartition(b"</w:ftr>")
            if end:
                self.write(name, before + line + end + after)
        document = self.data(DOCUMENT)
        wanted = ["default"]
        wanted += ["even"] if re.search(rb"<w:evenAndOddHeaders\b(?![^>]*(?:false|\"0\"))", self.data(SETTINGS)) else []
        wanted += ["first"] if re.search(rb"<w:titlePg\b(?![^>]*(?:false|\"0\"))", document) else []
        first = _SECTION.search(document)
        known: list[bytes] = []
        if first and not first.group(1):
            known = _REFERENCE.findall(document, first.end(), document.find(b"</w:sectPr>", first.end()))
        missing = [kind for kind in wanted if kind.encode() not in known]
        if not missing:
            return
        references = "".join(
            f'<w:footerReference xmlns:r="{RELATIONSHIPS}" w:type="{kind}" r:id="rIdSealFooter"/>' for kind in missing
        ).encode()
        self.write(DOCUMENT, _with_references(document, first, references))
        footer = f'{DECLARATION}<w:ftr xmlns:w="{WORD}">'.encode() + line + b"</w:ftr>"
        self.write(FOOTER, footer)
        self._relate(DOCUMENT_RELATIONS, "rIdSealFooter", "footer", "footerSeal.xml")
        self._declare(FOOTER, FOOTER_TYPE)

    def add_qr(self, text: str, words: str) -> None:
        """A QR code at the lower right of the first sheet; ``words`` say the same to who cannot see it. Raises
        ImportError where segno is not installed."""
        from . import qr

        self.write(qr.PICTURE, qr.picture(text))
        self.write(DOCUMENT, qr.with_picture(self.data(DOCUMENT), _escaped(words)))
        self._relate(DOCUMENT_RELATIONS, qr.RELATION, "image", qr.PICTURE.removeprefix("word/"))
        self._declare(qr.PICTURE, "image/png")

    def add_status(self, text: str) -> None:
        """The status of the document, as Word shows it among the properties of a file."""
        status = f"<cp:contentStatus>{_escaped(text)}</cp:contentStatus></cp:coreProperties>".encode()
        self.write(CORE, self.data(CORE).replace(b"</cp:coreProperties>", status))

    def add_application(self, version: str) -> None:
        """The extended properties, in place of those that the template's own program left there."""
        major, minor = (version.split(".") + ["0"])[:2]
        text = (
            f'{DECLARATION}<Properties xmlns="{RELATIONSHIPS.rpartition("/")[0]}/extended-properties">'
            f"<Application>{APPLICATION}</Application><AppVersion>{int(major)}.{int(minor):04}</AppVersion></Properties>"
        )
        is_new = APP not in self.members
        self.write(APP, text.encode())
        if is_new:
            self._relate(RELATIONS, "rIdApplication", "extended-properties", APP)
            self._declare(APP, APP_TYPE)

    def _relate(self, relations: str, id: str, kind: str, target: str) -> None:
        link = f'<Relationship Id="{id}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'.encode()
        data = self.data(relations)
        self.write(relations, data.replace(b"</Relationships>", link + b"</Relationships>"))

    def _declare(self, name: str, kind: str) -> None:
        entry = f'<Override PartName="/{name}" ContentType="{kind}"/>'.encode()
        self.write(CONTENT_TYPES, self.data(CONTENT_TYPES).replace(b"</Types>", entry + b"</Types>"))


def _footer_line(text: str) -> bytes:
    """Eight points, from the left margin: smaller than any line of the document."""
    letters = '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
    line = f"<w:r>{letters}<w:t>{_escaped(text)}</w:t></w:r>"
    return f'<w:p><w:pPr><w:spacing w:before="60"/></w:pPr>{line}</w:p>'.encode()


def _with_references(document: bytes, section: re.Match[bytes] | None, references: bytes) -> bytes:
    """The references stand first in the first section, and a document without any section gets one."""
    if section is None:
        return document.replace(b"</w:body>", b"<w:sectPr>" + references + b"</w:sectPr></w:body>")
    opening = section.group()
    if section.group(1):
        opening = opening[:-2] + b">"
        references += b"</w:sectPr>"
    return document[:section.start()] + opening + references + document[section.end():]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
