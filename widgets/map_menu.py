"""The menu of the map: what can be done at a spot, by the right button or the menu key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.model import Fence, Level, Place
from maps.picking import Kind
from widgets import words
from widgets.map_tools.spots import Spot

Do = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Doer:
    """What the entries do; the menu itself knows nothing of a window."""

    identify: Callable[[Spot], object]
    report: Callable[[Spot], object]
    rings: Callable[[Spot], object]
    ring_settings: Do
    buffer: Callable[[Spot], object]
    copy: Callable[[Spot], object]
    pin: Callable[[Spot], object]
    go: Callable[[str], object]
    within: Callable[[str], object]
    around: Callable[[str], object]
    fence: Callable[[str], object]
    fenced: Callable[[str, str], object]
    open_case: Callable[[str], object]
    track: Callable[[str], object]
    terminal: Callable[[str], object]
    clear: Do


def build(
    parent: QWidget, spot: Spot, chain: Sequence[Place], fences: Sequence[Fence], do: Doer
) -> QMenu:
    """A menu for a spot: only what fits there."""
    menu = QMenu(parent)
    case = next((hit.id for hit in spot.hits if hit.kind is Kind.CASE), "")
    terminal = next((hit.id for hit in spot.hits if hit.kind is Kind.TERMINAL), "")
    if terminal:
        menu.addAction(
            QCoreApplication.translate("map_menu", "此终端的轨迹（24 小时）"),
            lambda: do.track(terminal),
        )
        menu.addAction(
            QCoreApplication.translate("map_menu", "此终端：发文字、查位置、跟踪…"),
            lambda: do.terminal(terminal),
        )
        menu.addSeparator()
    if case:
        menu.addAction(
            QCoreApplication.translate("map_menu", "打开此事件"), lambda: do.open_case(case)
        )
        menu.addAction(
            QCoreApplication.translate("map_menu", "以此事件为中心画半径圈"), lambda: do.rings(spot)
        )
        menu.addSeparator()
    menu.addAction(
        QCoreApplication.translate("map_menu", "查询此处各图层"), lambda: do.identify(spot)
    )
    menu.addAction(QCoreApplication.translate("map_menu", "在此登记事件…"), lambda: do.report(spot))
    if not case:
        menu.addAction(
            QCoreApplication.translate("map_menu", "在此画半径圈"), lambda: do.rings(spot)
        )
    menu.addAction(QCoreApplication.translate("map_menu", "半径与速度…"), do.ring_settings)
    menu.addAction(QCoreApplication.translate("map_menu", "在此缓冲…"), lambda: do.buffer(spot))
    menu.addAction(QCoreApplication.translate("map_menu", "钉在此处"), lambda: do.pin(spot))
    menu.addAction(QCoreApplication.translate("map_menu", "复制坐标"), lambda: do.copy(spot))
    for fence in fences:
        _fence_menu(menu, fence, do)
    for place in reversed(chain):
        _place_menu(menu, place, do)
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("map_menu", "清除标绘"), do.clear)
    return menu


def _fence_menu(menu: QMenu, fence: Fence, do: Doer) -> None:
    title = QCoreApplication.translate("map_menu", "围栏 %1").replace("%1", _plain(fence.name))
    part = menu.addMenu(title)
    for what, text in _fence_rows():
        part.addAction(text, partial(do.fenced, what, fence.id))


def _fence_rows() -> tuple[tuple[str, str], ...]:
    return (
        ("within", QCoreApplication.translate("map_menu", "其中的事件和力量")),
        ("edit", QCoreApplication.translate("map_menu", "改形状")),
        ("rename", QCoreApplication.translate("map_menu", "改名称、类别")),
        ("buffer", QCoreApplication.translate("map_menu", "周边缓冲…")),
        ("remove", QCoreApplication.translate("map_menu", "撤除…")),
    )


def _place_menu(menu: QMenu, place: Place, do: Doer) -> None:
    part = menu.addMenu(f"{words.word(place.level)} {_plain(place.name)}")
    part.addAction(QCoreApplication.translate("map_menu", "前往"), lambda: do.go(place.code))
    part.addAction(
        QCoreApplication.translate("map_menu", "其中的事件和力量"), lambda: do.within(place.code)
    )
    part.addAction(
        QCoreApplication.translate("map_menu", "周边缓冲…"), lambda: do.around(place.code)
    )
    if place.level is not Level.CITY:
        part.addAction(
            QCoreApplication.translate("map_menu", "以本区划建围栏…"), lambda: do.fence(place.code)
        )


def _plain(name: str) -> str:
    """A name in a menu, where & would mark a key."""
    return name.replace("&", "&&")
