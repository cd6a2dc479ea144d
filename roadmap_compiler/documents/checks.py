"""Says what is wrong with the tags of a template before anything is printed with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from roadmap_compiler.near import near

from .names import check_names
from .placing import Placed, directive, source
from .problems import TemplateProblem
from .tags import Tag

if TYPE_CHECKING:
    from jinja2.nodes import Template as Tree

    from .environment import WordEnvironment

OPENING = {"if": "endif", "for": "endfor", "with": "endwith"}
MIDDLE = {"elif": ("if",), "else": ("if", "for")}
DIRECTIVES = ("colspan", "cellbg")
BLOCK_WORDS = (*OPENING, *OPENING.values(), *MIDDLE, "set")
# Jinja's own, left out on purpose: they would carry pieces of XML about, or read other files.
FORBIDDEN_WORDS = (
    "macro", "endmacro", "call", "endcall", "filter", "endfilter", "block", "endblock", "include", "import", "from",
    "extends", "raw", "endraw", "autoescape", "endautoescape", "endset", "vm", "hm", "trans", "do",
)
LEVELS = ("tr", "tc", "p", "r")
CURLY = re.compile("[“”„‟‘’‚«»]")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
CYRILLIC_WORD = re.compile(r"\w*[А-Яа-яЁё]\w*")
LATIN = str.maketrans("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")


def check_structure(tags: list[Tag], placed: list[Placed]) -> list[TemplateProblem]:
    """What can be seen without parsing an expression: tags written wrong, or blocks that do not match.

    Blocks are matched only if every statement is readable, else each of its mistakes would be told twice.
    """
    problems = check_tags(tags)
    if any(problem.params["tag"].startswith("{%") for problem in problems):
        return problems
    return problems + check_blocks(placed)


def check_tags(tags: list[Tag]) -> list[TemplateProblem]:
    """The mistakes of spelling that can be seen in a tag alone, at most one for each tag."""
    return [problem for tag in tags if tag.bracket != "{#" or directive(tag) for problem in _spelling(tag)[:1]]


def _spelling(tag: Tag) -> list[TemplateProblem]:
    def problem(code: str, **params: str) -> list[TemplateProblem]:
        return [TemplateProblem(code, {"tag": tag.text, **params}, tag.place)]

    bare = QUOTED.sub("", tag.body)
    if tag.text[2] in "-+" or tag.text[-3] in "-+":
        return problem("template-join-mark", mark=tag.text[2] if tag.text[2] in "-+" else tag.text[-3])
    if CURLY.search(bare):
        return problem("template-curly-quotes")
    if bare.count('"') % 2 or bare.count("'") % 2:
        return problem("template-unpaired-quote")
    if cyrillic := CYRILLIC_WORD.search(bare):
        word = cyrillic.group()
        latin = word.translate(LATIN)
        if latin.isascii():
            return problem("template-cyrillic-letters", name=word, near=latin)
    if tag.bracket == "{{":
        if tag.level:
            return problem("template-ready-markup", level=tag.level)
        return problem("template-empty-tag") if not tag.body else []
    if tag.bracket == "{#" or directive(tag):
        return []
    word = tag.word
    if word in BLOCK_WORDS:
        if word == "set" and "=" not in tag.rest:
            return problem("template-forbidden-block", name="set … endset")
        return []
    if word in LEVELS and not tag.level:
        return problem("template-space-before-level", level=word, right=tag.text.replace("{% ", "{%", 1))
    if not word:
        return problem("template-empty-tag")
    if word in FORBIDDEN_WORDS:
        return problem("template-forbidden-block", name=word)
    return problem("template-unknown-block", name=word, near=near(word, (*BLOCK_WORDS, *DIRECTIVES)) or "")


def check_blocks(placed: list[Placed]) -> list[TemplateProblem]:
    """Blocks that are not closed, closed twice, or closed where cutting them out would break the document."""
    problems: list[TemplateProblem] = []
    stack: list[Placed] = []

    def problem(code: str, here: Tag, **params: str) -> None:
        problems.append(TemplateProblem(code, {"tag": here.text, "name": here.word, **params}, here.place))

    for this in placed:
        tag = this.tag
        if tag.bracket != "{%":
            continue
        if tag.word in OPENING:
            stack.append(this)
        elif tag.word in MIDDLE or tag.word in OPENING.values():
            openers = MIDDLE.get(tag.word) or tuple(o for o, closer in OPENING.items() if closer == tag.word)
            if not any(opened.tag.word in openers for opened in stack):
                problem("template-extra-block", tag)
                continue
            while stack[-1].tag.word not in openers:
                problem("template-unclosed-block", stack[-1].tag, closing=OPENING[stack[-1].tag.word])
                stack.pop()
            if stack[-1].spot and this.spot and stack[-1].spot != this.spot:
                problem("template-crossed-block", tag, opening=stack[-1].tag.text)
            if tag.word in OPENING.values():
                stack.pop()
    for opened in stack:
        problem("template-unclosed-block", opened.tag, closing=OPENING[opened.tag.word])
    return problems


def parsed(
    text: str, lines: tuple[Tag, ...], environment: WordEnvironment
) -> tuple[Tree | None, list[TemplateProblem]]:
    """The syntax tree of a part's source, and what its names and expressions do wrong."""
    from jinja2 import TemplateSyntaxError

    try:
        tree = environment.parse(text)
    except (TemplateSyntaxError, RecursionError, ValueError, OverflowError):
        wrong = _wrong_expressions(lines, environment)
        return None, wrong or [TemplateProblem("template-syntax", {"tag": lines[0].text}, lines[0].place)]
    return tree, check_names(tree, lines, environment)


def _wrong_expressions(tags: Iterable[Tag], environment: WordEnvironment) -> list[TemplateProblem]:
    """The tags that are wrong by themselves, each one parsed alone."""
    from jinja2 import TemplateSyntaxError

    problems: list[TemplateProblem] = []
    for tag in dict.fromkeys(tags):
        alone = source(tag)
        if tag.bracket == "{%" and not directive(tag):
            if tag.word in OPENING:
                alone += f"{{% {OPENING[tag.word]} %}}"
            elif tag.word == "elif":
                alone = "{% if x %}" + alone + "{% endif %}"
            elif tag.word == "else":
                alone = "{% if x %}" + alone + "{% endif %}" if not tag.rest else "{% else x %}"
            elif tag.word in OPENING.values():
                alone = "" if not tag.rest else "{% " + tag.body + " %}"
        try:
            environment.parse(alone)
        except (TemplateSyntaxError, RecursionError, ValueError, OverflowError):
            problems.append(TemplateProblem("template-syntax", {"tag": tag.text}, tag.place))
    return problems


def check_what_remains(
    placed: list[Placed], known: list[TemplateProblem], environment: WordEnvironment
) -> list[TemplateProblem]:
    """Beside mistakes already ``known``: those in the other tags, so that all are told at once.

    Names are looked up only if the blocks are whole, for a missing loop would make its variables look unknown.
    """
    wrong = {(problem.params["tag"], problem.place) for problem in known}
    whole = not any(problem.code.endswith("-block") or problem.params["tag"].startswith("{%") for problem in known)
    good = [p.tag for p in placed if (p.tag.text, p.tag.place) not in wrong and p.tag.bracket != "{#"]
    if not whole or not good:
        return _wrong_expressions(good, environment)
    return parsed("".join(map(source, good)), tuple(good), environment)[1]
