"""The words of the command line."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Collection, Iterable
from typing import Any

from roadmap_compiler.messages import Language

_TEXTS: dict[Language, dict[str, str]] = {
    "ru": {
        "about": "Компилятор дорожных карт: проверяет карту в YAML, собирает документ Word и календарь сроков.",
        "check": "проверить карты", "build": "собрать документы и календари",
        "explain": "объяснить, как понят срок или что значит код замечания",
        "schema": "вывести схему JSON для редактора",
        "new": "создать карту-образец", "fix": "исправить то, что исправляется без вопросов",
        "fmt": "привести карты к одному оформлению",
        "approve": "записать, что карта утверждена", "approve-date": "день утверждения: 09.02.2022 или 2022-02-09",
        "approve-act": "вид акта: приказ, распоряжение…", "approve-number": "номер акта",
        "approve-block": "который гриф утверждает, если их несколько: 1, 2…",
        "approve-anew": "заменить прежний акт, а не дописать «в редакции …»",
        "diff-approved": "сравнить карту с тем, что утверждено",
        "diff": "сравнить две редакции", "rollover": "сделать карту следующего года", "ids": "вписать постоянные имена",
        "git": "научить git сравнивать и сливать карты",
        "old": "прежняя редакция: файл или КОММИТ:путь", "new-edition": "новая редакция: файл или КОММИТ:путь",
        "diff-format": "вид: text, markdown, json, html; docx — сравнительная таблица, order — приказ, "
                       "redline — карта с исправлениями Word",
        "diff-out": "куда записать", "exit-code": "вернуть 1, если редакции различаются",
        "amendment": "изменения внутри года: номера пунктов не сдвигаются",
        "diff-columns": "столбцы таблицы docx: №, что, было, стало, обоснование, кого касается",
        "one-file": "файл карты", "to-period": "новый период, например «2022/2023»", "rollover-out": "имя нового файла",
        "git-action": "install — настроить это хранилище; diff, textconv, merge вызывает сам git",
        "git-files": "файлы, которые передаёт git",
        "paths": "файлы .yaml или папки (по умолчанию roadmaps)", "out": "куда писать (по умолчанию build)",
        "only": "что собирать, через запятую: docx, ics, calendar", "format": "вид отчёта: text или json",
        "check-format": "вид отчёта: text, concise, json, github, gitlab, sarif; markdown для --summary",
        "profile": "насколько строго: школа, строгий или черновик",
        "baseline": "файл с известными замечаниями: о них не говорить",
        "update-baseline": "записать все замечания в этот файл",
        "summary": "сводка по организациям вместо замечаний: text, markdown или json",
        "watch": "следить за картами: проверять и собирать при каждом сохранении",
        "interval": "как часто смотреть на файлы, в секундах", "lsp": "сервер для редакторов (VS Code и других)",
        "phrase": "фраза срока в кавычках или код замечания",
        "period": "период карты, например «2021/2022 учебный год»",
        "from": "файл с фразами, по одной в строке", "approved": "дата утверждения",
        "new-path": "имя нового файла", "schema-out": "файл, куда записать схему", "keys": "язык ключей: ru или en",
        "unsafe": "исправить и то, что только вероятно", "code": "исправить только замечания с этим кодом",
        "line": "исправить только то, что в этой строке",
        "variant": "взять из предложенных вариантов этот: 1, 2…",
        "show-diff": "показать изменения и ничего не записывать",
        "fmt-check": "ничего не записывать, сказать, какие файлы оформлены иначе",
        "fmt-keys": "перевести ключи: ru или en",
        "calendar": "сделать календарь сроков",
        "layout": "вид: ics — файл для календаря, grid — план-график, people — листы ответственных, "
                  "months — месячные листы, timeline — картина года",
        "calendar-format": "для картины года: svg или html",
        "by": "person — ещё и отдельный файл для каждого ответственного",
        "alarm": "напоминать в 9:00: 3d — за три дня, 3wd — за три рабочих дня",
        "previous": "прошлая редакция: что из неё убрано, будет отменено",
        "calendar-template": "свой шаблон Word для печатного календаря",
        "sign": "подписать копию документа Word ключом из файла (RSA, ECDSA)",
        "sign-key": "файл ключа .p12, .pfx или .pem; пароль спросят, или возьмут из ROADMAP_KEY_PASSWORD",
        "sign-certificate": "файл сертификата, если его нет в файле ключа",
        "sign-out": "имя подписанной копии (по умолчанию рядом, ИМЯ.signed.docx)",
        "stamp": "сделать копию документа с отметкой об электронной подписи",
        "publish": "собрать подписанные документы для сайта",
        "document": "документ Word (.docx)",
        "signature": "файл подписи .sig, .p7s или .sgn (по умолчанию тот, что лежит рядом)",
        "verify": "узнать, какая это редакция и что в документе изменено",
        "roadmaps": "папка карт (по умолчанию roadmaps)",
        "draft": "собрать проект: с пометкой «ПРОЕКТ» и без контрольной суммы",
        "qr": "напечатать контрольную сумму утверждённого документа ещё и квадратным штрихкодом",
        "approved-only": "собрать только утверждённое и с тех пор не изменённое",
        "build-check": "ничего не записывать, сказать, что в папке устарело, пропущено или осталось лишним",
        "roots": "сертификаты, которым доверяете (PEM); без них доверие не проверяется",
        "stamp-out": "имя копии (по умолчанию рядом, ИМЯ.stamped.docx)",
        "documents": "документы Word или папка с подписанными",
        "signature-dir": "папка, где лежат подписи (по умолчанию рядом с документами)",
        "publish-out": "папка для сайта (по умолчанию publish)",
        "lang": "язык сообщений: ru или en", "help": "показать эту справку", "version": "показать версию",
        "usage: ": "Использование: ", "options": "Настройки", "positional arguments": "Аргументы",
        "commands": "Команды",
        "the following arguments are required: %s": "не хватает: %s",
        "unrecognized arguments: %s": "лишнее в командной строке: %s",
        "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
        "expected one argument": "после этого слова нужно значение",
        "invalid %(type)s value: %(value)r": "нужно число, а не %(value)r",
        "expected at least one argument": "после этого слова нужно значение",
        "invalid choice: %(value)r (choose from %(choices)s)": "нет такого значения: %(value)s (можно: %(choices)s)",
        "%(prog)s: error: %(message)s\n": "%(message)s\n",
        "not allowed with argument %s": "нельзя вместе с %s",
        "ignored explicit argument %r": "значения у этого слова нет, а написано %r",
        "one of the arguments %s is required": "нужно одно из этих слов: %s",
    },
    "en": {
        "about": "The roadmap compiler: checks a roadmap in YAML, makes the Word document and the deadline calendar.",
        "check": "check roadmaps", "build": "make documents and calendars",
        "explain": "explain how a deadline is understood, or what a code means",
        "schema": "print the JSON Schema for editors",
        "new": "create a sample roadmap", "fix": "mend what can be mended without asking",
        "fmt": "give roadmaps one layout",
        "approve": "record that a roadmap is approved",
        "approve-date": "the day of approval: 09.02.2022 or 2022-02-09",
        "approve-act": "the kind of act: приказ, распоряжение…", "approve-number": "the number of the act",
        "approve-block": "which block approves, where there are several: 1, 2…",
        "approve-anew": "replace the act that stands there instead of adding «в редакции …»",
        "diff-approved": "compare a roadmap with what was approved",
        "diff": "compare two editions", "rollover": "make next year's roadmap", "ids": "write permanent ids",
        "git": "teach git to compare and merge roadmaps",
        "old": "the old edition: a file or REV:path", "new-edition": "the new edition: a file or REV:path",
        "diff-format": "form: text, markdown, json, html; docx is the comparative table, order the order, "
                       "redline the document with tracked changes",
        "diff-out": "where to write", "exit-code": "return 1 where the editions differ",
        "amendment": "an amendment within a year: numbers must not move",
        "diff-columns": "columns of the docx table: number, what, old, new, reason, people",
        "one-file": "the roadmap", "to-period": "the new period, for example «2022/2023»",
        "rollover-out": "name of the new file",
        "git-action": "install: set up this repository; git itself calls diff, textconv, merge",
        "git-files": "files that git passes",
        "paths": ".yaml files or folders (by default roadmaps)", "out": "where to write (by default build)",
        "only": "what to make, by commas: docx, ics, calendar", "format": "form of the report: text or json",
        "check-format": "form of the report: text, concise, json, github, gitlab, sarif; markdown for --summary",
        "profile": "how strict: school, strict or draft",
        "baseline": "a file of known findings, which are not told",
        "update-baseline": "write all findings into that file",
        "summary": "a summary by institutions instead of findings: text, markdown or json",
        "watch": "watch roadmaps: check and build them whenever they are saved",
        "interval": "how often to look at the files, in seconds", "lsp": "the server for editors (VS Code and others)",
        "phrase": "the phrase of a deadline, in quotes, or the code of a finding",
        "period": "the period, for example «2021/2022 учебный год»",
        "from": "a file of phrases, one a line", "approved": "the day of approval",
        "new-path": "name of the new file", "schema-out": "file to write the schema to",
        "calendar": "make a calendar of deadlines",
        "layout": "ics, a file for a calendar program; grid, activities by months; people, a sheet for each person; "
                  "months, a page for each month; timeline, a picture of the year",
        "calendar-format": "for the picture of the year: svg or html",
        "by": "person: besides a file for each responsible person",
        "alarm": "remind at 9:00: 3d, three days before; 3wd, three working days before",
        "previous": "the previous edition: what was removed from it is cancelled",
        "calendar-template": "a Word template of your own for a printed calendar",
        "sign": "sign a copy of a Word document with a key from a file (RSA, ECDSA)",
        "sign-key": "file of the key: .p12, .pfx or .pem; the password is asked for, or is in ROADMAP_KEY_PASSWORD",
        "sign-certificate": "file of the certificate, where it is not in that of the key",
        "sign-out": "name of the signed copy (by default beside, NAME.signed.docx)",
        "stamp": "make a copy of a document with the mark of its electronic signature",
        "publish": "gather signed documents for the site",
        "document": "a Word document (.docx)",
        "signature": "the signature, .sig, .p7s or .sgn (by default the one beside the document)",
        "verify": "tell which edition a document is and what in it was altered",
        "roadmaps": "folder of roadmaps (by default roadmaps)",
        "draft": "build drafts: with the mark «ПРОЕКТ» and without a checksum",
        "qr": "print the checksum of an approved document as a QR code too",
        "approved-only": "build only what is approved and unchanged since",
        "build-check": "write nothing, say what in the folder is stale, missing or left over",
        "roots": "certificates that you trust (PEM); without them trust is not checked",
        "stamp-out": "name of the copy (by default beside, NAME.stamped.docx)",
        "documents": "Word documents, or a folder of signed ones",
        "signature-dir": "the folder of the signatures (by default beside the documents)",
        "publish-out": "the folder for the site (by default publish)",
        "keys": "language of the keys: ru or en", "lang": "language of messages: ru or en",
        "unsafe": "mend also what is only probable", "code": "mend only findings with this code",
        "line": "mend only what is on this line", "variant": "take this one of the variants offered: 1, 2…",
        "show-diff": "show the changes and write nothing",
        "fmt-check": "write nothing, say which files are laid out otherwise",
        "fmt-keys": "put the keys into ru or en",
        "help": "show this help", "version": "show the version", "commands": "commands",
        "invalid %(type)s value: %(value)r": "a number is needed, not %(value)r",
    },
}

KINDS = ("docx", "ics", "calendar")
_PROFILES = ("школа", "строгий", "черновик", "school", "strict", "draft")


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
    texts = _TEXTS[language]
    # argparse asks gettext for its own words; a table is all that it needs here
    setattr(argparse, "_", lambda text: texts.get(text, text))
    typed = _typed_command(arguments)
    if typed == "help":  # «roadmap help check»
        arguments = [word for word in arguments if word != "help"] + ["--help"]
        typed = _typed_command(arguments)
    parser, commands = _parser(texts, typed)
    if typed and typed not in commands:
        sys.stderr.write(_said("unknown-command", typed, commands) + "\n")
        return 2
    try:
        options, unknown = parser.parse_known_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    if unknown:
        sys.stderr.write(_surplus(parser, typed, unknown, texts) + "\n")
        return 2
    if options.command is None:
        parser.print_help()
        return 2
    options.run = importlib.import_module(f"roadmap_compiler.commands.{options.command}").run
    return options


def _surplus(parser: argparse.ArgumentParser, typed: str, unknown: list[str], texts: dict[str, str]) -> str:
    """What stands too much in the command line, and the option that was probably meant."""
    text = "unrecognized arguments: %s"
    told = texts.get(text, text) % " ".join(unknown)
    word = next((one.partition("=")[0] for one in unknown if one.startswith("-")), "")
    parsers = [parser, *(action.choices[typed] for action in parser._actions
                         if isinstance(action, argparse._SubParsersAction) and typed in action.choices)]
    known = [option for one in parsers for action in one._actions for option in action.option_strings]
    return told + _near(word, [option for option in known if option.startswith("--")]) if word else told


class _Commands:
    """The commands of the parser. Where one was typed only that one is made: twenty take as long as a small build."""

    def __init__(self, made: Any, typed: str) -> None:
        self.made = made
        self.typed = typed
        self.names: list[str] = []

    def add_parser(self, name: str, **options: Any) -> Any:
        """The parser of a command, or something that takes what is added to it and does nothing."""
        self.names.append(name)
        return self.made.add_parser(name, **options) if self.typed in ("", name) else _Unasked()


class _Unasked:
    """Stands for the parser of a command that was not typed."""

    def add_argument(self, *_: Any, **__: Any) -> None:
        """Nothing."""

    def add_mutually_exclusive_group(self) -> _Unasked:
        """Nothing either."""
        return self


def _parser(texts: dict[str, str], typed: str) -> tuple[argparse.ArgumentParser, Collection[str]]:
    """The parser and the names of all commands. ``typed`` is the command that was typed, "" for all."""
    parser = argparse.ArgumentParser("roadmap", description=texts["about"], add_help=False, allow_abbrev=False)
    common: dict[str, Any] = {"add_help": False, "allow_abbrev": False}
    _general(parser, texts)
    parser.add_argument("--version", action="version", version=_version(), help=texts["version"])
    made = parser.add_subparsers(dest="command", metavar="COMMAND", title=texts["commands"])
    commands = _Commands(made, typed)

    check = commands.add_parser("check", help=texts["check"], description=texts["check"], **common)
    check.add_argument("paths", nargs="*", help=texts["paths"], metavar="FILE")
    check.add_argument("--format", default="text", help=texts["check-format"],
                       choices=("text", "concise", "json", "markdown", "github", "gitlab", "sarif"))
    check.add_argument("--profile", choices=_PROFILES, help=texts["profile"], metavar="{school,strict,draft}")
    check.add_argument("--baseline", help=texts["baseline"], metavar="FILE")
    check.add_argument("--update-baseline", action="store_true", help=texts["update-baseline"])
    check.add_argument("--summary", action="store_true", help=texts["summary"])

    build = commands.add_parser("build", help=texts["build"], description=texts["build"], **common)
    build.add_argument("paths", nargs="*", help=texts["paths"], metavar="FILE")
    build.add_argument("--out", default="build", help=texts["out"], metavar="DIR")
    build.add_argument("--only", help=texts["only"], metavar="KINDS", type=_kinds)
    build.add_argument("--profile", choices=_PROFILES, help=texts["profile"], metavar="{school,strict,draft}")
    states = build.add_mutually_exclusive_group()
    states.add_argument("--draft", action="store_true", help=texts["draft"])
    states.add_argument("--approved-only", action="store_true", help=texts["approved-only"])
    build.add_argument("--check", action="store_true", help=texts["build-check"])
    build.add_argument("--qr", action="store_true", help=texts["qr"])

    watch = commands.add_parser("watch", help=texts["watch"], description=texts["watch"], **common)
    watch.add_argument("paths", nargs="*", help=texts["paths"], metavar="FILE")
    watch.add_argument("--out", default="build", help=texts["out"], metavar="DIR")
    watch.add_argument("--only", help=texts["only"], metavar="KINDS", type=_kinds)
    watch.add_argument("--profile", choices=_PROFILES, help=texts["profile"], metavar="{school,strict,draft}")
    watch.add_argument("--interval", type=float, default=0.5, help=texts["interval"], metavar="SECONDS")

    lsp = commands.add_parser("lsp", help=texts["lsp"], description=texts["lsp"], **common)
    lsp.add_argument("--profile", choices=_PROFILES, help=texts["profile"], metavar="{school,strict,draft}")

    calendar = commands.add_parser("calendar", help=texts["calendar"], description=texts["calendar"], **common)
    calendar.add_argument("paths", nargs="*", help=texts["paths"], metavar="FILE")
    calendar.add_argument("--layout", default="ics", help=texts["layout"],
                          choices=("ics", "grid", "people", "months", "timeline"))
    calendar.add_argument("--format", help=texts["calendar-format"], choices=("svg", "html"))
    calendar.add_argument("--by", help=texts["by"], choices=("person",))
    calendar.add_argument("--alarm", help=texts["alarm"], metavar="3d")
    calendar.add_argument("--previous", help=texts["previous"], metavar="OLD")
    calendar.add_argument("--template", help=texts["calendar-template"], metavar="DOCX")
    calendar.add_argument("--out", default="build", help=texts["out"], metavar="DIR")

    explain = commands.add_parser("explain", help=texts["explain"], description=texts["explain"], **common)
    explain.add_argument("phrase", nargs="?", help=texts["phrase"], metavar="PHRASE")
    explain.add_argument("--period", help=texts["period"], metavar="PERIOD")
    explain.add_argument("--from", dest="source", help=texts["from"], metavar="FILE")
    explain.add_argument("--approved", help=texts["approved"], metavar="DATE")
    explain.add_argument("--format", choices=("text", "json"), default="text", help=texts["format"])

    schema = commands.add_parser("schema", help=texts["schema"], description=texts["schema"], **common)
    schema.add_argument("--keys", choices=("ru", "en"), default="ru", help=texts["keys"])
    schema.add_argument("--out", help=texts["schema-out"], metavar="FILE")

    diff = commands.add_parser("diff", help=texts["diff"], description=texts["diff"], **common)
    diff.add_argument("old", help=texts["old"], metavar="OLD")
    diff.add_argument("new", nargs="?", help=texts["new-edition"], metavar="NEW")
    diff.add_argument("--approved", action="store_true", help=texts["diff-approved"])
    diff.add_argument("--format", default="text", help=texts["diff-format"],
                      choices=("text", "markdown", "json", "html", "docx", "order", "redline"))
    diff.add_argument("--out", help=texts["diff-out"], metavar="FILE")
    diff.add_argument("--exit-code", action="store_true", help=texts["exit-code"])
    diff.add_argument("--amendment", action="store_true", help=texts["amendment"])
    diff.add_argument("--columns", help=texts["diff-columns"], metavar="COLUMNS")

    approve = commands.add_parser("approve", help=texts["approve"], description=texts["approve"], **common)
    approve.add_argument("path", help=texts["one-file"], metavar="FILE")
    approve.add_argument("--date", required=True, help=texts["approve-date"], metavar="DATE")
    approve.add_argument("--act", default="", help=texts["approve-act"], metavar="ACT")
    approve.add_argument("--number", default="", help=texts["approve-number"], metavar="NUMBER")
    approve.add_argument("--block", type=_from_one, help=texts["approve-block"], metavar="N")
    approve.add_argument("--anew", action="store_true", help=texts["approve-anew"])

    rollover = commands.add_parser("rollover", help=texts["rollover"], description=texts["rollover"], **common)
    rollover.add_argument("path", help=texts["one-file"], metavar="FILE")
    rollover.add_argument("--to", required=True, help=texts["to-period"], metavar="PERIOD")
    rollover.add_argument("--out", required=True, help=texts["rollover-out"], metavar="NEW")

    ids = commands.add_parser("ids", help=texts["ids"], description=texts["ids"], **common)
    ids.add_argument("paths", nargs="*", help=texts["paths"], metavar="FILE")

    git = commands.add_parser("git", help=texts["git"], description=texts["git"], **common)
    git.add_argument("action", help=texts["git-action"], metavar="ACTION",
                     choices=("install", "diff", "textconv", "merge"))
    git.add_argument("files", nargs="*", help=texts["git-files"], metavar="FILE")

    new = commands.add_parser("new", help=texts["new"], description=texts["new"], **common)
    new.add_argument("path", help=texts["new-path"], metavar="FILE")
    new.add_argument("--period", help=texts["period"], metavar="PERIOD")

    fix = commands.add_parser("fix", help=texts["fix"], description=texts["fix"], **common)
    fix.add_argument("paths", nargs="*", help=texts["paths"], metavar="FILE")
    fix.add_argument("--unsafe", action="store_true", help=texts["unsafe"])
    fix.add_argument("--code", help=texts["code"], metavar="CODE")
    fix.add_argument("--line", type=_from_one, help=texts["line"], metavar="N")
    fix.add_argument("--variant", type=_from_one, help=texts["variant"], metavar="N")
    fix.add_argument("--diff", action="store_true", help=texts["show-diff"])

    fmt = commands.add_parser("fmt", help=texts["fmt"], description=texts["fmt"], **common)
    fmt.add_argument("paths", nargs="*", help=texts["paths"], metavar="FILE")
    fmt.add_argument("--check", action="store_true", help=texts["fmt-check"])
    fmt.add_argument("--diff", action="store_true", help=texts["show-diff"])
    fmt.add_argument("--keys", choices=("ru", "en"), help=texts["fmt-keys"])

    sign = commands.add_parser("sign", help=texts["sign"], description=texts["sign"], **common)
    sign.add_argument("path", help=texts["document"], metavar="FILE")
    sign.add_argument("--key", required=True, help=texts["sign-key"], metavar="KEY")
    sign.add_argument("--certificate", help=texts["sign-certificate"], metavar="CERT")
    sign.add_argument("--out", help=texts["sign-out"], metavar="COPY")

    verify = commands.add_parser("verify", help=texts["verify"], description=texts["verify"], **common)
    verify.add_argument("paths", nargs="+", help=texts["document"], metavar="FILE")
    verify.add_argument("--roadmaps", help=texts["roadmaps"], metavar="DIR")
    verify.add_argument("--signature", action="append", default=[], help=texts["signature"], metavar="SIG")
    verify.add_argument("--roots", action="append", default=[], help=texts["roots"], metavar="PEM")
    verify.add_argument("--format", choices=("text", "json"), default="text", help=texts["format"])

    stamp = commands.add_parser("stamp", help=texts["stamp"], description=texts["stamp"], **common)
    stamp.add_argument("path", help=texts["document"], metavar="FILE")
    stamp.add_argument("--signature", action="append", default=[], help=texts["signature"], metavar="SIG")
    stamp.add_argument("--roots", action="append", default=[], help=texts["roots"], metavar="PEM")
    stamp.add_argument("--out", help=texts["stamp-out"], metavar="COPY")

    publish = commands.add_parser("publish", help=texts["publish"], description=texts["publish"], **common)
    publish.add_argument("paths", nargs="+", help=texts["documents"], metavar="FILE")
    publish.add_argument("--signature-dir", help=texts["signature-dir"], metavar="DIR")
    publish.add_argument("--roots", action="append", default=[], help=texts["roots"], metavar="PEM")
    publish.add_argument("--out", default="publish", help=texts["publish-out"], metavar="DIR")

    for command in made.choices.values():
        _general(command, texts)
    if texts is _TEXTS["ru"]:
        from roadmap_compiler.commands.placeholders import put_into_russian

        put_into_russian((parser, *made.choices.values()))
    return parser, commands.names


def _from_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _kinds(text: str) -> str:
    """Kinds of output parted by commas, as typed; raises argparse's error where one is unknown."""
    unknown = [kind for kind in text.split(",") if kind.strip() not in KINDS]
    if unknown:
        raise argparse.ArgumentTypeError(_said("unknown-kind", unknown[0].strip(), KINDS))
    return ",".join(kind.strip() for kind in text.split(","))


def _said(word: str, typed: str, known: Iterable[str]) -> str:
    from roadmap_compiler.messages import say

    return say(word, {"name": typed, "words": ", ".join(known)}, _language()) + _near(typed, known)


def _near(typed: str, known: Iterable[str]) -> str:
    from roadmap_compiler.messages import say
    from roadmap_compiler.near import near

    guess = near(typed, known)
    return ". " + say("near", {"near": guess}, _language()) if guess else ""


def _language() -> Language:
    return "en" if argparse.__dict__["_"]("help") == _TEXTS["en"]["help"] else "ru"


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
