"""Compares a picture with its baseline, pixel by decoded pixel, and shows where they part."""

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

Pixels = npt.NDArray[np.uint8]
"""(height, width, 3): red, green, blue."""


@dataclass(frozen=True)
class Difference:
    """`number` of pixels, and the box x, y, width, height that holds them all."""

    number: int
    box: tuple[int, int, int, int]

    def __str__(self) -> str:
        x, y, width, height = self.box
        return f"{self.number} pixels differ, all within {width}x{height} at ({x}, {y})"


def pixels(image: QImage) -> Pixels:
    """The colours of an image, copied out of it."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()


def png(colours: Pixels) -> bytes:
    """A PNG of RGB without row filters: flat screens pack a sixth smaller than with Qt's own."""
    height, width, _ = colours.shape
    rows = np.zeros((height, 1 + width * 3), np.uint8)
    rows[:, 1:] = colours.reshape(height, width * 3)
    packer = zlib.compressobj(9, zlib.DEFLATED, 15, 9)
    packed = packer.compress(rows.tobytes()) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )


def difference(expected: Pixels, actual: Pixels) -> Difference | None:
    """Where two pictures of one size part; None where they are the same."""
    parted = (expected != actual).any(axis=2)
    if not parted.any():
        return None
    rows, columns = np.nonzero(parted)
    left, top = int(columns.min()), int(rows.min())
    return Difference(
        number=int(parted.sum()),
        box=(left, top, int(columns.max()) - left + 1, int(rows.max()) - top + 1),
    )


def shown(expected: Pixels, actual: Pixels) -> QImage:
    """The expected picture grown faint, what differs in full red."""
    faint = (expected.astype(np.uint16) // 4 + 160).astype(np.uint8)
    faint[(expected != actual).any(axis=2)] = (255, 0, 0)
    height, width, _ = faint.shape
    return QImage(faint.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888).copy()


def hold(name: str, actual: QImage, baselines: Path, out: Path, *, update: bool = False) -> None:
    """Hold a picture against `baselines`/`name`.png; AssertionError says where to look.

    On a difference `out` gets actual, expected and difference. `update` writes the baseline.
    """
    file = baselines / f"{name}.png"
    if update:
        baselines.mkdir(parents=True, exist_ok=True)
        file.write_bytes(png(pixels(actual)))
        return
    known = QImage(str(file))
    assert not known.isNull(), f"{file} is not there; --update-baselines writes it, look at it"
    expected, got = pixels(known), pixels(actual)
    size, old = (f"{i.width()}x{i.height()}" for i in (actual, known))
    assert expected.shape == got.shape, f"{name} is {size}, its baseline {old}"
    parted = difference(expected, got)
    if parted is None:
        return
    out.mkdir(parents=True, exist_ok=True)
    actual.save(str(out / f"{name}-actual.png"))
    known.save(str(out / f"{name}-expected.png"))
    shown(expected, got).save(str(out / f"{name}-difference.png"))
    raise AssertionError(f"{name}: {parted}; see {out}")
