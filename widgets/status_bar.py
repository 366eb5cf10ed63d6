"""The bottom line: where the pointer is, scale, CRS; what is selected; store and sources."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from widgets import formats
from widgets.formats import CoordinateFormat
from widgets.models.column import plain_tip
from widgets.parts.labels import ElidedLabel
from widgets.scale_box import ScaleBox

MOST_LIGHTS = 3
"""Sources that are named on the line; the others show their light alone."""

LONGEST_NAME = 10


class StatusBar(QFrame):
    """Everything here is told to it; the coordinate format is the only choice it holds."""

    sources_wanted = Signal()
    terminals_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setFixedHeight(24)
        self._form = CoordinateFormat.DMS
        self._at: tuple[float, float] | None = None
        self.coordinate = self._label("coordinate")
        self._format = self._format_button()
        self.scale = ScaleBox(self)
        self.scale.setObjectName("status_scale")
        self.scale.setProperty("role", "bare")
        self._crs = self._label("crs")
        self._crs.setText("CGCS2000 (EPSG:4490)")
        self._message = ElidedLabel(role="small", parent=self)  # however long: the line gives way
        self._message.setObjectName("status_message")
        self._selected = self._label("selected")
        self._store = self._label("store")
        self._edition = self._label("edition")
        self._sources = QToolButton(self)
        self._sources.setObjectName("status_sources")
        self._sources.setProperty("role", "small")
        self._sources.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sources.clicked.connect(self.sources_wanted)
        self._knocking = QToolButton(self)
        self._knocking.setObjectName("status_knocking")
        self._knocking.setProperty("role", "small")
        self._knocking.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._knocking.clicked.connect(self.terminals_wanted)
        self._knocking.hide()
        self._keys = self._label("keys")
        self._keys.setText(self.tr("Ctrl+/ 快捷键"))
        self._lay_out()
        self._say_position()

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(f"status_{name}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "small")
        return label

    def _format_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("▼")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        group = QActionGroup(menu)
        names = {
            CoordinateFormat.DECIMAL: self.tr("十进制度"),
            CoordinateFormat.DMS: self.tr("度分秒"),
            CoordinateFormat.GK3: self.tr("CGCS2000 3° 带"),
        }
        for form, name in names.items():
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setChecked(form == self._form)
            action.setData(form)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(lambda action: self.set_format(CoordinateFormat(action.data())))
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(12)
        for widget in (self.coordinate, self._format, self.scale, self._crs, self._edition):
            row.addWidget(widget)
        row.addWidget(self._message, 1)
        for widget in (
            self._selected,
            self._knocking,
            self._sources,
            self._store,
            self._keys,
        ):
            row.addWidget(widget)

    def set_short(self, short: bool) -> None:
        self._crs.setText("CGCS2000" if short else "CGCS2000 (EPSG:4490)")

    def set_format(self, form: CoordinateFormat) -> None:
        self._form = form
        self._say_position()

    def show_position(self, lon: float, lat: float) -> None:
        """Where the pointer is, degrees CGCS2000."""
        self._at = (lon, lat)
        self._say_position()

    def _say_position(self) -> None:
        if self._at is None:
            self.coordinate.setText(self.tr("指针移到地图上显示坐标"))
        else:
            self.coordinate.setText(formats.coordinate(*self._at, self._form))

    def show_scale(self, denominator: float) -> None:
        self.scale.put(denominator)

    def show_message(self, text: str) -> None:
        """One line that stays until the next: what was done, or why it was not."""
        self._message.setText(text)
        self._message.setToolTip(plain_tip(text))

    def show_selected(self, text: str) -> None:
        self._selected.setText(self.tr("选中 %1").replace("%1", text) if text else "")

    def show_edition(self, text: str) -> None:
        """The division that is open, and since when it is in force."""
        self._edition.setText(text)

    def show_knocking(self, count: int) -> None:
        """How many terminals wait to be let in; nothing while none does."""
        text = self.tr("◆ 终端待准入 %1").replace("%1", str(count))
        self._knocking.setText(text)
        self._knocking.setToolTip(plain_tip(self.tr("到终端 Alt+E")))
        self._knocking.setVisible(count > 0)

    def show_store(self, seq: int, at: datetime) -> None:
        """The ledger's last number and when it was read."""
        self._store.setText(
            self.tr("● 库 正常 #%1 %2")
            .replace("%1", formats.count(seq))
            .replace("%2", formats.clock_time(at))
        )

    def show_store_failure(self, text: str) -> None:
        self._store.setText(self.tr("⚠ 库 异常：%1").replace("%1", text))

    def show_sources(self, lights: Sequence[tuple[str, str, str]]) -> None:
        """(light, name, detail) of each source; of many the first few, the rest in the tip."""
        shown = [f"{light} {_short(name)}" for light, name, _ in lights[:MOST_LIGHTS]]
        more = [light for light, _, _ in lights[MOST_LIGHTS:]]
        self._sources.setText("  ".join([*shown, "".join(more)]).rstrip())
        said = "\n".join(f"{name}: {detail}" for _, name, detail in lights)
        self._sources.setToolTip(plain_tip(said))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
