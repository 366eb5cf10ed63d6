"""The wall's legend: classes and hatches as on a desk, so many times larger."""

import numpy as np
import pytest
from PySide6.QtGui import QImage

from app.model import Level
from app.settings import BY_OPEN_CASES
from maps.layers.areas import Told as Areas
from widgets import theme
from widgets.wall.board import Board, Told


@pytest.fixture
def board(qtbot):
    made = Board(None)
    qtbot.addWidget(made)
    made.theme = theme.load("night")
    made.letter_px = 40
    made.resize(1920, 1080)
    return made


def foot(board, **more) -> np.ndarray:
    areas = Areas(
        level=Level.DISTRICT, colouring=BY_OPEN_CASES, lower=(1.0, 2.0, 5.0),
        **({"unknown": False, "hatched": False} | more),
    )  # fmt: skip
    board.tell(Told(title="t", clock="08:12", legend="未结", areas=areas))
    image = board.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1).copy()
    return pixels[board.map_box.bottom() + 2 :, : board.map_box.width()]


@pytest.mark.parametrize("hatch", ["hatched", "unknown"])
def test_a_hatch_that_is_drawn_stands_in_the_legend(board, hatch):
    plain, more = foot(board), foot(board, **{hatch: True})
    changed = np.flatnonzero((plain != more).any(axis=0))
    used = np.flatnonzero((plain != plain[-1, -1]).any(axis=0))
    assert len(changed) > 60
    assert changed.min() > used[used < changed.min()].max()  # after the classes


def test_without_areas_there_is_no_legend(board):
    board.tell(Told(title="t", clock="08:12"))
    assert board.grab().width() == 1920
