"""Editions made at random: a real roadmap, a number of changes of known kinds, and the list of them.

The changes are those that authors make; words and people are taken from the roadmaps themselves. Every activity is
changed once at most, so the list is exact.
"""

from __future__ import annotations

import copy
import random
import re
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.plan.plan import Plan

ROADMAPS = Path(__file__).parents[2] / "roadmaps"
DEADLINES = ("первая неделя декабря", "до 20 марта", "в конце мая", "до 5 числа ежемесячно", "февраль",
             "ноябрь – декабрь")
ADDED = (
    "Экскурсия на предприятие города", "Конкурс плакатов о профессиях", "Ревизия спортивного инвентаря",
    "Выезд в областную библиотеку", "Занятия по пожарной безопасности", "Субботник на школьном дворе",
    "Конкурс чтецов", "Ярмарка поделок", "Медицинский осмотр девятиклассников", "Закупка лабораторного стекла",
)
PEOPLE = ("Зуева А.А., методист", "Ёлкин П.П., инженер", "Щукина Р.Р., библиотекарь")
RESULTS = ("Фотоотчёт на сайте", "Протокол заседания", "Ведомость")
NEW_WORDS = ("ежегодное", "цифровых", "районного", "сетевой")


class Truth(NamedTuple):
    """One change that was made: its kind, and the title that it is of (the new one where there is one)."""

    kind: str
    title: str


class Made(NamedTuple):
    """The two editions and the changes between them."""

    old: Plan
    new: Plan
    truth: tuple[Truth, ...]


def make(name: str, seed: int, changes: int) -> Made:
    """A roadmap and its changed edition."""
    source = yaml.load((ROADMAPS / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    return _Maker(source, seed).make(changes)


class _Maker:
    def __init__(self, source: dict[str, Any], seed: int) -> None:
        self.random = random.Random(seed)
        self.old = source
        self.new = copy.deepcopy(source)
        self.truth: list[Truth] = []
        self.used: set[int] = set()

    def make(self, changes: int) -> Made:
        kinds = ("removed", "added", "moved", "title", "deadline", "responsible", "result", "split", "merged",
                 "stage-title", "typography")
        for kind in self.random.choices(kinds, k=changes):
            getattr(self, "_" + kind.replace("-", "_"))()
        plans = [self._plan(source) for source in (self.old, self.new)]
        return Made(plans[0], plans[1], tuple(self.truth))

    @staticmethod
    def _plan(source: dict[str, Any]) -> Plan:
        text = yaml.safe_dump(source, allow_unicode=True, sort_keys=False, width=10_000)
        plan = compile_bytes(text.encode(), "карта.yaml").plan
        assert plan is not None
        return plan

    def _free(self, wanted: Any = None) -> tuple[list[Any], dict[str, Any]] | None:
        """An activity nobody has touched, and the list that it stands in."""
        found = [(stage["мероприятия"], one) for stage in self.new["этапы"] for one in stage["мероприятия"]
                 if isinstance(one, dict) and "название" in one and id(one) not in self.used
                 and (wanted is None or wanted(one))]
        if not found:
            return None
        chosen = self.random.choice(found)
        self.used.add(id(chosen[1]))
        return chosen

    def _removed(self) -> None:
        found = self._free(lambda one: "мероприятия" not in one)
        if found and len(found[0]) > 1:
            found[0].remove(found[1])
            self.truth.append(Truth("removed", found[1]["название"]))

    def _added(self) -> None:
        title = self.random.choice([one for one in ADDED if Truth("added", one) not in self.truth])
        stage = self.random.choice(self.new["этапы"])["мероприятия"]
        activity = {"название": title, "срок": self.random.choice(DEADLINES)}
        self.used.add(id(activity))
        stage.insert(self.random.randrange(len(stage) + 1), activity)
        self.truth.append(Truth("added", title))

    def _moved(self) -> None:
        found = self._free()
        if found and len(found[0]) > 2:
            others = [stage["мероприятия"] for stage in self.new["этапы"] if stage["мероприятия"] is not found[0]]
            target = self.random.choice(others)
            found[0].remove(found[1])
            target.insert(self.random.randrange(len(target) + 1), found[1])
            self.truth.append(Truth("moved", found[1]["название"]))

    def _title(self) -> None:
        found = self._free(lambda one: len(one["название"].split()) >= 5)
        if found:
            words = found[1]["название"].split()
            for _ in range(1 + len(words) // 6):
                at = self.random.randrange(1, len(words) - 1)
                words[at:at + 1] = self.random.choice(([], [self.random.choice(NEW_WORDS)],
                                                       [words[at], self.random.choice(NEW_WORDS)]))
            if re.findall(r"\w+", " ".join(words)) != re.findall(r"\w+", found[1]["название"]):
                found[1]["название"] = " ".join(words)
                self.truth.append(Truth("title", found[1]["название"]))

    def _deadline(self) -> None:
        found = self._free()
        if found:
            found[1]["срок"] = self.random.choice(DEADLINES)
            self.truth.append(Truth("deadline", found[1]["название"]))

    def _responsible(self) -> None:
        found = self._free(lambda one: "ответственный" in one)
        if found:
            found[1]["ответственный"] = self.random.choice(PEOPLE)
            self.truth.append(Truth("responsible", found[1]["название"]))

    def _result(self) -> None:
        found = self._free()
        if found:
            found[1]["результат"] = self.random.choice(RESULTS)
            self.truth.append(Truth("result", found[1]["название"]))

    def _split(self) -> None:
        found = self._free(lambda one: re.search(r"\w{4}\. [А-Я]\w+ \w+", one["название"]) is not None)
        if found:
            first, second = found[1]["название"].split(". ", 1)
            if len(second.split()) < 3:
                return
            twin = {**found[1], "название": second}
            self.used.add(id(twin))
            found[1]["название"] = first
            found[0].insert(found[0].index(found[1]) + 1, twin)
            self.truth.append(Truth("split", first))

    def _merged(self) -> None:
        for stage in self.new["этапы"]:
            activities = stage["мероприятия"]
            for first, second in pairwise(activities):
                if id(first) in self.used or id(second) in self.used or "пункты" in first or "пункты" in second \
                        or not ("название" in first and "название" in second):
                    continue
                if len(first["название"].split()) > 3 and len(second["название"].split()) > 3:
                    self.used |= {id(first), id(second)}
                    title = second["название"]
                    first["название"] = first["название"].rstrip(" .:") + " и " + title[:1].lower() + title[1:]
                    activities.remove(second)
                    self.truth.append(Truth("merged", first["название"]))
                    return

    def _stage_title(self) -> None:
        stage = self.random.choice(self.new["этапы"])
        if id(stage) not in self.used and len(stage["название"].split()) > 2:
            self.used.add(id(stage))
            stage["название"] = f"{stage['название']} и {self.random.choice(NEW_WORDS)} контроль"
            self.truth.append(Truth("stage-title", stage["название"]))

    def _typography(self) -> None:
        found = self._free(lambda one: "«" in one["название"] or " - " in one["название"])
        if found:
            found[1]["название"] = found[1]["название"].replace("«", '"').replace("»", '"').replace(" - ", " – ")
