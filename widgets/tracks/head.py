"""The head of the tracks: add a terminal, choose the time, and what can be done with them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from app.clock import Clock, utc_now
from app.settings import Tracks
from widgets.look_back import shown
from widgets.parts.flow import Flow
from widgets.parts.labels import plain_label
from widgets.parts.numbers import in_line
from widgets.tracks.wanted import PRESETS, Carried, Wanted, written_span
from widgets.words.said import QT_TRANSLATE_NOOP

NAMES = {
    "hour": QT_TRANSLATE_NOOP("tracks", "1 小时"),
    "shift": QT_TRANSLATE_NOOP("tracks", "本班"),
    "day": QT_TRANSLATE_NOOP("tracks", "24 小时"),
}
ACTS = {
    "task": QT_TRANSLATE_NOOP("tracks", "任务"),
    "replay": QT_TRANSLATE_NOOP("tracks", "回放"),
    "fit": QT_TRANSLATE_NOOP("tracks", "看全"),
    "export": QT_TRANSLATE_NOOP("tracks", "导出…"),
    "stop": QT_TRANSLATE_NOOP("tracks", "停止读取"),
}
_LEAST_GAP, _MOST_GAP = 1, 120


class TracksHead(QFrame):
    """`added` carries a Carried; `spanned` (since, until, preset); `asked` one of ACTS."""

    added = Signal(object)
    spanned = Signal(object, object, str)
    gap_chosen = Signal(int)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock: Clock = utc_now
        self._all: list[Carried] = []
        self._by_task = False
        self.add = QComboBox(self)
        self.add.setEditable(True)
        self.add.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.add.setFixedWidth(176)
        self.add.activated.connect(self._add)
        line = self.add.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("添加终端或力量…"))
        self.add.setAccessibleName(line.placeholderText())
        self.presets = {
            name: self._button(QCoreApplication.translate("tracks", text), self._preset(name))
            for name, text in NAMES.items()
        }
        for button in self.presets.values():
            button.setCheckable(True)
        self.since = self._field(self.tr("起：08:00 或 11-20 08:00"))
        self.until = self._field(self.tr("止：空着就是现在"))
        self.gap = QSpinBox(self)
        self.gap.setRange(_LEAST_GAP, _MOST_GAP)
        self.gap.setPrefix(self.tr("断开 > "))
        self.gap.setSuffix(self.tr(" 分钟"))
        self.gap.setValue(Tracks().gap_min)
        self.gap.setKeyboardTracking(False)
        in_line(self.gap)
        self.gap.setToolTip(self.tr("超过这么久没有定位，轨迹在此断开"))
        self.gap.valueChanged.connect(self.gap_chosen)
        self.acts = {
            name: self._button(QCoreApplication.translate("tracks", text), self._ask(name))
            for name, text in ACTS.items()
        }
        self.acts["stop"].hide()
        self.acts["task"].setCheckable(True)
        self.acts["task"].setToolTip(self.tr("所选事件各力量，自派遣到办结（Alt+I）"))
        self.acts["replay"].setToolTip("Alt+P")
        self.wrong = plain_label(role="dim", parent=self)
        self._lay_out()

    def put(self, everybody: Sequence[Carried]) -> None:
        """Who can be added, by name."""
        everybody = sorted(everybody, key=lambda one: (one.name, one.terminal))
        if everybody == self._all:
            return
        self._all = list(everybody)
        self.add.clear()
        for one in self._all:
            same = one.name in ("", one.terminal)
            self.add.addItem(one.terminal if same else f"{one.name} · {one.terminal}", one)
        completer = QCompleter(self.add.model(), self.add)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.add.setCompleter(completer)
        self._clear()

    def show_wanted(self, wanted: Wanted, *, there: bool) -> None:
        """The span as it is; `there`: tracks are shown."""
        self.since.setText(shown(wanted.since))
        self.until.setText(shown(wanted.until))
        for name, button in self.presets.items():
            button.setChecked(name == wanted.preset)
        self._by_task = wanted.preset == "task"
        self.acts["task"].setChecked(self._by_task)
        self.add.setEnabled(not wanted.full)
        for name in ("replay", "fit", "export"):
            self.acts[name].setEnabled(there and bool(wanted))
        self._say("")

    def show_busy(self, *, busy: bool) -> None:
        self.acts["stop"].setVisible(busy)

    def _lay_out(self) -> None:
        row = Flow(self)
        row.setContentsMargins(8, 3, 8, 3)
        for part in (self.add, *self.presets.values(), self.acts["task"]):
            row.addWidget(part)
        others = [button for name, button in self.acts.items() if name != "task"]
        for part in (self.since, self.until, self.gap, *others, self.wrong):
            row.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _button(self, text: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.clicked.connect(lambda: act())
        return button

    def _field(self, hint: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(hint)
        field.setToolTip(hint)
        field.setAccessibleName(hint)
        field.setMaxLength(24)
        field.setFixedWidth(128)
        field.returnPressed.connect(self._take)
        field.installEventFilter(self)
        return field

    def _preset(self, name: str) -> Callable[[], object]:
        return lambda: self.spanned.emit(*PRESETS[name](self.clock()), name)

    def _ask(self, name: str) -> Callable[[], object]:
        return lambda: self._tell(name)

    def _tell(self, name: str) -> None:
        """A choice that is not taken up leaves the buttons as they were."""
        self.acts["task"].setChecked(self._by_task)
        self.asked.emit(name)

    def _add(self, at: int) -> None:
        one = self.add.itemData(at)
        self._clear()
        if isinstance(one, Carried):
            self.added.emit(one)

    def _say(self, text: str) -> None:
        """What is wrong with what was typed; nothing takes no room."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def _clear(self) -> None:
        self.add.setCurrentIndex(-1)
        self.add.clearEditText()

    def _take(self) -> None:
        span = written_span(self.since.text(), self.until.text(), self.clock())
        if span is None:
            self._say(self.tr("看不懂：写 08:00 或 2026-11-20 08:00，起在止之前"))
            return
        self.spanned.emit(*span, "")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in a field gives up what was typed, and is not for the window."""
        ours = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if ours and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]  # a QKeyEvent
            event.accept()
            return True
        return False
