"""roadmap calendar: deadlines for a calendar program, for the wall and for the mail."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from roadmap_compiler.calendars.agenda import Agenda, agenda
from roadmap_compiler.calendars.alarms import Alarm, read_alarm
from roadmap_compiler.calendars.ics import compile_calendar
from roadmap_compiler.calendars.people import NOBODY, Person, people_of
from roadmap_compiler.calendars.words import NO_PERSON
from roadmap_compiler.commands.build import output_places
from roadmap_compiler.commands.check import show_compilation
from roadmap_compiler.commands.files import why_not_written, write_whole
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.compiler import Compilation, compile_bytes
from roadmap_compiler.findings import Finding, Span
from roadmap_compiler.messages import Language, say, sentence
from roadmap_compiler.messages.templates import placed
from roadmap_compiler.model.words import spoken
from roadmap_compiler.plan.plan import Plan

if TYPE_CHECKING:
    from roadmap_compiler.calendars.printing import Layout

LONGEST_NAME = 60
"""Characters of a person in the name of a file."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_NO_EDITION = Agenda((), (), ())

Outputs = Iterator[tuple[str, bytes]]
"""Endings of files, with what to write into them."""


class Wish(NamedTuple):
    """What the command line asks for, read."""

    layout: Literal["ics", "timeline"] | Layout
    as_page: bool
    by_person: bool
    alarm: Alarm | None
    previous: Plan | None
    template: bytes | None
    template_name: str


class Failed(Exception):
    """A calendar could not be made; the words say why."""


def run(options: argparse.Namespace, language: Language) -> int:
    """Make calendars of files and folders. 0 where all were made, 1 where a roadmap or a template has errors, 2 where
    a file could not be read or written, or the options do not go together."""
    places = output_places(options.paths, Path(options.out), language)
    if places is None:
        return 2
    wish = _read_wish(options, len(places), language)
    if isinstance(wish, int):
        return wish
    return max(_make(path, target, wish, language) for path, target in places)


def _read_wish(options: argparse.Namespace, roadmaps: int, language: Language) -> Wish | int:
    layout = options.layout
    for name, value, fitting in (("--format", options.format, ("timeline",)), ("--by", options.by, ("ics",)),
                                 ("--alarm", options.alarm, ("ics",)), ("--previous", options.previous, ("ics",)),
                                 ("--template", options.template, ("grid", "people", "months"))):
        if value is not None and layout not in fitting:
            complain(say("option-for-layout", {"option": name, "layouts": ", ".join(fitting)}, language))
            return 2
    alarm = read_alarm(options.alarm) if options.alarm is not None else None
    if options.alarm is not None and alarm is None:
        complain(say("alarm-not-understood", {"text": options.alarm}, language))
        return 2
    if options.previous is not None and roadmaps != 1:
        complain(say("previous-of-one", {}, language))
        return 2
    previous, template = None, None
    if options.previous is not None:
        compilation = _compile(Path(options.previous), language)
        if isinstance(compilation, int) or compilation.plan is None:
            return compilation if isinstance(compilation, int) else 1
        previous = compilation.plan
    if options.template is not None:
        try:
            template = Path(options.template).read_bytes()
        except OSError:
            complain(say("file-missing", {"path": options.template}, language))
            return 2
    return Wish(layout, options.format == "html", options.by == "person", alarm, previous, template,
                Path(options.template).name if options.template else "")


def _compile(path: Path, language: Language) -> Compilation | int:
    """A roadmap compiled, its findings told; an exit code where it could not be read or has errors."""
    try:
        data = path.read_bytes()
    except OSError:
        complain(say("file-unreadable", {"path": path.as_posix()}, language))
        return 2
    compilation = compile_bytes(data, path.as_posix())
    if compilation.has_errors:
        for text in show_compilation(compilation, data, language):
            tell(text)
        complain(say("not-built", {"path": path.as_posix()}, language))
        return 1
    return compilation


