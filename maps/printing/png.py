"""Writes PNG files row by row, so that a picture need not be in memory. No Qt.

PNG (ISO/IEC 15948): eight bits, three colours, each row told by its difference to the one above.
"""

import struct
import zlib
from types import TracebackType
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_UP = 2  # the filter of every row
_AT_ONCE = 64
_LEVEL = 6


class PngWriter:
    """Into an open file: `rows` from the top down, then leave the block."""

    def __init__(
        self, file: BinaryIO, width: int, height: int, *, dpi: float, texts: dict[str, str]
    ) -> None:
        self._file, self._width, self._left = file, width, height
        self._squeeze = zlib.compressobj(_LEVEL)
        self._above: npt.NDArray[np.uint8] = np.zeros(width * 3, np.uint8)
        file.write(_SIGNATURE)
        self._chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        per_metre = round(dpi / 0.0254)
        self._chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
        for key, text in texts.items():
            named = key.encode("latin-1", "replace") + b"\0\0\0\0\0"
            self._chunk(b"iTXt", named + text.encode("utf-8", "replace"))

    def rows(self, pixels: npt.NDArray[np.uint8]) -> None:
        """(rows, width, 3) red, green, blue. ValueError for more rows than were told."""
        if len(pixels) > self._left:
            raise ValueError("more rows than the picture has")
        self._left -= len(pixels)
        for start in range(0, len(pixels), _AT_ONCE):
            part = pixels[start : start + _AT_ONCE].reshape(-1, self._width * 3)
            filtered = np.empty((len(part), self._width * 3 + 1), np.uint8)
            filtered[:, 0] = _UP
            filtered[0, 1:] = part[0] - self._above
            filtered[1:, 1:] = part[1:] - part[:-1]
            self._above = part[-1].copy()
            self._data(self._squeeze.compress(filtered.tobytes()))

    def __enter__(self) -> "PngWriter":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            if self._left:
                raise ValueError("fewer rows than the picture has")
            self._data(self._squeeze.flush())
            self._chunk(b"IEND", b"")

    def _data(self, squeezed: bytes) -> None:
        if squeezed:
            self._chunk(b"IDAT", squeezed)

    def _chunk(self, name: bytes, body: bytes) -> None:
        check = zlib.crc32(name + body)
        self._file.write(struct.pack(">I", len(body)) + name + body + struct.pack(">I", check))
