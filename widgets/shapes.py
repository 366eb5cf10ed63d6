"""Wide, laptop or narrow by the size of the window, and how much of it each dock has."""

from enum import StrEnum

from PySide6.QtCore import QSize

LEFT_PX, BOARDS_PX = 290, 240
RIGHT_PX, RIGHT_MOST_PX, RIGHT_PART = 480, 640, 0.27
SMALL_RIGHT_PX = 400
WORK_PARTS = (356, 382, 244)
"""Queue, case and recommended units: sixteen rows of the queue while there is nobody to send."""


class Shape(StrEnum):
    WIDE = "wide"
    LAPTOP = "laptop"
    NARROW = "narrow"


def shape_of(size: QSize) -> Shape:
    """Below 1100 px the map shares a place with the queue; below 900 px high the docks fold."""
    if size.width() < 1100:
        return Shape.NARROW
    if size.height() < 900 or size.width() < 1280:
        return Shape.LAPTOP
    return Shape.WIDE


def right_px(width_px: int) -> int:
    """How wide the dock of the cases is: a part of the window that holds its columns uncut."""
    if width_px < 1280:
        return SMALL_RIGHT_PX
    return min(RIGHT_MOST_PX, max(RIGHT_PX, round(width_px * RIGHT_PART / 4) * 4))
