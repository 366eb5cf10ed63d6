"""The fix of a track at a spot of the map, in lines: when, how fast, how sure, from whom."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QCoreApplication

from app.tracks import Mark
from maps.history import Shown, nearest_row
from maps.scene import MapData
from maps.viewport import Viewport
from widgets import formats
from widgets.map_tools.spots import Spot
from widgets.models.identified import REACH_PX, Group, Line


def groups(spot: Spot, data: MapData, view: Viewport, hidden: frozenset[str]) -> list[Group]:
    """A group for each track that runs by; none while their layer is switched off."""
    if "history" in hidden:
        return []
    found = []
    for shown in data.history.shown:
        at = spot.at
        row = nearest_row(shown.path, shown.track, view, at.x(), at.y(), reach_px=REACH_PX)
        if row >= 0:
            title = QCoreApplication.translate("identified", "轨迹 %1 %2")
            title = title.replace("%1", shown.letter)
            title = title.replace("%2", shown.name or shown.track.terminal)
            found.append(Group(title, tuple(_lines(shown, row))))
    return found


def _lines(shown: Shown, row: int) -> Iterator[Line]:
    track = shown.track
    kind = ("TERMINAL", track.terminal)
    values = (
        formats.speed(_said(track.speed_kmh[row])),
        QCoreApplication.translate("identified", "高程 %1").replace(
            "%1", formats.distance(_said(track.alt_m[row]))
        ),
        QCoreApplication.translate("identified", "精度 %1").replace(
            "%1", formats.accuracy(_said(track.accuracy_m[row]))
        ),
    )
    yield Line(formats.absolute(track.at(row)), " · ".join(values), kind)
    source = track.sources[track.source[row]] if track.sources else ""
    delay = QCoreApplication.translate("identified", "收到迟 %1")
    heard = delay.replace("%1", formats.age(float(track.delay_s[row])))
    late = QCoreApplication.translate("identified", "补报")
    marks = late if track.marks[row] & Mark.LATE else ""
    yield Line(" · ".join(part for part in (source, heard, marks) if part))


def _said(value: np.float32) -> float | None:
    return float(value) if np.isfinite(value) else None
