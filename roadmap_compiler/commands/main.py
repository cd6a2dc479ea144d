"""The command ``roadmap``: reads the command line, in Russian or English, and calls one command."""

from __future__ import annotations

import gc
import os
import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap_compiler.messages import Language


def main(arguments: list[str] | None = None) -> int:
    """Run the command line. Returns the exit code: 0 clean, 1 errors found, 2 could not read or wrong usage."""
    _without_plugins()
    gc.disable()  # one short run: collecting the garbage of imports costs more than the memory it frees
    given = sys.argv[1:] if arguments is None else arguments
    _speak_utf8()
    from roadmap_compiler.commands.arguments import language_of, parse_arguments

    language = language_of(given, dict(os.environ))
    options = parse_arguments(given, language)
    if isinstance(options, int):
        return options
    try:
        return int(options.run(options, language))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 2
    except Exception as error:  # the last door: a person never meets a traceback
        return _apologise(error, language)


def _without_plugins() -> None:
    """Plugins of other packages have no business in a compiler, and looking for them costs a fifteenth of a build.

    pydantic is told so by its variable; the module that would look is replaced too, because what it imports costs
    more than the look. Under another name in another release it is imported as ever.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    name = "pydantic.plugin._loader"
    if name not in sys.modules:
        loader = ModuleType(name)
        setattr(loader, "get_plugins", lambda: ())
        sys.modules[name] = loader


def _apologise(error: Exception, language: Language) -> int:
    from roadmap_compiler.commands.files import NotFound, nearest_file
    from roadmap_compiler.commands.showing import complain
    from roadmap_compiler.messages import say

    if isinstance(error, NotFound):
        guess = nearest_file(error.path) if error.word == "file-missing" else ""
        complain(say(error.word, {"path": error.path}, language)
                 + (". " + say("near", {"near": guess}, language) if guess else ""))
        return 2
    if os.environ.get("ROADMAP_DEBUG"):
        raise error
    complain(say("internal", {"what": f"[{type(error).__name__}]"}, language))
    return 2


def _speak_utf8() -> None:
    """A Windows console may have another encoding: what it cannot show is shown as «?», never an exception."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            if stream.isatty():
                reconfigure(errors="replace")
            else:
                reconfigure(encoding="utf-8", errors="replace", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
