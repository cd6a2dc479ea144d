"""The words of the command line."""

from __future__ import annotations

import argparse
import importlib
import sys

from roadmap_compiler.commands.options import COMMANDS
from roadmap_compiler.commands.showing import probably, unknown_word
from roadmap_compiler.messages import Language
from roadmap_compiler.messages import help as help_words


def language_of(arguments: list[str], environment: dict[str, str]) -> Language:
    """--lang, else ROADMAP_LANG, else Russian."""
    wanted = environment.get("ROADMAP_LANG", "")
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            wanted = arguments[index + 1]
        elif argument.startswith("--lang="):
            wanted = argument.partition("=")[2]
    return "en" if wanted.lower().startswith("en") else "ru"


def parse_arguments(arguments: list[str], language: Language) -> argparse.Namespace | int:
    """The options with the command to ``run``, or an exit code where there is nothing to run."""
    texts = words_of(language)
    # argparse asks gettext for its own words; a table is all that it needs here
    setattr(argparse, "_", lambda text: texts.get(text, text))
    typed = _typed_command(arguments)
    if typed == "help":  # «roadmap help check»
        arguments = [word for word in arguments if word != "help"] + ["--help"]
        typed = _typed_command(arguments)
    if typed and typed not in COMMANDS:
        sys.stderr.write(unknown_word("unknown-command", typed, COMMANDS, language) + "\n")
        return 2
    parser = _parser(language, typed)
    try:
        options, unknown = parser.parse_known_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    if unknown:
        sys.stderr.write(_surplus(parser, typed, unknown, language) + "\n")
        return 2
    if options.command is None:
        parser.print_help()
        return 2
    options.run = importlib.import_module(f"roadmap_compiler.commands.{options.command}").run
    return options


def _surplus(parser: argparse.ArgumentParser, typed: str, unknown: list[str], language: Language) -> str:
    """What stands too much in the command line, and the option that was probably meant."""
    text = "unrecognized arguments: %s"
    told = words_of(language).get(text, text) % " ".join(unknown)
    word = next((one.partition("=")[0] for one in unknown if one.startswith("-")), "")
    parsers = [parser, *(action.choices[typed] for action in parser._actions
                         if isinstance(action, argparse._SubParsersAction) and typed in action.choices)]
    known = [option for one in parsers for action in one._actions for option in action.option_strings]
    return told + probably(word, [option for option in known if option.startswith("--")], language) if word else told


def _parser(language: Language, typed: str) -> argparse.ArgumentParser:
    """The parser of everything, or where a command was typed of that one: twenty take as long as a small build."""
    texts = words_of(language)
    parser = argparse.ArgumentParser("roadmap", description=texts["about"], add_help=False, allow_abbrev=False)
    _general(parser, texts)
    parser.add_argument("--version", action="version", version=_version(), help=texts["version"])
    made = parser.add_subparsers(dest="command", metavar="COMMAND", title=texts["commands"])
    for name in (typed,) if typed in COMMANDS else COMMANDS:
        command = made.add_parser(name, help=texts[name], description=texts[name], add_help=False, allow_abbrev=False)
        COMMANDS[name](command, texts)
        _general(command, texts)
    if language == "ru":
        for one in (parser, *made.choices.values()):
            for action in one._actions:
                if isinstance(action.metavar, str):
                    action.metavar = help_words.VALUES[action.metavar]
    return parser


def words_of(language: Language) -> dict[str, str]:
    """The words of the command line by their names."""
    return help_words.RU if language == "ru" else help_words.EN


def _typed_command(arguments: list[str]) -> str:
    """The word that stands for a command, "" where none is given or help on all of them is asked for."""
    words = iter(arguments)
    for word in words:
        if word == "--lang":
            next(words, None)
        elif word in ("-h", "--help"):
            return ""
        elif not word.startswith("-"):
            return word
    return ""


def _general(parser: argparse.ArgumentParser, texts: dict[str, str]) -> None:
    parser.add_argument("-h", "--help", action="help", help=texts["help"])
    parser.add_argument("--lang", choices=("ru", "en"), help=texts["lang"], default=argparse.SUPPRESS)


def _version() -> str:
    from roadmap_compiler import __version__

    return f"roadmap {__version__}"
