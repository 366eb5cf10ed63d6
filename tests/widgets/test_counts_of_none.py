"""Ten thousand paints and signals leave the reference counts of None and True where they were.

A binding that drops one reference to None a call ends the process after some thousand paints,
with a message that names no cause: `Fatal Python error: none_dealloc`.
"""

import gc
import sys
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QApplication

from app.clock import frozen
from app.model import Fix
from maps.scene import MapData
from tests.maps.division import MadeDivision
from widgets.map_view import MapView

NOW = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)
MANY = 10_000
SLACK = 200  # what else in the process holds or lets go of None meanwhile

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None and True are immortal: nothing is counted"
)


def lost(work):
    """By how many the counts of None and of True fell while it ran."""
    gc.collect()
    before = sys.getrefcount(None), sys.getrefcount(True)
    work()
    gc.collect()
    after = sys.getrefcount(None), sys.getrefcount(True)
    return before[0] - after[0], before[1] - after[1]


@pytest.fixture
def view(qtbot):
    made = MapView()
    qtbot.addWidget(made)
    made.animated = False
    made.resize(160, 120)
    made.set_clock(frozen(NOW))
    made.set_hierarchy(MadeDivision())
    fix = Fix(terminal="T", fix_time=NOW, received=NOW, lon=106.3, lat=29.25, place="x")
    made.set_data(MapData(fixes={"T": fix}, place_counts={"1-0000": (3, 1)}, now=NOW))
    yield made
    made.shut()


@pytest.mark.parametrize("paints", [500, pytest.param(MANY, marks=pytest.mark.whole)])
def test_paints_of_the_map_lose_nothing(view, paints):
    """Each makes hundreds of calls that give None back: few paints would show what is lost."""
    view.render_sync()
    image = QImage(160, 120, QImage.Format.Format_RGB32)

    def paint():
        for _ in range(paints):
            view.render(image)

    assert max(lost(paint)) < SLACK


def test_ten_thousand_moves_and_signals_of_the_map_lose_nothing(view):
    heard = []
    view.pointer_moved.connect(lambda lon, lat: heard.append(lon))
    view.extent_changed.connect(lambda: heard.append(0.0))

    def move():
        for k in range(MANY):
            at = QPointF(k % 150, k % 110)
            kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
            keys = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(view, QMouseEvent(kind, at, at, none, none, keys))
            view.extent_changed.emit()
        heard.clear()

    assert max(lost(move)) < SLACK


class Bell(QObject):
    rung = Signal(object, bool)


def test_ten_thousand_signals_that_carry_none_and_true_lose_nothing(qtbot):
    bell, heard = Bell(), []
    bell.rung.connect(lambda what, loud: heard.append((what, loud)))
    bell.rung.connect(lambda what, loud: heard.append(what), Qt.ConnectionType.QueuedConnection)

    def ring():
        for k in range(MANY):
            bell.rung.emit(None, True)
            if k % 500 == 0:
                QApplication.processEvents()
        QApplication.processEvents()
        heard.clear()

    assert max(lost(ring)) < SLACK


def _timer(painter):
    timer = QTimer()
    timer.setInterval(1000)
    timer.setSingleShot(True)
    timer.stop()


CALLS = {
    "drawLine": lambda p: p.drawLine(0, 0, 9, 9),
    "drawPoint": lambda p: p.drawPoint(3, 3),
    "drawPolygon": lambda p: p.drawPolygon(QPolygonF([QPointF(0, 0), QPointF(9, 0)])),
    "drawEllipse": lambda p: p.drawEllipse(1, 1, 5, 5),
    "drawText": lambda p: p.drawText(2, 12, "渝"),
    "drawImage": lambda p: p.drawImage(0, 0, QImage(2, 2, QImage.Format.Format_RGB32)),
    "fillRect": lambda p: p.fillRect(0, 0, 4, 4, QColor(1, 2, 3)),
    "setPen": lambda p: p.setPen(QPen(QColor(1, 2, 3), 1.5)),
    "setBrush": lambda p: p.setBrush(QColor(1, 2, 3)),
    "setOpacity": lambda p: p.setOpacity(0.5),
    "setTransform": lambda p: p.setTransform(QTransform()),
    "translate": lambda p: p.translate(0, 0),
    "save and restore": lambda p: (p.save(), p.restore()),
    "timer": _timer,
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
def test_a_call_that_returns_nothing_takes_no_none_along(qapp, call):
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    painter = QPainter(image)

    def many():
        for _ in range(2_000):
            call(painter)

    gone = lost(many)
    painter.end()
    assert max(gone) < SLACK
