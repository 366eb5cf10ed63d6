"""How base maps come to the desk: by the menu, or dropped on the map; and what keys do to them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from app.paths import cache_folder
from maps.base.errors import BaseError
from maps.base.shelf import State
from maps.base.sniff import SUFFIXES, kind_of
from widgets.base_maps import BaseMaps
from widgets.toasts import Tone
from widgets.window import Window
from widgets.words.base_maps import base_reason

if TYPE_CHECKING:
    from widgets.dialogs.base_map import BaseMapDialog

_STEP = 0.1


def wire(window: Window) -> BaseMaps:
    """Base maps as the desk has them, their part of the layers' panel, and dropping files."""
    maps = BaseMaps(window.bridge, window.map, cache_folder(), window)
    maps.told.connect(partial(_list, window, maps))
    window.closing.connect(maps.close)
    window.actions_["view.refresh"].triggered.connect(maps.again)
    window.actions_.bind({"desk.base": partial(choose, window, maps)})
    Dropping(window.map, partial(bring_in, window, maps))
    maps.ask()
    return maps


def _list(window: Window, maps: BaseMaps) -> None:
    """The list below the layers, made once there is something to list."""
    from widgets.panels.base_maps import BaseMapsPart

    panel = window.panes.layers
    part = panel.findChild(BaseMapsPart)
    if part is None:
        part = BaseMapsPart(panel)
        panel.column.addWidget(part)
        part.switched.connect(partial(_switch, maps))
        part.done.connect(partial(_do, maps))
        part.ranged.connect(partial(_range, maps))
    part.put(maps.sources, maps.status())


def choose(window: Window, maps: BaseMaps) -> None:
    """Ask for files and bring them in."""
    endings = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
    names, _ = QFileDialog.getOpenFileNames(
        window, QCoreApplication.translate("base_maps", "导入底图"), "", f"({endings})"
    )
    bring_in(window, maps, [Path(name) for name in names])


def bring_in(window: Window, maps: BaseMaps, paths: Sequence[Path]) -> None:
    """A dialog for each file that is a base map; the others are told with their reason."""
    from maps.base.opening import facts  # here: what most sessions never need
    from widgets.dialogs.base_map import BaseMapDialog

    for path in paths:
        try:
            kind = kind_of(path)
            dialog = BaseMapDialog(path, kind, facts(path, kind), window)
        except BaseError as error:
            said = QCoreApplication.translate("base_maps", "%1：没有导入，%2")
            why = base_reason(error.reason, error.detail)
            window.tell(said.replace("%1", path.name).replace("%2", why), Tone.FAILED)
            continue
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(_taken, maps, dialog))
        dialog.open()


def _taken(maps: BaseMaps, dialog: "BaseMapDialog") -> None:
    maps.add(dialog.source())


def _switch(maps: BaseMaps, ident: str, on: bool) -> None:
    _changed(maps, ident, visible=on)


def _changed(maps: BaseMaps, ident: str, **what: object) -> None:
    for source in maps.sources.rows:
        if source.id == ident:
            maps.change(replace(source, **what))  # type: ignore[arg-type]  # fields by name


def _range(maps: BaseMaps, ident: str, coarser_than: float, finer_than: float) -> None:
    _changed(maps, ident, coarser_than=coarser_than, finer_than=finer_than)


def _fade(maps: BaseMaps, ident: str, step: float) -> None:
    for source in maps.sources.rows:
        if source.id == ident:
            opacity = round(min(max(source.opacity + step, 0.0), 1.0), 2)
            maps.change(replace(source, opacity=opacity))


def _again(maps: BaseMaps, ident: str) -> None:
    """Stop reading where it is read, else look for the file again."""
    status = maps.status().get(ident)
    if status is not None and status.state is State.OPENING:
        maps.cancel(ident)
    else:
        maps.again()


def _do(maps: BaseMaps, ident: str, what: str) -> None:
    table: dict[str, Callable[[], None]] = {
        "fainter": partial(_fade, maps, ident, -_STEP),
        "stronger": partial(_fade, maps, ident, _STEP),
        "up": partial(maps.move, ident, 1),
        "down": partial(maps.move, ident, -1),
        "remove": partial(maps.remove, ident),
        "again": partial(_again, maps, ident),
    }
    table[what]()


class Dropping(QObject):
    """Files dropped on a widget; anything else that is dragged over it is not taken."""

    def __init__(self, target: QWidget, take: Callable[[list[Path]], None]) -> None:
        super().__init__(target)
        self._take = take
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):
            paths = _paths(event.mimeData())
            if paths:
                event.acceptProposedAction()
                if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                    self._take(paths)
                return True
        return super().eventFilter(watched, event)


def _paths(data: QMimeData) -> list[Path]:
    """Local files alone: an address of the network is not looked at."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
