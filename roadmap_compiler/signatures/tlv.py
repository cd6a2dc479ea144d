"""Values of ASN.1 as they lie in the bytes (X.690, BER with DER inside): read whole or refused, never guessed.

A full ASN.1 library reads too much here: it must know the type of every field, and fails on Russian keys.
"""

from __future__ import annotations

from typing import NamedTuple

DEEPEST = 60
"""Values within values; a signature with its certificates has about fifteen."""
MOST_VALUES = 100_000

INTEGER, BITS, OCTETS, OID, UTC_TIME, GENERAL_TIME = 0x02, 0x03, 0x04, 0x06, 0x17, 0x18
SEQUENCE, SET = 0x30, 0x31
CONSTRUCTED = 0x20


class NotASN(Exception):
    """These bytes are not one value. ``why``: "truncated", "damaged", "complex" or "trailing"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Value(NamedTuple):
    """One value.

    Attributes:
        tag: the identifier octets as a number: 0x30 is a sequence, 0xA0 the context tag [0] around something.
        content: the bytes inside, without the mark of an indefinite end.
        raw: the value with its header.
        inner: the values inside a constructed one.
    """

    tag: int
    content: bytes
    raw: bytes
    inner: tuple[Value, ...]

    def at(self, index: int, tag: int | None = None) -> Value:
        """The value inside at this place. Raises `NotASN` where it is missing or is something else."""
        if index >= len(self.inner) or tag is not None and self.inner[index].tag != tag:
            raise NotASN("damaged")
        return self.inner[index]

    def tagged(self, tag: int) -> Value | None:
        """The first value inside with this tag."""
        return next((value for value in self.inner if value.tag == tag), None)

    @property
    def octets(self) -> bytes:
        """An OCTET STRING, put together where it was cut into pieces."""
        return b"".join(piece.octets for piece in self.inner) if self.tag & CONSTRUCTED else self.content

    @property
    def integer(self) -> int:
        if self.tag != INTEGER or not self.content:
            raise NotASN("damaged")
        return int.from_bytes(self.content, "big", signed=True)

    @property
    def oid(self) -> str:
        """An object identifier with points."""
        if self.tag != OID or not self.content or self.content[-1] & 0x80 or len(self.content) > 40:
            raise NotASN("damaged")
        arcs, number = [], 0
        for octet in self.content:
            number = number << 7 | octet & 0x7F
            if not octet & 0x80:
                arcs.append(number)
                number = 0
        first = min(arcs[0] // 40, 2)
        return ".".join(map(str, (first, arcs[0] - 40 * first, *arcs[1:])))


def read_value(data: bytes) -> Value:
    """The one value that ``data`` is; blank lines behind it do no harm. Raises `NotASN`."""
    reader = _Reader(data)
    value, end = reader.value(0, len(data), 0)
    if data[end:].strip(b"\r\n\0"):
        raise NotASN("trailing")
    return value


def encoded(tag: int, content: bytes) -> bytes:
    """A value in DER."""
    size = len(content)
    if size < 0x80:
        return bytes((tag, size)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + content


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.values = 0

    def value(self, start: int, limit: int, depth: int) -> tuple[Value, int]:
        """The value at ``start`` and where it ends, which is not behind ``limit``."""
        self.values += 1
        if depth > DEEPEST or self.values > MOST_VALUES:
            raise NotASN("complex")
        tag, length, inside = self._header(start, limit)
        constructed = bool(self.data[start] & CONSTRUCTED)
        if length is None:
            if not constructed:
                raise NotASN("damaged")
            inner, end = self._until_mark(inside, limit, depth)
            return Value(tag, self.data[inside:end - 2], self.data[start:end], inner), end
        end = inside + length
        if end > limit:
            raise self._short(limit)
        inner = self._all(inside, end, depth) if constructed else ()
        return Value(tag, self.data[inside:end], self.data[start:end], inner), end

    def _all(self, start: int, end: int, depth: int) -> tuple[Value, ...]:
        found = []
        while start < end:
            value, start = self.value(start, end, depth + 1)
            found.append(value)
        return tuple(found)

    def _until_mark(self, start: int, limit: int, depth: int) -> tuple[tuple[Value, ...], int]:
        found = []
        while self.data[start:start + 2] != b"\0\0":
            value, start = self.value(start, limit, depth + 1)
            found.append(value)
        if start + 2 > limit:
            raise self._short(limit)
        return tuple(found), start + 2

    def _header(self, start: int, limit: int) -> tuple[int, int | None, int]:
        """Tag, length (None: until a mark) and where the content begins."""
        octets = self.data[start:min(limit, start + 12)]
        if len(octets) < 2:
            raise self._short(limit)
        tag, place = octets[0], 1
        if tag & 0x1F == 0x1F:
            while octets[place] & 0x80:
                tag, place = tag << 8 | octets[place], place + 1
                if place > 3 or place >= len(octets):
                    raise NotASN("damaged")
            tag, place = tag << 8 | octets[place], place + 1
        if place >= len(octets):
            raise self._short(limit)
        first = octets[place]
        if first < 0x80:
            return tag, first, start + place + 1
        if first == 0x80:
            return tag, None, start + place + 1
        size = first & 0x7F
        length = octets[place + 1:place + 1 + size]
        if size > 6:
            raise NotASN("damaged")
        if len(length) < size:
            raise self._short(limit)
        return tag, int.from_bytes(length, "big"), start + place + 1 + size

    def _short(self, limit: int) -> NotASN:
        return NotASN("truncated" if limit == len(self.data) else "damaged")
