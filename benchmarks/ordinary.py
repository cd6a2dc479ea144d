"""The ordinary way: PyYAML, pydantic and docxtpl put together as their manuals show it.

As a script it is what people write today: ``python -m benchmarks.ordinary ROADMAP.yaml TEMPLATE.docx OUT.docx``.
"""

from __future__ import annotations

import io
import sys
from typing import Any

import yaml
from docxtpl import DocxTemplate

WIDTHS = (800, 6000, 2200, 3000, 3136)


def context_of(data: dict[str, Any]) -> dict[str, Any]:
    """The view of the sample, as a short script makes it."""
    people = data["люди"]
    headings = list(data["таблица"]["столбцы"].values())
    rows = []
    for i, stage in enumerate(data["этапы"], start=1):
        rows.append(("stage", [(WIDTHS[0], 1, "", str(i)), (sum(WIDTHS[1:]), 4, "", stage["название"])]))
        for j, activity in enumerate(stage["мероприятия"], start=1):
            texts = (f"{i}.{j}", activity["название"], activity["срок"], people[activity["ответственный"]],
                     activity["результат"])
            rows.append(("activity", [(width, 1, "", text) for width, text in zip(WIDTHS, texts, strict=True)]))
    block = data["утверждение"][0]
    approval = ["УТВЕРЖДАЮ", block["должность"], f"________________ {block['имя']}", str(block["дата"])]
    return {
        "document_title": data["название"], "created": "2021-09-01T00:00:00Z", "letterhead": [],
        "approvals": [([], approval)], "title": data["название"].splitlines(),
        "columns": [(width, heading, str(n)) for n, (width, heading)
                    in enumerate(zip(WIDTHS, headings, strict=True), start=1)],
        "has_header": True, "has_column_numbers": False, "rows": rows,
        "signatures": [(one["должность"], one["имя"]) for one in data["подписи"]], "footer": "", "mark": "",
    }


def render(template: str, context: dict[str, Any]) -> bytes:
    """docxtpl the ordinary way: open, render, save."""
    document = DocxTemplate(template)
    document.render(context, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def main() -> None:
    """Read the roadmap, render the template, write the document."""
    with open(sys.argv[1], encoding="utf-8") as file:
        data = yaml.safe_load(file)
    with open(sys.argv[3], "wb") as out:
        out.write(render(sys.argv[2], context_of(data)))


if __name__ == "__main__":
    main()
