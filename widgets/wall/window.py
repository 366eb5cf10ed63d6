"""The window of the wall: fills its screen, has no controls, and knows only what it is told."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.settings import Wall
from widgets import theme
from widgets.wall.board import Board
from widgets.wall.map import WallMap
from widgets.wall.sizes import Letters, letters, pitch_mm
from widgets.watermark import Watermark

MAP_LETTER_PX = 12
"""The smallest letters of a map on a desk; on the wall they are as large as all others."""

_MARK_PX = 36
"""With letters of this size the watermark is as large as on a desk."""


class WallWindow(QWidget):
    """`closed` once, by Esc, by its own key, or because its screen went."""

    closed = Signal()

    def __init__(self, parent: QWidget, wall: Wall, *, demo: bool = False) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("渝图 大屏"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.board = Board(self)
        self.map = WallMap(self.board)
        self.wall = wall
        self.sized: tuple[int, int] | None = None  # of another screen than it stands on: a picture
        self.letters = Letters(40, 0.0, 0.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)
        self.mark = Watermark(self) if demo else None
        for key in ("Esc", "Ctrl+Shift+W"):
            QShortcut(QKeySequence(key), self, self.close)
        self.dress(wall)

    def dress(self, wall: Wall) -> None:
        """Another distance, screen size or palette; its own palette, whatever the console has."""
        self.wall = wall
        self.board.theme = theme.load(wall.theme)
        self.map.set_style(wall.theme)
        self._fit()

    def _fit(self) -> None:
        """The letters for this screen, and the map in what they leave."""
        told = self.screen().physicalSize()
        size = self.sized or self.screen().size().toTuple()
        pitch = pitch_mm(size, self.wall.diagonal_in, (told.width(), told.height()))
        self.letters = letters(self.wall.distance_m, pitch, self.height())
        self.board.letter_px = self.letters.px
        self.map.enlarge(max(self.letters.px / MAP_LETTER_PX, 1.0))
        self.map.setGeometry(self.board.map_box)
        self.board.update()
        if self.mark is not None:
            self.mark.dress(theme.load(self.wall.theme), max(self.letters.px / _MARK_PX, 1.0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.board.resize(event.size())
        self._fit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
