"""All panels of the window, made and told apart; where they stand is widgets.layout's."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from maps.hierarchy import Hierarchy
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
from widgets.panels.timeline import TimelinePanel
from widgets.panels.units import UnitsPanel
from widgets.rail import Pane

BOARD_PX = 470
"""How far a table slides over the map: half of it stays, for its rows are looked at there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The panels by name, and the same arranged."""

    places: PlacesPanel
    layers: LayersPanel
    bookmarks: BookmarksPanel
    fences: FencesPanel
    queue: QueuePanel
    case: CasePanel
    dispatch: DispatchPanel
    units: UnitsPanel
    timeline: TimelinePanel
    plants: PlantsPanel
    log: LogPanel
    alerts: AlertsPanel
    found: FoundPanel
    arranged: Panes

    @property
    def counted(self) -> dict[str, Panel]:
        """Those whose count stands on their tab."""
        return {
            "queue": self.queue,
            "units": self.units,
            "plants": self.plants,
            "alerts": self.alerts,
            "found": self.found,
        }

    @property
    def all(self) -> tuple[Panel, ...]:
        return (
            self.places,
            self.bookmarks,
            self.fences,
            self.queue,
            self.case,
            self.dispatch,
            self.units,
            self.timeline,
            self.plants,
            self.log,
            self.alerts,
            self.found,
        )


def make_panes(bridge: Bridge, hierarchy: Hierarchy, the_map: QWidget, centre: str) -> Made:
    """Every panel, asking through `bridge`; `centre` is the root of the tree of places."""
    places = PlacesPanel(bridge, hierarchy, centre)
    layers, bookmarks = LayersPanel(), BookmarksPanel(bridge)
    queue, case = QueuePanel(bridge, hierarchy), CasePanel(bridge, hierarchy)
    dispatch, units = DispatchPanel(bridge, hierarchy), UnitsPanel(bridge, hierarchy)
    timeline, plants = TimelinePanel(bridge, hierarchy), PlantsPanel(bridge, hierarchy)
    log, alerts = LogPanel(bridge, hierarchy), AlertsPanel(bridge, hierarchy)
    fences, found = FencesPanel(bridge, hierarchy), FoundPanel(bridge, hierarchy)
    arranged = Panes(
        map=the_map,
        left=(
            Pane(
                id="places",
                title=QCoreApplication.translate("panes", "辖区"),
                mark=QCoreApplication.translate("panes", "辖"),
                widget=places,
            ),
            Pane(
                id="layers",
                title=QCoreApplication.translate("panes", "图层"),
                mark=QCoreApplication.translate("panes", "层"),
                widget=layers,
            ),
            Pane(
                id="bookmarks",
                title=QCoreApplication.translate("panes", "书签"),
                mark=QCoreApplication.translate("panes", "签"),
                widget=bookmarks,
            ),
            Pane(
                id="fences",
                title=QCoreApplication.translate("panes", "围栏"),
                mark=QCoreApplication.translate("panes", "栏"),
                widget=fences,
            ),
        ),
        queue=Pane(
            id="queue",
            title=QCoreApplication.translate("panes", "队列"),
            mark=QCoreApplication.translate("panes", "队"),
            widget=queue,
        ),
        case=Pane(
            id="case",
            title=QCoreApplication.translate("panes", "详情"),
            mark=QCoreApplication.translate("panes", "详"),
            widget=case,
        ),
        dispatch=Pane(
            id="dispatch",
            title=QCoreApplication.translate("panes", "建议"),
            mark=QCoreApplication.translate("panes", "建"),
            widget=dispatch,
        ),
        boards=(
            Pane(
                id="units",
                title=QCoreApplication.translate("panes", "力量看板"),
                mark=QCoreApplication.translate("panes", "力"),
                widget=units,
            ),
            Pane(
                id="timeline",
                title=QCoreApplication.translate("panes", "时间线"),
                mark=QCoreApplication.translate("panes", "时"),
                widget=timeline,
            ),
            Pane(
                id="plants",
                title=QCoreApplication.translate("panes", "电厂"),
                mark=QCoreApplication.translate("panes", "电"),
                widget=plants,
                slide_px=BOARD_PX,
            ),
            Pane(
                id="log",
                title=QCoreApplication.translate("panes", "值班日志"),
                mark=QCoreApplication.translate("panes", "志"),
                widget=log,
                slide_px=BOARD_PX,
            ),
            Pane(
                id="alerts",
                title=QCoreApplication.translate("panes", "报警一览"),
                mark=QCoreApplication.translate("panes", "报"),
                widget=alerts,
                slide_px=BOARD_PX,
            ),
            Pane(
                id="found",
                title=QCoreApplication.translate("panes", "选中"),
                mark=QCoreApplication.translate("panes", "选"),
                widget=found,
                slide_px=BOARD_PX,
            ),
        ),
    )
    return Made(
        places=places,
        layers=layers,
        bookmarks=bookmarks,
        fences=fences,
        queue=queue,
        case=case,
        dispatch=dispatch,
        units=units,
        timeline=timeline,
        plants=plants,
        log=log,
        alerts=alerts,
        found=found,
        arranged=arranged,
    )
