"""A name in the back buffer."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from app.model import Level
from maps.labels import Box


@dataclass(frozen=True, slots=True)
class Placed:
    """Its text, its picture, and the box it has to itself in pixels of the back buffer."""

    text: str
    level: Level
    image: QImage
    box: Box
