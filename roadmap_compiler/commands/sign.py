"""roadmap sign: a signature inside a copy of a Word document, by a key from a file of the signer's own."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from roadmap_compiler.commands.files import is_same, why_not_written, write_whole
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.commands.signed import read_file
from roadmap_compiler.messages import Language, say
from roadmap_compiler.messages.signatures import problem_words, signature_words, who_words
from roadmap_compiler.signatures.keys import SigningKey, read_key
from roadmap_compiler.signatures.signing import sign_package

PASSWORD = "ROADMAP_KEY_PASSWORD"  # noqa: S105 - the name of a variable
TRIES = 3


def run(options: argparse.Namespace, language: Language) -> int:
    """Sign a document. 0 where the copy was written, 1 where the document or the certificate must not be signed with,
    2 where a file or the password was not read."""
    path, key_path = Path(options.path), Path(options.key)
    output = Path(options.out) if options.out else path.parent
    if output.is_dir():
        output = output / f"{path.stem}.signed.docx"
    inputs = [path, key_path, *([Path(options.certificate)] if options.certificate else [])]
    contents = [read_file(one) for one in inputs]
    if any(is_same(output, one) for one in inputs):
        complain(signature_words("over-input", {"path": output.as_posix()}, language))
        return 2
    key = _key(key_path, contents[1], contents[2] if len(contents) > 2 else b"", language)
    if key is None:
        return 2
    now = datetime.now(UTC)
    document, problem = sign_package(contents[0], key, now)
    if document is None:
        complain(f"{path.as_posix()}: {problem_words(problem, language) if problem else ''}")
        return 1
    try:
        write_whole(output, document)
    except OSError as error:
        params = {"path": output.as_posix(), "why": why_not_written(error, language)}
        complain(say("cannot-write", params, language))
        return 2
    tell(say("built", {"path": path.as_posix(), "outputs": output.as_posix()}, language))
    facts = key.certificate.facts
    tell(signature_words("signed-copy", {"who": who_words(facts), "serial": facts.serial,
                                         "end": facts.valid_until}, language))
    return 0


def _key(path: Path, data: bytes, certificate: bytes, language: Language) -> SigningKey | None:
    """The key, with a password from the environment or asked for; what is in the way is told."""
    password = os.environ.get(PASSWORD)
    asked = 0
    while True:
        key, problem = read_key(data, password, certificate)
        if problem is None:
            return key
        wants = problem.code == "key-password" or problem.code == "key-password-wrong" and asked
        if not wants or asked == TRIES:
            complain(f"{path.as_posix()}: {problem_words(problem, language)}")
            return None
        if asked:
            complain(problem_words(problem, language))
        password = _ask(language)
        asked += 1
        if password is None:
            complain(signature_words("no-terminal", {"path": path.as_posix(), "variable": PASSWORD}, language))
            return None


def _ask(language: Language) -> str | None:
    """The password typed without being shown; None where there is nobody to type it."""
    import getpass

    if not sys.stdin or not sys.stdin.isatty():
        return None
    try:
        return getpass.getpass(signature_words("ask-password", {}, language))
    except EOFError:
        return None
