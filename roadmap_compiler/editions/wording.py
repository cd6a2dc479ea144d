"""Texts as a comparison sees them: as stems, and a number of years later."""

from __future__ import annotations

import re
from functools import lru_cache

from roadmap_compiler.deadlines import name_key

_STOP_WORDS = frozenset(name_key(
    "и в во на по с со для о об от до к ко из при за у а или не его их же как также том числе через между"
).split())

_DATED = re.compile(
    r"(?<![\d№])(?<!№ )(?<!№\u00a0)(?P<year>(?:19|20)\d\d)"
    r"(?P<second>\s?[/\-–—]\s?(?:(?:19|20)\d\d|\d\d(?![.\d])))?(?!\d)")
_SHORT = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2}\.)(\d\d)(?![\d.]\d|\d)")
_REFERENCE_BEFORE = re.compile(
    r"(?:(?<![а-яё])от\s+[«\"]?\d{1,2}[»\"]?[.\s]*(?:\d{1,2}|[а-яё]+)[.\s]*"
    r"|(?-i:(?<![А-Яа-яё])(?:ГОСТ|СанПиН|СП \d|ISO|ИСО|СНиП))[^,;]{0,25}|№\s*[\w./-]*)$", re.IGNORECASE)
_DONE_BEFORE = re.compile(
    r"(?:(?<![а-яё])(?:(?:выполнен|исполнен|провед[её]н|заверш[её]н|размещ[её]н|утвержд[её]н|сделан|сдан|подписан"
    r"|опубликован|реализован|принят|рассмотрен|согласован|отправлен|предоставлен|представлен|заключ[её]н|закрыт|издан"
    r"|получен|перенес[её]н)[аоы]?|готово|состоял(?:ся|ась|ось|ись)|прош(?:[её]л|л[аои])|сдал[аи]?)(?![а-яё])|[✓✔☑])"
    r"[^;\n]{0,40}$", re.IGNORECASE)
"""«Выполнено 14.05.2026», «проведён педсовет (протокол 3, 12.09.2025)»: what happened stays where it happened."""

_REFERENCE_AFTER = re.compile(r"^\s*(?:г\.?|года?)?,?\s*(?:№|N\s?\d)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def stems(text: str) -> tuple[str, ...]:
    """The words of a text without endings and without words that say nothing; in their order, with repeats."""
    return tuple(stem for stem in name_key(text).split() if stem not in _STOP_WORDS)


def shift_years(text: str, years: int, first: int = 0, last: int = 9999, short: bool = False) -> str:
    """The text with every year from ``first`` to ``last`` moved, as the title of a plan of another year needs it.

    A year of a normative reference («от 25.12.2019 № Р-145», «ГОСТ Р 7.0.97-2025») and of what was done («выполнено
    14.05.2026») never moves. Both years of «2021/2022» and «2021/22» move when the first of them is to be. With
    ``short``, so do the years of «30.12.21».
    """
    if not years or re.search(r"\d", text) is None:
        return text

    def moved(match: re.Match[str]) -> str:
        year, second = int(match["year"]), match["second"] or ""
        if not first <= year <= last or _is_reference(text, match):
            return match.group()
        if second:
            figures = second.lstrip(" /-–—")
            sign = second[:len(second) - len(figures)]
            number = int(figures) + years if len(figures) == 4 else (int(figures) + years) % 100
            second = f"{sign}{number:02}"
        return f"{year + years}{second}"

    if short:
        text = _SHORT.sub(lambda match: match.group() if _is_reference(text, match) else (
            f"{match[1]}{(int(match[2]) + years) % 100:02}"), text)
    return _DATED.sub(moved, text)


def all_years(text: str) -> bool:
    """Whether a text names any year at all, in a reference or not."""
    return _DATED.search(text) is not None


def years_in(text: str) -> tuple[int, ...]:
    """Every year of a text that belongs to no normative reference and to nothing done, in order."""
    found: list[int] = []
    for match in _DATED.finditer(text):
        if not _is_reference(text, match):
            found.append(int(match["year"]))
            figures = (match["second"] or "").lstrip(" /-–—")
            if figures:
                found.append(int(figures) if len(figures) == 4 else int(match["year"]) // 100 * 100 + int(figures))
    return tuple(found)


def _is_reference(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 60):match.start()]
    if _REFERENCE_BEFORE.search(before[-45:]) or _DONE_BEFORE.search(before):
        return True
    return _REFERENCE_AFTER.search(text[match.end():match.end() + 12]) is not None
