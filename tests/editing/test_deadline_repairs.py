"""A deadline is repaired where it stands, in whatever form of YAML: only what is wrong in it changes."""

from __future__ import annotations

import pytest

from tests.editing.test_fixing import check, fixed

PLAN = "название: План\nпериод: 2025/2026 учебный год\nмероприятия:\n"

REPAIRS = [
    ("  - название: А\n    срок: с 24 по 28 августа 2025 года  # итог\n    ответственный: Б\n",
     "  - название: А\n    срок: с 24 по 28 августа 2026 года  # итог\n    ответственный: Б\n"),
    ("  - название: А\n    срок: 'не позднее 20 мая 2025 года'\n    ответственный: Б\n",
     "  - название: А\n    срок: 'не позднее 20 мая 2026 года'\n    ответственный: Б\n"),
    ("  - {название: А, срок: Май 2025, ответственный: Б}\n", "  - {название: А, срок: Май 2026, ответственный: Б}\n"),
    ("  - {название: А, срок: сентябрь май, ответственный: Б}\n",
     "  - {название: А, срок: \"сентябрь, май\", ответственный: Б}\n"),
    ("  - название: А\n    срок: |\n      20 мая 2025 года\n    ответственный: Б\n", None),
    ("  - название: А\n    срок:\n      20 мая 2025 г.\n    ответственный: Б\n",
     "  - название: А\n    срок:\n      20 мая 2026 г.\n    ответственный: Б\n"),
]


@pytest.mark.parametrize(("before", "after"), REPAIRS)
def test_only_what_is_wrong_changes(before: str, after: str | None) -> None:
    data = (PLAN + before).encode()
    found = check(data)
    assert len(found) == 1
    if after is None:
        assert found[0].fixes == ()
        return
    result = fixed(data, **{"unsafe": True, "variant": 1})
    assert result.after == PLAN + after
    assert result.left == ()


def test_a_month_with_a_wrong_letter_is_mended_only_where_it_is_asked_for() -> None:
    text = ("название: План\nпериод: 2027\nмероприятия:\n  - название: Линейка\n    срок: До 15 сентябра\n"
            "    ответственный: Директор\n")

    safe, asked = fixed(text.encode()), fixed(text.encode(), unsafe=True)
    assert [(one.code, one.severity) for one in safe.left if one.severity != "info"] == [
        ("deadline-corrected", "warning")]
    assert safe.after == text
    assert asked.after == text.replace("сентябра", "сентября")
    assert all(one.severity == "info" for one in asked.left)
