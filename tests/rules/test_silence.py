"""A finding is silenced in its place, with a reason, and a permission that silences nothing is told."""

from tests.roadmaps import codes, compiled

ACTIVITY = "мероприятия:\n  - название: Итоги\n    {above}срок: апрель 2021{beside}\n    ответственный: Директор\n"
WHY = "# roadmap: разрешить deadline-outside-period — так в печати"


def test_beside_and_above_the_line() -> None:
    for above, beside in (("", f"  {WHY}"), (f"{WHY}\n    ", ""), (f"{WHY}\n\n    # и ещё слова\n    ", "")):
        compilation = compiled(ACTIVITY.format(above=above, beside=beside))
        assert (codes(compilation), compilation.silenced) == ([], 1)


def test_only_that_code_on_that_line() -> None:
    other = ACTIVITY + "  - название: Ещё\n    срок: май 2021\n    ответственный: Директор\n"
    compilation = compiled(other.format(above="", beside=f"  {WHY}"))
    assert (codes(compilation), compilation.silenced) == (["deadline-outside-period"], 1)


def test_english_and_several_codes() -> None:
    why = "  # roadmap: allow deadline-outside-period, number-twice - as printed"
    assert codes(compiled(ACTIVITY.format(above="", beside=why))) == ["unused-silencing"]


def test_a_permission_that_silences_nothing_is_told_at_its_place() -> None:
    (finding,) = compiled("мероприятия: []  # roadmap: разрешить number-twice — вдруг\n").findings
    assert (finding.code, finding.severity) == ("unused-silencing", "warning")
    assert (finding.span.line, finding.span.column) == (3, 39)


def test_an_unknown_code_gets_the_near_one() -> None:
    (finding,) = compiled("мероприятия: []  # roadmap: разрешить number-twise — вдруг\n").findings
    assert (finding.code, finding.params["near"]) == ("unknown-code", "number-twice")


def test_a_permission_needs_a_reason() -> None:
    beside = "  # roadmap: разрешить deadline-outside-period"
    assert codes(compiled(ACTIVITY.format(above="", beside=beside))) == ["silencing-without-reason"]


def test_words_inside_a_text_are_no_permission() -> None:
    title = "'# roadmap: разрешить number-twice — это текст'"
    text = f"мероприятия:\n  - название: {title}\n    срок: май\n    ответственный: Я\n"
    assert codes(compiled(text)) == []


def test_a_block_text_is_silenced_above_its_key() -> None:
    text = """\
        мероприятия:
          # roadmap: разрешить stray-stop — так в печати
          - название: |
              Первая строка
              Сформированы. данные
            срок: май
            ответственный: Я
    """
    compilation = compiled(text)
    assert (codes(compilation), compilation.silenced) == ([], 1)


def test_the_permission_of_a_key_with_nested_keys_does_not_reach_them() -> None:
    text = """\
        # roadmap: разрешить stray-stop — так в печати
        мероприятия:
          - название: Сформированы. данные
            срок: май
            ответственный: Я
    """
    assert codes(compiled(text)) == ["unused-silencing", "stray-stop"]
