"""A desk made ready for the demonstration: enrolled once, its roster one that can be read."""

import pytest

from app.casework.acts import Refusal
from app.clock import frozen
from app.demo import SCENE_TIME
from app.demo.desk import DemoError, accepted, enrol, roster_of, write_roster
from app.desk import Desk
from app.ingest.simulation.motion import read_roster
from app.model import Chain, Level, Officer, Place, Role
from app.store import queries

TREE = {
    "500000": ("500101", "500102"),
    "500101": ("500101001", "500101002"),
    "500102": ("500102001", "500102002"),
}


class Country:
    """Two districts of two towns."""

    def children(self, code):
        level = Level.DISTRICT if code == "500000" else Level.TOWN
        return tuple(
            Place(code=child, name=f"演{child[-1]}区", level=level, parent=code)
            for child in TREE[code]
        )

    def centre(self, code):
        return 106.0 + int(code[5]) / 10, 29.0 + int(code[-1]) / 10


@pytest.fixture
def desk(tmp_path):
    officer = Officer(id="o", name="o", roles=frozenset({Role.SUPERVISOR}))
    desk = Desk(
        tmp_path,
        lambda lon, lat, accuracy_m: Chain(edition="test"),
        clock=frozen(SCENE_TIME),
        officer=officer,
        edition="test",
    )
    yield desk
    desk.close()


def test_units_are_enrolled_once_however_often_the_desk_is_opened(desk):
    made = enrol(desk, Country())
    head = desk.ask(queries.head).result()
    assert set(desk.ask(queries.units).result()) == set(made.units)
    assert enrol(desk, Country()) == made
    assert desk.ask(queries.head).result() == head


def test_the_roster_file_holds_the_beats_of_the_units(tmp_path):
    path = write_roster(tmp_path / "new" / "roster.json", Country())
    assert read_roster(path) == roster_of(Country()).beats


def test_a_refusal_that_was_not_expected_stops_the_demonstration():
    assert accepted(Refusal(code="unchanged"), "unchanged") is None
    with pytest.raises(DemoError, match="role"):
        accepted(Refusal(code="role"), "unchanged")
