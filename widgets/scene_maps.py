"""Scenes of the other windows of the map: the second one, before and after, the wall."""

from dataclasses import replace

from app.model import Level
from app.settings import WALL, Wall
from widgets import choosing
from widgets.second.keeper import Keeper
from widgets.second.window import SecondWindow
from widgets.wall.walls import Walls
from widgets.wall.window import WallWindow
from widgets.window import Window

YONGCHUAN = "500118"
_MIDDLE = (105.93, 29.35)


def second_map(window: Window) -> None:
    """Open cases on the first, the overdue share on the second; the pointer on the first."""
    choosing.go_to_place(window, YONGCHUAN)
    window.actions_["view.second"].trigger()
    window.bridge.settle()
    second = second_of(window)
    if second is not None:
        second.resize(900, 640)
        second.map.set_colouring(replace(second.map.colouring, measure="share", ramp="moss"))
        second.hold(Level.TOWN)
        window.map.pointer_moved.emit(*_MIDDLE)


def second_of(window: Window) -> SecondWindow | None:
    """The second map, while it is open."""
    keeper = window.findChild(Keeper)
    return keeper.second if keeper is not None else None


def split(window: Window) -> None:
    """The district an hour ago and now."""
    choosing.go_to_place(window, YONGCHUAN)
    window.actions_["view.split"].trigger()
    window.bridge.settle()


def wall(window: Window) -> None:
    """A wall of 55 inches, read from four metres, as large in pixels as the window asked for."""
    size = window.size()
    window.desk.keep(WALL, Wall(distance_m=4.0, diagonal_in=55.0)).result()
    window.actions_["view.wall"].trigger()
    window.bridge.settle()
    shown = wall_of(window)
    if shown is not None:
        shown.showNormal()
        shown.sized = (size.width(), size.height())
        shown.resize(size)
        shown.map.fit_place(window.centre, margin_px=6)


def wall_of(window: Window) -> WallWindow | None:
    """The wall, while it is open."""
    walls = window.findChild(Walls)
    return walls.wall if walls is not None else None
