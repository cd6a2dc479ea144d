"""Words of the commands that stamp and publish signed documents."""

from __future__ import annotations

from typing import Any

from roadmap_compiler.messages import Language, fill

RU = {
    "not-docx": "{path}: это не документ Word (.docx)",
    "old-doc": "{path}: это старый документ .doc или документ с паролем. Подписывают и публикуют .docx без пароля",
    "damaged-docx": "{path}: файл повреждён, Word его не откроет",
    "big-docx": "{path}: файл слишком большой",
    "signature-missing": "{path}: рядом нет файла подписи. Положите его рядом под именем {name}.sig или назовите: "
                         "--signature ФАЙЛ",
    "not-stamped": "{path}: отметка не поставлена, подпись не подтверждена",
    "over-original": "{path}: копию нельзя записать вместо самого документа, его подписи или сертификатов. "
                     "Назовите другой файл",
    "stamped": "{path} → {output}",
    "at-approval": "Отметка стоит в грифе утверждения",
    "at-agreement": "Отметка стоит в грифе согласования",
    "at-signature": "Отметка стоит у подписи",
    "at-end": "Места для этой подписи в документе не нашлось: отметка стоит в конце",
    "other-person": "Проверьте: на этом месте назван другой человек — {other}",
    "two-of-one-name": "Файлы {path} и {other} попадут под одним именем {name}: переименуйте один из них",
    "unsigned": "{path}: подписи рядом нет, документ будет опубликован как неподписанный",
    "refused": "{path}: не опубликован, подпись не подтверждена",
    "published": "{path}: опубликован",
    "no-office": "LibreOffice не найден, PDF не сделаны. Установите его (libreoffice.org) и повторите команду",
    "no-pdf": "{path}: LibreOffice не смог сделать PDF",
    "plain-pdf": "{path}: PDF сделан обычный, не PDF/A: для PDF/A нужен LibreOffice 7.4 или новее",
    "page-of-others": "{path}: это чужая страница, она не тронута. Назовите другую папку: --out",
    "page": "Страница для сайта: {path}. На сайт загрузите всю папку «{folder}»",
    "nothing-published": "Публиковать нечего",
    "left-unsigned": "{path}: без подписи и не опубликовано: {count}",
    "doubtful-mark": "предупреждение: {path}: подписал {owner}, а отметка стоит там, где назван другой человек — {other}. "
                     "Проверьте, тот ли человек подписал",
}

EN = {
    "not-docx": "{path}: this is not a Word document (.docx)",
    "old-doc": "{path}: this is an old .doc, or a document with a password. Sign and publish a .docx without one",
    "damaged-docx": "{path}: the file is damaged, Word will not open it",
    "big-docx": "{path}: the file is too big",
    "signature-missing": "{path}: there is no signature beside it. Put it there as {name}.sig, or name it: "
                         "--signature FILE",
    "not-stamped": "{path}: no mark was put in, the signature is not confirmed",
    "over-original": "{path}: the copy must not be written over the document, its signature or the certificates. "
                     "Name another file",
    "stamped": "{path} → {output}",
    "at-approval": "The mark stands in the block of approval",
    "at-agreement": "The mark stands in the block of agreement",
    "at-signature": "The mark stands at the signature",
    "at-end": "The document has no place for this signature: the mark stands at its end",
    "other-person": "Check this: the place names another person, {other}",
    "two-of-one-name": "The files {path} and {other} would be published under one name, {name}: rename one of them",
    "unsigned": "{path}: no signature beside it, it will be published as not signed",
    "refused": "{path}: not published, the signature is not confirmed",
    "published": "{path}: published",
    "no-office": "LibreOffice was not found, no PDF was made. Install it (libreoffice.org) and repeat the command",
    "no-pdf": "{path}: LibreOffice could not make a PDF of it",
    "plain-pdf": "{path}: the PDF is an ordinary one, not PDF/A: that needs LibreOffice 7.4 or later",
    "page-of-others": "{path}: this page was written by somebody else, it was left as it is. Name another folder: --out",
    "page": "The page for the site: {path}. Put the whole folder «{folder}» there",
    "nothing-published": "There is nothing to publish",
    "left-unsigned": "{path}: not signed and not published: {count}",
    "doubtful-mark": "warning: {path}: it was signed by {owner}, but the mark stands where another person is named, {other}. "
                     "Check that the right person has signed",
}


def told(word: str, params: dict[str, Any], language: Language) -> str:
    """A sentence of these commands with its parameters."""
    return fill((RU if language == "ru" else EN)[word], params)
