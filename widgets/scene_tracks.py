"""The scenes of tracks: three crews' ways to their work, beside their speed and height; and played.

Their fixes come in by the desk's own door, as everything in a scene does.
"""

import math
from collections.abc import Iterator
from datetime import timedelta

from app.demo.desk import enrol_units
from app.model import Message, Unit, UnitKind
from widgets import words
from widgets.tracking import Tracking
from widgets.tracks.wanted import Carried
from widgets.window import Window

_BACK = timedelta(hours=1)
_EVERY_S = 10
_KINDS = (UnitKind.FIRE, UnitKind.MEDICAL, UnitKind.POWER)


def tracks(window: Window) -> None:
    """The last hour of three crews, all of it in view, one fix pointed at."""
    tracking = _shown(window)
    panel = tracking.panel
    moment = window.clock() - timedelta(minutes=21)
    panel.pointed.emit(moment.timestamp())


def replay(window: Window) -> None:
    """The same, played up to a moment and standing there."""
    tracking = _shown(window)
    tracking.replaying.toggle()
    tracking.replaying.player.toggle()
    tracking.replaying.player.seek((window.clock() - timedelta(minutes=24)).timestamp())


def _shown(window: Window) -> Tracking:
    tracking = window.findChild(Tracking)
    assert isinstance(tracking, Tracking)
    crews = _crews()
    enrol_units(window.desk, crews)
    for number, unit in enumerate(crews):
        window.desk.receive("scene", list(_way(window, unit, number))).result()
    window.bridge.settle()
    carried = tuple(Carried(unit.terminal, unit.name) for unit in crews)
    tracking.open(carried, (window.clock() - _BACK, window.clock()), "hour")
    window.bridge.settle()
    tracking.panel.asked.emit("fit")
    return tracking


def _crews() -> list[Unit]:
    """Of the scene alone: the others have their own positions."""
    return [
        Unit(
            id=f"U-90{number}",
            name=f"{words.word(kind)}-7{number}",
            kind=kind,
            terminal=f"01380000090{number}",
        )
        for number, kind in enumerate(_KINDS, 1)
    ]


def _way(window: Window, unit: Unit, number: int) -> Iterator[Message]:
    """Out, a stop, on round a bend; a silence, and what was told late of a blind area."""
    begin, along = window.clock() - _BACK, 0.0
    lon, lat = 105.90 + 0.05 * number, 29.34 - 0.03 * number
    for k in range(int(_BACK.total_seconds()) // _EVERY_S - 1):
        stands = 120 <= k < 165 + 10 * number
        speed = 0.0 if stands else 38 + 14 * math.sin(k / 17 + number) + 5 * math.sin(k / 3)
        step = speed / 3.6 * _EVERY_S
        along += step
        turn = number * 2.1 + 0.9 * math.sin(along / 5_100) + 0.8 * math.sin(along / 1_700)
        lon, lat = lon + step * math.cos(turn) / 97_000, lat + step * math.sin(turn) / 110_900
        if 215 <= k < 262 and number == 1:
            continue
        jitter = 6e-5 * math.sin(k * 12.9898 + number)
        late = 270 <= k < 300 and number == 2
        yield Message(
            format="jt808",
            type="0x0704" if late else "0x0200",
            terminal=unit.terminal,
            valid=True,
            lon=lon + jitter + (0.03 if k == 320 and number == 0 else 0.0),
            lat=lat + jitter,
            alt_m=260 + 40 * math.sin(along / 2_300) + 12 * math.sin(along / 400),
            speed_kmh=max(speed, 0.0),
            fix_time=begin + timedelta(seconds=k * _EVERY_S),
            accuracy_m=6.0,
            backlog=late,
        )
