"""The chosen terminals as rows: letter and colour, who carries it, its track in figures."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.tracks import Figures
from maps.history import Shown
from maps.history.looks import DASHES, colour_at
from maps.history.shown import LETTERS
from widgets import formats, theme
from widgets.models.column import plain_tip
from widgets.parts.labels import ElidedLabel, plain_label
from widgets.tracks.wanted import Carried

_SIGN = QSize(40, 18)


def figures_text(figures: Figures) -> str:
    """12.3 km · 行驶 1:02:33 · 均 41 · 最高 63 km/h."""
    if not figures.fixes:
        return QCoreApplication.translate("tracks", "这段时间没有定位")
    parts = [
        formats.distance(figures.length_m),
        QCoreApplication.translate("tracks", "行驶 %1").replace(
            "%1", formats.timer(figures.moving_s)
        ),
    ]
    if figures.mean_kmh is not None:
        parts.append(
            QCoreApplication.translate("tracks", "均 %1").replace("%1", f"{figures.mean_kmh:.0f}")
        )
    if figures.most_kmh is not None:
        parts.append(
            QCoreApplication.translate("tracks", "最高 %1").replace(
                "%1", formats.speed(figures.most_kmh)
            )
        )
    return " · ".join(parts)


def counts_text(figures: Figures) -> str:
    """359 点 · 停 3 · 断 1 · 补报 12 · 存疑 2; what there is none of is not said."""
    counts = (
        (figures.fixes, QCoreApplication.translate("tracks", "%1 点")),
        (len(figures.stops), QCoreApplication.translate("tracks", "停 %1")),
        (len(figures.gaps), QCoreApplication.translate("tracks", "断 %1")),
        (figures.late, QCoreApplication.translate("tracks", "补报 %1")),
        (figures.doubted, QCoreApplication.translate("tracks", "存疑 %1")),
    )
    said = (text.replace("%1", formats.count(number)) for number, text in counts if number)
    return " · ".join(said)


class Sign(QWidget):
    """The letter of a track on its colour, and its line as the chart draws it."""

    def __init__(self, slot: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._slot = slot
        self.setFixedSize(_SIGN)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        ink = QColor(*colour_at(night=look.name == "night", slot=self._slot))
        pen = QPen(ink, 1.6)
        if DASHES[self._slot]:
            pen.setDashPattern([part / 1.6 for part in DASHES[self._slot]])
        painter.setPen(pen)
        painter.drawLine(18, 9, 39, 9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QRectF(1, 1, 16, 16))
        painter.setPen(look.colour("panel"))
        painter.drawText(
            QRectF(1, 1, 16, 16), int(Qt.AlignmentFlag.AlignCenter), LETTERS[self._slot]
        )
        painter.end()


class TrackRows(QWidget):
    """`dropped` carries the terminal that is no longer wanted."""

    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 2, 4, 2)
        self._column.setSpacing(2)
        self._figures: list[ElidedLabel] = []
        self._titles: list[tuple[ElidedLabel, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def put(self, terminals: Sequence[Carried]) -> None:
        """A row each; their figures come with `show_figures`."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._figures, self._titles = [], []
        for slot, one in enumerate(terminals):
            self._column.addWidget(self._row(slot, one))

    def show_figures(self, shown: Sequence[Shown]) -> None:
        for label, one in zip(self._figures, shown, strict=False):
            text = figures_text(one.figures)
            label.setText(text)
            label.setToolTip(plain_tip(text))
        for (title, name), one in zip(self._titles, shown, strict=False):
            title.setText(" · ".join(filter(None, (name, counts_text(one.figures)))))

    def texts(self) -> list[str]:
        """The figures as they stand."""
        return [label.text() for label in self._figures]

    def _row(self, slot: int, one: Carried) -> QWidget:
        row = QWidget(self)
        name = one.name or one.terminal
        figures = ElidedLabel(role="dim", parent=row)
        figures.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        title = ElidedLabel(name, parent=row)
        self._titles.append((title, name))
        title.setToolTip(plain_tip(f"{name} · {one.terminal}"))
        drop = QToolButton(row)
        drop.setText("×")
        drop.setToolTip(self.tr("去掉这条轨迹"))
        drop.setAccessibleName(f"{drop.toolTip()} {name}")
        drop.clicked.connect(lambda: self.dropped.emit(one.terminal))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(title)
        lines.addWidget(figures)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(Sign(slot, row))
        across.addLayout(lines, 1)
        across.addWidget(drop)
        self._figures.append(figures)
        return row


def empty_words(parent: QWidget) -> QWidget:
    """What stands there while nothing is chosen, and which keys choose."""
    text = QCoreApplication.translate(
        "tracks",
        "还没有选终端\n上面选一台添加，或在力量看板、地图上选中后按 Alt+Shift+T；\n"
        "事件详情中 Alt+I 看所派力量自派遣起的轨迹",
    )
    label = plain_label(text, role="empty", parent=parent)
    label.setWordWrap(True)
    return label
