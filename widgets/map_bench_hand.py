"""The hand of the tour: drags and turns of the wheel as the events that Qt would send."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from maps.benches.scenes import POLYGONS, view_of
from widgets.map_view import MapView

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
_STROKE = 40  # frames until the hand is lifted and begins anew
_NOTCH_EVERY, _NOTCH = 7, 120
_NOTCHES = 18  # of 1.4 each: from the city to the street


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of the tour: where it starts, how many frames, and what the hand does in them."""

    name: str
    scene: int
    frames: int
    step: Callable[["Hand", int], None]


class Hand:
    """A mouse over the map."""

    def __init__(self, view: MapView, leg: Leg) -> None:
        assert view.division is not None
        self._view, self._leg = view, leg
        self._at = QPointF(view.width() / 2, view.height() / 2)
        self._down = False
        view.zoom_to(view_of(POLYGONS[leg.scene], view.division))

    def step(self, k: int) -> None:
        """What happens in frame `k` of the leg."""
        self._leg.step(self, k)

    def leave(self) -> None:
        """Lift the hand."""
        if self._down:
            self._mouse(QEvent.Type.MouseButtonRelease)
            self._down = False

    def pan(self, k: int, dx_px: float, dy_px: float) -> None:
        if k % _STROKE == 0:
            self.leave()
            self._at = QPointF(self._view.width() / 2, self._view.height() / 2)
            self._mouse(QEvent.Type.MouseButtonPress)
            self._down = True
        self._at += QPointF(round(dx_px), round(dy_px))
        self._mouse(QEvent.Type.MouseMove)

    def wheel(self, steps: int) -> None:
        at = QPointF(self._view.width() / 3, self._view.height() / 3)
        delta, scroll = QPoint(0, _NOTCH * steps), Qt.ScrollPhase.NoScrollPhase
        keys = Qt.KeyboardModifier.NoModifier
        event = QWheelEvent(at, at, QPoint(), delta, _NONE, keys, scroll, False)
        QApplication.sendEvent(self._view, event)

    def _mouse(self, kind: QEvent.Type) -> None:
        button = _NONE if kind is QEvent.Type.MouseMove else _LEFT
        held = _NONE if kind is QEvent.Type.MouseButtonRelease else _LEFT
        keys = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, self._at, self._at, button, held, keys)
        QApplication.sendEvent(self._view, event)


def _arc(hand: Hand, k: int) -> None:
    hand.pan(k, 12 * np.cos(k / 30), 9 * np.sin(k / 30))


def _diagonal(hand: Hand, k: int) -> None:
    way = 1 if (k // _STROKE) % 2 == 0 else -1
    hand.pan(k, 14 * way, 14 * way)


def _across(hand: Hand, k: int) -> None:
    hand.pan(k, 10 if (k // (2 * _STROKE)) % 2 == 0 else -10, 0)


def _in_and_out(hand: Hand, k: int) -> None:
    if k % _NOTCH_EVERY == 0:
        hand.wheel(1 if (k // _NOTCH_EVERY) % (2 * _NOTCHES) < _NOTCHES else -1)


LEGS = (
    Leg("pan, district", 1, 264, _arc),
    Leg("wheel, city to street and back", 0, 2 * _NOTCHES * _NOTCH_EVERY, _in_and_out),
    Leg("diagonal pan, street", 3, 264, _diagonal),
    Leg("pan, city", 0, 276, _across),
)
