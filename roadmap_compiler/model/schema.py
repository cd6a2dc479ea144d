"""JSON Schemas of roadmaps for editors, made from the models and the table of words.

Unions are avoided where possible: editors word their mistakes badly. Free columns are allowed in activities, so
unknown keys there are left to ``roadmap check``.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel

from roadmap_compiler.model import roadmap as models
from roadmap_compiler.model.reading import ROLES, inner_model
from roadmap_compiler.model.words import BY_NAME, spoken

_DRAFT = "http://json-schema.org/draft-07/schema#"
_MANY = {"responsible", "result", "approvals", "signatures", "aliases", "formerly", "members", "tasks", "title",
         "full_name", "founder", "files"}

KeyLanguage = Literal["ru", "en"]


def schema_text(language: KeyLanguage) -> str:
    """The schema as the text of its file."""
    return json.dumps(make_schema(language), ensure_ascii=False, indent=1) + "\n"


def make_schema(language: KeyLanguage) -> dict[str, Any]:
    """The schema of a roadmap whose keys are in one language; titles and descriptions are Russian."""
    definitions: dict[str, Any] = {}
    root = _model(models.Roadmap, language, definitions)
    return {"$schema": _DRAFT, "title": "Дорожная карта", **root, "definitions": definitions}


def _model(model: type[BaseModel], language: KeyLanguage, definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {}
    for name, field in model.model_fields.items():
        if name != "text":
            properties[spoken(name, language)] = _field(name, field.annotation, language, definitions)
    required = [spoken(name, language) for name, field in model.model_fields.items() if field.is_required()]
    schema: dict[str, Any] = {"type": "object", "properties": properties}
    if required:
        schema["required"] = required
    if not issubclass(model, models.Entry):
        schema["additionalProperties"] = False
    return schema


def _field(name: str, annotation: Any, language: KeyLanguage, definitions: dict[str, Any]) -> dict[str, Any]:
    word = BY_NAME[name]
    about: dict[str, Any] = {"title": spoken(name, "ru"), "description": word.about}
    if word.example:
        about["examples"] = [word.example]
    if name == "columns":
        roles = {spoken(role, language): {"type": "string"} for role in ROLES}
        return {**about, "type": "object", "properties": roles, "additionalProperties": {"type": "string"}}
    if name == "deadline":
        return {**about, "type": ["string", "number", "object"]}
    inner = inner_model(annotation)
    value = _reference(inner, language, definitions) if inner is not None else {"type": _SCALARS}
    if "dict[" in str(annotation):
        return {**about, "type": "object", "additionalProperties": value}
    if "tuple[" in str(annotation) or name in _MANY:
        if name in _MANY:
            return {**about, "anyOf": [value, {"type": "array", "items": value}]}
        return {**about, "type": "array", "items": value}
    return {**about, **value} if "$ref" not in value else {**about, "allOf": [value]}


_SCALARS = ["string", "number", "boolean", "null"]
"""The compiler reads every scalar as text; an editor has already guessed a type for it."""


def _reference(model: type[BaseModel], language: KeyLanguage, definitions: dict[str, Any]) -> dict[str, Any]:
    name = model.__name__
    if name not in definitions:
        definitions[name] = {}
        schema = _model(model, language, definitions)
        if issubclass(model, (models.Worded, models.Item, models.Activity)):
            schema["type"] = ["object", *_SCALARS]
        definitions[name] = schema
    return {"$ref": f"#/definitions/{name}"}
