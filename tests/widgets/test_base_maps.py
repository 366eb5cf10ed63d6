"""Base maps in the window: brought in with a datum that a person said, kept, shown, taken off."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialogButtonBox

from app.basemaps import BaseSource, BaseSources, Datum, Kind
from app.settings import BASE_MAPS
from app.store import queries
from maps.base.errors import Reason
from maps.base.opening import facts
from maps.base.shelf import State, Status
from maps.base.sniff import kind_of
from maps.viewport import METRES_PER_PX_AT_1
from tests.maps.base.made import LAT, LON, geojson, marked, mbtiles
from tests.maps.division import MadeDivision
from widgets import base_acts, wiring
from widgets.base_acts import Dropping
from widgets.base_maps import BaseMaps
from widgets.dialogs.base_map import BaseMapDialog
from widgets.map_view import MapView
from widgets.panels.base_maps import BaseMapsPart
from widgets.panels.base_range import ScaleRange
from widgets.parts.labels import ElidedLabel
from widgets.shot import take_down
from widgets.words.base_maps import DATUMS, KINDS, REASONS, STATES, base_facts, base_state

POINT = {"type": "Point", "coordinates": [LON, LAT]}
OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def view(qtbot):
    made = MapView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.set_hierarchy(MadeDivision())
    made.go_to(LON, LAT, 9.0)
    yield made
    made.shut()


@pytest.fixture
def maps(bridge, view, tmp_path):
    made = BaseMaps(bridge, view, tmp_path / "cache", view)
    yield made
    made.close()
    bridge.settle()


@pytest.fixture
def tiles(tmp_path):
    return mbtiles(tmp_path / "城区.mbtiles", marked(14), attribution="© <b>Somebody</b>")


def dialog_of(path, qtbot):
    kind = kind_of(path)
    made = BaseMapDialog(path, kind, facts(path, kind))
    qtbot.addWidget(made)
    return made


def test_a_long_name_does_not_widen_the_dialog(qtbot):
    made = BaseMapDialog(Path("a" * 240 + ".mbtiles"), Kind.MBTILES)
    qtbot.addWidget(made)
    assert made.minimumSizeHint().width() < 520
    assert made.findChild(ElidedLabel).toolTip().endswith(".mbtiles")


def chosen(path, qtbot, datum=Datum.WGS84):
    made = dialog_of(path, qtbot)
    made.datum.setCurrentIndex(made.datum.findData(datum))
    return made.source()


def kept(bridge):
    return bridge.desk.ask(queries.settings).result()[BASE_MAPS]


def middle(view):
    """Some way beside the place, where nothing is marked."""
    return view.render_sync().pixelColor(260, 130)


def test_without_a_choice_of_the_datum_nothing_is_brought_in(tiles, qtbot):
    made = dialog_of(tiles, qtbot)
    assert not made.buttons.button(OK).isEnabled()
    with pytest.raises(ValueError, match="datum"):
        made.source()
    made.datum.setCurrentIndex(made.datum.findData(Datum.GCJ02))
    assert made.buttons.button(OK).isEnabled()
    source = made.source()
    assert (source.kind, source.datum) == (Kind.MBTILES, Datum.GCJ02)
    assert source.attribution == "© Somebody"


@pytest.mark.parametrize(
    ("nearest", "farthest", "shown"),
    [
        (None, None, (1.0, 10.0, 400.0)),
        (None, 50_000, (1.0, 10.0)),
        (10_000, 50_000, (10.0,)),
        (50_000, 10_000, (1.0,)),
    ],
)
def test_a_base_map_is_shown_between_the_scales_that_were_said(
    tiles, qtbot, nearest, farthest, shown
):
    made = dialog_of(tiles, qtbot)
    made.datum.setCurrentIndex(made.datum.findData(Datum.WGS84))
    for box, scale in ((made.nearest, nearest), (made.farthest, farthest)):
        box.setCurrentIndex(box.findData(scale))
    source = made.source()
    assert tuple(at for at in (1.0, 10.0, 400.0) if source.shown_at(at)) == shown


def test_one_that_is_added_is_kept_opened_and_drawn(maps, bridge, view, tiles, qtbot):
    before = middle(view)
    maps.add(chosen(tiles, qtbot))
    maps.settle()
    assert [status.state for status in maps.status().values()] == [State.READY]
    assert middle(view) != before
    bridge.settle()
    assert kept(bridge) == maps.sources
    assert [Path(row.path) for row in kept(bridge).rows] == [tiles]


def test_what_the_desk_kept_comes_back(maps, bridge, view, tiles, qtbot):
    source = replace(chosen(tiles, qtbot), id="kept")
    bridge.desk.keep(BASE_MAPS, BaseSources(rows=(source,))).result()
    maps.ask()
    bridge.settle()
    maps.settle()
    assert [row.id for row in maps.sources.rows] == ["kept"]
    assert maps.status()["kept"].state is State.READY


def test_switching_fading_moving_and_removing_change_the_picture_and_the_desk(
    maps, bridge, view, tiles, tmp_path, qtbot
):
    bare = middle(view)
    maps.add(chosen(tiles, qtbot))
    maps.add(chosen(geojson(tmp_path / "p.geojson", (POINT, {})), qtbot))
    maps.settle()
    lower, upper = maps.sources.ordered
    whole = middle(view)
    maps.change(replace(lower, opacity=0.5))
    half = middle(view)
    assert half not in (whole, bare)
    maps.move(upper.id, -1)
    assert [row.id for row in maps.sources.ordered] == [upper.id, lower.id]
    maps.change(replace(lower, visible=False))
    maps.remove(upper.id)
    assert middle(view) == bare
    bridge.settle()
    assert [row.id for row in kept(bridge).rows] == [lower.id]


def test_the_attribution_of_what_is_shown_stands_on_the_map(maps, view, tiles, qtbot):
    view.set_attribution("ours")
    maps.add(chosen(tiles, qtbot))
    maps.settle()
    assert view.notes.attribution == "ours · © Somebody"
    view.set_attribution("ours " * 40)
    assert view.notes.attribution == "© Somebody"
    maps.change(replace(maps.sources.rows[0], visible=False))
    assert view.notes.attribution.startswith("ours")


def test_a_map_drawn_below_the_divisions_leaves_their_borders_to_be_seen(maps, view, tiles, qtbot):
    maps.add(chosen(tiles, qtbot))
    maps.settle()
    with_layer = view.render_sync()
    view.set_layer_visible("base", False)
    assert view.render_sync() != with_layer


@pytest.fixture
def part(qtbot, maps, tiles, tmp_path):
    maps.add(chosen(tiles, qtbot))
    maps.add(chosen(geojson(tmp_path / "p.geojson", (POINT, {})), qtbot))
    maps.settle()
    made = BaseMapsPart()
    qtbot.addWidget(made)
    made.put(maps.sources, maps.status())
    made.show()
    return made


def test_the_panel_lists_the_topmost_first_and_tells_all_of_the_chosen(part, maps):
    assert [part.list.item(k).text() for k in range(2)] == ["p", "tiles"]
    part.list.setCurrentRow(1)
    assert "MBTiles" in part.facts.text()
    assert "© Somebody" in part.facts.text()


@pytest.mark.parametrize(
    ("key", "modifier", "word"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, "fainter"),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "stronger"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, "up"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, "down"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "remove"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "again"),
    ],
)
def test_keys_say_what_is_wanted_of_the_chosen_one(part, qtbot, key, modifier, word):
    with qtbot.waitSignal(part.done) as signal:
        qtbot.keyClick(part.list, key, modifier)
    assert signal.args == [part.chosen, word]


def test_space_switches_the_chosen_one(part, qtbot):
    with qtbot.waitSignal(part.switched) as signal:
        qtbot.keyClick(part.list, Qt.Key.Key_Space)
    assert signal.args == [part.chosen, False]


def test_without_base_maps_the_panel_takes_no_room(part):
    part.put(BaseSources(), {})
    assert part.isHidden()


def test_every_reason_state_datum_and_kind_has_a_word(qapp):
    assert set(REASONS) == set(Reason)
    assert set(STATES) == set(State)
    assert set(DATUMS) == set(Datum)
    assert set(KINDS) == set(Kind)


def test_how_it_stands_is_said_in_a_few_words(qapp, tiles, qtbot):
    source = chosen(tiles, qtbot)
    ready = Status(state=State.READY)
    assert base_state(ready) == ""
    assert "40%" in base_state(Status(state=State.OPENING, share=0.4))
    assert base_state(replace(ready, broken={Reason.BROKEN_TILE: 2, Reason.TOO_LARGE: 1})) == (
        "3 块瓦片有误"
    )
    gone = Status(state=State.MISSING, reason=Reason.GONE, detail="x.mbtiles")
    assert base_state(gone) == "文件不在了"
    assert "x.mbtiles" in base_facts(source, gone)


def dropped(target, urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    both = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), *both, none)
    drop = QDropEvent(QPointF(5, 5), *both, none, QEvent.Type.Drop)
    return data, (enter, drop)  # the events do not own the data


def test_files_dropped_on_the_map_are_taken_and_addresses_are_not(view, tiles):
    taken = []
    dropping = Dropping(view, taken.extend)
    for url, expected in ((tiles.as_uri(), [tiles]), ("https://example.org/a.mbtiles", [])):
        taken.clear()
        _data, events = dropped(view, [url])
        for event in events:
            dropping.eventFilter(view, event)
        assert taken == expected


def test_the_window_brings_in_what_is_dropped_and_tells_of_what_it_cannot(
    desk, hierarchy, clock, qtbot, tmp_path, tiles, monkeypatch
):
    window = wiring.open_window(desk, hierarchy, clock=clock)
    said = []
    monkeypatch.setattr(window, "tell", lambda text, tone: said.append(text))
    bad = tmp_path / "a.txt"
    bad.write_text("nothing")
    drop = window.map.findChild(Dropping)
    drop._take([bad, tiles])
    assert "a.txt" in said[0]
    (dialog,) = window.findChildren(BaseMapDialog)
    dialog.datum.setCurrentIndex(dialog.datum.findData(Datum.WGS84))
    dialog.accept()
    maps = window.findChild(BaseMaps)
    maps.settle()
    assert [row.title for row in maps.sources.rows] == ["tiles"]
    part = window.panes.layers.findChild(BaseMapsPart)
    assert part.list.count() == 1
    part.done.emit(part.chosen, "fainter")
    assert maps.sources.rows[0].opacity == 0.9
    part.done.emit(part.chosen, "remove")
    assert part.isHidden()
    window.bridge.settle()
    take_down(window)


def test_the_scales_it_is_shown_at_are_changed_later_too(bridge, maps, tiles, qtbot):
    maps.add(chosen(tiles, qtbot))
    part = BaseMapsPart()
    qtbot.addWidget(part)
    part.ranged.connect(partial(base_acts._range, maps))
    maps.told.connect(lambda: part.put(maps.sources, maps.status()))
    maps.settle()
    box = part.range
    assert (box.nearest.currentData(), box.farthest.currentData()) == (None, None)
    box.farthest.setCurrentIndex(box.farthest.findData(100_000))
    box.farthest.activated.emit(0)
    (row,) = maps.sources.rows
    assert row.finer_than == pytest.approx(100_000 * METRES_PER_PX_AT_1)
    assert row.coarser_than == 0
    bridge.settle()
    assert kept(bridge) == maps.sources
    assert box.farthest.currentData() == 100_000


def test_a_nearest_scale_beyond_the_farthest_is_put_back(qtbot):
    box = ScaleRange()
    qtbot.addWidget(box)
    row = BaseSource(id="a", path="a", kind=Kind.OSM, datum=Datum.WGS84, title="a", finer_than=12.3)
    box.put(row)
    own = box.farthest.currentData()
    assert own == round(12.3 / METRES_PER_PX_AT_1)
    with qtbot.assertNotEmitted(box.wanted):
        box.nearest.setCurrentIndex(box.nearest.findData(1_000_000))
        box.nearest.activated.emit(0)
    assert box.nearest.currentData() is None
    assert box.farthest.currentData() == own
