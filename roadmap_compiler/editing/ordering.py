"""The order of fields: that of the models. Lists keep their order, and so do mappings whose keys are the author's."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel

from roadmap_compiler.editing.layout import Entry, Item, Mapping, Node, Sequence
from roadmap_compiler.model.order import fields_in_order
from roadmap_compiler.model.reading import inner_model
from roadmap_compiler.model.roadmap import Roadmap

_PERMISSION = re.compile(r"#\s*(?:roadmap|карта)\s*:", re.IGNORECASE)


def in_order(root: Mapping) -> Mapping:
    """The fields of a whole roadmap in the order of the models. A field that no model has stays behind the field that
    it stood behind. A first field with a permission stays first: it allows what is found in that line."""
    ordered = _ordered(root, Roadmap)
    assert isinstance(ordered, Mapping)
    return ordered


def _ordered(node: Node, model: type[BaseModel] | None, above: tuple[str, ...] = ()) -> Node:
    if isinstance(node, Sequence):
        return node._replace(items=tuple(_item(item, model) for item in node.items))
    if not isinstance(node, Mapping) or model is None:
        return node
    entries = [entry._replace(value=_ordered_value(entry, model)) for entry in node.entries]
    first = entries[0]
    pinned = any(_PERMISSION.search(comment) for comment in (*above, *first.above, first.beside))
    order = fields_in_order(model)
    if pinned:
        return node._replace(entries=(first, *_sorted(entries[1:], order)))
    return node._replace(entries=tuple(_sorted(entries, order)))


def _item(item: Item, model: type[BaseModel] | None) -> Item:
    return item._replace(value=_ordered(item.value, model, item.above))


def _ordered_value(entry: Entry, model: type[BaseModel]) -> Node:
    field = model.model_fields.get(entry.name)
    if field is None:
        return entry.value
    inner = inner_model(field.annotation)
    if _has_own_keys(field.annotation) and isinstance(entry.value, Mapping):
        members = tuple(member._replace(value=_ordered(member.value, inner)) for member in entry.value.entries)
        return entry.value._replace(entries=members)
    return _ordered(entry.value, inner)


def _sorted(entries: list[Entry], order: list[str]) -> list[Entry]:
    rank = -1
    ranks = []
    for entry in entries:
        if entry.name in order:
            rank = order.index(entry.name)
        ranks.append(rank)
    return [entry for _, entry in sorted(zip(ranks, entries, strict=True), key=lambda pair: pair[0])]


def _has_own_keys(annotation: Any) -> bool:
    """Whether a field is a mapping from keys that are the author's (people, columns)."""
    return "dict[" in str(annotation)
