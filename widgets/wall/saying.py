"""What the wall says beside its map: heads, counters, alarms, plants, legend, and what is wrong."""

from PySide6.QtCore import QCoreApplication

from app.model import Alert
from maps.labels import short_name
from maps.texts import measure_word
from widgets import formats
from widgets.top_bar import shift
from widgets.wall import facts
from widgets.wall.board import Told
from widgets.wall.window import WallWindow
from widgets.window import CREDITS, Window


def said(window: Window, wall: WallWindow, closed_today: int) -> Told:
    """Everything that stands on the board now."""
    now, data = window.clock(), window.feed.data
    demo = QCoreApplication.translate("wall", "演示") if window.watermark else ""
    title = QCoreApplication.translate("wall", "%1 城市运行")
    heads = (
        QCoreApplication.translate("wall", "Ⅰ、Ⅱ级报警"),
        QCoreApplication.translate("wall", "电厂"),
    )
    return Told(
        title=title.replace("%1", window.name_of(window.centre)),
        clock=f"{formats.absolute(now)} {formats.weekday(now)} {shift(now)}",
        mark=demo,
        tiles=facts.tiles(data.cases, closed_today),
        alarms=facts.alarms(data.alerts, now, where=lambda alert: _where(window, alert)),
        plants=facts.plants(data.plants),
        credits=_credits(wall),
        trouble=_trouble(wall),
        legend=measure_word(wall.map.colouring.measure),
        areas=wall.map.areas,
        heads=heads,
        empty=QCoreApplication.translate("wall", "没有"),
    )


def _where(window: Window, alert: Alert) -> str:
    names = [window.name_of(code) for code in alert.chain[1:3]]
    if names:
        return "·".join(short_name(name) for name in names if name)
    if alert.position is not None:
        return QCoreApplication.translate("wall", "域外")
    return QCoreApplication.translate("wall", "位置不明")


def _credits(wall: WallWindow) -> str:
    """Whose data are shown, base maps included."""
    shelf, scale = wall.map.shelf, wall.map.viewport.metres_per_px
    return " · ".join((CREDITS, *(shelf.attribution(scale) if shelf else ())))


def _trouble(wall: WallWindow) -> str:
    """That letters are too small for where they are read, and how near one must come."""
    found = wall.letters
    if found.enough:
        return ""
    text = QCoreApplication.translate("wall", "屏幕小：%1 m 内才看得清")
    return text.replace("%1", f"{found.reach_m:.1f}")
