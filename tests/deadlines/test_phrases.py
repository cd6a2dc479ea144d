"""Every phrase of the tables means what the table says, or is refused as the table says."""

from __future__ import annotations

import pytest

from roadmap_compiler.deadlines import explain, meaning, parse, print_deadline
from tests.deadlines.table import Row, anchors, period, rows, shown_days, written_days

UNDERSTOOD = list(rows("deadlines-understood.tsv"))
REFUSED = list(rows("deadlines-refused.tsv"))


def _name(row: Row) -> str:
    return f"{row.phrase or 'empty'}-{row.cells[0]}"


@pytest.mark.parametrize("row", UNDERSTOOD, ids=_name)
def test_understood(row: Row) -> None:
    where, kind, days, beside, says, *_ = row.cells
    found = explain(row.phrase, period(where), anchors(where))
    count, named = written_days(days)
    assert found.kind == kind
    assert len(found.occurrences) == count
    assert shown_days(found.occurrences, len(named)) == named
    assert all(one.due == one.end for one in found.occurrences)
    codes = {problem.code for problem in found.problems} - {"deadline-day-off"}
    assert codes == set(says.split())
    deadline = parse(row.phrase)
    assert "; ".join(filter(None, (deadline.note, deadline.time))) == beside or deadline.kind == "dates"
    if kind != "verbatim":
        assert meaning(parse(print_deadline(deadline))) == meaning(deadline), print_deadline(deadline)


@pytest.mark.parametrize("row", REFUSED, ids=_name)
def test_refused(row: Row) -> None:
    where, code, readings, *_ = row.cells
    found = explain(row.phrase, period(where), anchors(where))
    errors = [problem for problem in found.problems if problem.severity == "error"]
    assert [problem.code for problem in errors] == [code]
    offered = [reading for reading in readings.split(" | ") if reading]
    assert set(offered) <= set(found.alternatives)
    for reading in found.alternatives:
        assert parse(reading).kind != "verbatim", reading
    if code not in ("deadline-outside-period",):
        assert found.occurrences == ()


def test_enough_phrases() -> None:
    assert len({row.phrase for row in UNDERSTOOD}) >= 400
    assert len({row.phrase for row in REFUSED}) >= 60
