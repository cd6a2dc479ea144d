"""Keys for signing: which files are taken, what is said of the others, and that nothing of a key leaks."""

from __future__ import annotations

import base64
import logging
import os
import select
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ed25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from roadmap_compiler.signatures.keys import read_key

from .documents import TEMPLATE
from .makers import PASSWORD, Maker, OpenSSL, made

WRONG = "другой-пароль"


def pkcs12_of(maker: Maker, password: str | None = PASSWORD) -> bytes:
    way = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    return pkcs12.serialize_key_and_certificates("директор".encode(), maker.key, maker.certificate, None, way)


def pem_of(maker: Maker, password: str | None = PASSWORD, form: PrivateFormat = PrivateFormat.PKCS8) -> bytes:
    way = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    return maker.key.private_bytes(Encoding.PEM, form, way)


def code_of(data: bytes, password: str | None = None, certificates: bytes = b"") -> str:
    key, problem = read_key(data, password, certificates)
    assert (key is None) != (problem is None)
    return problem.code if problem else "taken"


@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_files_that_are_taken(kind: str) -> None:
    maker = made(kind)
    traditional = PrivateFormat.TraditionalOpenSSL
    for data, password in (
        (pkcs12_of(maker), PASSWORD), (pkcs12_of(maker, None), None), (pkcs12_of(maker, None), ""),
        (pem_of(maker) + maker.pem, PASSWORD), (maker.pem + pem_of(maker, None), None),
        (pem_of(maker, None) + maker.pem, PASSWORD), (pem_of(maker, form=traditional) + maker.pem, PASSWORD),
        (b"Bag Attributes\n    friendlyName: a\n" + pem_of(maker, None).replace(b"\n", b"\r\n") + maker.pem, None),
    ):
        assert code_of(data, password) == "taken"
    assert code_of(pem_of(maker), PASSWORD, maker.pem) == "taken"
    assert code_of(pem_of(maker), PASSWORD, maker.der) == "taken"


def test_a_key_of_old_openssl(tmp_path: Path) -> None:
    openssl, maker = OpenSSL(tmp_path), made("ec")
    (tmp_path / "k.pem").write_bytes(maker.key_pem)
    (tmp_path / "c.pem").write_bytes(maker.pem)
    openssl.run("pkcs12", "-export", "-inkey", "k.pem", "-in", "c.pem", "-passout", "pass:secret", "-out", "k.p12")
    openssl.run("pkcs12", "-export", "-inkey", "k.pem", "-in", "c.pem", "-passout", "pass:", "-out", "empty.p12")
    assert code_of((tmp_path / "k.p12").read_bytes(), "secret") == "taken"
    assert code_of((tmp_path / "empty.p12").read_bytes(), "") == "taken"


def test_files_that_are_not_taken() -> None:
    maker, other = made(), made("rsa", 5)
    assert code_of(pkcs12_of(maker)) == code_of(pem_of(maker) + maker.pem) == "key-password"
    assert code_of(pkcs12_of(maker), WRONG) == code_of(pem_of(maker) + maker.pem, WRONG) == "key-password-wrong"
    assert code_of(pem_of(maker), PASSWORD) == "key-without-certificate"
    assert code_of(pem_of(maker, None) + other.pem) == "key-of-another-certificate"
    assert code_of(maker.pem) == code_of(maker.der) == "key-is-certificate"
    assert code_of(b"") == code_of(b"<html>") == code_of(b"\0" * 2 ** 21) == "key-not-key"
    assert code_of(b"\0\0\0\0header.key") == "key-is-container"
    assert code_of(b"-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----") == "key-not-key"
    for key in (dsa.generate_private_key(2048), ed25519.Ed25519PrivateKey.generate()):
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        assert code_of(pem + maker.pem) == "key-algorithm"


def test_a_key_of_gost_is_sent_to_its_own_program(tmp_path: Path) -> None:
    gost = OpenSSL(tmp_path, gost=True)
    gost.run("genpkey", "-algorithm", "gost2012_256", "-pkeyopt", "paramset:A", "-out", "k.pem")
    gost.run("req", "-x509", "-utf8", "-new", "-key", "k.pem", "-md_gost12_256", "-days", "30", "-out", "c.pem")
    both = (tmp_path / "k.pem").read_bytes() + (tmp_path / "c.pem").read_bytes()
    assert code_of(both) == "key-algorithm"


# Nothing of a key leaks

