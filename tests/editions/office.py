"""LibreOffice as a judge of tracked changes: it accepts or rejects all of them and saves what is left."""

from __future__ import annotations

import subprocess
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn

from tests.tools import tool

_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Resolve(folder As String)
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    Dim saved(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    saved(0).Name = "FilterName"
    saved(0).Value = "MS Word 2007 XML"
    commands = Array("AcceptAllTrackedChanges", "RejectAllTrackedChanges")
    endings = Array("accepted", "rejected")
    name = Dir(folder &amp; "/*.redline.docx")
    Dim names(200) As String
    count = 0
    Do While name &lt;&gt; ""
        names(count) = name
        count = count + 1
        name = Dir()
    Loop
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    For at = 0 To count - 1
        For which = 0 To 1
            source = ConvertToURL(folder &amp; "/" &amp; names(at))
            doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
            dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; commands(which), "", 0, Array())
            target = folder &amp; "/" &amp; names(at) &amp; "." &amp; endings(which) &amp; ".docx"
            doc.storeToURL(ConvertToURL(target), saved())
            doc.close(True)
        Next which
    Next at
    StarDesktop.terminate()
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""


def resolve_all(folder: Path, redlines: dict[str, bytes]) -> dict[str, tuple[Document, Document]]:
    """For each redline, the document with all changes accepted and the one with all rejected."""
    soffice = tool("soffice", "libreoffice")
    for name, data in redlines.items():
        (folder / f"{name}.redline.docx").write_bytes(data)
    profile = folder / "profile"
    basic = profile / "user" / "basic" / "Standard"
    start = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Module1.xba").write_text(_MACRO, encoding="utf-8")
    (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    macro = f"macro:///Standard.Module1.Resolve(\"{folder.as_posix()}\")"
    subprocess.run([*start, macro], check=True, capture_output=True, timeout=240)
    return {name: tuple(docx.Document(str(folder / f"{name}.redline.docx.{ending}.docx"))  # type: ignore[misc]
                        for ending in ("accepted", "rejected")) for name in redlines}


def texts(document: Document) -> list[str]:
    """The text of every paragraph that has one, in the order of the document, cells included."""
    found = []
    for paragraph in document.element.body.iter(qn("w:p")):
        text = "".join(piece.text or "" if piece.tag == qn("w:t") else "\n"
                       for piece in paragraph.iter(qn("w:t"), qn("w:br")))
        if text.strip():
            found.append(text)
    return found


def row_counts(document: Document) -> list[int]:
    """How many rows each table has, rows without any text left out."""
    return [sum(1 for row in table.iter(qn("w:tr")) if any((piece.text or "").strip() for piece in row.iter(qn("w:t"))))
            for table in document.element.body.iter(qn("w:tbl"))]
