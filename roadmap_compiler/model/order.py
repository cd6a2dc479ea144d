"""The order in which the fields of a roadmap are written one under another, by tools and in the lists of editors."""

from __future__ import annotations

from pydantic import BaseModel

from roadmap_compiler.model.roadmap import Entry

_ENTRY = ("title", "id", "formerly", "reason", "number", "goal", "tasks", "content", "items", "deadline", "responsible",
          "result", "place", "participants", "note", "activities")
"""Stages, activities and items: the models share fields by inheritance, which says nothing of their order."""


def fields_in_order(model: type[BaseModel]) -> list[str]:
    """The English names of a model's fields in their order."""
    names = [name for name in model.model_fields if name != "text"]
    if issubclass(model, Entry):
        return [name for name in _ENTRY if name in names] + [name for name in names if name not in _ENTRY]
    return names
