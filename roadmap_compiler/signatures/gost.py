"""Verifying a signature of ГОСТ Р 34.10-2012 (RFC 7091): neither OpenSSL nor `cryptography` brings it.

Only public values pass here; there is nothing to keep secret, and no key is ever made. Judged in the tests by
gost-engine on every curve, by the examples of RFC 7091 and by gostcrypto.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from .streebog import streebog

KEYS = {"1.2.643.7.1.1.1.1": 256, "1.2.643.7.1.1.1.2": 512}
"""Bits of a key by the identifier of its algorithm (RFC 9215, 2)."""
KEY_2001 = "1.2.643.2.2.19"
HASHES = {"1.2.643.7.1.1.2.2": 256, "1.2.643.7.1.1.2.3": 512}
HASH_94 = "1.2.643.2.2.9"
SIGNATURES = {"1.2.643.7.1.1.3.2": 256, "1.2.643.7.1.1.3.3": 512}

# Identifiers of curves (RFC 9215, 4; RFC 7836, A): those of CryptoPro are the B, C, D of ТК 26.
_CURVES = {
    "1.2.643.7.1.2.1.1.1": "256-A", "1.2.643.7.1.2.1.1.2": "256-B", "1.2.643.7.1.2.1.1.3": "256-C",
    "1.2.643.7.1.2.1.1.4": "256-D", "1.2.643.2.2.35.1": "256-B", "1.2.643.2.2.35.2": "256-C",
    "1.2.643.2.2.35.3": "256-D", "1.2.643.2.2.36.0": "256-B", "1.2.643.2.2.36.1": "256-D",
    "1.2.643.7.1.2.1.2.1": "512-A", "1.2.643.7.1.2.1.2.2": "512-B", "1.2.643.7.1.2.1.2.3": "512-C",
}

# p, a, b, q and the generator x, y, hexadecimal, in the canonical form y² = x³ + ax + b (RFC 7836, A).
_PARAMETERS = {
    "256-A": """
        fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd97;
        c2173f1513981673af4892c23035a27ce25e2013bf95aa33b22c656f277e7335;
        295f9bae7428ed9ccc20e7c359a9d41a22fccd9108e17bf7ba9337a6f8ae9513;
        400000000000000000000000000000000fd8cddfc87b6635c115af556c360c67;
        91e38443a5e82c0d880923425712b2bb658b9196932e02c78b2582fe742daa28;
        32879423ab1a0375895786c4bb46e9565fde0b5344766740af268adb32322e5c""",
    "256-B": """
        fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd97;
        fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd94;
        a6;
        ffffffffffffffffffffffffffffffff6c611070995ad10045841b09b761b893;
        1;
        8d91e471e0989cda27df505a453f2b7635294f2ddf23e3b122acc99c9e9f1e14""",
    "256-C": """
        8000000000000000000000000000000000000000000000000000000000000c99;
        8000000000000000000000000000000000000000000000000000000000000c96;
        3e1af419a269a5f866a7d3c25c3df80ae979259373ff2b182f49d4ce7e1bbc8b;
        800000000000000000000000000000015f700cfff1a624e5e497161bcc8a198f;
        1;
        3fa8124359f96680b83d1c3eb2c070e5c545c9858d03ecfb744bf8d717717efc""",
    "256-D": """
        9b9f605f5a858107ab1ec85e6b41c8aacf846e86789051d37998f7b9022d759b;
        9b9f605f5a858107ab1ec85e6b41c8aacf846e86789051d37998f7b9022d7598;
        805a;
        9b9f605f5a858107ab1ec85e6b41c8aa582ca3511eddfb74f02f3a6598980bb9;
        0;
        41ece55743711a8c3cbf3783cd08c0ee4d4dc440d4641a8f366e550dfdb3bb67""",
    "512-A": """
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc7;
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc4;
        e8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265
        ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760;
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275;
        3;
        7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921
        df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4""",
    "512-B": """
        8000000000000000000000000000000000000000000000000000000000000000
        000000000000000000000000000000000000000000000000000000000000006f;
        8000000000000000000000000000000000000000000000000000000000000000
        000000000000000000000000000000000000000000000000000000000000006c;
        687d1b459dc841457e3e06cf6f5e2517b97c7d614af138bcbf85dc806c4b289f
        3e965d2db1416d217f8b276fad1ab69c50f78bee1fa3106efb8ccbc7c5140116;
        8000000000000000000000000000000000000000000000000000000000000001
        49a1ec142565a545acfdb77bd9d40cfa8b996712101bea0ec6346c54374f25bd;
        2;
        1a8f7eda389b094c2c071e3647a8940f3c123b697578c213be6dd9e6c8ec7335
        dcb228fd1edf4a39152cbcaaf8c0398828041055f94ceeec7e21340780fe41bd""",
    "512-C": """
        ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc7;
        dc9203e514a721875485a529d2c722fb187bc8980eb866644de41c68e1430645
        46e861c0e2c9edd92ade71f46fcf50ff2ad97f951fda9f2a2eb6546f39689bd3;
        b4c4ee28cebc6c2c8ac12952cf37f16ac7efb6a9f69f4b57ffda2e4f0de5ade0
        38cbc2fff719d2c18de0284b8bfef3b52b8cc7a5f5bf0a3c8d2319a5312557e1;
        3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
        c98cdba46506ab004c33a9ff5147502cc8eda9e7a769a12694623cef47f023ed;
        e2e31edfc23de7bdebe241ce593ef5de2295b7a9cbaef021d385f7074cea043a
        a27272a7ae602bf2a7b9033db9ed3610c6fb85487eae97aac5bc7928c1950148;
        f5ce40d95b5eb899abbccff5911cb8577939804d6527378b8c108c3d2090ff9b
        e18e2d33e3021ed2ef32d85822423b6304f726aa854bae07d0396e9a9addc40f""",
}

Point = tuple[int, int] | None
"""None is the point at infinity."""


class Curve(NamedTuple):
    """A curve y² = x³ + ax + b over the field of p, and a point of it that makes a group of q points."""

    p: int
    a: int
    b: int
    q: int
    generator: Point

    def holds(self, point: tuple[int, int]) -> bool:
        x, y = point
        return 0 <= x < self.p and 0 <= y < self.p and (y * y - x ** 3 - self.a * x - self.b) % self.p == 0

    def add(self, one: Point, other: Point) -> Point:
        if one is None or other is None:
            return one or other
        (x1, y1), (x2, y2) = one, other
        if x1 != x2:
            slope = (y2 - y1) * pow(x2 - x1, -1, self.p)
        elif y1 != y2 or y1 == 0:
            return None
        else:
            slope = (3 * x1 * x1 + self.a) * pow(2 * y1, -1, self.p)
        x = (slope * slope - x1 - x2) % self.p
        return x, (slope * (x1 - x) - y1) % self.p

    def sum_of(self, times: int, point: Point, other_times: int, other: Point) -> Point:
        """times · point + other_times · other."""
        both, found = self.add(point, other), None
        for bit in range(max(times.bit_length(), other_times.bit_length()) - 1, -1, -1):
            found = self.add(found, found)
            chosen = times >> bit & 1, other_times >> bit & 1
            if any(chosen):
                found = self.add(found, both if all(chosen) else point if chosen[0] else other)
        return found


@lru_cache
def curve(identifier: str) -> Curve | None:
    """The curve by its identifier, None where it is not known."""
    name = _CURVES.get(identifier)
    if name is None:
        return None
    p, a, b, q, x, y = (int(number, 16) for number in "".join(_PARAMETERS[name].split()).split(";"))
    return Curve(p, a, b, q, (x, y))


def verify(curve: Curve, public: bytes, data: bytes, signature: bytes, bits: int) -> bool:
    """Whether ``signature`` over ``data`` was made by the key of ``public`` (RFC 7091, 6.2).

    Args:
        public: the coordinates x and y, each the lowest byte first (RFC 9215, 4.2).
        signature: s and r, each the highest byte first (RFC 9215, 3).
        bits: 256 or 512, of the key and of the hash.
    """
    size = bits // 8
    if len(public) != 2 * size or len(signature) != 2 * size or curve.p.bit_length() != bits:
        return False
    point = int.from_bytes(public[:size], "little"), int.from_bytes(public[size:], "little")
    s, r = int.from_bytes(signature[:size], "big"), int.from_bytes(signature[size:], "big")
    return fits(curve, point, int.from_bytes(streebog(data, bits), "little"), r, s)


def fits(curve: Curve, point: tuple[int, int], hashed: int, r: int, s: int) -> bool:
    """The steps of RFC 7091, 6.2, for a public key ``point`` and the hash as a number."""
    if not curve.holds(point) or not (0 < r < curve.q and 0 < s < curve.q):
        return False
    inverse = pow(hashed % curve.q or 1, -1, curve.q)
    found = curve.sum_of(s * inverse % curve.q, curve.generator, -r * inverse % curve.q, point)
    return found is not None and found[0] % curve.q == r
