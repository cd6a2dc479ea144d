"""What each command takes from the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial

from roadmap_compiler.commands.showing import unknown_word
from roadmap_compiler.messages import Language
from roadmap_compiler.messages.help import EN

Parser = argparse.ArgumentParser
Texts = dict[str, str]

KINDS = ("docx", "ics", "calendar")
PROFILES = ("школа", "строгий", "черновик", "school", "strict", "draft")


def _check(check: Parser, texts: Texts) -> None:
    _roadmaps(check, texts)
    check.add_argument("--format", default="text", help=texts["check-format"],
                       choices=("text", "concise", "json", "markdown", "github", "gitlab", "sarif"))
    _profile(check, texts)
    check.add_argument("--baseline", help=texts["baseline"], metavar="FILE")
    check.add_argument("--update-baseline", action="store_true", help=texts["update-baseline"])
    check.add_argument("--summary", action="store_true", help=texts["summary"])


def _build(build: Parser, texts: Texts) -> None:
    _roadmaps(build, texts)
    _outputs(build, texts)
    _profile(build, texts)
    states = build.add_mutually_exclusive_group()
    states.add_argument("--draft", action="store_true", help=texts["draft"])
    states.add_argument("--approved-only", action="store_true", help=texts["approved-only"])
    build.add_argument("--check", action="store_true", help=texts["build-check"])
    build.add_argument("--qr", action="store_true", help=texts["qr"])


def _watch(watch: Parser, texts: Texts) -> None:
    _roadmaps(watch, texts)
    _outputs(watch, texts)
    _profile(watch, texts)
    watch.add_argument("--interval", type=float, default=0.5, help=texts["interval"], metavar="SECONDS")


def _lsp(lsp: Parser, texts: Texts) -> None:
    _profile(lsp, texts)


def _calendar(calendar: Parser, texts: Texts) -> None:
    _roadmaps(calendar, texts)
    calendar.add_argument("--layout", default="ics", help=texts["layout"],
                          choices=("ics", "grid", "people", "months", "timeline"))
    calendar.add_argument("--format", help=texts["calendar-format"], choices=("svg", "html"))
    calendar.add_argument("--by", help=texts["by"], choices=("person",))
    calendar.add_argument("--alarm", help=texts["alarm"], metavar="3d")
    calendar.add_argument("--previous", help=texts["previous"], metavar="OLD")
    calendar.add_argument("--template", help=texts["calendar-template"], metavar="DOCX")
    calendar.add_argument("--out", default="build", help=texts["out"], metavar="DIR")


def _explain(explain: Parser, texts: Texts) -> None:
    explain.add_argument("phrase", nargs="?", help=texts["phrase"], metavar="PHRASE")
    explain.add_argument("--period", help=texts["period"], metavar="PERIOD")
    explain.add_argument("--from", dest="source", help=texts["from"], metavar="FILE")
    explain.add_argument("--approved", help=texts["approved"], metavar="DATE")
    explain.add_argument("--format", choices=("text", "json"), default="text", help=texts["format"])


def _schema(schema: Parser, texts: Texts) -> None:
    schema.add_argument("--keys", choices=("ru", "en"), default="ru", help=texts["keys"])
    schema.add_argument("--out", help=texts["schema-out"], metavar="FILE")


def _diff(diff: Parser, texts: Texts) -> None:
    diff.add_argument("old", help=texts["old"], metavar="OLD")
    diff.add_argument("new", nargs="?", help=texts["new-edition"], metavar="NEW")
    diff.add_argument("--approved", action="store_true", help=texts["diff-approved"])
    diff.add_argument("--format", default="text", help=texts["diff-format"],
                      choices=("text", "markdown", "json", "html", "docx", "order", "redline"))
    diff.add_argument("--out", help=texts["diff-out"], metavar="FILE")
    diff.add_argument("--exit-code", action="store_true", help=texts["exit-code"])
    diff.add_argument("--amendment", action="store_true", help=texts["amendment"])
    diff.add_argument("--columns", help=texts["diff-columns"], metavar="COLUMNS")


def _approve(approve: Parser, texts: Texts) -> None:
    approve.add_argument("path", help=texts["one-file"], metavar="FILE")
    approve.add_argument("--date", required=True, help=texts["approve-date"], metavar="DATE")
    approve.add_argument("--act", default="", help=texts["approve-act"], metavar="ACT")
    approve.add_argument("--number", default="", help=texts["approve-number"], metavar="NUMBER")
    approve.add_argument("--block", type=_from_one, help=texts["approve-block"], metavar="N")
    approve.add_argument("--anew", action="store_true", help=texts["approve-anew"])


def _rollover(rollover: Parser, texts: Texts) -> None:
    rollover.add_argument("path", help=texts["one-file"], metavar="FILE")
    rollover.add_argument("--to", required=True, help=texts["to-period"], metavar="PERIOD")
    rollover.add_argument("--out", required=True, help=texts["rollover-out"], metavar="NEW")


def _ids(ids: Parser, texts: Texts) -> None:
    _roadmaps(ids, texts)


def _git(git: Parser, texts: Texts) -> None:
    git.add_argument("action", help=texts["git-action"], metavar="ACTION",
                     choices=("install", "diff", "textconv", "merge"))
    git.add_argument("files", nargs="*", help=texts["git-files"], metavar="FILE")


def _new(new: Parser, texts: Texts) -> None:
    new.add_argument("path", help=texts["new-path"], metavar="FILE")
    new.add_argument("--period", help=texts["period"], metavar="PERIOD")


def _fix(fix: Parser, texts: Texts) -> None:
    _roadmaps(fix, texts)
    fix.add_argument("--unsafe", action="store_true", help=texts["unsafe"])
    fix.add_argument("--code", help=texts["code"], metavar="CODE")
    fix.add_argument("--line", type=_from_one, help=texts["line"], metavar="N")
    fix.add_argument("--variant", type=_from_one, help=texts["variant"], metavar="N")
    fix.add_argument("--diff", action="store_true", help=texts["show-diff"])


def _fmt(fmt: Parser, texts: Texts) -> None:
    _roadmaps(fmt, texts)
    fmt.add_argument("--check", action="store_true", help=texts["fmt-check"])
    fmt.add_argument("--diff", action="store_true", help=texts["show-diff"])
    fmt.add_argument("--keys", choices=("ru", "en"), help=texts["fmt-keys"])


def _sign(sign: Parser, texts: Texts) -> None:
    sign.add_argument("path", help=texts["document"], metavar="FILE")
    sign.add_argument("--key", required=True, help=texts["sign-key"], metavar="KEY")
    sign.add_argument("--certificate", help=texts["sign-certificate"], metavar="CERT")
    sign.add_argument("--out", help=texts["sign-out"], metavar="COPY")


def _verify(verify: Parser, texts: Texts) -> None:
    verify.add_argument("paths", nargs="+", help=texts["document"], metavar="FILE")
    verify.add_argument("--roadmaps", help=texts["roadmaps"], metavar="DIR")
    verify.add_argument("--signature", action="append", default=[], help=texts["signature"], metavar="SIG")
    _roots(verify, texts)
    verify.add_argument("--format", choices=("text", "json"), default="text", help=texts["format"])


def _stamp(stamp: Parser, texts: Texts) -> None:
    stamp.add_argument("path", help=texts["document"], metavar="FILE")
    stamp.add_argument("--signature", action="append", default=[], help=texts["signature"], metavar="SIG")
    _roots(stamp, texts)
    stamp.add_argument("--out", help=texts["stamp-out"], metavar="COPY")


def _publish(publish: Parser, texts: Texts) -> None:
    publish.add_argument("paths", nargs="+", help=texts["documents"], metavar="FILE")
    publish.add_argument("--signature-dir", help=texts["signature-dir"], metavar="DIR")
    _roots(publish, texts)
    publish.add_argument("--out", default="publish", help=texts["publish-out"], metavar="DIR")


COMMANDS: dict[str, Callable[[Parser, Texts], None]] = {
    "check": _check, "build": _build, "watch": _watch, "lsp": _lsp, "calendar": _calendar, "explain": _explain,
    "schema": _schema, "diff": _diff, "approve": _approve, "rollover": _rollover, "ids": _ids, "git": _git,
    "new": _new, "fix": _fix, "fmt": _fmt, "sign": _sign, "verify": _verify, "stamp": _stamp,
    "publish": _publish,
}
"""What adds the options of a command to its parser, in the order of the help."""


def _roadmaps(command: Parser, texts: Texts) -> None:
    command.add_argument("paths", nargs="*", help=texts["paths"], metavar="FILE")


def _outputs(command: Parser, texts: Texts) -> None:
    command.add_argument("--out", default="build", help=texts["out"], metavar="DIR")
    command.add_argument("--only", help=texts["only"], metavar="KINDS", type=partial(_kinds, texts))


def _profile(command: Parser, texts: Texts) -> None:
    command.add_argument("--profile", choices=PROFILES, help=texts["profile"], metavar="{school,strict,draft}")


def _roots(command: Parser, texts: Texts) -> None:
    command.add_argument("--roots", action="append", default=[], help=texts["roots"], metavar="PEM")


def _from_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _kinds(texts: Texts, text: str) -> str:
    """Kinds of output parted by commas, as typed; raises argparse's error where one is unknown."""
    unknown = [kind for kind in text.split(",") if kind.strip() not in KINDS]
    if unknown:
        language: Language = "en" if texts is EN else "ru"
        raise argparse.ArgumentTypeError(unknown_word("unknown-kind", unknown[0].strip(), KINDS, language))
    return ",".join(kind.strip() for kind in text.split(","))
