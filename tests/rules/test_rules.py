"""Each rule finds what its page says, and stays quiet where its page says so."""

import re
from types import ModuleType

import pytest

from roadmap_compiler.compiler import Compilation
from roadmap_compiler.messages import catalogue
from roadmap_compiler.rules import RULES
from tests.roadmaps import HEAD, codes, compiled


def example(text: str) -> Compilation:
    """What the compiler makes of an example, which may have its own title and period."""
    return compiled(text, "" if text.startswith("название") else HEAD)


def examples(rule: ModuleType, word: str) -> list[str]:
    """The yaml blocks of a page that stand below «Плохо:» or «Хорошо:»."""
    assert rule.__doc__ is not None
    parts = re.split(r"^(Плохо|Хорошо):$", rule.__doc__, flags=re.MULTILINE)
    texts = [text for name, text in zip(parts[1::2], parts[2::2], strict=True) if name == word]
    return [block for text in texts for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.rpartition(".")[2])
def test_the_examples_of_a_rule_are_true(rule: ModuleType) -> None:
    bad, good = examples(rule, "Плохо"), examples(rule, "Хорошо")
    assert bad
    assert good
    for text in bad:
        assert set(codes(example(text))) & set(rule.CODES), text
    for text in good:
        assert not set(codes(example(text))) & set(rule.CODES), text
    found = {finding.code: finding.severity for text in bad for finding in example(text).findings}
    assert {code: found.get(code) for code in rule.CODES} == rule.CODES  # each code has its example, and its level


def test_every_code_of_a_rule_has_words_in_both_languages() -> None:
    told = {code for rule in RULES for code in rule.CODES}
    assert told <= set(catalogue("ru"))
    assert set(catalogue("ru")) == set(catalogue("en"))


def test_a_number_is_told_where_it_was_written_by_hand() -> None:
    text = """\
        этапы:
          - название: А
            мероприятия:
              - {название: а, номер: "2.1", срок: май, ответственный: Я}
          - название: Б
            мероприятия:
              - {название: б, срок: май, ответственный: Я}
    """
    (finding,) = compiled(text).findings
    assert (finding.code, finding.span.line, finding.params) == ("number-twice", 6, {"number": "2.1", "line": 9})


def test_work_that_began_before_the_approval_is_no_mistake() -> None:
    text = """\
        утверждение: {гриф: утверждаю, имя: А.А. Аа, дата: 12.10.2021}
        мероприятия:
          - {название: а, срок: сентябрь – декабрь, ответственный: Я}
          - {название: б, срок: в течение учебного года, ответственный: Я}
    """
    assert codes(compiled(text)) == []
