"""Numbers of stages, activities and items. They are made when printed and are never identity."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from roadmap_compiler.model.roadmap import Numbering

Order = Literal["nested", "anew", "through", "none"]

_ORDERS: dict[str, Order] = {
    "вложенный": "nested", "вложенная": "nested", "nested": "nested",
    "в каждом этапе": "anew", "заново": "anew", "anew": "anew", "in each stage": "anew",
    "сквозной": "through", "сквозная": "through", "through": "through", "straight": "through",
    "нет": "none", "без номеров": "none", "none": "none", "no": "none",
}
_SAMPLE = re.compile(r"^(?P<prefix>.*?)(?P<figure>\d+(?:\.\d+)*|(?<!\w)(?:[IVX]+|[А-ЯA-Zа-яa-z]))(?P<suffix>[.)]?)$")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"


class Style(NamedTuple):
    """What one number looks like: «Этап I.» has a prefix, a roman figure and a suffix."""

    prefix: str
    figure: Literal["arabic", "roman", "capital", "small", "none"]
    suffix: str

    def show(self, parts: tuple[int, ...]) -> str:
        """The number whose parts count from 1: (6, 1) is «6.1»."""
        if self.figure == "none" or not parts:
            return ""
        if self.figure == "arabic":
            figure = ".".join(map(str, parts))
        elif self.figure == "roman":
            figure = roman(parts[-1])
        else:
            figure = _LETTERS[(parts[-1] - 1) % len(_LETTERS)]
            figure = figure.upper() if self.figure == "capital" else figure
        return f"{self.prefix}{figure}{self.suffix}"


NO_NUMBER = Style("", "none", "")


class Scheme(NamedTuple):
    """How the numbers of a whole roadmap run."""

    stages: Style
    activities: Style
    items: Style
    order: Order


def read_scheme(numbering: Numbering, has_stages: bool) -> tuple[Scheme | None, str]:
    """The scheme that the author asked for; None and the text that was not understood where there is one.

    Without a word from the author: «1» and «1.1», or «1» where the roadmap has no stages.
    """
    short = (numbering.text or "").strip()
    order: Order | None = _ORDERS.get(short.lower())
    activities = _style(short) if short and order is None else None
    if short and order is None and activities is None:
        return None, short
    if numbering.order is not None:
        order = _ORDERS.get(numbering.order.strip().lower())
        if order is None:
            return None, numbering.order
    samples: dict[str, Style | None] = {}
    for name in ("stages", "activities", "items"):
        text = getattr(numbering, name)
        if text is not None:
            samples[name] = _style(text.strip())
            if samples[name] is None:
                return None, text
    stages = samples.get("stages")
    written = numbering.activities or short
    if activities is not None and activities.figure == "roman" and "activities" not in samples:
        stages, activities, written = stages or activities, None, ""
    activities = samples.get("activities") or activities
    if order is None:
        order = _order_of(written, activities, has_stages)
    if activities is None:
        activities = Style("", "arabic", "" if order == "nested" else ".")
    if stages is None:
        stages = Style("", "arabic", activities.suffix) if order == "nested" else NO_NUMBER
    if order == "none":
        activities = NO_NUMBER
    return Scheme(stages, activities, samples.get("items") or Style("– ", "none", ""), order), ""


def _order_of(written: str, style: Style | None, has_stages: bool) -> Order:
    if style is not None and style.figure == "none":
        return "none"
    if "." in written.rstrip(".)") or not written:
        return "nested" if has_stages or written else "through"
    return "anew" if written.endswith(")") else "through"


def _style(sample: str) -> Style | None:
    if sample.lower() in ("нет", "none", "no"):
        return NO_NUMBER
    if sample in ("-", "–", "—"):
        return Style(f"{sample} ", "none", "")
    match = _SAMPLE.match(sample)
    if match is None:
        return None
    figure = match["figure"]
    kind: Literal["arabic", "roman", "capital", "small"] = (
        "arabic" if figure[0].isdigit() else "roman" if set(figure) <= set("IVX")
        else "capital" if figure.isupper() else "small"
    )
    return Style(match["prefix"], kind, match["suffix"])


def roman(number: int) -> str:
    """1 → «I». Numbers of stages; above 89 the notation used here would no longer be the usual one."""
    out = ""
    for value, sign in _ROMAN:
        while number >= value:
            out += sign
            number -= value
    return out


class Counter:
    """Gives the numbers of one roadmap in the order of its entries."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self._stage = 0
        self._through = 0
        self._counts: list[int] = []

    def stage(self, written: str | None) -> str:
        """The number of the next stage; a number written by hand is printed as it is, and counting goes on from it."""
        if self.scheme.order != "through":
            self._counts = []
        if written is not None:
            self._stage = _last_figure(written, ()) or (self._stage + 1 if written else self._stage)
            return written
        self._stage += 1
        return self.scheme.stages.show((self._stage,))

    def activity(self, level: int, written: str | None) -> str:
        """The number of the next activity; ``level`` 0 stands directly in a stage."""
        counts = self._counts
        del counts[level + 1:]
        while len(counts) <= level:
            counts.append(0)
        if written == "":
            return ""
        if level == 0 and self.scheme.order == "through" and not counts[0]:
            counts[0] = self._through
        own = _last_figure(written, self._parts(counts)[:-1]) if written is not None else None
        counts[level] = own if own is not None else counts[level] + 1
        if level == 0:
            self._through = counts[0]
        if written is not None:
            return written
        return self.scheme.activities.show(self._parts(counts))

    def _parts(self, counts: list[int]) -> tuple[int, ...]:
        return (self._stage, *counts) if self.scheme.order == "nested" and self._stage else tuple(counts)


def _last_figure(written: str, before: tuple[int, ...]) -> int | None:
    """The last figure of a number written by hand, where what stands before it is as expected."""
    figures = re.findall(r"\d+", written)
    if not figures or tuple(map(int, figures[:-1])) != before:
        return None
    return int(figures[-1])
