"""Quotes: a text reads back the same, to YAML 1.1 and to this compiler, as a value, an item and a key."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_compiler.editing.layout import Block, Scalar
from roadmap_compiler.editing.scalars import is_plain, quoted, written

SIGNS = st.text(
    st.sampled_from("аб1 \t\n:#-?'\"|>[]{},&*!%@`~=.<\\«—\u00a0\u200b\u0085\u2028\ufeff😀"), max_size=12)
WORDS = st.sampled_from((
    "yes", "No", "null", "~", "1.10", "010", "0o17", "1e3", "14:30", "2021-09-01", ".inf", "=", "<<", "...", "---",
    "- а", "? а", ": а", "а:", "а #б", "+1", "1_000", "0x1F", "1.", "1.1.", "12.09.2021"))


def read(text: str) -> tuple[str, str]:
    """Tag and value of the only value of a text."""
    node: Any = yaml.compose(text, yaml.CSafeLoader)
    value = node.value[0][1] if isinstance(node, yaml.MappingNode) else node.value[0]
    return value.tag, value.value


@settings(deadline=None, max_examples=500)
@given(SIGNS | WORDS)
def test_a_text_in_quotes_stays_the_same_text(value: str) -> None:
    text = written(Scalar(value, quoted(value), '"'))
    assert isinstance(text, str)
    for line in (f"ключ: {text}\n", f"- {text}\n", f"ключ: {text}  # сбоку\n"):
        assert read(line) == ("tag:yaml.org,2002:str", value)
    assert "\n" not in text


@settings(deadline=None, max_examples=500)
@given(SIGNS | WORDS)
def test_what_is_called_plain_needs_no_quotes(value: str) -> None:
    if is_plain(value):
        assert read(f"ключ: {value}\n")[1] == value
        assert read(f"- {value}\n")[1] == value
        node: Any = yaml.compose(f"{value}: а\n", yaml.CSafeLoader)
        assert node.value[0][0].value == value


@pytest.mark.parametrize(("source", "value", "expected"), [
    ("'май'", "май", "май"),
    ("'1.10'", "1.10", '"1.10"'),
    ("'1.10.'", "1.10.", "1.10."),
    ("'да: нет'", "да: нет", '"да: нет"'),
    ("'да: \"нет\"'", 'да: "нет"', "'да: \"нет\"'"),
    (r'"10\u00a0марта: день"', "10\u00a0марта: день", r'"10\u00a0марта: день"'),
    ('"№ 5 #6"', "№ 5 #6", '"№ 5 #6"'),
    ('"№5#6"', "№5#6", "№5#6"),
    ("''", "", '""'),
])
def test_quotes_are(source: str, value: str, expected: str) -> None:
    assert written(Scalar(value, source, source[0])) == expected


def test_lines_in_quotes_become_a_block_only_where_nothing_is_lost() -> None:
    assert written(Scalar("а\nб", '"а\n\n б"', '"')) == Block("|-", ("а", "б"))
    assert written(Scalar(" а\nб", '"\\ а\n\n б"', '"')) == '" а\\nб"'
    assert written(Scalar("а\n", '"а\n\n"', '"')) == '"а\\n"'
