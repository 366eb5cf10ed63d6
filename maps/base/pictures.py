"""Pictures of tiles, decoded by Qt: PNG, JPEG, WebP. The size is looked at before the picture."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader

from maps.base.errors import BaseError, Reason

Pixels = npt.NDArray[np.uint32]

MOST_PX = 2048
_FORMATS = frozenset({"png", "jpeg", "jpg", "webp"})


def decoded(data: bytes, px: int | None = None) -> Pixels:
    """(px, px) premultiplied ARGB of a tile; without `px` as large as it is, which must be square.

    Raises BaseError: UNKNOWN_TILE, TOO_LARGE above 2,048 pixels, BROKEN_TILE.
    """
    kept = QByteArray(data)
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    if bytes(reader.format().data()).decode("ascii", "replace") not in _FORMATS:
        raise BaseError(Reason.UNKNOWN_TILE)
    size = reader.size()
    if not 0 < max(size.width(), size.height()) <= MOST_PX:
        raise BaseError(Reason.TOO_LARGE, f"{size.width()} x {size.height()}")
    image = reader.read()
    if image.isNull():
        raise BaseError(Reason.BROKEN_TILE, reader.errorString())
    side = px or image.width()
    if (image.width(), image.height()) != (side, side):
        image = image.scaled(side, side, mode=Qt.TransformationMode.SmoothTransformation)
    return _pixels(image)


def _pixels(image: QImage) -> Pixels:
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    line = image.bytesPerLine() // 4
    values = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), line)
    return values[:, : image.width()].copy()
