"""Whatever the bytes: nothing raises, nothing passes that was not signed."""

from __future__ import annotations

import os
from functools import lru_cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_compiler.messages.signatures import report_json, report_lines
from roadmap_compiler.signatures import check_detached, check_package
from roadmap_compiler.signatures.keys import read_key
from roadmap_compiler.signatures.signing import sign_package
from roadmap_compiler.signatures.tlv import NotASN, encoded, read_value

from .documents import SIGNATURE, key_of, parts_of, signed_document, zipped
from .makers import made, signed
from .test_signing import MOMENT

CONTENT = b"a document"
_MANY = int(os.environ.get("ROADMAP_FUZZ", "150"))
EXAMPLES = settings(max_examples=_MANY, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEWER = settings(EXAMPLES, max_examples=_MANY // 4)


@lru_cache
def samples() -> tuple[bytes, ...]:
    return signed(CONTENT, made()), signed(CONTENT, made("ec")), made().der


@st.composite
def spoiled(draw: st.DrawFn, source: bytes) -> bytes:
    """A file in which pieces were removed, doubled, or replaced."""
    data = bytearray(source)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, max(0, len(data) - 1)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        data[start:end] = draw(st.one_of(st.binary(max_size=8), st.just(bytes(data[start:end]) * 2)))
    return bytes(data)


values = st.recursive(
    st.tuples(st.sampled_from([1, 2, 3, 4, 5, 6, 0x17, 0x18, 0x0C, 0x80]), st.binary(max_size=12)).map(
        lambda pair: encoded(*pair)),
    lambda inner: st.tuples(st.sampled_from([0x30, 0x31, 0xA0, 0xA1, 0xA3, 0x24]), st.lists(inner, max_size=6)).map(
        lambda pair: encoded(pair[0], b"".join(pair[1]))), max_leaves=30)


@EXAMPLES
@given(st.one_of(st.binary(max_size=300), values, st.sampled_from((0, 1)).flatmap(lambda n: spoiled(samples()[n]))))
def test_any_signature(signature: bytes) -> None:
    report = check_detached(b"another document", signature, (signature,))
    assert not report.intact
    assert report.problems or report.signers
    assert report_lines(report) and report_lines(report, "en") and report_json(report)


@EXAMPLES
@given(st.sampled_from((0, 1)).flatmap(lambda n: spoiled(samples()[n])))
def test_a_spoiled_signature_of_the_right_file_shows_no_other_facts(signature: bytes) -> None:
    """What passes still is a signature of the same key; what is shown of the signer is what the certificate said."""
    report = check_detached(CONTENT, signature, (made().der,))
    if report.intact:
        facts = [signer.certificate.owner for signer in report.signers if signer.certificate]
        assert set(facts) == {"Хакимова Ольга Викторовна"}


@EXAMPLES
@given(values)
def test_values_are_read_back(data: bytes) -> None:
    try:
        value = read_value(data)
    except NotASN as error:
        assert error.why in ("truncated", "damaged", "complex", "trailing")
    else:
        assert value.raw == data and encoded(value.tag, value.content) == data


@FEWER
@given(st.one_of(st.binary(max_size=300), st.just(0).flatmap(lambda _: spoiled(signed_document()))))
def test_any_document(document: bytes) -> None:
    report = check_package(document)
    assert report_lines(report) and (report.problems or report.signers)
    signed_again, problem = sign_package(document, key_of(made()), MOMENT)
    assert (signed_again is None) != (problem is None)


@EXAMPLES
@given(st.data())
def test_any_part_of_a_signed_document(data: st.DataObject) -> None:
    parts = parts_of(signed_document())
    name = data.draw(st.sampled_from(sorted(parts)))
    parts[name] = data.draw(st.one_of(spoiled(parts[name]) if parts[name] else st.binary(), st.binary(max_size=50)))
    report = check_package(zipped(parts))
    unsigned = ("docProps/core.xml", "_xmlsignatures/origin.sigs", SIGNATURE, "_rels/.rels", "[Content_Types].xml",
                "_xmlsignatures/_rels/origin.sigs.rels", "word/_rels/document.xml.rels")
    assert not report.intact or name in unsigned or parts[name] == parts_of(signed_document())[name]
    assert report_lines(report)


@EXAMPLES
@given(st.one_of(st.binary(max_size=300), values, st.just(2).flatmap(lambda n: spoiled(samples()[n])),
                 st.just(0).flatmap(lambda _: spoiled(made().key_pem + made().pem))))
def test_any_key(data: bytes) -> None:
    for password in (None, "", "пароль"):
        key, problem = read_key(data, password, data)
        assert (key is None) != (problem is None)
