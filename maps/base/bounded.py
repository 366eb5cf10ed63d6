"""Packed bytes from outside, unpacked to no more than a limit: a bomb is refused, not unpacked."""

import zlib

from maps.base.errors import BaseError, Reason

MOST_TILE = 8 << 20
"""Bytes of a tile, packed or not; the largest that maps in use carry are below 1 MB."""

_GZIP = b"\x1f\x8b"
_ANY_HEADER = 47  # zlib or gzip, by its header


def unpacked(data: bytes, most: int = MOST_TILE) -> bytes:
    """What gzip or zlib packed; other bytes as they are.

    Raises BaseError: TOO_LARGE above `most` bytes, BROKEN_TILE where the stream is damaged.
    """
    packed = data[:2] == _GZIP or (data[:1] == b"\x78" and _is_zlib(data))
    if not packed:
        if len(data) > most:
            raise BaseError(Reason.TOO_LARGE, str(len(data)))
        return data
    stream = zlib.decompressobj(_ANY_HEADER)
    try:
        plain = stream.decompress(data, most + 1)
    except zlib.error as error:
        raise BaseError(Reason.BROKEN_TILE, str(error)) from error
    if len(plain) > most:
        raise BaseError(Reason.TOO_LARGE, f"> {most}")
    if not stream.eof:
        raise BaseError(Reason.BROKEN_TILE, "cut off")
    return plain


def _is_zlib(data: bytes) -> bool:
    return len(data) > 1 and (data[0] << 8 | data[1]) % 31 == 0
