"""A name in the back buffer."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from app.model import Level
from maps.labels import Box
from maps.lettering import Word


@dataclass(frozen=True, slots=True)
class Set:
    """A word, or a letter of one that bends, as it is set: its middle in pixels, turned clockwise
    about it."""

    word: Word
    x: float
    y: float
    turn_rad: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """Its text, its picture, and the box it has to itself in pixels of the back buffer.

    `set_as`: the same for whoever writes it on paper instead of showing the picture.
    """

    text: str
    level: Level
    image: QImage
    box: Box
    set_as: tuple[Set, ...] = ()


def upright(word: Word, level: Level, image: QImage, box: Box) -> Placed:
    """A word in one piece in the middle of its box."""
    middle = box.x + box.width / 2, box.y + box.height / 2
    return Placed(word.text, level, image, box, (Set(word, *middle),))
