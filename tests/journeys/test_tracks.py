"""An officer looks where crews have been, plays it, hands it out, and says how long it is kept."""

import json
from datetime import timedelta

import gpxpy
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.casework.retention import ACT
from app.model import Case, CaseState, Grade, Message, Share, Task, TaskState
from app.settings import TRACKS
from app.store import queries
from app.store.queries import CaseFile
from maps.projection import project_point
from widgets.dialogs.retention import RetentionDialog
from widgets.export.tracks import TracksDialog
from widgets.map_tools.spots import spot_at
from widgets.map_work import MapWork
from widgets.models import track_point
from widgets.shot import settle
from widgets.tracking import Tracking
from widgets.tracks import reading
from widgets.tracks.wanted import Carried

KEY = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
LON, LAT, EVERY_S = 105.9, 29.3, 10


def way(window, terminal, *, minutes=30, silent=range(0)):
    """East along a parallel at 36 km/h, a fix every ten seconds, until now."""
    now = window.clock()
    for k in range(minutes * 6):
        if k not in silent:
            yield Message(
                format="jt808",
                type="0x0200",
                terminal=terminal,
                valid=True,
                lon=LON + k * 100 / 97_000,
                lat=LAT,
                alt_m=250.0,
                speed_kmh=36.0,
                accuracy_m=5.0,
                fix_time=now - timedelta(minutes=minutes) + timedelta(seconds=EVERY_S * k),
            )


@pytest.fixture
def unit(window):
    """A crew that drove for half an hour, with ten minutes of silence in it."""
    unit = next(one for one in window.roster.units if one.terminal)
    messages = list(way(window, unit.terminal, silent=range(60, 120)))
    window.desk.receive("test", messages).result(10)
    window.map.animated = False
    settle(window)
    return unit


@pytest.fixture
def tracking(window):
    return window.findChild(Tracking)


@pytest.fixture
def shown(window, tracking, unit):
    """Its last day, chosen by key."""
    window.feed.select_terminal(unit.terminal)
    press(window, KEY.Key_T, ALT | SHIFT)
    settle(window)
    (one,) = tracking.panel.history.shown
    tracking.panel.asked.emit("fit")
    settle(window)
    return one


def press(window, key, modifiers=NONE):
    QTest.keyClick(window.windowHandle(), key, modifiers)


def pixel(window, lon, lat):
    x, y = window.map.viewport.to_screen(*project_point(lon, lat))
    return QPointF(float(x), float(y))


def test_the_track_of_the_chosen_terminal_is_drawn_with_its_figures(window, tracking, unit, shown):
    assert window.feed.data.history.shown == (shown,)
    assert (shown.name, len(shown.track), len(shown.figures.gaps)) == (unit.name, 120, 1)
    assert shown.figures.length_m == pytest.approx(118 * 100, rel=0.01)
    assert tracking.panel.list.rows.texts()[0].startswith("12 km")
    assert tracking.panel.chosen.preset == "day"
    assert tracking.panel.chart is not None


def test_pointing_at_the_track_tells_the_time_in_the_chart_and_on_the_map(
    window, tracking, shown, qtbot
):
    row = 30
    window.map.pointer_moved.emit(float(shown.track.lon[row]), LAT)
    qtbot.waitUntil(lambda: window.feed.data.pointed is not None)
    assert window.feed.data.pointed.row == row
    assert tracking.panel.chart.cursors[0].value() == shown.track.at_s[row]
    window.map.pointer_moved.emit(LON, LAT + 0.2)
    qtbot.waitUntil(lambda: window.feed.data.pointed is None)
    assert not tracking.panel.chart.cursors[0].isVisible()


def test_the_way_that_the_chosen_terminal_has_just_come_is_on_the_map(window, unit):
    window.feed.select_terminal(unit.terminal)
    settle(window)
    (recent,) = window.feed.data.tracks.values()
    assert (recent.track.terminal, len(recent.track)) == (unit.terminal, 120)
    window.feed.select_terminal("")
    assert window.feed.data.tracks == {}


