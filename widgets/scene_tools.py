"""The scenes of the map's tools: what they draw, and what they find at a spot."""

from PySide6.QtCore import QPointF

from app.casework.acts import Act
from app.casework.fences import DRAW, SUBJECT
from app.model import CaseState, FenceKind, Ring
from maps.drawing import Drawing, How, Rings, Selection
from maps.measures import ahead, circle
from maps.projection import project_point
from widgets import choosing
from widgets.map_work import MapWork
from widgets.window import Window


def _handled(window: Window) -> str:
    """The first case in hand."""
    cases = sorted(window.feed.data.cases, key=lambda case: (case.grade, case.opened, case.id))
    return next(case.id for case in cases if case.state is CaseState.HANDLING)


def _work(window: Window) -> MapWork:
    work = window.findChild(MapWork)
    assert isinstance(work, MapWork)
    return work


def tools(window: Window) -> None:
    """A fence, a selection, rings of reach and a measurement under way, all on one map."""
    ident = _handled(window)
    choosing.choose_case(window, ident)
    case = window.feed.data.case_of[ident]
    assert case.position is not None
    at = (case.position.lon, case.position.lat)
    ring = circle(*ahead(at, 120.0, 9_000.0), 3_200.0, 7)
    fields = {"name": "化工园禁入区", "kind": FenceKind.KEEP_OUT.value, "rings": _ring_of(ring)}
    window.bridge.do(Act(name=DRAW, subject=SUBJECT, fields=fields))
    window.bridge.settle()
    window.map.go_to(*at, 26.0)
    square = circle(*ahead(at, 300.0, 7_000.0), 5_000.0, 4)
    work = _work(window)
    work.charting.select(Selection(how=How.LASSO, rings=(square,)))
    chosen = work.charting.drawing.selection
    window.feed.show_drawing(Drawing(selection=chosen, rings=Rings(at=at, case=ident)))
    work.take("measure_line")
    tool = window.map.tool_in_hand
    for bearing, metres in ((200.0, 9_000.0), (150.0, 6_000.0), (110.0, 11_500.0)):
        point = project_point(*ahead(at, bearing, metres))
        x, y = window.map.viewport.to_screen(*point)
        tool.clicked(QPointF(float(x), float(y)))
    tool.double_clicked(QPointF())


def identify(window: Window) -> None:
    """Everything at the chosen case."""
    ident = _handled(window)
    choosing.choose_case(window, ident, go=True)
    window.bridge.settle()
    window.map.render_sync()
    _work(window).take("identify")
    window.map.point_here()


def _ring_of(ring: Ring) -> list[list[list[float]]]:
    """One ring as the fields of an act have it."""
    return [[[round(lon, 6), round(lat, 6)] for lon, lat in ring]]
