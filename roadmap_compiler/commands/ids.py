"""roadmap ids: give stages and activities permanent ids, and change nothing else."""

from __future__ import annotations

import argparse

from roadmap_compiler.commands.check import show_compilation
from roadmap_compiler.commands.files import roadmap_files, why_not_written, write_whole
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.messages import Language, say


def run(options: argparse.Namespace, language: Language) -> int:
    """Write ids into files. 0 where all have them, 1 where a file has mistakes and was left, 2 where one could not be
    read or written."""
    from roadmap_compiler.editing.spans import apply_edits
    from roadmap_compiler.editing.written import read_written
    from roadmap_compiler.editions.ids import missing_ids

    code = 0
    for path in roadmap_files(options.paths):
        file = path.as_posix()
        try:
            data = path.read_bytes()
        except OSError:
            complain(say("file-unreadable", {"path": file}, language))
            code = 2
            continue
        written, compilation = read_written(data), compile_bytes(data, file)
        if written is None or compilation.plan is None or compilation.is_misread:
            for text in show_compilation(compilation, data, language):
                complain(text)
            complain(say("ids-not-written", {"path": file}, language))
            code = max(code, 1)
            continue
        tree = compilation.plan.tree
        ids = missing_ids(compilation.plan.roadmap, tree)
        if ids.edits:
            try:
                write_whole(path, written.to_bytes(apply_edits(tree.text, ids.edits)))
            except OSError as error:
                complain(say("cannot-write", {"path": file, "why": why_not_written(error, language)}, language))
                code = 2
                continue
        tell(f"{file}: {say('ids-written', {'count': ids.written}, language)}")
        if ids.without:
            tell(say("ids-no-place", {"count": ids.without}, language))
    return code
