"""ГОСТ Р 34.10-2012 and 34.11-2012 against their RFCs and against gostcrypto; gost-engine judges in test_checking."""

from __future__ import annotations

from typing import Any

import pytest
from gostcrypto import gosthash, gostsignature
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_compiler.signatures import gost
from roadmap_compiler.signatures.streebog import streebog

# RFC 7091, 7.1: parameters of the curve, the public key, the hash as a number, and the signature.
EXAMPLE = gost.Curve(
    p=57896044618658097711785492504343953926634992332820282019728792003956564821041, a=7,
    b=43308876546767276905765904595650931995942111794451039583252968842033849580414,
    q=57896044618658097711785492504343953927082934583725450622380973592137631069619,
    generator=(2, 4018974056539037503335449422937059775635739389905545080690979365213431566280))
PUBLIC = (57520216126176808443631405023338071176630104906313632182896741342206604859403,
          17614944419213781543809391949654080031942662045363639260709847859438286763994)
HASHED = 20798893674476452017134061561508270130637142515379653289952617252661468872421
R = 29700980915817952874371204983938256990422752107994319651632687982059210933395
S = 574973400270084654178925310019147038455227042649098563933718999175515839552

CURVES = {
    "1.2.643.7.1.2.1.1.1": "id-tc26-gost-3410-2012-256-paramSetA", "1.2.643.7.1.2.1.1.2":
    "id-tc26-gost-3410-2012-256-paramSetB", "1.2.643.7.1.2.1.1.3": "id-tc26-gost-3410-2012-256-paramSetC",
    "1.2.643.7.1.2.1.2.1": "id-tc26-gost-3410-12-512-paramSetA", "1.2.643.7.1.2.1.2.2":
    "id-tc26-gost-3410-12-512-paramSetB", "1.2.643.7.1.2.1.2.3": "id-tc26-gost-3410-2012-512-paramSetC",
}


def test_the_hash_of_the_rfc() -> None:
    message = b"012345678901234567890123456789012345678901234567890123456789012"
    assert streebog(message, 256).hex() == "9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500"
    assert streebog(message, 512).hex() == (
        "1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa"
        "00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48")


@settings(max_examples=50, deadline=None)
@given(st.binary(min_size=1, max_size=200), st.sampled_from([256, 512]))
def test_the_hash_is_that_of_gostcrypto(data: bytes, bits: int) -> None:
    assert streebog(data, bits) == bytes(gosthash.new(f"streebog{bits}", data=bytearray(data)).digest())


def test_the_signature_of_the_rfc() -> None:
    assert EXAMPLE.holds(PUBLIC)
    assert gost.fits(EXAMPLE, PUBLIC, HASHED, R, S)
    for r, s, hashed in ((R + 1, S, HASHED), (R, S + 1, HASHED), (R, S, HASHED + 1), (S, R, HASHED)):
        assert not gost.fits(EXAMPLE, PUBLIC, hashed, r, s)


@pytest.mark.parametrize("r", [0, EXAMPLE.q, EXAMPLE.q + R, -1])
def test_numbers_out_of_range_are_refused(r: int) -> None:
    assert not gost.fits(EXAMPLE, PUBLIC, HASHED, r, S) and not gost.fits(EXAMPLE, PUBLIC, HASHED, R, r)


@pytest.mark.parametrize("identifier", sorted(gost._CURVES))
def test_generators_lie_on_their_curves_and_have_their_order(identifier: str) -> None:
    curve = gost.curve(identifier)
    assert curve is not None and curve.generator is not None and curve.holds(curve.generator)
    assert curve.sum_of(curve.q, curve.generator, 0, None) is None


@pytest.mark.parametrize("identifier", CURVES)
def test_what_gostcrypto_signs_is_verified(identifier: str) -> None:
    curve = gost.curve(identifier)
    assert curve is not None
    bits = 256 if curve.p.bit_length() == 256 else 512
    signer = foreign(identifier, bits)
    size, data = bits // 8, b"a document"
    private = bytearray(b"\x11" * size)
    public = bytes(signer.public_key_generate(private))
    made = bytes(signer.sign(bytearray(private), bytearray(streebog(data, bits)[::-1])))
    own = public[:size][::-1] + public[size:][::-1]
    signature = made[size:] + made[:size]  # gostcrypto gives r and s, CMS has s and r
    assert gost.verify(curve, own, data, signature, bits)
    assert not gost.verify(curve, own, b"another", signature, bits)
    assert not gost.verify(curve, own[size:] + own[:size], data, signature, bits)
    assert not gost.verify(curve, own, data, signature[:-1], bits)


def test_a_key_off_the_curve_proves_nothing() -> None:
    """gostcrypto takes a key of x = 0 for the generator, whose secret is the number one, and accepts."""
    identifier, bits = "1.2.643.7.1.2.1.1.2", 256
    curve, signer, data = gost.curve(identifier), foreign(identifier, bits), b"a document"
    assert curve is not None
    hashed = bytearray(streebog(data, bits)[::-1])
    forged = signer.sign(bytearray(31) + b"\1", hashed)
    assert signer.verify(bytearray(32) + b"\5" * 32, hashed, forged)
    assert not gost.verify(curve, bytes(32) + b"\5" * 32, data, bytes(forged[32:] + forged[:32]), bits)


def foreign(identifier: str, bits: int) -> Any:
    mode = gostsignature.MODE_256 if bits == 256 else gostsignature.MODE_512
    return gostsignature.new(mode, gostsignature.CURVES_R_1323565_1_024_2019[CURVES[identifier]])
