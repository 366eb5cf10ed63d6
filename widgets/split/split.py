"""Before and after: puts the halves, the line, tags and bar over the map, and takes them off again.

The map below goes on showing the present; each half is another map linked with it, clipped by the
line, so that both always show the very same view.
"""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QMetaObject, QObject, QRect
from typing_extensions import override

from app.settings import SPLIT, Preset, Settings
from app.settings import Split as Kept
from app.store import queries
from maps.labels import Box
from maps.scene import MapData
from widgets import theme
from widgets.map_pane import MapPane
from widgets.second.keeper import nothing
from widgets.split import tags
from widgets.split.bar import SplitBar
from widgets.split.figures import Between, Stood
from widgets.split.half import Tag
from widgets.split.line import SplitLine
from widgets.split.side import Side
from widgets.window import Window

_GAP_PX, _LOW_PX = 10, 34


def wire(window: Window) -> "Splitter":
    """The action of before and after."""
    splitter = Splitter(window)
    window.actions_.bind({"view.split": splitter.toggle})
    window.closing.connect(splitter.close)
    return splitter


class Splitter(QObject):
    """`split` while the map is split; nothing is left over the map once it is closed."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.split: SplitMap | None = None

    def toggle(self) -> None:
        """Ctrl+Shift+D: split the map, or have it whole again."""
        if self.split is not None:
            self.close()
        else:
            self._window.bridge.ask(queries.settings, then=self._open, each=True)

    def close(self) -> None:
        if self.split is not None:
            kept = self.split.kept
            self.split.close()
            self.split = None
            self._window.bridge.after(self._window.desk.keep(SPLIT, kept), nothing)
            self._window.map.setFocus()

    def _open(self, settings: Settings) -> None:
        if self.split is None and not self._window.guard.covered:
            self.split = SplitMap(self._window, settings[SPLIT], self)
            self.split.bar.closed.connect(self.close)


class SplitMap(QObject):
    """Everything that lies over the map while it is split."""

    def __init__(self, window: Window, kept: Kept, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._map, self.kept = window, window.map, kept
        self.left = self._side()
        self.right: Side | None = None
        self.line = SplitLine(self._map, kept.line)
        self.tags = Tag(self._map, past=True), Tag(self._map, past=False)
        self.bar = SplitBar(window.clock)
        pane = window.panes.map
        assert isinstance(pane, MapPane)
        pane.add(self.bar)
        self._joined = self._join()
        for part in (self.line, *self.tags):
            part.show()
        self.bar.preset(kept.since)
        self._place()

    def close(self) -> None:
        """Take it all away."""
        self._map.removeEventFilter(self)
        self._map.set_tagged(())
        for joined in self._joined:
            QObject.disconnect(joined)
        for side in (self.left, self.right):
            if side is not None:
                side.close()
        for part in (self.line, *self.tags, self.bar):
            part.hide()
            part.setParent(None)
            part.deleteLater()
        self.deleteLater()

    def _join(self) -> list[QMetaObject.Connection]:
        window, bar, line = self._window, self.bar, self.line
        bar.left_wanted.connect(self._show_left)
        bar.right_wanted.connect(self._show_right)
        bar.stopped.connect(self._stop)
        line.moved.connect(self._move)
        self._map.installEventFilter(self)
        return [
            window.feed.fed.connect(self._feed),
            window.bridge.second.connect(lambda _: self._say()),
            window.arrangement.covering.connect(self._cover),
        ]

    def _side(self) -> Side:
        side = Side(self._map, self._window.bridge, self)
        side.changed.connect(self._say)
        side.asking.progress.connect(lambda done, many: self.bar.show_progress(done, many))
        return side

    def _show_left(self, moment: datetime, name: Preset | None) -> None:
        if name is not None:
            self.kept = replace(self.kept, since=name)
        self.left.show(moment)

    def _show_right(self, moment: datetime | None) -> None:
        if moment is None and self.right is not None:
            self.right.close()
            self.right = None
        elif moment is not None:
            self.right = self.right or self._side()
            self.right.show(moment)
        self._place()
        self._say()

    def _stop(self) -> None:
        """The officer will not wait: the halves stay empty, and say so."""
        for side in (self.left, self.right):
            if side is not None:
                side.asking.stop()
        self.bar.show_done(self.tr("已停止，未还原"))

    def _feed(self, data: MapData) -> None:
        for side in (self.left, self.right):
            if side is not None:
                side.follow(data)
        self._say()

    def _cover(self, px: int) -> None:
        for side in (self.left, self.right):
            if side is not None:
                side.half.map.set_left_covered(px)

    def _move(self, share: float) -> None:
        self.kept = replace(self.kept, line=share)
        self._place()

    def _place(self) -> None:
        """Everything where the line has it."""
        the_map, at = self._map, self.line.at
        width, height = the_map.width(), the_map.height()
        self.left.place(QRect(0, 0, at, height))
        if self.right is not None:
            self.right.place(QRect(at, 0, width - at, height))
        self.line.place()
        left, right = self.tags
        left.move(at - _GAP_PX - left.width(), height - _LOW_PX - left.height())
        right.move(at + _GAP_PX, height - _LOW_PX - right.height())
        for part in (*self.tags, self._window.overview):
            part.raise_()
        boxes = tuple(Box(tag.x(), tag.y(), tag.width(), tag.height()) for tag in self.tags)
        halves = [side.half.map for side in (self.left, self.right) if side is not None]
        for shown in (the_map, *halves):
            shown.set_tagged(boxes)

    def _say(self) -> None:
        """The time and the figures of both halves, and what lies between them."""
        now, left = self._window.clock(), self.left
        before, after = left.stood, self._after()
        if left.moment is not None:
            self.tags[0].say(*_lines(left, now))
        if self.right is not None:
            lines = _lines(self.right, now)
        else:
            lines = tags.now_lines(now, Stood.of(self._map.data.cases))
        if before is not None and after is not None:
            lines = (*lines, tags.between_line(Between.of(before, after)))
        self.tags[1].past = self.right is not None
        self.tags[1].say(*lines)
        if self.bar.stop.isVisible() and None not in (before, after):
            self.bar.show_done()
        self._place()

    def _after(self) -> Stood | None:
        return Stood.of(self._map.data.cases) if self.right is None else self.right.stood

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.PaletteChange:
            for side in (self.left, self.right):
                if side is not None:
                    side.half.map.set_style(theme.current().name)
        return False


def _lines(side: Side, now: datetime) -> tuple[str, ...]:
    assert side.moment is not None
    if side.stood is None:
        return tags.waiting_lines(side.moment, now)
    return tags.then_lines(side.moment, now, side.stood)
