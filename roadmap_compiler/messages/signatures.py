"""Words about electronic signatures: what is wrong with one, and what a report on them says."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from roadmap_compiler.messages import Language, fill
from roadmap_compiler.messages.moments import MOSCOW, in_moscow, print_date, print_time

if TYPE_CHECKING:
    from roadmap_compiler.signatures import Certificate, Report, SignatureProblem, Signer

RU = {
    # what came in the place of a signature
    "signature-empty": "Файл подписи пуст: скачайте его заново",
    "signature-too-big": "Файл подписи больше {megabytes} МБ: это не подпись",
    "signature-is-document": "Это не подпись, а документ ({kind}): укажите файл .sig или .p7s",
    "signature-is-web-page": "Вместо подписи сохранена страница сайта: скачайте файл подписи заново",
    "signature-is-xml": "Это файл XML, а не отсоединённая подпись: укажите файл .sig или .p7s",
    "signature-is-key": "Это закрытый ключ, а не подпись. Никому его не передавайте",
    "signature-is-certificate": "Это сертификат без подписи: укажите файл .sig или .p7s",
    "signature-is-encrypted": "Это зашифрованное сообщение, а не подпись",
    "signature-not-signature": "Это не файл подписи: укажите файл .sig или .p7s",
    "signature-truncated": "Файл подписи обрывается: он скачан или скопирован не полностью",
    "signature-damaged": "Файл подписи испорчен",
    "signature-complex": "Файл подписи устроен так сложно, что проверять его нельзя",
    "signature-trailing": "После подписи в файле есть лишнее: файл испорчен или дописан",
    "signature-without-signers": "В файле есть сертификаты, но ни одной подписи",
    "attached-differs": "Внутри подписи лежит другой документ, не этот файл",
    "roots-unreadable": "Корневые сертификаты не прочитаны: нужен файл .pem, .cer или .p7b",
    # one signature
    "file-differs": "Файл изменён после подписания, или это подпись другого файла",
    "file-or-signature-differs": "Подпись не сходится с файлом: изменён файл или подпись, или это подпись другого файла",
    "signature-wrong": "Подпись не сходится с сертификатом: изменены подписанные сведения, сертификат или сама подпись",
    "signed-facts-damaged": "Подписанные сведения (хэш, время, вид содержания) испорчены или повторяются",
    "algorithm-not-checked": "Алгоритм не проверяется: {algorithm}. Проверьте подпись на Госуслугах или в КриптоПро",
    "certificate-missing": "В подписи нет сертификата подписавшего: проверить её нельзя. "
                           "Попросите подпись с вложенным сертификатом",
    "certificate-damaged": "Сертификат внутри подписи не читается",
    "certificate-altered": "Сертификат изменён: подпись того, кто его выдал, под ним не сходится",
    "certificate-ambiguous": "Подписи подходит больше одного сертификата: кто подписал, сказать нельзя",
    "other-certificate-named": "Подписавший назвал другой сертификат, не тот, что вложен: сертификат подменён",
    "countersignature-not-checked": "Есть заверяющая подпись: она не проверялась",
    "timestamp-not-checked": "Есть штамп времени: он не проверялся",
    # the certificate
    "signed-before-validity": "Подписано {signed}, а сертификат действует с {start}",
    "signed-after-validity": "Подписано {signed}, а сертификат действовал по {end}",
    "signed-in-future": "Время подписи ещё не наступило: {signed}",
    "certificate-expired": "Сертификат действовал по {end}",
    "certificate-expired-since": "Сертификат действовал по {end}; подпись, по часам подписавшего, поставлена раньше",
    "certificate-not-yet-valid": "Сертификат действует с {start}",
    "key-not-for-signing": "Сертификат выдан не для подписи документов",
    "key-weak": "Ключ слишком короткий: {algorithm}",
    "hash-weak": "Ненадёжный хэш: {algorithm}",
    "untrusted-no-authority": "Сертификату нельзя доверять: среди указанных нет сертификата того, кто его выдал "
                              "({authority})",
    "untrusted-not-issued": "Сертификату нельзя доверять: «{authority}» его не подписывал",
    "untrusted-algorithm": "Сертификату нельзя доверять: подпись «{authority}» под ним сделана алгоритмом, который "
                           "здесь не проверяется",
    "untrusted-not-authority": "Сертификату нельзя доверять: «{authority}» не вправе выдавать сертификаты",
    "untrusted-authority-expired": "Сертификату нельзя доверять: срок сертификата «{authority}» не охватывает время "
                                   "подписи",
    "untrusted-conditions": "Сертификату нельзя доверять: у «{authority}» есть условия, которые здесь не проверяются",
    # a signature inside a document
    "package-not-signed": "В документе нет подписи",
    "document-not-docx": "Это не документ .docx",
    "document-old-doc": "Это документ .doc или документ с паролем: сохраните его как .docx",
    "document-too-big": "Документ слишком велик",
    "document-damaged": "Документ испорчен",
    "part-missing": "Подписанной части нет в документе: {part}",
    "part-altered": "Часть документа изменена после подписания: {part}",
    "part-unsigned": "Часть документа не подписана: {part}. Её добавили после подписания, или её пропустила программа, которой "
                     "подписывали",
    "relationships-changed": "Связи документа изменены после подписания: {part}",
    "relationship-unsigned": "Связь в документе не подписана: {part} → {target}. Её добавили после подписания, или её "
                             "пропустила программа, которой подписывали",
    "content-type-changed": "Вид части изменён после подписания: {part}",
    "stray-signature-part": "Среди подписей лишняя часть: {part}",
    "signed-object-altered": "Список подписанного или сведения о подписи изменены после подписания",
    "nothing-signed": "Подпись не охватывает документ: {part}",
    "xml-damaged": "Часть документа испорчена: {part}",
    "xml-doctype": "Часть документа объявляет свой тип (DOCTYPE), этого в документе быть не должно: {part}",
    "xml-signature-strange": "Подпись устроена не так, как в документах Word: {part}",
    "xml-signature-wrapped": "Подпись ссылается не на своё содержание, его могли подменить: {part}",
    "properties-unsigned": "Свойства файла (автор, даты, статистика) подписью не охвачены: так подписывает и Word",
    # a key
    "key-password": "Нужен пароль ключа",
    "key-password-wrong": "Пароль не подходит, или файл ключа испорчен",
    "key-not-key": "Это не файл ключа: нужен .p12, .pfx или .pem",
    "key-is-certificate": "В файле сертификат без закрытого ключа",
    "key-is-container": "Это контейнер КриптоПро: подпишите файл в КриптоПро или КриптоАРМ, отсоединённой подписью",
    "key-algorithm": "Ключ этого вида не годится для подписи внутри документа: нужен RSA или ECDSA. "
                     "Ключом ГОСТ подпишите в КриптоПро или КриптоАРМ, отсоединённой подписью",
    "key-without-certificate": "В файле ключа нет сертификата: укажите его после --certificate",
    "key-of-another-certificate": "Ключ и сертификат не подходят друг к другу",
    "already-broken": "В документе уже есть подпись, и она нарушена: вторую ставить нельзя",
    "signing-failed": "Подписать не удалось: подпись не прошла проверку, файл не записан",
    "over-input": "{path}: подписанную копию нельзя записать поверх документа, ключа или сертификата. "
                  "Назовите другой файл: --out",
    "ask-password": "Пароль ключа: ",
    "no-terminal": "{path}: нужен пароль ключа, а спросить его не у кого. Запустите команду в терминале или задайте "
                   "переменную {variable}",
    "signed-copy": "Подписал: {who}. Сертификат {serial} действует по {end}",
    # a report
    "holds": "Подпись верна: файл не изменён после подписания",
    "hold": "Подписи верны: файл не изменён после подписания",
    "does-not-hold": "Подпись не принята",
    "signer": "Подписал: {who}",
    "signer-unknown": "Кто подписал, неизвестно: сертификат не прочитан",
    "certificate": "Сертификат {serial}, {algorithm}, действует с {start} по {end}. Выдан: {issuer}",
    "signed-at": "Подписано {moment} по московскому времени, по часам подписавшего",
    "signed-at-utc": "Подписано {moment} по всемирному времени (UTC), по часам подписавшего",
    "signed-at-unknown": "Когда подписано, в подписи не сказано",
    "this-intact": "Файл не изменён после этой подписи",
    "not-checked": "Доверие к сертификату не проверялось: укажите корневые сертификаты (--roots) или проверьте подпись "
                   "на Госуслугах",
    "trusted": "Сертификату можно доверять: он выдан тем, чей сертификат указан. Не отозван ли он, не проверялось",
}

EN = {
    "signature-empty": "The signature file is empty: download it again",
    "signature-too-big": "The signature file is larger than {megabytes} MB: it is no signature",
    "signature-is-document": "This is a document ({kind}), not a signature: name a .sig or .p7s file",
    "signature-is-web-page": "A web page was saved instead of the signature: download the signature again",
    "signature-is-xml": "This is an XML file, not a detached signature: name a .sig or .p7s file",
    "signature-is-key": "This is a private key, not a signature. Give it to nobody",
    "signature-is-certificate": "This is a certificate without a signature: name a .sig or .p7s file",
    "signature-is-encrypted": "This is an encrypted message, not a signature",
    "signature-not-signature": "This is no signature file: name a .sig or .p7s file",
    "signature-truncated": "The signature file breaks off: it was not downloaded or copied whole",
    "signature-damaged": "The signature file is damaged",
    "signature-complex": "The signature file is too complex to be checked",
    "signature-trailing": "Something stands after the signature: the file is damaged or was added to",
    "signature-without-signers": "The file holds certificates, but no signature",
    "attached-differs": "The signature holds another document inside, not this file",
    "roots-unreadable": "The root certificates cannot be read: a .pem, .cer or .p7b file is needed",
    "file-differs": "The file was altered after signing, or this is the signature of another file",
    "file-or-signature-differs": "The signature does not fit the file: one of them was altered, or this is the signature "
                                 "of another file",
    "signature-wrong": "The signature does not fit the certificate: signed facts, certificate or signature were altered",
    "signed-facts-damaged": "The signed facts (hash, time, type of content) are damaged or repeated",
    "algorithm-not-checked": "The algorithm is not verified here: {algorithm}",
    "certificate-missing": "The signer's certificate is not in the signature, which cannot be verified without it. "
                           "Ask for a signature with the certificate inside",
    "certificate-damaged": "The certificate in the signature cannot be read",
    "certificate-altered": "The certificate was altered: the signature of its issuer does not fit it",
    "certificate-ambiguous": "More than one certificate fits the signature: who signed cannot be told",
    "other-certificate-named": "The signer named another certificate than the one inside: it was replaced",
    "countersignature-not-checked": "There is a countersignature, which was not checked",
    "timestamp-not-checked": "There is a timestamp, which was not checked",
    "signed-before-validity": "Signed on {signed}, but the certificate is valid from {start}",
    "signed-after-validity": "Signed on {signed}, but the certificate was valid until {end}",
    "signed-in-future": "The time of signing has not come yet: {signed}",
    "certificate-expired": "The certificate was valid until {end}",
    "certificate-expired-since": "The certificate was valid until {end}; by the signer's clock the signature is older",
    "certificate-not-yet-valid": "The certificate is valid from {start}",
    "key-not-for-signing": "The certificate was not issued for signing documents",
    "key-weak": "The key is too short: {algorithm}",
    "hash-weak": "An unreliable hash: {algorithm}",
    "untrusted-no-authority": "The certificate cannot be trusted: that of its issuer ({authority}) is not among those given",
    "untrusted-not-issued": "The certificate cannot be trusted: «{authority}» did not sign it",
    "untrusted-algorithm": "The certificate cannot be trusted: «{authority}» signed it by an algorithm not verified here",
    "untrusted-not-authority": "The certificate cannot be trusted: «{authority}» may not issue certificates",
    "untrusted-authority-expired": "The certificate cannot be trusted: that of «{authority}» was not valid when it signed",
    "untrusted-conditions": "The certificate cannot be trusted: «{authority}» sets conditions that are not checked here",
    "package-not-signed": "There is no signature in the document",
    "document-not-docx": "This is not a .docx document",
    "document-old-doc": "This is a .doc document, or one with a password: save it as .docx",
    "document-too-big": "The document is too large",
    "document-damaged": "The document is damaged",
    "part-missing": "A signed part is missing from the document: {part}",
    "part-altered": "A part of the document was altered after signing: {part}",
    "part-unsigned": "A part of the document is not signed: {part}. It was added after signing, or the program that signed "
                     "left it out",
    "relationships-changed": "Relationships of the document were altered after signing: {part}",
    "relationship-unsigned": "A relationship of the document is not signed: {part} → {target}. It was added after "
                             "signing, or the program that signed left it out",
    "content-type-changed": "The type of a part was changed after signing: {part}",
    "stray-signature-part": "A part among the signatures does not belong there: {part}",
    "signed-object-altered": "The list of what was signed, or facts of the signature, were altered after signing",
    "nothing-signed": "The signature does not cover the document: {part}",
    "xml-damaged": "A part of the document is damaged: {part}",
    "xml-doctype": "A part of the document declares a DOCTYPE, which must not be in a document: {part}",
    "xml-signature-strange": "The signature is not built as those of Word documents are: {part}",
    "xml-signature-wrapped": "The signature refers to something else than its own content, which may be forged: {part}",
    "properties-unsigned": "The properties of the file (author, dates, statistics) are not signed: Word leaves them out too",
    "key-password": "The password of the key is needed",
    "key-password-wrong": "The password does not fit, or the file of the key is damaged",
    "key-not-key": "This is no file of a key: .p12, .pfx or .pem is needed",
    "key-is-certificate": "The file holds a certificate without a private key",
    "key-is-container": "This is a container of CryptoPro: sign the file there, with a detached signature",
    "key-algorithm": "A key of this kind cannot sign inside a document: RSA or ECDSA is needed",
    "key-without-certificate": "There is no certificate in the file of the key: name it after --certificate",
    "key-of-another-certificate": "The key and the certificate do not belong together",
    "already-broken": "The document has a signature already, and it is broken: a second one cannot be added",
    "signing-failed": "Signing failed: the signature did not verify, no file was written",
    "over-input": "{path}: the signed copy cannot be written over the document, the key or the certificate. "
                  "Name another file: --out",
    "ask-password": "Password of the key: ",
    "no-terminal": "{path}: the password of the key is needed and there is nobody to ask. Run this in a terminal or set "
                   "the variable {variable}",
    "signed-copy": "Signed by: {who}. The certificate {serial} is valid until {end}",
    "holds": "The signature is right: the file was not altered after signing",
    "hold": "The signatures are right: the file was not altered after signing",
    "does-not-hold": "The signature is not accepted",
    "signer": "Signed by: {who}",
    "signer-unknown": "Who signed is not known: the certificate was not read",
    "certificate": "Certificate {serial}, {algorithm}, valid from {start} to {end}. Issued by: {issuer}",
    "signed-at": "Signed {moment}, Moscow time, by the signer's clock",
    "signed-at-utc": "Signed {moment}, UTC, by the signer's clock",
    "signed-at-unknown": "The signature does not tell when it was made",
    "this-intact": "The file was not altered after this signature",
    "not-checked": "Trust in the certificate was not checked: name the root certificates (--roots)",
    "trusted": "The certificate can be trusted: its issuer is among those given. Revocation was not checked",
}


def signature_words(code: str, params: dict[str, Any], language: Language = "ru") -> str:
    """A sentence about signatures by its code; moments among its parameters are told as days of Moscow."""
    told = {name: print_date(in_moscow(value)) if isinstance(value, datetime) else value for name, value in params.items()}
    return fill((RU if language == "ru" else EN)[code], told)


def problem_words(problem: SignatureProblem, language: Language = "ru") -> str:
    """What is wrong, or worth knowing, in one sentence."""
    return signature_words(problem.code, problem.params, language)


def report_lines(report: Report, language: Language = "ru") -> list[str]:
    """A report for reading: the verdict, then each signer with the certificate, the time, trust and problems."""
    word = "does-not-hold" if not report.intact else "holds" if len(report.signers) == 1 else "hold"
    lines = [signature_words(word, {}, language)]
    lines += [f"  {problem_words(problem, language)}" for problem in report.problems]
    for signer in report.signers:
        lines += _signer_lines(signer, report.intact, language)
    return lines


def _signer_lines(signer: Signer, all_intact: bool, language: Language) -> list[str]:
    problems = [problem_words(problem, language) for problem in signer.problems]
    certificate = signer.certificate
    if certificate is None:
        return [signature_words("signer-unknown", {}, language), *(f"  {text}" for text in problems)]
    lines = [signature_words("certificate", {
        "serial": certificate.serial, "algorithm": certificate.algorithm, "start": certificate.valid_from,
        "end": certificate.valid_until, "issuer": certificate.issuer}, language), time_words(signer, language)]
    if signer.intact and not all_intact:
        lines.append(signature_words("this-intact", {}, language))
    if signer.trust != "untrusted":
        lines.append(signature_words(signer.trust, {}, language))
    who = signature_words("signer", {"who": who_words(certificate)}, language)
    return [who, *(f"  {text}" for text in lines + problems)]


def who_words(certificate: Certificate) -> str:
    """«Хакимова Ольга Викторовна, Директор, МАОУ «СОШ № 1»»."""
    told = dict.fromkeys((certificate.owner, certificate.position, certificate.organisation))
    return ", ".join(text for text in told if text)


def time_words(signer: Signer, language: Language = "ru") -> str:
    """When it was signed, in a sentence that says by whose clock."""
    if signer.signed_at is None:
        return signature_words("signed-at-unknown", {}, language)
    shown = in_moscow(signer.signed_at)
    code = "signed-at" if shown.tzinfo is MOSCOW else "signed-at-utc"
    return signature_words(code, {"moment": f"{print_date(shown)}, {print_time(shown)}"}, language)


def report_json(report: Report, language: Language = "ru") -> dict[str, Any]:
    """A report for machines; times in UTC, ISO 8601."""
    return {
        "intact": report.intact,
        "problems": [_problem_json(problem, language) for problem in report.problems],
        "signers": [{
            "intact": signer.intact, "trust": signer.trust,
            "signed_at": signer.signed_at.isoformat() if signer.signed_at else None,
            "certificate": signer.certificate and {
                **signer.certificate._asdict(), "valid_from": signer.certificate.valid_from.isoformat(),
                "valid_until": signer.certificate.valid_until.isoformat()},
            "problems": [_problem_json(problem, language) for problem in signer.problems],
        } for signer in report.signers],
    }


def _problem_json(problem: SignatureProblem, language: Language) -> dict[str, str]:
    return {"code": problem.code, "severity": problem.severity, "message": problem_words(problem, language)}
