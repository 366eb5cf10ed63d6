"""Sources 信源: how each stands, what was refused of it and why, and what can be done to it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from app.casework.acts import Act, Refusal
from app.casework.sources import CHANGE, CLEAN, DAMAGED, REMOVE, SUBJECT
from app.changes import Changes
from app.ingest.sources import SourceStatus
from app.settings import SOURCE_LIMITS, Settings
from app.settings import SOURCES as KEPT
from app.sources.kept import Known, read_all
from app.sources.limits import Limits
from app.store import queries
from app.store.queries import Refused
from widgets import words
from widgets.bridge import Bridge
from widgets.models.column import Context
from widgets.models.table import Table
from widgets.parts.labels import plain_label
from widgets.sources.buttons import CLEANING, KEYS, Buttons, hint_of
from widgets.sources.detail import Detail
from widgets.sources.form import SourceForm
from widgets.sources.limits import LimitsForm
from widgets.sources.lines import SOURCES, Line, lines
from widgets.tables.view import TableView

Statuses = Callable[[], Sequence[SourceStatus]]

_SETTINGS = frozenset({KEPT.name, SOURCE_LIMITS.name})


class SourcesDialog(QDialog):
    """Stays beside the console while alarms go on; Esc closes it. `statuses` may be replaced."""

    def __init__(self, bridge: Bridge, statuses: Statuses, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.statuses = statuses
        self._bridge = bridge
        self._known = Known()
        self._limits = Limits()
        self._refused: Sequence[Refused] = ()
        self._doomed = ""
        self._refusal = ""
        self._stale = False
        self.setWindowTitle(self.tr("信源"))
        self.resize(1000, 620)
        self.table: Table[Line] = Table(
            SOURCES, key=lambda line: line.key, news=lambda line: line.status.state, parent=self
        )
        self.view: TableView[Line] = TableView(
            self.table, empty=self.tr("没有信源，收不到任何终端。按 N 添加"), parent=self
        )
        self.view.setAccessibleName(self.tr("信源"))
        self.detail = Detail(self)
        self.hint = plain_label(role="hint", parent=self)
        self.hint.setWordWrap(True)
        self.buttons = Buttons(self)
        self.buttons.pressed.connect(self.do)
        self.buttons.closing.connect(self.reject)
        self._lay_out()
        self.view.chosen.connect(lambda _: self._choose())
        self.view.opened.connect(lambda _: self.do("edit"))
        bridge.second.connect(lambda _: self._second())
        bridge.changed.connect(self._refresh)

    def open_sources(self) -> None:
        """Show how everything stands now, and keep it so while the dialog is open."""
        self.show()
        self.activateWindow()
        self.view.setFocus()
        self._ask()
        self._second()

    def put(self, settings: Settings) -> None:
        """The sources as the desk keeps them."""
        self._known = read_all(settings[KEPT])
        self._limits = settings[SOURCE_LIMITS]
        self._second()

    def put_refused(self, refused: Sequence[Refused]) -> None:
        """What the desk has counted ever since."""
        self._refused = refused
        self._show_chosen()

    def do(self, what: str) -> None:
        """One of the buttons' acts, on the source that is chosen."""
        line = self.view.chosen_row()
        doomed, self._doomed, self._refusal = self._doomed, "", ""
        self._say_keys()
        if what == "limits":
            self._open_form(LimitsForm(self._bridge, self._limits, self))
        elif what == "add":
            self._open_form(SourceForm(self._bridge, taken=self._ids(), parent=self))
        elif what == CLEANING or (
            what == "remove" and line is not None and line.unread is not None
        ):
            self._ask_once_more(CLEANING, doomed)
        elif line is None or line.source is None:
            return
        elif what == "edit":
            self._open_form(SourceForm(self._bridge, source=line.source, parent=self))
        elif what == "switch":
            self._send(CHANGE, line.key, {"enabled": not line.source.enabled})
        else:
            self._ask_once_more(line.key, doomed)

    def _ask_once_more(self, key: str, doomed: str) -> None:
        """What cannot be undone is done when it is asked for a second time."""
        if doomed != key:
            self._doomed = key
            self._say_keys()
        elif key == CLEANING:
            self._bridge.do(Act(name=CLEAN, subject=DAMAGED), then=self._told)
        else:
            self._send(REMOVE, key, {})

    def _send(self, act: str, ident: str, fields: dict[str, object]) -> None:
        self._bridge.do(Act(name=act, subject=f"{SUBJECT}{ident}", fields=fields), then=self._told)

    def _told(self, result: object) -> None:
        self._refusal = words.refusal(result) if isinstance(result, Refusal) else ""
        self._say_keys()

    def _open_form(self, form: QDialog) -> None:
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    def _ids(self) -> set[str]:
        return {line.key for line in self.table.rows()}

    def _ask(self) -> None:
        self._bridge.ask(queries.settings, then=self.put)
        self._bridge.ask(queries.refused, then=self.put_refused)

    def _refresh(self, changes: Changes) -> None:
        """What was set is shown at once, what is counted once a second."""
        self._stale = self._stale or bool(changes.sources)
        if self.isVisible() and changes.settings & _SETTINGS:
            self._ask()

    def _second(self) -> None:
        if not self.isVisible():
            return
        if self._stale:
            self._stale = False
            self._bridge.ask(queries.refused, then=self.put_refused)
        now = self._bridge.now()
        self.table.context = Context(now=now)
        self.table.put(lines(self._known, self.statuses(), now))
        if not self.view.chosen_key():
            self.view.step(0)
        self.view.tick(now)
        self._show_chosen(now)

    def _choose(self) -> None:
        """Another source is looked at: what was refused of the last one is no more said."""
        self._refusal = ""
        self._show_chosen()

    def _show_chosen(self, now: datetime | None = None) -> None:
        line = self.view.chosen_row()
        self.detail.put(line, self._refused, now or self._bridge.now())
        if self._doomed not in ("", CLEANING) and (line is None or line.key != self._doomed):
            self._doomed = ""
        self.buttons.put(line, unread=len(self._known.unread))
        self._say_keys()

    def _say_keys(self) -> None:
        line, unread = self.view.chosen_row(), len(self._known.unread)
        self.hint.setText(self._refusal or hint_of(line, doomed=self._doomed, unread=unread))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.view, 3)
        column.addWidget(self.detail, 4)
        column.addWidget(self.hint)
        column.addWidget(self.buttons)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the table has left over."""
        asked = KEYS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._doomed:
            self._doomed = ""
            self._say_keys()
        elif asked is not None and not event.modifiers():
            self.do(asked)
        else:
            super().keyPressEvent(event)
