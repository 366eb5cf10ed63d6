"""The line above the second map: how it is linked, at which level it tells areas apart, layers."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QToolButton, QWidget
from typing_extensions import override

from app.model import Level
from widgets import formats
from widgets.parts.labels import plain_label
from widgets.second.link import Mode
from widgets.words.said import QT_TRANSLATE_NOOP, said

MODES: tuple[tuple[Mode, str, str], ...] = (
    (Mode.OFF, QT_TRANSLATE_NOOP("words", "不联动"), "Ctrl+1"),
    (Mode.MIDDLE, QT_TRANSLATE_NOOP("words", "同中心"), "Ctrl+2"),
    (Mode.SCALE, QT_TRANSLATE_NOOP("words", "同中心、同比例尺"), "Ctrl+3"),
)
"""Mode, its name, its key in the window of the second map."""

LEVELS: tuple[tuple[Level | None, str], ...] = (
    (None, QT_TRANSLATE_NOOP("words", "随比例尺")),
    (Level.DISTRICT, QT_TRANSLATE_NOOP("words", "区县")),
    (Level.TOWN, QT_TRANSLATE_NOOP("words", "镇街")),
    (Level.VILLAGE, QT_TRANSLATE_NOOP("words", "村社")),
    (Level.GRID, QT_TRANSLATE_NOOP("words", "网格")),
)


class Padlock(QWidget):
    """Shut while the maps are linked, open while each goes its own way: a shape, not a colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(18, 20)
        self._shut = True

    @property
    def shut(self) -> bool:
        return self._shut

    def show_mode(self, mode: Mode) -> None:
        self._shut = mode is not Mode.OFF
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(self.foregroundRole())
        painter.setPen(QPen(ink, 1.6))
        lift = 0.0 if self._shut else -3.0
        painter.drawArc(QRectF(5.5, 3 - lift / 3, 7, 9), 0, 180 * 16)
        painter.drawLine(QPointF(5.5, 7.5), QPointF(5.5, 9.5))
        if self._shut:
            painter.drawLine(QPointF(12.5, 7.5), QPointF(12.5, 9.5))
        box = QRectF(3.5, 9.5, 11, 8)
        if self._shut:
            painter.setBrush(ink)
        painter.drawRect(box)
        painter.end()


class SecondBar(QFrame):
    """`mode_wanted` carries a Mode, `level_wanted` a Level or None; `layers` is a switch."""

    mode_wanted = Signal(object)
    level_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.padlock = Padlock(self)
        self.link = QToolButton(self)
        self.link.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.link.setMenu(QMenu(self.link))
        self.modes = self._make_modes()
        self.level = QComboBox(self)
        self.level.setAccessibleName(self.tr("辖区层级"))
        for level, name in LEVELS:
            self.level.addItem(said(name), level)
        self.level.activated.connect(lambda: self.level_wanted.emit(self.level.currentData()))
        self.layers = QToolButton(self)
        self.layers.setText(self.tr("图层 Ctrl+L"))
        self.layers.setCheckable(True)
        self.layers.setShortcut(QKeySequence("Ctrl+L"))
        self.scale = plain_label(role="dim", parent=self)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(4)
        row.addWidget(self.padlock)
        row.addWidget(self.link)
        row.addWidget(self.layers)
        row.addWidget(self.level)
        row.addWidget(self.scale)
        row.addStretch(1)
        row.addWidget(plain_label(self.tr("Ctrl+M、Esc 关闭"), role="dim", parent=self))

    def _make_modes(self) -> dict[Mode, QAction]:
        group = QActionGroup(self)
        made = {}
        for mode, name, key in MODES:
            action = QAction(said(name), group)
            action.setCheckable(True)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(lambda _, mode=mode: self.mode_wanted.emit(mode))
            made[mode] = action
        self.link.menu().addActions(list(made.values()))
        return made

    def show_mode(self, mode: Mode) -> None:
        """The link as it is."""
        self.modes[mode].setChecked(True)
        self.link.setText(self.tr("联动：%1").replace("%1", self.modes[mode].text()))
        self.padlock.show_mode(mode)

    def show_level(self, level: Level | None) -> None:
        self.level.setCurrentIndex([known for known, _ in LEVELS].index(level))

    def show_scale(self, denominator: float) -> None:
        self.scale.setText(formats.scale(denominator))
