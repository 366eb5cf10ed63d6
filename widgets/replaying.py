"""Playback over the map: the bar below it, the words over it that this is not now."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from typing_extensions import override

from maps.history import Replay
from widgets import formats
from widgets.map_pane import MapPane
from widgets.panels.tracks import TracksPanel
from widgets.split.half import Tag
from widgets.tracks.bar import ReplayBar
from widgets.tracks.player import Player
from widgets.window import Window

_TOP_PX, _BELOW_TRAIL_PX = 8, 44
_ROOMY_PX = 800
"""So wide, what says where the map is and what says that it is not now stand side by side."""


class Replaying(QObject):
    """Open from `toggle` until `close`; alarms, cases and the live data go on meanwhile."""

    def __init__(self, window: Window, panel: TracksPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._panel = window, panel
        self.player = Player(self)
        self.bar = ReplayBar(self.player)
        self.tag = Tag(window.map, past=True)
        pane = window.panes.map
        assert isinstance(pane, MapPane)
        pane.add(self.bar)
        for part in (self.bar, self.tag):
            part.hide()
        self.player.moved.connect(self._moved)
        self.player.changed.connect(self._say)
        self.bar.closed.connect(self.close)
        panel.sought.connect(self._seek)
        window.arrangement.covering.connect(self._cover)
        window.map.installEventFilter(self)
        window.closing.connect(self.close)

    def toggle(self) -> None:
        """Alt+P: begin, play and stand; says why where there is nothing to play."""
        if self.player.open:
            self.player.toggle()
            return
        shown = [one for one in self._panel.history.shown if len(one.parts.rows)]
        if not shown:
            text = QCoreApplication.translate("tracks", "没有可回放的轨迹：先选终端和时间")
            self._window.status.show_message(text)
            return
        begin = min(float(one.track.at_s[one.parts.rows[0]]) for one in shown)
        end = max(float(one.track.at_s[one.parts.rows[-1]]) for one in shown)
        for part in (self.bar, self.tag):
            part.show()
        self.player.begin(begin, end)
        self.player.toggle()
        self.bar.setFocus()

    def close(self) -> None:
        """Back to the present."""
        if not self.player.open:
            return
        self.player.close()
        for part in (self.bar, self.tag):
            part.hide()
        self._window.map.setFocus()

    def _cover(self, px: int) -> None:
        """So much of the map and of the bar lies under something else."""
        self.bar.set_covered(px)
        if self.player.open:
            self._place()

    def _seek(self, at_s: float) -> None:
        if self.player.open:
            self.player.seek(at_s)

    def _moved(self, at_s: float | None) -> None:
        moment = None if at_s is None else Replay(datetime.fromtimestamp(at_s, UTC))
        self._window.feed.show_replay(moment)
        if self._panel.chart is not None:
            self._panel.chart.show_moment(at_s)
        self._say()

    def _say(self) -> None:
        """Which moment, how fast, and how long ago that is."""
        at_s = self.player.at_s
        if at_s is None:
            return
        at = datetime.fromtimestamp(at_s, UTC)
        head = QCoreApplication.translate("tracks", "回放 %1 · %2× · 不是现在")
        head = head.replace("%1", formats.absolute(at)).replace("%2", str(self.player.speed))
        ago = QCoreApplication.translate("tracks", "%1；灰淡的终端是现在的位置")
        self.tag.say(head, ago.replace("%1", formats.ago(at, self._window.clock())))
        self._place()

    def _place(self) -> None:
        the_map = self._window.map
        covered = the_map.left_covered
        free = the_map.width() - covered
        top = _TOP_PX if free > _ROOMY_PX else _BELOW_TRAIL_PX
        self.tag.move(covered + max((free - self.tag.width()) // 2, 4), top)
        self.tag.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.player.open:
            self._place()
        return False
