"""The scenes of all events: an invented cloud about the towns, and the map says that it is."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from app.catalogue import items
from app.model import Level
from maps.points.cloud import CORE_DEG, cloud
from widgets.window import CREDITS, Window

MANY = 200_000


def far(window: Window) -> None:
    """The whole city, by density over its heat."""
    _show(window, "events", "heat")
    window.map.fit_place(window.centre)


def between(window: Window) -> None:
    """The middle of the city, by counts, of the last month."""
    _show(window, "events")
    window.time_bar.preset(30)
    window.map.go_to(*CORE_DEG, 28.0)


def _show(window: Window, *layers: str) -> None:
    """The desk's own few are read first, and then the cloud takes their place."""
    for layer in layers:
        window.map.set_layer_visible(layer, True)
    window.bridge.settle()
    codes = window.hierarchy.codes(Level.TOWN)
    places = np.array([window.hierarchy.centre(code) for code in codes])
    keys = [item.key for item in items()]
    events = cloud(MANY, places, window.clock(), items=keys)
    window.feed.put_events(events)
    window.time_bar.put(events)
    invented = QCoreApplication.translate("scenes", "演示数据")
    window.map.set_attribution(f"{invented} · {CREDITS}")
