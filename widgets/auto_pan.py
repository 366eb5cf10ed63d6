"""The map goes to a new alarm of grade Ⅰ by itself, but never under an officer's hands."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.clock import Clock
from app.model import Alert, AlertState, Grade

IDLE = timedelta(seconds=10)
_HANDS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
    }
)


class AutoPan(QObject):
    """Watches the hands by the clock; `go` is called with the alarm to go to.

    It listens where keys and mouse enter the window, not to every event of every widget.
    """

    def __init__(self, clock: Clock, go: Callable[[Alert], object], window: QWidget) -> None:
        super().__init__(window)
        self._clock, self._go, self._window = clock, go, window
        self._touched: datetime = clock()
        self._begun = False

    def hear(self, fresh: Iterable[Alert]) -> None:
        """New alarms; those that stood already when the window opened move nothing."""
        self.watch(self._window)
        begun, self._begun = self._begun, True
        worst = [a for a in fresh if a.grade == Grade.I and a.state == AlertState.NEW]
        idle = self._clock() - self._touched >= IDLE
        if begun and idle and worst and worst[0].position is not None:
            self._go(worst[0])

    def watch(self, window: QWidget) -> None:
        """Hands on this window are at work; on another one of the console as well, once shown."""
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)  # installed again, it still hears each event once

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _HANDS:
            self._touched = self._clock()
        return False
