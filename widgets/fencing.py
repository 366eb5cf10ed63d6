"""Fences as the officer handles them: drawn, taken from a place, reshaped, renamed, removed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from app.casework.acts import Act, Refusal
from app.casework.fences import CHANGE, REMOVE, SUBJECT
from app.casework.outlines import MOST_POINTS
from app.model import Fence, Ring
from maps.flat import flat
from maps.rings import rings_of
from maps.sketch import Outline
from widgets.charting import Charting
from widgets.dialogs.ask import AskDialog
from widgets.dialogs.fence import FenceDialog
from widgets.map_tools.fence_edit import FenceEdit
from widgets.window import Window

_DEGREES = 6  # decimals that are kept: 0.1 m
_TOLERANCES_DEG = (0.0, 0.00005, 0.0001, 0.0002, 0.0005)
"""How far a place's outline may be simplified, coarser until it is short enough: 5 to 50 m."""
_MARGIN = 1.3


class Fencing(QObject):
    """Asks for what an act needs and hands it to the desk; a refusal stays on the screen."""

    def __init__(self, window: Window, charting: Charting) -> None:
        super().__init__(window)
        self._window, self._charting = window, charting
        window.panes.fences.wanted.connect(self.want)
        window.panes.fences.view.chosen.connect(window.feed.select_fence)

    def fence(self, ident: str) -> Fence | None:
        fences = self._window.feed.data.fences
        return next((fence for fence in fences if fence.id == ident), None)

    def want(self, what: str, ident: str) -> None:
        """One of "go", "edit", "rename", "remove", "within", "buffer" for a fence."""
        fence = self.fence(ident)
        acts: dict[str, Callable[[Fence], object]] = {
            "go": self.go,
            "edit": self.edit,
            "rename": self.rename,
            "remove": self.remove,
            "within": self._charting.within_fence,
            "buffer": self._charting.buffer_fence,
        }
        if fence is not None:
            acts[what](fence)

    def drawn(self, outline: Outline) -> None:
        """A tool drew one: ask what it is."""
        self._ask(_shape(outline))

    def from_place(self, code: str) -> None:
        """A fence about a place of the hierarchy, its outline simplified where it is long."""
        area = self._window.hierarchy.polygon(code)
        rings: tuple[Ring, ...] = ()
        tolerance = 0.0
        for tolerance in _TOLERANCES_DEG:
            rings = rings_of(area.simplify(tolerance) if tolerance else area)
            if sum(map(len, rings)) <= MOST_POINTS:
                break
        about = QCoreApplication.translate("fencing", "取自%1的边界，示意边界照旧标明")
        about = about.replace("%1", self._window.name_of(code))
        if tolerance:
            eased = QCoreApplication.translate("fencing", "简化到 %1 m 以内")
            about += "；" + eased.replace("%1", f"{tolerance * 100_000:g}")
        shape = _shape(Outline(rings=rings))
        shape |= {"place": code, "edition": self._window.hierarchy.edition}
        self._ask(shape, name=self._window.name_of(code), about=about)

    def go(self, fence: Fence) -> None:
        """Show the whole of it."""
        self._window.feed.select_fence(fence.id)
        view = self._window.map.viewport.fit(flat(fence.rings).extent)
        self._window.map.zoom_to(view.scaled_to(view.metres_per_px * _MARGIN))

    def edit(self, fence: Fence) -> None:
        """Put it under the hand."""
        self.go(fence)
        self._window.map.tool(FenceEdit.name)
        tool = self._window.map.tool_in_hand
        assert isinstance(tool, FenceEdit)
        tool.take(fence)
        self._window.feed.select_fence("")  # as it was, it stays as a thin edge
        self._window.map.setFocus()

    def edited(self, ident: str, outline: Outline) -> None:
        """Keep another shape; one that is refused stays under the hand."""
        fence = self.fence(ident)
        if fence is None:
            return
        shape = _shape(outline)
        if shape["rings"] != [list(map(list, ring)) for ring in fence.rings]:
            shape |= {"place": "", "edition": ""}
        self._window.bridge.do(
            Act(name=CHANGE, subject=f"{SUBJECT}{ident}", fields=shape), then=self._kept
        )

    def rename(self, fence: Fence) -> None:
        """Its name, its kind and whom it watches."""
        FenceDialog(self._window.bridge, {}, fence=fence, parent=self._window).open()

    def remove(self, fence: Fence) -> None:
        """Ask why, then take it out of use; the ledger keeps it."""
        title = QCoreApplication.translate("fencing", "撤除围栏 %1").replace("%1", fence.name)
        reason = QCoreApplication.translate("fencing", "理由")
        dialog = AskDialog(
            title,
            (("reason", reason, "", lambda text: text.strip() or None),),
            about=QCoreApplication.translate("fencing", "撤除后不再看守；台账留下记录"),
            parent=self._window,
        )
        dialog.given.connect(lambda values: self._remove(fence, values["reason"]))
        dialog.open()

    def _remove(self, fence: Fence, reason: str) -> None:
        self._window.bridge.do(Act(name=REMOVE, subject=f"{SUBJECT}{fence.id}", reason=reason))

    def _ask(self, shape: dict[str, Any], *, name: str = "", about: str = "") -> None:
        window = self._window
        FenceDialog(window.bridge, shape, name=name, about=about, parent=window).open()

    def _kept(self, result: object) -> None:
        if not isinstance(result, Refusal):
            self._window.map.tool("select")


def _shape(outline: Outline) -> dict[str, Any]:
    """The fields of an act that say where a fence is."""
    rings = [[[round(x, _DEGREES), round(y, _DEGREES)] for x, y in r] for r in outline.rings]
    lon, lat = outline.middle or (None, None)
    return {"rings": rings, "lon": lon, "lat": lat, "radius_m": outline.radius_m}
