"""Keys, certificates and signatures for the tests, made anew in each run: by `cryptography` and by openssl."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from tests.tools import missing, tool

START, END = datetime(2022, 1, 1, tzinfo=UTC), datetime(2032, 1, 1, tzinfo=UTC)
SNILS = x509.ObjectIdentifier("1.2.643.100.3")
PASSWORD = "пароль-Xq7"


class Maker(NamedTuple):
    """A person, or an authority, with a key."""

    key: Any
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                      serialization.NoEncryption())


@lru_cache
def new_key(kind: str = "rsa", number: int = 0) -> Any:
    """The same key for the same arguments within a run: making one takes time."""
    if kind == "rsa":
        return rsa.generate_private_key(65537, 2048)
    if kind == "rsa-weak":
        return rsa.generate_private_key(65537, 1024)
    return ec.generate_private_key({"ec": ec.SECP256R1(), "ec384": ec.SECP384R1()}[kind])


def made(kind: str = "rsa", number: int = 0, *, by: Maker | None = None, authority: bool = False,
         serial: int = 0x2134AD, start: datetime = START, end: datetime = END,
         usage: tuple[bool, bool] | None = (True, True), key_id: bool = True,
         surname: str = "Хакимова", name: str = "", extra: tuple[x509.ExtensionType, ...] = (),
         path_length: int | None = None) -> Maker:
    """A certificate; self-signed without ``by``. ``usage``: digital signature, content commitment."""
    key = new_key(kind, number)
    attributes = [(NameOID.COMMON_NAME, name or "МАОУ «СОШ № 1»"), (NameOID.ORGANIZATION_NAME, "МАОУ «СОШ № 1»")]
    if not authority:
        attributes += [(NameOID.SURNAME, surname), (NameOID.GIVEN_NAME, "Ольга Викторовна"),
                       (NameOID.TITLE, "Директор"), (SNILS, "12345678901")]
    subject = x509.Name([x509.NameAttribute(oid, text) for oid, text in attributes])
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(by.certificate.subject if by else subject)
    builder = builder.public_key(key.public_key()).serial_number(serial).not_valid_before(start).not_valid_after(end)
    if authority:
        builder = builder.add_extension(x509.BasicConstraints(True, path_length), True)
    if usage is not None:
        builder = builder.add_extension(x509.KeyUsage(
            usage[0], usage[1], not any(usage), False, False, authority, authority, False, False), True)
    if key_id:
        builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
    for extension in extra:
        builder = builder.add_extension(extension, True)
    return Maker(key, builder.sign(by.key if by else key, hashes.SHA256()))


def signed(content: bytes, maker: Maker, *others: x509.Certificate, encoding: Any = serialization.Encoding.DER,
           options: tuple[Any, ...] = (pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary)) -> bytes:
    """A detached signature by `cryptography`; its signing time is now."""
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(maker.certificate, maker.key, hashes.SHA256())
    for other in others:
        builder = builder.add_certificate(other)
    return builder.sign(encoding, list(options))


_GOST = """openssl_conf = all
[all]
engines = engines
[engines]
gost = gost
[gost]
engine_id = gost
default_algorithms = ALL
[req]
distinguished_name = dn
prompt = no
string_mask = utf8only
utf8 = yes
x509_extensions = ext
[dn]
CN = МАОУ «СОШ № 1»
O = МАОУ «СОШ № 1»
SN = Хакимова
GN = Ольга Викторовна
title = Директор
0.1.2.643.100.3 = 12345678901
[ext]
keyUsage = digitalSignature, nonRepudiation
subjectKeyIdentifier = hash
"""


class OpenSSL:
    """openssl in a folder, with the engine of ГОСТ where it is asked for."""

    def __init__(self, folder: Path, gost: bool = False) -> None:
        self.folder = folder
        self.program = tool("openssl")
        (folder / "plain.cnf").write_text("[req]\ndistinguished_name = dn\n[dn]\n", encoding="utf-8")
        (folder / "gost.cnf").write_text(_GOST, encoding="utf-8")
        self.config = "gost.cnf" if gost else "plain.cnf"
        if gost and self.run("engine", "gost", check=False).returncode:
            missing("libengine-gost-openssl")

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "OPENSSL_CONF": str(self.folder / self.config)}
        done = subprocess.run([self.program, *arguments], cwd=self.folder, env=environment, capture_output=True,
                              check=False, timeout=60)
        if check and done.returncode:
            pytest.fail(done.stderr.decode(errors="replace"))
        return done

    def sign(self, content: bytes, maker: Maker | None = None, *options: str, form: str = "DER") -> bytes:
        """What ``openssl cms -sign`` makes; without ``maker`` by k.pem and c.pem of the folder."""
        (self.folder / "content").write_bytes(content)
        if maker is not None:
            (self.folder / "k.pem").write_bytes(maker.key_pem)
            (self.folder / "c.pem").write_bytes(maker.pem)
        self.run("cms", "-sign", "-binary", "-in", "content", "-signer", "c.pem", "-inkey", "k.pem", "-outform", form,
                 "-out", "s", *options)
        return (self.folder / "s").read_bytes()

    def verifies(self, content: bytes, signature: bytes, roots: bytes | None = None) -> bool:
        """What openssl itself thinks of a signature; without ``roots`` of its mathematics alone."""
        (self.folder / "content").write_bytes(content)
        (self.folder / "s").write_bytes(signature)
        trust = ["-noverify"]
        if roots is not None:
            (self.folder / "roots.pem").write_bytes(roots)
            trust = ["-CAfile", "roots.pem", "-purpose", "any"]
        return self.run("cms", "-verify", "-binary", "-inform", "DER", "-in", "s", "-content", "content",
                        "-out", os.devnull, *trust, check=False).returncode == 0
