"""All panels of the window, as rows: what each is called and where it is kept.

A new panel is a line in `Made`, one in `make_panes` and a row here; where the rows stand for the
size of the window is widgets.layout's.
"""

from dataclasses import dataclass, fields
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from maps.hierarchy import Hierarchy
from widgets.actions import QT_TRANSLATE_NOOP
from widgets.bridge import Bridge
from widgets.layout import Panes
from widgets.panels.alerts import AlertsPanel
from widgets.panels.bookmarks import BookmarksPanel
from widgets.panels.case import CasePanel
from widgets.panels.dispatch import DispatchPanel
from widgets.panels.fences import FencesPanel
from widgets.panels.found import FoundPanel
from widgets.panels.layers import LayersPanel
from widgets.panels.log import LogPanel
from widgets.panels.panel import Panel
from widgets.panels.places import PlacesPanel
from widgets.panels.plants import PlantsPanel
from widgets.panels.queue import QueuePanel
from widgets.panels.shorts import ShortsPanel
from widgets.panels.terminals import TerminalsPanel
from widgets.panels.timeline import TimelinePanel
from widgets.panels.tracks import TracksPanel
from widgets.panels.units import UnitsPanel
from widgets.rail import SLIDE_PX, Pane

BOARD_PX = 470
"""How far a table slides over the map: half of it stays, for its rows are looked at there."""


class Row(NamedTuple):
    """`side`: a field of Panes; `mark`: its letter on the rail; `counted`: a count on its tab."""

    id: str
    side: str
    title: str
    mark: str
    slide_px: int = SLIDE_PX
    counted: bool = False


ROWS: tuple[Row, ...] = (
    Row("places", "left", QT_TRANSLATE_NOOP("panes", "辖区"), QT_TRANSLATE_NOOP("panes", "辖")),
    Row("layers", "left", QT_TRANSLATE_NOOP("panes", "图层"), QT_TRANSLATE_NOOP("panes", "层")),
    Row("bookmarks", "left", QT_TRANSLATE_NOOP("panes", "书签"), QT_TRANSLATE_NOOP("panes", "签")),
    Row("fences", "left", QT_TRANSLATE_NOOP("panes", "围栏"), QT_TRANSLATE_NOOP("panes", "栏")),
    Row(
        "queue",
        "queue",
        QT_TRANSLATE_NOOP("panes", "队列"),
        QT_TRANSLATE_NOOP("panes", "队"),
        counted=True,
    ),
    Row("case", "case", QT_TRANSLATE_NOOP("panes", "详情"), QT_TRANSLATE_NOOP("panes", "详")),
    Row(
        "dispatch", "dispatch", QT_TRANSLATE_NOOP("panes", "建议"), QT_TRANSLATE_NOOP("panes", "建")
    ),
    Row(
        "units",
        "boards",
        QT_TRANSLATE_NOOP("panes", "力量看板"),
        QT_TRANSLATE_NOOP("panes", "力"),
        counted=True,
    ),
    Row(
        "terminals",
        "boards",
        QT_TRANSLATE_NOOP("panes", "终端"),
        QT_TRANSLATE_NOOP("panes", "终"),
        BOARD_PX,
        counted=True,
    ),
    Row(
        "shorts",
        "boards",
        QT_TRANSLATE_NOOP("panes", "短报文"),
        QT_TRANSLATE_NOOP("panes", "短"),
        BOARD_PX,
        counted=True,
    ),
    Row(
        "timeline", "boards", QT_TRANSLATE_NOOP("panes", "时间线"), QT_TRANSLATE_NOOP("panes", "时")
    ),
    Row(
        "tracks",
        "boards",
        QT_TRANSLATE_NOOP("panes", "轨迹"),
        QT_TRANSLATE_NOOP("panes", "轨"),
        BOARD_PX,
    ),
    Row(
        "plants",
        "boards",
        QT_TRANSLATE_NOOP("panes", "电厂"),
        QT_TRANSLATE_NOOP("panes", "电"),
        BOARD_PX,
        counted=True,
    ),
    Row(
        "log",
        "boards",
        QT_TRANSLATE_NOOP("panes", "值班日志"),
        QT_TRANSLATE_NOOP("panes", "志"),
        BOARD_PX,
    ),
    Row(
        "alerts",
        "boards",
        QT_TRANSLATE_NOOP("panes", "报警一览"),
        QT_TRANSLATE_NOOP("panes", "报"),
        BOARD_PX,
        counted=True,
    ),
    Row(
        "found",
        "boards",
        QT_TRANSLATE_NOOP("panes", "选中"),
        QT_TRANSLATE_NOOP("panes", "选"),
        BOARD_PX,
        counted=True,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The panels, each under the id of its row, and the same arranged around the map."""

    map: QWidget
    places: PlacesPanel
    layers: LayersPanel
    bookmarks: BookmarksPanel
    fences: FencesPanel
    queue: QueuePanel
    case: CasePanel
    dispatch: DispatchPanel
    units: UnitsPanel
    terminals: TerminalsPanel
    shorts: ShortsPanel
    timeline: TimelinePanel
    tracks: TracksPanel
    plants: PlantsPanel
    log: LogPanel
    alerts: AlertsPanel
    found: FoundPanel

    def __getitem__(self, ident: str) -> QWidget:
        """A panel by the id of its row, or the map; AttributeError for none."""
        widget: QWidget = getattr(self, ident)
        return widget

    @property
    def all(self) -> tuple[Panel, ...]:
        """Those that ask the desk."""
        made = (self[field.name] for field in fields(self))
        return tuple(panel for panel in made if isinstance(panel, Panel))

    @property
    def counted(self) -> dict[str, Panel]:
        """Those whose count stands on their tab."""
        return {row.id: getattr(self, row.id) for row in ROWS if row.counted}

    def arranged(self) -> Panes:
        return Panes(
            map=self.map,
            left=self._side("left"),
            queue=self._side("queue")[0],
            case=self._side("case")[0],
            dispatch=self._side("dispatch")[0],
            boards=self._side("boards"),
        )

    def _side(self, side: str) -> tuple[Pane, ...]:
        return tuple(
            Pane(
                id=row.id,
                title=QCoreApplication.translate("panes", row.title),
                mark=QCoreApplication.translate("panes", row.mark),
                widget=self[row.id],
                slide_px=row.slide_px,
            )
            for row in ROWS
            if row.side == side
        )


def make_panes(bridge: Bridge, hierarchy: Hierarchy, the_map: QWidget, centre: str) -> Made:
    """Every panel, asking through `bridge`; `centre` is the root of the tree of places."""
    return Made(
        map=the_map,
        places=PlacesPanel(bridge, hierarchy, centre),
        layers=LayersPanel(),
        bookmarks=BookmarksPanel(bridge),
        fences=FencesPanel(bridge, hierarchy),
        queue=QueuePanel(bridge, hierarchy),
        case=CasePanel(bridge, hierarchy),
        dispatch=DispatchPanel(bridge, hierarchy),
        units=UnitsPanel(bridge, hierarchy),
        terminals=TerminalsPanel(bridge, hierarchy),
        shorts=ShortsPanel(bridge, hierarchy),
        timeline=TimelinePanel(bridge, hierarchy),
        tracks=TracksPanel(bridge, hierarchy),
        plants=PlantsPanel(bridge, hierarchy),
        log=LogPanel(bridge, hierarchy),
        alerts=AlertsPanel(bridge, hierarchy),
        found=FoundPanel(bridge, hierarchy),
    )
