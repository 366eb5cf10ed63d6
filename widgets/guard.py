"""Keeps a locked console shut: covers it, takes its keys, and closes what opens over it.

That nothing is done meanwhile is the desk's own rule; this keeps it from being seen and tried.
"""

from concurrent.futures import Future
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from typing_extensions import override

from app.casework.acts import Refusal
from app.changes import Changes
from app.model import Entry
from app.settings import LOCK, Lock, Settings
from app.store import queries
from widgets import words
from widgets.actions import Actions
from widgets.alarm_strip import AlarmStrip
from widgets.bridge import Bridge
from widgets.lock_cover import LockCover
from widgets.toasts import Toasts
from widgets.top_bar import TopBar

KEY = "desk.lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """The parts of a window: `under` is what the cover replaces, `over` what lies above it."""

    window: QMainWindow
    top: TopBar
    strip: AlarmStrip
    under: tuple[QWidget, ...]
    over: tuple[QWidget, ...]
    toasts: Toasts
    actions: Actions


class Guard(QObject):
    """`locked` is what the desk says; `covered` is so as well while the first code is chosen."""

    covering = Signal(bool)

    def __init__(self, bridge: Bridge, parts: Guarded, resting: QWidget) -> None:
        super().__init__(parts.window)
        self._bridge, self._parts, self._resting = bridge, parts, resting
        self._known = Lock()
        self._focus: QWidget | None = None
        self.covered = False
        self.cover = LockCover(parts.strip.parentWidget())
        self.cover.hide()
        for widget in parts.under:  # what is hidden keeps its place, and the cover has it
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
        self.cover.tried.connect(lambda code: self._wait(bridge.desk.unlock(code)))
        self.cover.chosen.connect(lambda code: self._wait(bridge.desk.lock(code)))
        self.cover.dismissed.connect(self._uncover)
        bridge.changed.connect(self._refresh)
        bridge.second.connect(lambda _: self._second())
        for watched in (parts.window, *parts.over):
            watched.installEventFilter(self)

    @property
    def locked(self) -> bool:
        return self._known.locked

    def want(self) -> None:
        """Ctrl+Shift+L: lock; where no code was chosen yet, have one chosen first."""
        if self.covered:
            self.cover.take_focus()
        elif self._known.key:
            self._wait(self._bridge.desk.lock())
        else:
            self._cover()
            self.cover.ask_new()
            self.cover.take_focus()

    def put(self, settings: Settings) -> None:
        """The desk's lock as it is now."""
        was, self._known = self._known, settings[LOCK]
        if self._known.locked:
            self._cover()
            self.cover.show_lock(self._known, self._bridge.now())
            if not was.locked:
                self.cover.take_focus()
        elif was.locked:
            self._uncover()

    def _wait(self, future: Future[Entry | Refusal]) -> None:
        self._bridge.after(future, self._answered)

    def _answered(self, result: object) -> None:
        self._bridge.ask(queries.settings, then=self.put, each=True)
        if isinstance(result, Refusal):
            self.cover.refuse(words.refusal(result), self._bridge.now())

    def _refresh(self, changes: Changes) -> None:
        if LOCK.name in changes.settings:
            self._bridge.ask(queries.settings, then=self.put, each=True)

    def _second(self) -> None:
        if self.covered:
            self._place()
            self.cover.show_time(self._bridge.now())
            self.cover.show_waiting(self._parts.strip.waiting)

    def _cover(self) -> None:
        if self.covered:
            return
        self.covered = True
        self._focus = QApplication.focusWidget()
        _shut(_dialogs())
        self._switch(covered=True)
        self._second()

    def _place(self) -> None:
        """From under the strip to the lower edge, whatever size the window has."""
        strip = self._parts.strip
        below, home = strip.geometry().bottom() + 1, strip.window().size()
        self.cover.setGeometry(0, below, home.width(), home.height() - below)
        self.cover.lower()

    def _uncover(self) -> None:
        self.covered = False
        self._switch(covered=False)
        focus = self._focus
        there = focus is not None and shiboken6.isValid(focus) and focus.isVisible()
        (focus if focus is not None and there else self._resting).setFocus()

    def _switch(self, *, covered: bool) -> None:
        parts = self._parts
        parts.actions.set_only(KEY if covered else "")
        parts.strip.set_locked(covered)
        parts.top.set_locked(covered)
        parts.toasts.set_quiet(covered)
        for widget in parts.over:
            if covered:
                widget.hide()
        for widget in parts.under:
            widget.setVisible(not covered)
        self.cover.setVisible(covered)
        self.covering.emit(covered)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Resize and self.covered:
            QTimer.singleShot(0, self, self._place)
        if kind == QEvent.Type.WindowBlocked:
            QTimer.singleShot(0, self, self._mind_dialogs)
        elif kind == QEvent.Type.Show and self.covered and watched is not self._parts.window:
            QTimer.singleShot(0, self, lambda: self._shut_over(watched))
        return super().eventFilter(watched, event)

    def _mind_dialogs(self) -> None:
        """A dialog has come: it hears the key of the lock too, or goes where it comes too late."""
        if self.covered:
            _shut(_dialogs())
            self._parts.window.activateWindow()
            self.cover.take_focus()
        else:
            for dialog in _dialogs():
                dialog.addAction(self._parts.actions[KEY])

    def _shut_over(self, widget: QObject) -> None:
        if self.covered and isinstance(widget, QWidget):
            widget.hide()
            self.cover.take_focus()


def _dialogs() -> list[QWidget]:
    """Whatever is open beside the window: dialogs and menus."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible() and (isinstance(widget, QDialog) or _is_popup(widget))
    ]


def _is_popup(widget: QWidget) -> bool:
    return widget.windowType() == Qt.WindowType.Popup


def _shut(widgets: list[QWidget]) -> None:
    for widget in widgets:
        widget.close()