def _make(path: Path, target: Path, wish: Wish, language: Language) -> int:
    """The exit code of one roadmap."""
    compilation = _compile(path, language)
    if isinstance(compilation, int) or compilation.plan is None:
        return compilation if isinstance(compilation, int) else 1
    plan = compilation.plan
    if wish.previous is not None and not _is_edition(plan, wish.previous, language):
        return 2
    written = []
    try:
        for ending, data in _outputs(plan, wish, language):
            output = target.with_name(f"{target.name}.{ending}")
            write_whole(output, data)
            written.append(output.as_posix())
    except Failed as failure:
        complain(str(failure))
        return 1
    except OSError as error:
        params = {"path": output.as_posix(), "why": why_not_written(error, language)}
        complain(say("cannot-write", params, language))
        return 2
    if not written:
        tell(say("no-dated", {"path": path.as_posix()}, language))
        return 0
    tell(say("built", {"path": path.as_posix(), "outputs": ", ".join(written)}, language))
    return 0


def _outputs(plan: Plan, wish: Wish, language: Language) -> Outputs:
    if wish.layout == "ics":
        yield from _calendar_files(plan, wish)
    elif wish.layout == "timeline" and wish.as_page:
        from roadmap_compiler.calendars.page import compile_page

        yield "timeline.html", compile_page(plan)
    elif wish.layout == "timeline":
        from roadmap_compiler.calendars.picture import compile_picture

        yield "timeline.svg", compile_picture(plan)
    else:
        name = "calendar.docx" if wish.layout == "grid" else f"{wish.layout}.docx"
        yield name, _printed(plan, wish.layout, wish, language)


def _printed(plan: Plan, layout: Layout, wish: Wish, language: Language) -> bytes:
    from roadmap_compiler.calendars.printing import print_calendar

    document, problems = print_calendar(plan, layout, wish.template, wish.template_name)
    if document is None:
        place = Span(wish.template_name, 1, 1, 1, 1)
        told = [Finding(one.code, "error", place, {"template": wish.template_name, **placed(one)}) for one in problems]
        raise Failed("\n".join(sentence(finding, language) for finding in told))
    return document


def _calendar_files(plan: Plan, wish: Wish) -> Outputs:
    """The file of the whole roadmap; for each person the file of what that person does. None has no event at all."""
    old = wish.previous
    whole = compile_calendar(plan, None, wish.alarm, (old, agenda(old)) if old is not None else None)
    if whole is not None:
        yield "ics", whole
    if not wish.by_person:
        return
    people = {person.key: person for person in people_of(plan, agenda(plan))}
    before = {person.key: person for person in people_of(old, agenda(old))} if old is not None else {}
    names: set[str] = set()
    for key in dict.fromkeys((*people, *before)):
        person = people.get(key) or Person(key, before[key].name, _NO_EDITION)
        earlier = (old, before[key].agenda if key in before else _NO_EDITION) if old is not None else None
        own = compile_calendar(plan, person, wish.alarm, earlier)
        if own is not None:
            yield f"{_file_name(person, names)}.ics", own


def _file_name(person: Person, taken: set[str]) -> str:
    """A person as part of a file's name, on any system; no two are alike, letter case apart."""
    words = person.key if person.key != NOBODY else NO_PERSON
    name = re.sub(r'[\x00-\x1f<>:"/\\|?*\u00a0\s]+', " ", words).strip(" .")[:LONGEST_NAME].strip(" .") or "_"
    if _RESERVED.fullmatch(name):
        name += "_"
    number, found = 1, name
    while found.casefold() in taken:
        number += 1
        found = f"{name} {number}"
    taken.add(found.casefold())
    return found


def _is_edition(plan: Plan, previous: Plan, language: Language) -> bool:
    """Whether the calendar of one takes the place of the other's; what is in the way is told."""
    if plan.document != previous.document:
        told = {"id": previous.document, "key": spoken("id", plan.tree.language), "path": plan.tree.file}
        complain(say("other-document", told, language))
        return False
    if plan.revision.number <= previous.revision.number:
        params = {"number": plan.revision.number, "next": previous.revision.number + 1, "path": plan.tree.file,
                  "key": spoken("revision", plan.tree.language)}
        complain(say("revision-not-raised", params, language))
    return True