def test_pointing_at_the_chart_shows_where_that_was(window, tracking, shown):
    tracking.panel.chart.pointed.emit(float(shown.track.at_s[77]) + 2)
    assert window.feed.data.pointed.row == 77


def test_identify_tells_of_the_fix_there(window, shown):
    spot = spot_at(window.map, pixel(window, float(shown.track.lon[30]), LAT))
    hidden = window.map.stack.hidden
    (group,) = track_point.groups(spot, window.feed.data, window.map.viewport, hidden)
    assert shown.name in group.title
    said = " ".join(f"{line.text} {line.detail}" for line in group.lines)
    for word in ("36 km/h", "250 m", "±5.0 m", "test"):
        assert word in said
    without = hidden | {"history"}
    assert not track_point.groups(spot, window.feed.data, window.map.viewport, without)


def test_playback_is_said_not_to_be_the_present_and_escape_ends_it(window, tracking, shown):
    press(window, KEY.Key_P, ALT)
    replaying = tracking.replaying
    assert replaying.player.playing
    replaying.player.toggle()
    replaying.player.seek(float(shown.track.at_s[30]))
    assert window.feed.data.replay.at == shown.track.at(30)
    assert replaying.tag.isVisible()
    assert "不是现在" in replaying.tag.lines[0]
    QTest.keyClick(replaying.bar, KEY.Key_Escape)
    assert window.feed.data.replay is None
    assert not replaying.tag.isVisible()
    assert not replaying.bar.isVisible()


def test_other_tracks_end_the_playback_of_these(window, tracking, shown):
    press(window, KEY.Key_P, ALT)
    tracking.panel.want(tracking.panel.chosen.without(shown.track.terminal))
    settle(window)
    assert not tracking.replaying.player.open
    assert window.feed.data.replay is None
    assert not window.feed.data.history


def test_without_tracks_there_is_nothing_to_play_and_that_is_said(window, tracking):
    press(window, KEY.Key_P, ALT)
    assert not tracking.replaying.player.open
    assert "没有可回放的轨迹" in window.status._message.text()


def test_a_longer_silence_allowed_joins_the_track_and_is_kept(window, tracking, shown):
    tracking.panel.head.gap.setValue(11)
    settle(window)
    assert tracking.panel.history.shown[0].figures.gaps == ()
    assert window.desk.ask(queries.settings).result()[TRACKS].gap_min == 11


def test_a_reading_can_be_stopped_and_the_panel_says_so(window, tracking, unit, monkeypatch):
    monkeypatch.setattr(reading, "SLOW_MS", 0)
    tracking.open_terminal(unit.terminal)
    tracking.panel.asked.emit("stop")
    settle(window)
    assert not window.feed.data.history
    assert "已停止" in tracking.panel.list.trouble.text()


def test_more_than_can_be_shown_is_refused_in_words(window, tracking, unit, monkeypatch):
    monkeypatch.setattr("app.store.queries.whereabouts.MOST_FIXES", 100)
    tracking.open_terminal(unit.terminal)
    settle(window)
    assert "120" in tracking.panel.list.trouble.text()
    assert not window.feed.data.history


def test_beside_each_other_they_have_letters_of_their_own(window, tracking, shown):
    other = next(
        one for one in window.roster.units if one.terminal not in ("", shown.track.terminal)
    )
    tracking.panel.add(Carried(other.terminal, other.name))
    settle(window)
    assert [one.letter for one in tracking.panel.history.shown] == ["A", "B"]
    assert tracking.panel.list.rows.texts()[1] == "这段时间没有定位"


