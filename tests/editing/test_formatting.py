"""fmt: one layout, the same meaning, nothing lost."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from roadmap_compiler.editing.formatting import KeyLanguage, format_text
from roadmap_compiler.model.words import VOCABULARY, folded
from tests.editing.roadmap_texts import otherwise_written, real_texts, spoiled


def formatted(text: str, keys: KeyLanguage | None = None) -> str:
    result, errors = format_text(text, "карта.yaml", keys)
    assert result is not None, errors
    return result


def as_others_read(text: str) -> Any:
    """What a reader of YAML that guesses types makes of a text, with known keys by their English names."""

    def read(node: Any, own_keys: bool = False) -> Any:
        if isinstance(node, yaml.SequenceNode):
            return [read(item) for item in node.value]
        if isinstance(node, yaml.MappingNode):
            fields = {}
            for key, value in node.value:
                name = key.value if own_keys else VOCABULARY.words.get(folded(key.value), key.value)
                fields[name] = read(value, name in VOCABULARY.own_keys)
            return fields
        # line breaks behind a block text are not the author's: those at the end of a file may come and go
        return node.tag, node.value.rstrip("\n") if node.style in ("|", ">") else node.value

    return read(yaml.compose(text, yaml.CSafeLoader))


def obeys_the_laws(text: str) -> None:
    """What holds for every text that can be formatted."""
    result, errors = format_text(text, "карта.yaml")
    if result is None:
        assert errors
        return
    assert formatted(result) == result, "twice is once"
    english = formatted(result, "en")
    assert formatted(english) == english
    assert formatted(english, "ru") == formatted(result, "ru"), "to English and back"
    assert as_others_read(english) == as_others_read(result)
    if not set(text) & set("\u0085\u2028\u2029\ufeff"):
        assert as_others_read(result) == as_others_read(text)
    assert "\r" not in result
    assert result.endswith("\n")


@settings(deadline=None, max_examples=100)
@given(otherwise_written())
def test_the_laws_hold_however_a_roadmap_is_laid_out(text: str) -> None:
    obeys_the_laws(text)


@settings(deadline=None, max_examples=100)
@given(spoiled())
def test_the_laws_hold_for_spoiled_roadmaps(text: str) -> None:
    obeys_the_laws(text)


@pytest.mark.parametrize("name", real_texts())
def test_the_laws_hold_for_the_real_roadmaps(name: str) -> None:
    text = real_texts()[name]
    assert format_text(text, name)[0] is not None
    obeys_the_laws(text)


@pytest.mark.parametrize("name", real_texts())
def test_a_formatted_real_roadmap_comes_back_from_english_byte_for_byte(name: str) -> None:
    russian = formatted(real_texts()[name])
    assert formatted(formatted(russian, "en"), "ru") == russian
