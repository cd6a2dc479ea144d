"""What was written, typed: the pydantic models of a roadmap.

Every scalar of a file is text, so every field here is text, a list of texts or a model. A value that may be
written shortly, as one text, or at length, as a mapping, is always the mapping here: the text stands in ``text``.
No field is a union, so one mistake gives one error.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator


def _lines(value: Any) -> Any:
    if isinstance(value, str):
        return [line.rstrip() for line in value.split("\n")]
    return value


def _one_or_many(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


Lines = Annotated[tuple[str, ...], BeforeValidator(_lines)]
"""Lines that are printed one under another: a block text, or a list."""

Texts = Annotated[tuple[str, ...], BeforeValidator(_one_or_many)]
"""One text, or a list of them."""


def usual(value: Any) -> Any:
    """A default that all parts share: models are never changed, and pydantic would copy each default deeply."""
    return Field(default_factory=lambda: value)


class Part(BaseModel):
    """A part of a roadmap. Unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


class Worded(Part):
    """A part that may be written as one text, which then stands in ``text``."""

    text: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class Institution(Worded):
    """Whose roadmap it is. With a full name, a letterhead is printed."""

    title: str | None = None
    name: str | None = None
    full_name: Lines = ()
    founder: Lines = ()
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    site: str | None = None


class Terms(Part):
    """School terms: each a list of texts like «01.09.2021 – 30.10.2021», in their order."""

    quarter: tuple[str, ...] = ()
    half: tuple[str, ...] = ()
    trimester: tuple[str, ...] = ()
    module: tuple[str, ...] = ()


class Period(Worded):
    """What time the roadmap covers."""

    kind: str | None = None
    start: str | None = None
    end: str | None = None
    terms: Terms = usual(Terms.model_construct())
    vacations: dict[str, str] = {}
    aliases: Texts = ()
    events: dict[str, str] = {}


class Amendment(Worded):
    """An act by which an approved roadmap was amended later: «приказ», its number and date."""

    act: str | None = None
    number: str | None = None
    date: str | None = None


class Approval(Part):
    """One block of approval or agreement. None means that the key is not there, "" that it is left blank."""

    kind: str
    position: str | None = None
    name: str | None = None
    act: str | None = None
    number: str | None = None
    date: str | None = None
    amendments: Annotated[tuple[Amendment, ...], BeforeValidator(_one_or_many)] = ()
    side: str | None = None


class Person(Worded):
    """A person, a role or a group; ``text`` is printed as it is. A group may be called by a title or a name."""

    title: str | None = None
    name: str | None = None
    position: str | None = None
    role: str | None = None
    members: Texts = ()


class Responsible(Worded):
    """Who answers: a key of people or a text, with a qualifier."""

    who: str | None = None
    qualifier: str | None = None


class Result(Worded):
    """A result or a document that proves it."""

    kind: str | None = None
    title: str | None = None


class Numbering(Worded):
    """How numbers are printed."""

    stages: str | None = None
    activities: str | None = None
    items: str | None = None
    order: str | None = None


class Table(Part):
    """What the printed table looks like."""

    template: str | None = None
    columns: dict[str, str] = {}
    persons: str | None = None
    widths: dict[str, str] = {}
    column_numbers: str | None = None
    rows: str | None = None
    items: str | None = None
    numbering: Numbering = usual(Numbering.model_construct())


class Entry(Part):
    """What stages, activities and items have in common. Keys of free columns are kept as extra fields."""

    model_config = ConfigDict(extra="allow", defer_build=True)

    title: str | None = None
    content: str | None = None
    deadline: Any = None
    responsible: Annotated[tuple[Responsible, ...], BeforeValidator(_one_or_many)] = ()
    result: Annotated[tuple[Result, ...], BeforeValidator(_one_or_many)] = ()
    place: str | None = None
    participants: str | None = None
    note: str | None = None
    number: str | None = None
    id: str | None = None
    formerly: Texts = ()
    reason: str | None = None


class Item(Entry):
    """A dashed or numbered part of an activity."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"title": value} if isinstance(value, str) else value


class Activity(Entry):
    """Something that is done; it may have parts of its own."""

    items: tuple[Item, ...] = ()
    activities: tuple[Activity, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"title": value} if isinstance(value, str) else value


class Stage(Entry):
    """A stage, or a section, of the roadmap."""

    goal: str | None = None
    tasks: Texts = ()
    activities: tuple[Activity, ...] = ()


class Signature(Worded):
    """A line after the table: who made the plan, who has read it."""

    position: str | None = None
    name: str | None = None
    date: str | None = None


class Calendar(Part):
    """The work week and the institution's own days off, what to do with a deadline on a day off, who watches."""

    work_week: str | None = None
    files: Texts = ()
    off: dict[str, str] = {}
    work: dict[str, str] = {}
    day_off_policy: str | None = None
    watching: Texts = ()


class Revision(Worded):
    """Which revision of the document this is: a number that rises, and its date."""

    number: str | None = None
    date: str | None = None


class Roadmap(Part):
    """A whole roadmap as its file says it."""

    schema_version: str | None = None
    id: str | None = None
    profile: str | None = None
    state: str | None = None
    title: Lines
    institution: Institution = usual(Institution.model_construct())
    period: Period
    approvals: Annotated[tuple[Approval, ...], BeforeValidator(_one_or_many)] = ()
    people: dict[str, Person] = {}
    table: Table = usual(Table.model_construct())
    activities: tuple[Activity, ...] = ()
    stages: tuple[Stage, ...] = ()
    signatures: Annotated[tuple[Signature, ...], BeforeValidator(_one_or_many)] = ()
    calendar: Calendar = usual(Calendar.model_construct())
    revision: Revision = usual(Revision.model_construct())
