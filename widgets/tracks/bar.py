"""The bar of playback, under the map: play, how fast, where in the span; and back to now."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSlider, QToolButton, QWidget
from typing_extensions import override

from widgets import formats
from widgets.parts.labels import plain_label
from widgets.tracks.player import SPEEDS, Player

STEPS = 2_000
_KEYS = (
    *(Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
)
_STEP_PARTS = 100.0
_SPAN_PX, _TIME_PX = 760, 560


class ReplayBar(QFrame):
    """Moves the player; `closed` where the officer wants the present again."""

    closed = Signal()

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player, self._covered = player, 0
        self.setProperty("role", "bar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.play = self._button("▶", self.tr("播放、暂停（空格）"), player.toggle)
        self.speed = QComboBox(self)
        for speed in SPEEDS:
            self.speed.addItem(f"{speed}×", speed)
        self.speed.setToolTip(self.tr("播放速度（↑ ↓）"))
        self.speed.setAccessibleName(self.speed.toolTip())
        self.speed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.speed.activated.connect(lambda: player.set_speed(self.speed.currentData()))
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, STEPS)
        self.slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.slider.setAccessibleName(self.tr("回放时刻"))
        self.slider.sliderMoved.connect(self._sought)
        self.time = plain_label(parent=self)
        self.span = plain_label(role="dim", parent=self)
        self.close_button = self._button(
            self.tr("回到现在 Esc"), self.tr("结束回放"), self.closed.emit
        )
        self._lay_out()
        player.moved.connect(self._moved)
        player.changed.connect(self._changed)
        self._changed()

    def set_covered(self, px: int) -> None:
        """So much of it, from its left, lies under something else."""
        self._covered = px
        self._fit()

    def _fit(self) -> None:
        """What is said elsewhere too gives way where there is no room."""
        row = self.layout()
        assert row is not None
        row.setContentsMargins(self._covered + 8, 2, 8, 2)
        free = self.width() - self._covered
        self.span.setVisible(free > _SPAN_PX)
        self.time.setVisible(free > _TIME_PX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(6)
        row.addWidget(plain_label(self.tr("回放"), parent=self))
        for part in (self.play, self.speed, self.time):
            row.addWidget(part)
        row.addWidget(self.slider, 1)
        row.addWidget(self.span)
        row.addWidget(self.close_button)
        self.setMinimumWidth(1)

    def _button(self, text: str, tip: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: act())
        return button

    def _moved(self, at_s: float | None) -> None:
        if at_s is None:
            return
        player = self._player
        length = max(player.until_s - player.since_s, 1.0)
        if not self.slider.isSliderDown():
            self.slider.setValue(round((at_s - player.since_s) / length * STEPS))
        self.time.setText(formats.absolute(datetime.fromtimestamp(at_s, UTC)))

    def _changed(self) -> None:
        player = self._player
        self.play.setText("❚❚" if player.playing else "▶")
        self.speed.setCurrentIndex(SPEEDS.index(player.speed))
        ends = (player.since_s, player.until_s)
        said = [formats.absolute(datetime.fromtimestamp(end, UTC))[5:16] for end in ends]
        self.span.setText(" – ".join(said))

    def _sought(self, value: int) -> None:
        player = self._player
        player.seek(player.since_s + (player.until_s - player.since_s) * value / STEPS)

    @override
    def event(self, event: QEvent) -> bool:
        """While the focus is here, these keys are for it and not for the window."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and not event.modifiers():
            if Qt.Key(event.key()) not in _KEYS:
                return super().event(event)
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        player, key = self._player, Qt.Key(event.key())
        at_s = player.at_s if player.at_s is not None else player.since_s
        step_s = (player.until_s - player.since_s) / _STEP_PARTS
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Space: player.toggle,
            Qt.Key.Key_Escape: self.closed.emit,
            Qt.Key.Key_Left: lambda: player.seek(at_s - step_s),
            Qt.Key.Key_Right: lambda: player.seek(at_s + step_s),
            Qt.Key.Key_Up: lambda: player.faster(1),
            Qt.Key.Key_Down: lambda: player.faster(-1),
            Qt.Key.Key_Home: lambda: player.seek(player.since_s),
            Qt.Key.Key_End: lambda: player.seek(player.until_s),
        }
        if key in acts and not event.modifiers():
            acts[key]()
        else:
            super().keyPressEvent(event)
