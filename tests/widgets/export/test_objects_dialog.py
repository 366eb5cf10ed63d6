"""The dialog of objects: layers by hand, whereabouts by a tick of their own, all on record."""

import hashlib
import json
from dataclasses import replace

import pytest

from app.model import Level
from app.store import queries
from maps.objects.columns import COLUMNS, WHEREABOUTS
from maps.objects.scope import Scope, Source
from maps.scene import MapData
from widgets.export.objects import LAYERS, SCOPES, ObjectsDialog


@pytest.fixture
def source(shown):
    return Source(
        data=shown.data,
        view=shown.viewport,
        level=Level.TOWN,
        division=None,
        polygon=lambda code: None,
    )


@pytest.fixture
def objects(qtbot, desk, clock, source):
    made = ObjectsDialog(source, desk, clock, title="永川区")
    qtbot.addWidget(made, before_close_func=lambda d: d.done(0))
    made.show()
    made.scope.setCurrentIndex(made.scope.findData(Scope.VIEW))
    made.form.setCurrentIndex(made.form.findData("geojson"))
    return made


def test_every_layer_and_every_meaning_has_its_words():
    assert set(LAYERS) == set(COLUMNS)
    assert set(SCOPES) == set(Scope)


def test_whereabouts_are_never_ticked_beforehand(objects):
    assert objects.wanted() == {"cases", "fences"}
    assert not objects.warning.isVisible()
    objects.boxes["terminals"].setChecked(True)
    assert objects.wanted() & WHEREABOUTS == {"terminals"}
    assert objects.warning.isVisible()


@pytest.mark.parametrize("ticked", [True, False])
def test_what_left_is_what_was_ticked_and_the_ledger_counts_it(
    objects, desk, officer, tmp_path, finish, ticked
):
    objects.boxes["terminals"].setChecked(ticked)
    path = tmp_path / "a.geojson"
    objects.export_to(path)
    finish(objects)
    features = json.loads(path.read_bytes())["features"]
    told = [one["properties"]["layer"] for one in features]
    assert told == ["cases", "fences", *["terminals"] * 2 * ticked]
    entry = desk.ask(queries.entries).result()[0]
    hashed = hashlib.sha256(path.read_bytes()).hexdigest()
    counts = "cases=1 fences=1" + " terminals=2" * ticked
    assert entry.reason == f"objects geojson a.geojson {counts} sha256={hashed}"
    assert entry.actor == officer.id


def test_a_locked_desk_lets_no_whereabouts_out(objects, desk, tmp_path, finish):
    desk.lock("0000").result()
    objects.boxes["terminals"].setChecked(True)
    objects.export_to(tmp_path / "a.geojson")
    finish(objects)
    assert objects.trouble.text()
    assert list(tmp_path.glob("*.geojson")) == []


def test_where_nothing_is_there_is_nothing_to_export(qtbot, desk, clock, source):
    made = ObjectsDialog(replace(source, data=MapData()), desk, clock)
    qtbot.addWidget(made)
    assert made.wanted() == frozenset()
    assert not made.export_button.isEnabled()
