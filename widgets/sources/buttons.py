"""What can be done to the chosen source: buttons with their keys, and what comes of each."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from widgets.sources.lines import Line
from widgets.words.said import QT_TRANSLATE_NOOP

CLEANING = "clean"
"""The act on all rows that cannot be read."""

ROWS: tuple[tuple[str, str], ...] = (
    ("add", QT_TRANSLATE_NOOP("sources", "添加 N")),
    ("edit", QT_TRANSLATE_NOOP("sources", "改 回车")),
    ("switch", QT_TRANSLATE_NOOP("sources", "停用 空格")),
    ("remove", QT_TRANSLATE_NOOP("sources", "删除 Delete")),
    (CLEANING, QT_TRANSLATE_NOOP("sources", "清除读不出的")),
    ("limits", QT_TRANSLATE_NOOP("sources", "每路限额…")),
)
_ON = QT_TRANSLATE_NOOP("sources", "启用 空格")

KEYS: Mapping[Qt.Key, str] = {
    Qt.Key.Key_N: "add",
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_Space: "switch",
    Qt.Key.Key_Delete: "remove",
}


class Buttons(QWidget):
    """`pressed` carries the first word of a row of ROWS."""

    pressed = Signal(str)
    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.by_name: dict[str, QPushButton] = {}
        for name, text in ROWS:
            self.by_name[name] = self._button(text)
            self.by_name[name].clicked.connect(lambda _, asked=name: self.pressed.emit(asked))
            line.addWidget(self.by_name[name])
        line.addStretch(1)
        close = self._button(QT_TRANSLATE_NOOP("sources", "关闭 Esc"))
        close.clicked.connect(self.closing)
        line.addWidget(close)

    def put(self, line: Line | None, *, unread: int) -> None:
        """What can be done to this one, and whether there are rows that cannot be read."""
        source = line.source if line is not None else None
        for name in ("edit", "switch", "remove"):
            self.by_name[name].setEnabled(source is not None)
        text = _ON if source is not None and not source.enabled else dict(ROWS)["switch"]
        self.by_name["switch"].setText(QCoreApplication.translate("sources", text))
        self.by_name[CLEANING].setVisible(unread > 0)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(QCoreApplication.translate("sources", text), self)
        button.setAutoDefault(False)
        return button


def hint_of(line: Line | None, *, doomed: str, unread: int) -> str:
    """What another key would bring about; `doomed`: the key of what is asked once more."""
    if doomed == CLEANING:
        text = QCoreApplication.translate(
            "sources", "再按一次：清除读不出的 %1 行，记入台账；Esc 保留"
        )
        return text.replace("%1", str(unread))
    if doomed and line is not None:
        text = QCoreApplication.translate(
            "sources", "再按一次 Delete 删除“%1”：停止 %2，断开 %3 个连接，记入台账；Esc 保留"
        )
        text = text.replace("%3", str(line.status.connections)).replace("%2", line.status.where)
        return text.replace("%1", line.status.name)
    if line is not None and line.source is None and line.unread is None:
        return QCoreApplication.translate("sources", "本次启动时由命令行指定，不保存")
    return QCoreApplication.translate(
        "sources", "改动立刻生效并记入台账；停用或删除只断开这一个信源"
    )