@pytest.mark.parametrize("form", ["gpx", "geojson"])
def test_what_leaves_is_noted_first_and_said_to_be_simulated(
    window, tracking, shown, tmp_path, qtbot, form
):
    tracking.panel.asked.emit("export")
    dialog = window.findChild(TracksDialog)
    dialog.form.setCurrentIndex(dialog.form.findData(form))
    path = tmp_path / f"a.{form}"
    with qtbot.waitSignal(dialog.made, timeout=10_000):
        dialog.export_to(path)
    entry = window.desk.ask(queries.entries).result()[0]
    assert entry.reason.startswith(f"tracks {form} a.{form} fixes=120 tracks=1 sha256=")
    if form == "gpx":
        found = gpxpy.parse(path.read_text("utf-8"))
        assert [len(part.points) for part in found.tracks[0].segments] == [60, 60]
        assert found.tracks[0].type == "simulated"
    else:
        features = json.loads(path.read_bytes())["features"]
        assert {one["properties"]["simulated"] for one in features} == {True}


def test_a_locked_desk_lets_no_track_out(window, tracking, shown, tmp_path):
    tracking.panel.asked.emit("export")
    dialog = window.findChild(TracksDialog)
    window.desk.lock("0000").result()
    dialog.export_to(tmp_path / "a.gpx")
    settle(window)
    assert list(tmp_path.glob("*.gpx")) == []
    assert all(entry.act != "desk.export" for entry in window.desk.ask(queries.entries).result())


def test_whoever_was_sent_to_the_case_is_shown_from_dispatch_on(window, tracking, unit):
    now = window.clock()
    task = Task(
        id="T-1",
        case="C-1",
        unit=unit.id,
        share=Share.LEAD,
        state=TaskState.ON_SITE,
        created=now - timedelta(hours=3),
        changed=now,
        times={TaskState.SENT.value: now - timedelta(minutes=12)},
    )
    case = Case(
        id="C-1",
        title="爆管",
        grade=Grade.III,
        state=CaseState.HANDLING,
        opened=now,
        changed=now,
    )
    tracking._open_file(CaseFile(case=case, tasks=(task,), alert=None, entries=()))
    settle(window)
    (one,) = tracking.panel.history.shown
    assert (one.track.terminal, one.name) == (unit.terminal, unit.name)
    assert now.timestamp() - one.track.at_s[0] <= 12 * 60
    assert tracking.panel.head.acts["task"].isChecked()


def test_without_a_case_nobody_was_sent_and_that_is_said(window, tracking):
    window.arrangement.reveal("tracks")
    tracking.panel.head.acts["task"].click()
    assert "先选一件事件" in window.status._message.text()
    assert not tracking.panel.head.acts["task"].isChecked()


def test_the_term_is_shown_changed_with_a_reason_and_told_to_the_ledger(window, tracking, unit):
    window.arrangement.reveal("tracks")
    settle(window)
    assert "保留 30 天" in tracking.panel.list.kept.text()
    tracking.panel.asked.emit("retention")
    settle(window)
    dialog = window.findChild(RetentionDialog)
    assert not dialog.warning.isVisible()
    dialog.days.setValue(7)
    assert "7 天" in dialog.warning.text()
    dialog.send()
    settle(window)
    assert dialog.trouble.isVisible()  # without a reason
    dialog.reason.setText("精简")
    dialog.send()
    settle(window)
    entries = window.desk.ask(queries.entries).result()
    assert [one.reason for one in entries if one.act == ACT] == ["30 d > 7 d: 精简"]
    assert "保留 7 天" in tracking.panel.list.kept.text()


def test_the_menu_of_the_map_opens_the_track_of_the_terminal_there(window, tracking, unit, shown):
    tracking.panel.want(tracking.panel.chosen.without(unit.terminal))
    settle(window)
    window.map.render_sync()
    last = window.desk.latest()[unit.terminal]
    menu = window.findChild(MapWork).menu_at(pixel(window, last.lon, last.lat))
    action = next(one for one in menu.actions() if "轨迹" in one.text())
    action.trigger()
    settle(window)
    assert tracking.panel.history.shown[0].track.terminal == unit.terminal
    menu.close()
