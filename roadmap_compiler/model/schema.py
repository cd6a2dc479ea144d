"""JSON Schemas of roadmaps for editors (draft-07), made from the models and the table of words.

An editor completes keys, explains them and offers whole activities; what is wrong in a roadmap is told by
``roadmap check``. So the schema never complains about what the compiler reads: other forms of a key and other letter
case are patterns, a number is a text, a list of one may stand without its dash.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from roadmap_compiler.model import roadmap as models
from roadmap_compiler.model.order import fields_in_order
from roadmap_compiler.model.reading import ROLES, inner_model
from roadmap_compiler.model.snippets import EXAMPLES, snippets
from roadmap_compiler.model.words import BY_NAME, VOCABULARY, spoken, spoken_in

KeyLanguage = Literal["ru", "en"]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT_TYPES = ["string", "number"]
"""The compiler reads every value as text; an editor has already guessed a number in it."""

_SWITCHES = frozenset({"column_numbers"})
_BLANKS = frozenset({"name", "number", "date", "act"})
"""Fields that may be left empty to be filled in by hand."""

_TEXT = "Здесь нужен текст. Если в нём есть двоеточие, возьмите его в кавычки"
_LIST = "Здесь нужен список: каждый пункт с новой строки и с дефисом"
_FIELDS = "Такого поля здесь нет, или оно стоит не на своём месте"
_ENTRY = "Здесь нужны поля: название, срок, ответственный и другие"


def schema_text(language: KeyLanguage) -> str:
    """The schema as the text of its file."""
    return json.dumps(make_schema(language), ensure_ascii=False, indent=1) + "\n"


def make_schema(language: KeyLanguage) -> dict[str, Any]:
    """The schema of a roadmap whose keys are in one language; titles and descriptions are Russian."""
    definitions: dict[str, Any] = {}
    root = _model(models.Roadmap, "", language, definitions)
    needed = [_needs(name, language) for name, field in models.Roadmap.model_fields.items() if field.is_required()]
    return {"$schema": _DRAFT, "title": "Дорожная карта", **root, "allOf": needed, "definitions": definitions}


def _model(model: type[BaseModel], place: str, language: KeyLanguage, definitions: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    other_forms: dict[str, Any] = {}
    for name in fields_in_order(model):
        field = _field(name, model.model_fields[name], language, definitions)
        key = spoken_in(place, name, language)
        properties[key] = field
        other_forms[_pattern(name, language, but=key)] = field
    schema: dict[str, Any] = {"type": "object", "properties": properties, "patternProperties": other_forms}
    if issubclass(model, models.Entry):
        free = {"title": "свой столбец", "description": "Столбец, который назван в «таблица: столбцы»"}
        return {**schema, "errorMessage": _ENTRY, "additionalProperties": {**free, **_one_or_many(_text(""))}}
    return {**schema, "errorMessage": _FIELDS, "additionalProperties": False}


def _needs(name: str, language: KeyLanguage) -> dict[str, Any]:
    """That a field is there: where no key is one of its forms, the usual form is asked for."""
    nobody = {"propertyNames": {"not": {"pattern": _pattern(name, language)}}}
    return {"if": nobody, "then": {"required": [spoken(name, language)]}}


def _pattern(name: str, language: KeyLanguage, but: str = "") -> str:
    """A regular expression of every way to write a key, in any letter case, but for one."""
    forms = [form for form, meant in VOCABULARY.words.items()
             if meant == name and VOCABULARY.languages[form] == language]
    ways = "|".join("".join(map(_any_case, form)) for form in forms)
    return f"^(?!{but}$)(?:{ways})$" if but else f"^(?:{ways})$"


def _any_case(letter: str) -> str:
    if letter == "е":
        return "[ЕеЁё]"
    return f"[{letter.upper()}{letter}]" if letter.isalpha() else letter


def _field(name: str, field: FieldInfo, language: KeyLanguage, definitions: dict[str, Any]) -> dict[str, Any]:
    about = _about(name, language)
    if name == "columns":
        return {**about, **_columns(language)}
    if name == "deadline":
        return {**about, **_deadline(language)}
    inner, annotation = inner_model(field.annotation), str(field.annotation)
    value = _reference(inner, name, language, definitions) if inner is not None else _text(name)
    types = definitions[inner.__name__]["type"] if inner is not None else value["type"]
    if "dict[" in annotation:
        return {**about, "type": "object", "additionalProperties": value, "errorMessage": _FIELDS}
    if "tuple[" not in annotation:
        return {**about, **value} if inner is None \
            else {**about, "type": types, "allOf": [value], "errorMessage": _FIELDS}
    if not any(isinstance(one, BeforeValidator) for one in field.metadata):
        return {**about, "type": "array", "items": value, "errorMessage": _LIST}
    return {**about, **_one_or_many(value, types)}


def _one_or_many(value: dict[str, Any], types: Any = None) -> dict[str, Any]:
    """One value or a list of them; the types stand outside, too: an editor looks there for what to insert after the
    key."""
    either = [value, {"type": "array", "items": value}]
    return {"type": [*_as_list(types or value["type"]), "array"], "oneOf": either, "errorMessage": _TEXT}


def _as_list(types: str | list[str]) -> list[str]:
    return [types] if isinstance(types, str) else types


def _about(name: str, language: KeyLanguage) -> dict[str, Any]:
    word = BY_NAME[name]
    about: dict[str, Any] = {"title": word.russian[0], "description": word.about}
    if name in EXAMPLES:
        about["examples"] = list(EXAMPLES[name])
    offered = snippets(name, language)
    if offered:
        about["defaultSnippets"] = offered
    return about


def _text(name: str) -> dict[str, Any]:
    types = [*_TEXT_TYPES, *(["boolean"] if name in _SWITCHES else []), *(["null"] if name in _BLANKS else [])]
    return {"type": types, "errorMessage": _TEXT}


def _columns(language: KeyLanguage) -> dict[str, Any]:
    heading = {"type": _TEXT_TYPES, "errorMessage": _TEXT}
    roles = {spoken_in("columns", role, language):
             {"title": spoken_in("columns", role, "ru"), "description": f"Столбец: {BY_NAME[role].about}", **heading}
             for role in ROLES}
    return {"type": "object", "properties": roles, "additionalProperties": heading}


def _deadline(language: KeyLanguage) -> dict[str, Any]:
    """A phrase, or the same meaning key by key."""
    from roadmap_compiler.deadlines.structure import KEYS

    known = {(forms[0] if language == "ru" else name): {"title": forms[0]} for name, forms in KEYS.items()}
    return {"type": [*_TEXT_TYPES, "object"],
            "oneOf": [{"type": _TEXT_TYPES, "errorMessage": _TEXT}, {"type": "object", "properties": known}],
            "errorMessage": _TEXT}


def _reference(model: type[BaseModel], place: str, language: KeyLanguage,
               definitions: dict[str, Any]) -> dict[str, Any]:
    name = model.__name__
    if name not in definitions:
        may_be_text = issubclass(model, (models.Worded, models.Item, models.Activity))
        types = [*_TEXT_TYPES, "object"] if may_be_text else "object"
        definitions[name] = {"type": types}  # for a model that stands inside itself
        definitions[name] = {**_model(model, place, language, definitions), "type": types}
    return {"$ref": f"#/definitions/{name}"}
