"""What is said about the mistakes of a Word template, and about places in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap_compiler.documents.problems import Place, TemplateProblem

_FILE_RU = {
    "template-not-docx": "Файл «{name}» — не документ Word (.docx)",
    "template-old-doc": "Файл «{name}» — документ старого вида (.doc) или закрытый паролем; "
    "откройте его в Word и сохраните без пароля как .docx",
    "template-damaged": "Файл «{name}» повреждён: его содержимое не читается; откройте его в Word и сохраните заново",
    "template-too-big": "Файл «{name}» слишком велик для шаблона; уберите из него большие картинки",
    "template-macros": "В файле «{name}» есть макросы; сохраните его как обычный документ .docx",
    "template-without-tags": "В файле «{name}» нет ни одного тега, печатать в него нечего",
    "template-forbidden-character": "В тексте есть знак {character}, которого не бывает в документах Word; "
    "удалите его",
}

_TAG_RU = {
    "template-unpaired-bracket": "скобка тега без пары: «{tag}»; тег целиком стоит в одном абзаце и пишется "
    "«{{{{ имя }}}}» или «{{% … %}}»",
    "template-curly-quotes": "в теге «{tag}» кавычки набраны как в тексте; нужны прямые: \" или '",
    "template-unpaired-quote": "в теге «{tag}» кавычка без пары",
    "template-cyrillic-letters": "в теге «{tag}» слово «{name}» набрано русскими буквами; нужны латинские",
    "template-space-before-level": "в теге «{tag}» лишний пробел перед «{level}»; пишите «{right}»",
    "template-outside-table": "тег «{tag}» стоит вне таблицы, а «{level}» относится к её строкам и ячейкам",
    "template-outside-cell": "тег «{tag}» стоит вне таблицы, а действует он на ячейку",
    "template-text-beside-tag": "тег «{tag}» убирает всё, что стоит вместе с ним ({level}), и пропадёт: «{text}»; "
    "перенесите это или сам тег",
    "template-ready-markup": "тег «{tag}» ждёт готовой разметки Word, а в данных только текст; "
    "пишите без «{level}»: «{{{{ имя }}}}»",
    "template-join-mark": "знак «{mark}» у скобки тега «{tag}» здесь не действует; уберите его",
    "template-empty-tag": "тег «{tag}» пуст",
    "template-unknown-block": "тег «{tag}» начинается с неизвестного слова «{name}»",
    "template-forbidden-block": "«{name}» в шаблонах дорожных карт не действует (тег «{tag}»)",
    "template-unclosed-block": "тег «{tag}» не закрыт: не хватает «{closing}»",
    "template-extra-block": "тег «{tag}» лишний: перед ним нечего закрывать или продолжать",
    "template-crossed-block": "тег «{tag}» стоит не там, где начат «{opening}»: поставьте их в один абзац "
    "или пишите оба с «p», «tr» или «tc»",
    "template-syntax": "тег «{tag}» записан с ошибкой; проверьте скобки, запятые и кавычки",
    "template-unknown-name": "в теге «{tag}» неизвестное имя «{name}»",
    "template-unknown-field": "в теге «{tag}» у «{owner}» нет поля «{name}»",
    "template-unknown-filter": "в теге «{tag}» неизвестная обработка «{name}» после черты «|»",
    "template-unknown-test": "в теге «{tag}» неизвестная проверка «{name}» после «is»",
    "template-not-a-list": "в теге «{tag}» перебирается «{name}», а это не список",
    "template-wrong-parts": "в теге «{tag}» имён: {count}, а составные части — {parts}",
    "template-no-parts": "в теге «{tag}» имён: {count}, а нужно одно: здесь перебираются строки текста",
    "template-prints-list": "в теге «{tag}» «{name}» — список или признак, напечатать его нельзя; "
    "переберите его тегом «for» или проверьте тегом «if»",
    "template-forbidden": "тег «{tag}» обращается к внутреннему устройству программы; это запрещено",
    "template-undefined": "тег «{tag}» обращается к тому, чего нет в данных",
    "template-division-by-zero": "в теге «{tag}» получилось деление на ноль",
    "template-prints-object": "тег «{tag}» печатает не текст и не число",
    "template-wrong-property": "значение в теге «{tag}» не подходит для свойства ячейки",
    "template-run-error": "тег «{tag}» не удалось выполнить с этими данными",
}

RU = _FILE_RU | {code: "В шаблоне «{template}», {place}: " + sentence for code, sentence in _TAG_RU.items()}

_FILE_EN = {
    "template-not-docx": "“{name}” is not a Word document (.docx)",
    "template-old-doc": "“{name}” is an old .doc or is protected by a password; save it in Word as a plain .docx",
    "template-damaged": "“{name}” is damaged and cannot be read; open it in Word and save it again",
    "template-too-big": "“{name}” is too big for a template; take the large pictures out",
    "template-macros": "“{name}” has macros; save it as a plain .docx",
    "template-without-tags": "“{name}” has no tags, there is nothing to print into it",
    "template-forbidden-character": "The text has the character {character}, which a Word document cannot hold; "
    "delete it",
}

_TAG_EN = {
    "template-unpaired-bracket": "a bracket without its pair: “{tag}”; a tag stands in one paragraph and is written "
    "“{{{{ name }}}}” or “{{% … %}}”",
    "template-curly-quotes": "curly quotes in the tag “{tag}”; write straight ones: \" or '",
    "template-unpaired-quote": "a quote without its pair in the tag “{tag}”",
    "template-cyrillic-letters": "in the tag “{tag}” the word “{name}” has Cyrillic letters; write Latin ones",
    "template-space-before-level": "in the tag “{tag}” there is a space before “{level}”; write “{right}”",
    "template-outside-table": "the tag “{tag}” stands outside a table, but “{level}” means its rows or cells",
    "template-outside-cell": "the tag “{tag}” stands outside a table, but it works on a cell",
    "template-text-beside-tag": "the tag “{tag}” takes away all that stands with it ({level}), and “{text}” "
    "would be lost; move it or the tag",
    "template-ready-markup": "the tag “{tag}” wants ready Word markup, but the data hold only text; "
    "leave “{level}” out: “{{{{ name }}}}”",
    "template-join-mark": "the “{mark}” at the bracket of “{tag}” has no effect here; take it away",
    "template-empty-tag": "the tag “{tag}” is empty",
    "template-unknown-block": "the tag “{tag}” begins with an unknown word “{name}”",
    "template-forbidden-block": "“{name}” cannot be used in templates of roadmaps (tag “{tag}”)",
    "template-unclosed-block": "the tag “{tag}” is not closed: “{closing}” is missing",
    "template-extra-block": "the tag “{tag}” is one too many: there is nothing to close or go on with",
    "template-crossed-block": "the tag “{tag}” does not stand where “{opening}” began: put both into one paragraph, "
    "or write both with “p”, “tr” or “tc”",
    "template-syntax": "the tag “{tag}” is written wrong; check brackets, commas and quotes",
    "template-unknown-name": "unknown name “{name}” in the tag “{tag}”",
    "template-unknown-field": "in the tag “{tag}”, “{owner}” has no field “{name}”",
    "template-unknown-filter": "unknown filter “{name}” in the tag “{tag}”",
    "template-unknown-test": "unknown test “{name}” in the tag “{tag}”",
    "template-not-a-list": "the tag “{tag}” goes through “{name}”, which is not a list",
    "template-wrong-parts": "the tag “{tag}” has {count} names, but the parts are {parts}",
    "template-no-parts": "the tag “{tag}” has {count} names, but needs one: the items are lines of text",
    "template-prints-list": "in the tag “{tag}”, “{name}” is a list or a flag and cannot be printed; "
    "go through it with “for” or ask it with “if”",
    "template-forbidden": "the tag “{tag}” reaches into the program, which is forbidden",
    "template-undefined": "the tag “{tag}” asks for something that is not in the data",
    "template-division-by-zero": "division by zero in the tag “{tag}”",
    "template-prints-object": "the tag “{tag}” prints neither text nor a number",
    "template-wrong-property": "the value in the tag “{tag}” does not fit the property of a cell",
    "template-run-error": "the tag “{tag}” failed with these data",
}

EN = _FILE_EN | {code: "In the template “{template}”, {place_en}: " + sentence for code, sentence in _TAG_EN.items()}

PARTS = {
    "ru": {"header": "верхний колонтитул", "footer": "нижний колонтитул", "notes": "сноски"},
    "en": {"header": "header", "footer": "footer", "notes": "notes"},
}
WHOLE_BODY = {"ru": "основной текст", "en": "the body"}
STEPS = {
    "ru": {"table": "таблица", "row": "строка", "column": "столбец", "paragraph": "абзац"},
    "en": {"table": "table", "row": "row", "column": "column", "paragraph": "paragraph"},
}


def where(place: Place, language: str = "ru") -> str:
    """A place in a Word file: «таблица 1, строка 3, столбец 2», «верхний колонтитул, абзац 1»."""
    part = PARTS[language].get(place.part, "")
    steps = (f"{word} {getattr(place, step)}" for step, word in STEPS[language].items() if getattr(place, step))
    return ", ".join(filter(None, (part, *steps))) or WHOLE_BODY[language]


def placed(problem: TemplateProblem) -> dict[str, str]:
    """The parameters of the sentence about ``problem``, its place in words among them."""
    return {**problem.params, "place": where(problem.place), "place_en": where(problem.place, "en")}