def secrets(maker: Maker) -> list[bytes]:
    """Every form in which a private key or its password may be found: numbers, encodings, words."""
    numbers = maker.key.private_numbers()
    found = [PASSWORD.encode(), PASSWORD.encode("utf-16-le"), base64.b64encode(PASSWORD.encode()),
             ascii(PASSWORD)[1:-1].encode()]
    for name in ("d", "p", "q", "dmp1", "dmq1", "iqmp", "private_value"):
        number = getattr(numbers, name, None)
        if number is not None:
            data = number.to_bytes((number.bit_length() + 7) // 8, "big")
            found += [data, data.hex().encode(), data.hex().upper().encode(), str(number).encode(), *bases(data)]
    der = maker.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return [*found, *bases(der[30:])]


def bases(data: bytes) -> list[bytes]:
    """What stands in Base64 wherever the data begins in it."""
    return [base64.b64encode(b"\0" * shift + data)[4:-8] for shift in range(3)]


def test_the_search_for_secrets_finds_them() -> None:
    maker = made("ec")
    for text in (maker.key_pem.replace(b"\n", b""), maker.key.private_bytes(
            Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption()), f"password {PASSWORD}".encode()):
        assert any(secret in text for secret in secrets(maker))


WATCH = """
import os, pathlib, sys
written = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)) and isinstance(arguments[1], str):
        if set(arguments[1]) & set("wax+"):
            written.append(os.fsdecode(arguments[0]))
    if event in ("subprocess.Popen", "os.system", "os.exec", "socket.connect", "os.posix_spawn"):
        sys.exit("left the process: " + event)
sys.addaudithook(watch)
from roadmap_compiler.commands.main import main
code = main(sys.argv[1:])
print("WRITTEN", written)
sys.exit(code)
"""


@pytest.mark.parametrize("kind", ["rsa", "ec"])
@pytest.mark.parametrize("file", ["p12", "pem"])
@pytest.mark.parametrize("password", [PASSWORD, WRONG, None])
@pytest.mark.parametrize("debug", ["", "1"])
def test_nothing_of_a_key_is_in_outputs_logs_or_files(tmp_path: Path, kind: str, file: str, password: str | None,
                                                      debug: str) -> None:
    maker = made(kind)
    (tmp_path / "key").write_bytes(pkcs12_of(maker) if file == "p12" else pem_of(maker) + maker.pem)
    (tmp_path / "план.docx").write_bytes(TEMPLATE.read_bytes())
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    environment = {**os.environ, "TMPDIR": str(scratch), "ROADMAP_DEBUG": debug, "PYTHONPATH": str(Path.cwd()),
                   "PYTHONFAULTHANDLER": "1"}
    environment.pop("ROADMAP_KEY_PASSWORD", None)
    if password:
        environment["ROADMAP_KEY_PASSWORD"] = password
    done = subprocess.run([sys.executable, "-X", "dev", "-c", WATCH, "sign", "план.docx", "--key", "key"], cwd=tmp_path,
                          env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == (0 if password == PASSWORD else 2), done.stderr.decode()
    assert b"left the process" not in done.stderr and b"Traceback" not in done.stderr
    found = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert {path: data for path, data in found.items() if path in before} == before
    assert {path.name for path in found.keys() - before.keys()} == (
        {"план.signed.docx"} if password == PASSWORD else set())
    written = done.stdout.rpartition(b"WRITTEN")[2].decode()
    assert written.count(".tmp") == written.count("'") // 2 == (1 if password == PASSWORD else 0)
    unpacked = b"".join(unzipped(data) for path, data in found.items() if path not in before)
    for secret in secrets(maker):
        assert secret not in done.stdout + done.stderr + unpacked


def unzipped(document: bytes) -> bytes:
    from .documents import parts_of

    parts = parts_of(document).values()
    return b"\n".join((document, *parts, *(part.replace(b"\n", b"") for part in parts)))


def test_nothing_of_a_key_is_in_words_of_objects_or_logs(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    maker = made()
    texts = [repr(read_key(data, password)) for data in (pkcs12_of(maker), pem_of(maker) + maker.pem)
             for password in (PASSWORD, WRONG, None)]
    for secret in secrets(maker):
        assert secret not in "".join((*texts, caplog.text)).encode()


def answered(terminal: int, until: str) -> str:
    """What a terminal shows until these words, or until its program ends."""
    shown = b""
    while select.select([terminal], [], [], 20)[0]:
        try:
            shown += os.read(terminal, 1000)
        except OSError:  # the program has ended
            break
        if until and shown.rstrip().endswith(until.encode()):
            break
    return shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_the_password_is_asked_for_and_not_shown(tmp_path: Path) -> None:
    import pty

    maker = made("ec")
    (tmp_path / "key.p12").write_bytes(pkcs12_of(maker))
    (tmp_path / "a.docx").write_bytes(TEMPLATE.read_bytes())
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd()), "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
    environment.pop("ROADMAP_KEY_PASSWORD", None)
    child, terminal = pty.fork()
    if not child:
        os.chdir(tmp_path)
        os.execve(sys.executable, [sys.executable, "-m", "roadmap_compiler", "sign", "a.docx", "--key", "key.p12"],
                  environment)
    told = ""
    for answer in (WRONG, PASSWORD, ""):
        told += answered(terminal, "Пароль ключа:" if answer else "")
        if answer:
            os.write(terminal, answer.encode() + b"\n")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, told
    assert "Пароль не подходит" in told and "a.signed.docx" in told
    assert PASSWORD not in told and WRONG not in told
