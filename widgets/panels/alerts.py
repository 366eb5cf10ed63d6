"""Alerts 报警一览: what waits for a person; confirm, dismiss, shelve or merge it, and the rate."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from typing_extensions import override

from app.model import Alert, AlertState
from app.store import queries
from app.store.store import Reader
from widgets.bridge import Bridge
from widgets.models.alerts import ALERTS
from widgets.models.filters import Test, not_shelved
from widgets.panels.panel import Places
from widgets.panels.table_panel import TablePanel
from widgets.parts.flow import Flow
from widgets.parts.labels import plain_label
from widgets.parts.sparkline import Sparkline
from widgets.tables.widths import NARROW_PX
from widgets.words import QT_TRANSLATE_NOOP

SPAN = timedelta(minutes=10)
SPANS = 18
FLOOD = 10
"""More than 10 in 10 minutes is a flood (ISA-18.2); three hours are shown."""

ACTS: tuple[tuple[str, str, Qt.Key, str], ...] = (
    ("confirm", QT_TRANSLATE_NOOP("AlertsPanel", "确认 空格"), Qt.Key.Key_Space, "alert.confirm"),
    ("dismiss", QT_TRANSLATE_NOOP("AlertsPanel", "排除 X"), Qt.Key.Key_X, "alert.dismiss"),
    ("shelve", QT_TRANSLATE_NOOP("AlertsPanel", "搁置 H"), Qt.Key.Key_H, "alert.shelve"),
    ("merge", QT_TRANSLATE_NOOP("AlertsPanel", "并入 U"), Qt.Key.Key_U, "alert.merge"),
)
"""Name, text, key, act of the transition table."""


def rate(raised: Iterable[datetime], now: datetime) -> tuple[int, ...]:
    """How many times fall in each of the last SPANS spans, oldest first."""
    counts = [0] * SPANS
    for at in raised:
        ago = (now - at) // SPAN
        if 0 <= ago < SPANS:
            counts[SPANS - 1 - ago] += 1
    return tuple(counts)


def alerts_and_names(reader: Reader) -> tuple[Sequence[Alert], dict[str, str]]:
    """The question of this board: open alerts, and units by id with their names."""
    names = {unit.id: unit.name for unit in queries.units(reader)}
    return queries.open_alerts(reader), names


class AlertsPanel(TablePanel[Alert]):
    """Confirmed or not, an active alert stays listed until its source returns."""

    alert_chosen = Signal(str)
    concerns = frozenset({"alerts"})
    eager = True

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            ALERTS,
            key=lambda alert: alert.id,
            order=lambda alert: (
                alert.state == AlertState.SHELVED,
                alert.grade,
                -alert.raised.timestamp(),
                alert.id,
            ),
            news=lambda alert: (alert.state, alert.count, alert.active),
            empty="",
            bridge=bridge,
            places=places,
            parent=parent,
        )
        self.view.set_empty(
            self.tr("没有待处理报警\n终端或规则报警后列在这里：空格 确认，X 排除，H 搁置")
        )
        self._raised: Sequence[datetime] = ()
        self.rate = plain_label(role="dim")
        self.sparkline = Sparkline(limit=FLOOD, parent=self)
        self.shelved = QToolButton(self)
        self.shelved.setCheckable(True)
        self.shelved.setChecked(True)
        self.shelved.setText(self.tr("含搁置"))
        self.shelved.toggled.connect(lambda _: self.filter_again())
        self.buttons = {name: self._button(text, act) for name, text, _, act in ACTS}
        for at, widget in enumerate((self.sparkline, self.rate), 1):
            self.bar.insertWidget(at, widget)
        self._below = Flow(spacing_px=8)
        self._below.setContentsMargins(8, 0, 8, 4)
        self.column.insertLayout(1, self._below)
        self._put_acts(narrow=False)
        self.setMinimumWidth(1)  # what the bar needs is not known before the width
        self.view.chosen.connect(self._tell_chosen)
        self._enable()

    @override
    def ask(self) -> None:
        self.question(alerts_and_names, then=self.put_answer)

    def put_answer(self, answer: tuple[Sequence[Alert], dict[str, str]]) -> None:
        """Alerts, and the names of the units that sent them."""
        alerts, names = answer
        self.put_units(names)
        self.put(alerts)

    @override
    def put(self, rows: Iterable[Alert]) -> None:
        alerts = list(rows)
        self._raised = [alert.raised for alert in alerts]
        super().put(alerts)
        self._tell_rate()
        self._enable()

    @override
    def tests(self) -> Iterable[Test[Alert] | None]:
        return (None if self.shelved.isChecked() else not_shelved,)

    @override
    def said(self) -> str:
        away = sum(alert.state == AlertState.SHELVED for alert in self.table.rows())
        text = super().said()
        return text + (self.tr("，搁置 %1").replace("%1", str(away)) if away else "")

    @override
    def tick(self, now: datetime) -> None:
        super().tick(now)
        self._tell_rate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        for _, _, key, act in ACTS:
            if event.key() == key and not event.modifiers():
                self.want(act)
                return
        super().keyPressEvent(event)

    def want(self, act: str) -> None:
        """Ask for an act on the chosen alert; nothing without one."""
        if key := self.view.chosen_key():
            self.act_wanted.emit(act, f"alert:{key}")

    def select(self, alert: str) -> bool:
        return self.view.choose(alert)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_acts(narrow=self.width() < NARROW_PX)

    def _lay_acts(self, *, narrow: bool) -> None:
        """In a line of their own where they would not fit behind the rate."""
        if narrow != bool(self._below.count()):
            self._put_acts(narrow=narrow)

    def _put_acts(self, *, narrow: bool) -> None:
        for at, button in enumerate(self.buttons.values(), 3):
            if narrow:
                self._below.addWidget(button)
            else:
                self.bar.insertWidget(at, button)
        if narrow:
            self._below.addWidget(self.shelved)
        else:
            self.bar.insertWidget(self.bar.count() - 1, self.shelved)

    def _button(self, text: str, act: str) -> QPushButton:
        button = QPushButton(self.tr(text), self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.want(act))
        return button

    def _enable(self) -> None:
        for button in self.buttons.values():
            button.setEnabled(bool(self.view.chosen_key()))

    def _tell_chosen(self, key: str) -> None:
        self._enable()
        self.alert_chosen.emit(key)
        row = self.view.chosen_row()
        if row is not None and row.case:
            self.case_chosen.emit(row.case)

    def _tell_rate(self) -> None:
        counts = rate(self._raised, self._now)
        self.sparkline.set_counts(counts)
        said = self.tr("近 10 分钟 %1").replace("%1", str(counts[-1]))
        self.rate.setText(f"⚠ {said}" if counts[-1] > FLOOD else said)
