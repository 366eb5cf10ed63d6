"""The named scenes: what is done in a freshly opened window before its picture is taken."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from app.model import CaseState
from app.settings import BOOKMARKS, Bookmark, Bookmarks, Colouring, LayerState
from widgets import (
    choosing,
    scene_events,
    scene_maps,
    scene_shorts,
    scene_sources,
    scene_terminals,
    scene_tools,
    scene_tracks,
)
from widgets.window import Window

WIDE, LAPTOP, WALL = (1920, 1080), (1366, 768), (3840, 2160)
YONGCHUAN = "500118"
ZHUTUO = "朱沱镇"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """`variant` is one of app.demo.scene.VARIANTS; `play` acts as the officer would.

    `shown`: another window of the console, over the main one or, `alone`, instead of it.
    """

    play: Callable[[Window], None]
    shown: Callable[[Window], QWidget | None] = lambda window: None
    alone: bool = False
    size: tuple[int, int] = WIDE
    variant: str = "duty"
    language: str = "zh"


def first_case(window: Window, *states: CaseState) -> str:
    """The first case of the queue, or the first in one of these states; "" without any."""
    cases = sorted(window.feed.data.cases, key=lambda case: (case.grade, case.opened, case.id))
    return next((case.id for case in cases if not states or case.state in states), "")


def _overview(window: Window) -> None:
    choosing.choose_case(window, first_case(window))
    window.map.fit_place(window.centre)


def _town_code(window: Window) -> str:
    found = window.hierarchy.search(ZHUTUO, 1)
    return found[0].code if found else YONGCHUAN


def _town(window: Window) -> None:
    choosing.choose_case(window, first_case(window))
    choosing.go_to_place(window, _town_code(window))


def _grids(window: Window) -> None:
    choosing.choose_case(window, first_case(window))
    village = window.hierarchy.children(_town_code(window))[0]
    choosing.go_to_place(window, village.code)


def _district(window: Window) -> None:
    choosing.choose_case(window, first_case(window))
    choosing.go_to_place(window, YONGCHUAN)


def _case_detail(window: Window) -> None:
    ident = first_case(window, CaseState.HANDLING)
    choosing.choose_case(window, ident, go=True)
    window.arrangement.reveal("case")


def _dispatch(window: Window) -> None:
    ident = first_case(window, CaseState.TO_DISPATCH)
    choosing.go_to_case(window, ident)
    choosing.start_dispatch(window, ident)


def _plants(window: Window) -> None:
    window.arrangement.reveal("plants")
    choosing.choose_plant(window, "gangqiao")


def _flood(window: Window) -> None:
    window.arrangement.reveal("alerts")
    choosing.choose_case(window, first_case(window))


def _palette(window: Window) -> None:
    _overview(window)
    window.finder.open("yc")


def _act_dialog(window: Window) -> None:
    _overview(window)
    window.actions_["alarm.confirm"].trigger()


def _keys(window: Window) -> None:
    _overview(window)
    window.help.open()


def _bookmarks(window: Window) -> None:
    _overview(window)
    rows = tuple(_bookmark(window, code) for code in _MARKED)
    window.desk.keep(BOOKMARKS, Bookmarks(rows=rows)).result()
    window.arrangement.reveal("bookmarks")
    window.bridge.settle()
    window.panes.bookmarks.view.setFocus()


def _bookmark(window: Window, code: str) -> Bookmark:
    lon, lat, metres_per_px = _MARKED[code]
    view = replace(window.map.state(), lon=lon, lat=lat, metres_per_px=metres_per_px)
    return Bookmark(name=window.name_of(code), view=view)


def _layers(window: Window) -> None:
    """Coloured by the share of overdue cases, ruled in degrees and kilometres, turned."""
    _overview(window)
    choosing.go_to_place(window, YONGCHUAN)
    window.map.set_colouring(Colouring(measure="share", classing="quantile", ramp="cividis"))
    stack = window.map.stack.showing("graticule", visible=True)
    stack = stack.showing("kilometres", visible=True).put("relief", LayerState(opacity=0.5))
    window.map.set_stack(stack)
    window.map.turn_to(15)
    window.arrangement.reveal("layers")
    window.panes.layers.setFocus()


def _locked(window: Window) -> None:
    _overview(window)
    window.desk.lock("0000").result()
    window.bridge.settle()
    window.desk.unlock("1111").result()


_MARKED = {
    "500103": (106.55, 29.56, 40.0),
    "500118": (105.93, 29.35, 110.0),
    "500101": (108.40, 30.80, 220.0),
}
"""Code of a place -> degrees CGCS2000 and metres a pixel."""

SCENES: dict[str, Scene] = {
    "overview": Scene(play=_overview),
    "district": Scene(play=_district),
    "town": Scene(play=_town),
    "grids": Scene(play=_grids),
    "case-detail": Scene(play=_case_detail),
    "dispatch": Scene(play=_dispatch),
    "plants": Scene(play=_plants),
    "alarm-flood": Scene(play=_flood, variant="flood"),
    "laptop": Scene(play=_overview, size=LAPTOP),
    "empty-desk": Scene(play=lambda window: None, variant="empty"),
    "palette": Scene(play=_palette),
    "act-dialog": Scene(play=_act_dialog),
    "keys": Scene(play=_keys),
    "tools": Scene(play=scene_tools.tools),
    "identify": Scene(play=scene_tools.identify),
    "layers": Scene(play=_layers),
    "events": Scene(play=scene_events.far),
    "events-counts": Scene(play=scene_events.between),
    "bookmarks": Scene(play=_bookmarks),
    "locked": Scene(play=_locked),
    "second-map": Scene(play=scene_maps.second_map, shown=scene_maps.second_of),
    "split": Scene(play=scene_maps.split),
    "tracks": Scene(play=scene_tracks.tracks),
    "replay": Scene(play=scene_tracks.replay),
    "short-order": Scene(play=scene_shorts.order),
    "short-over": Scene(play=scene_shorts.over),
    "short-board": Scene(play=scene_shorts.board),
    "sources": Scene(play=scene_sources.sources, shown=scene_sources.dialog_of),
    "source-form": Scene(play=scene_sources.form),
    "wall": Scene(play=scene_maps.wall, shown=scene_maps.wall_of, alone=True, size=WALL),
    "terminals": Scene(play=scene_terminals.board),
    "terminal-text": Scene(play=scene_terminals.text),
    "english": Scene(play=_overview, language="en"),
}
