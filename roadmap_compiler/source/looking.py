"""How far the parser reads a draft, and what it had understood before it stumbled."""

from __future__ import annotations

from typing import Any

import yaml

from roadmap_compiler.source.draft import Draft
from roadmap_compiler.source.scene import Scalar, Scene, Stumble
from roadmap_compiler.source.vocabulary import Vocabulary

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_OPENING = (yaml.BlockSequenceStartToken, yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


def look(file: str, draft: Draft, vocabulary: Vocabulary) -> Scene:
    """Read a draft as far as the parser goes."""
    text = draft.text
    stumble = stumble_of(text)
    scalars, brackets, mappings = _tokens(text, stumble)
    return Scene(file, draft, vocabulary, stumble, scalars, brackets, mappings, _covered(scalars))


def _covered(scalars: tuple[Scalar, ...]) -> frozenset[int]:
    inside: set[int] = set()
    for scalar in scalars:
        if scalar.end_line > scalar.line:
            is_whole = scalar.end_column > 0 and scalar.style not in ("|", ">")
            inside.update(range(scalar.line + 1, scalar.end_line + is_whole))
    return frozenset(inside)


def stumble_of(text: str) -> Stumble | None:
    """Where the parser gives up on a text; None where it does not."""
    loader = _Loader(text)
    try:
        while not isinstance(loader.get_event(), yaml.StreamEndEvent):
            pass
    except yaml.YAMLError as error:
        return _stumble(error, text)
    finally:
        loader.dispose()
    return None


def _stumble(error: yaml.YAMLError, text: str) -> Stumble:
    problem: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context: Any = getattr(error, "context_mark", None) or problem
    if problem is None:
        return Stumble(0, 0, 0, 0, str(error))
    words = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or ''}"
    return Stumble(problem.line, problem.column, context.line, context.column, words)


def _tokens(text: str, stumble: Stumble | None) -> tuple[
        tuple[Scalar, ...], tuple[tuple[int, int], ...], tuple[list[Scalar], ...]]:
    """Every text before the stumble, the brackets that are open there, and the keys of every mapping that is written
    line by line."""
    loader = _Loader(text)
    scalars: list[Scalar] = []
    brackets: list[tuple[int, int]] = []
    mappings: list[list[Scalar]] = []
    holders: list[list[Scalar] | None] = []  # the lists and mappings that are open; the keys of those in ``mappings``
    is_key = False
    try:
        while True:
            token = loader.get_token()
            kind = type(token)
            if token is None or kind is yaml.StreamEndToken:
                break
            start = token.start_mark
            if stumble is not None and (start.line, start.column) > (stumble.line, stumble.column):
                break
            if kind is yaml.ScalarToken:
                end = token.end_mark
                style = None if token.plain else token.style or '"'
                scalar = Scalar(start.line, start.column, end.line, end.column, style, token.value, is_key)
                scalars.append(scalar)
                if is_key and holders and (keys := holders[-1]) is not None:
                    keys.append(scalar)
            elif kind is yaml.BlockMappingStartToken:
                mappings.append([])
                holders.append(mappings[-1])
            elif kind in _OPENING:
                holders.append(None)
            elif kind in _CLOSING and holders:
                holders.pop()
            if stumble is not None and (start.line, start.column) == stumble[:2]:
                pass  # the bracket that did not fit
            elif kind in (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken):
                brackets.append((start.line, start.column))
            elif kind in (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken) and brackets:
                brackets.pop()
            is_key = kind is yaml.KeyToken
    except yaml.YAMLError:
        pass
    finally:
        loader.dispose()
    return tuple(scalars), tuple(brackets), tuple(keys for keys in mappings if keys)
