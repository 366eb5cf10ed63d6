"""From a fence drawn at the desk to the alert of a live position, and back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.casework.acts import Act
from app.changes import Changes
from app.desk import Desk
from app.model import Alert, AlertKind, Entry, Message
from app.store import queries
from tests.app.test_desk import NOW, Watch, open_desk, said

SQUARE = [[106.1, 29.1], [106.2, 29.1], [106.2, 29.2], [106.1, 29.2]]
WHERE = {"in": 106.19, "out": 106.205}


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def desk(tmp_path: Path, watch: Watch) -> Iterator[Desk]:
    desk = open_desk(tmp_path, watch)
    yield desk
    desk.close()


def act(desk: Desk, what: str, subject: str = "fence:", reason: str = "", **fields: object) -> str:
    entry = desk.do(Act(name=what, subject=subject, fields=fields, reason=reason)).result(10)
    assert isinstance(entry, Entry), entry
    return entry.subject


def draw(desk: Desk, kind: str = "keep_out") -> str:
    return act(desk, "fence.draw", name="库区", kind=kind, rings=[SQUARE])


def at(place: str, seconds: float = 0.0) -> Message:
    return replace(said(at=NOW + timedelta(seconds=seconds)), lon=WHERE[place])


def hear(desk: Desk, watch: Watch, place: str, seconds: float, source: str = "tcp") -> None:
    watch.now = NOW + timedelta(seconds=seconds)
    desk.receive(source, [at(place, seconds)]).result(10)


def alerts(desk: Desk) -> list[Alert]:
    return desk.ask(queries.open_alerts).result(10)


def test_a_live_position_in_a_drawn_fence_raises_one_alert_that_ends_when_it_leaves(
    desk: Desk, watch: Watch
) -> None:
    fence = draw(desk)
    hear(desk, watch, "out", 0)
    hear(desk, watch, "in", 60)
    hear(desk, watch, "in", 120)
    (alert,) = alerts(desk)
    assert (alert.kind, alert.fence, alert.text) == (AlertKind.ENTERED, fence[6:], "库区")
    assert (alert.active, alert.count, alert.chain[0]) == (True, 1, "500000")
    hear(desk, watch, "out", 180)
    assert [one.active for one in alerts(desk)] == [False]


def test_one_commit_announces_the_fix_and_its_alert_together(desk: Desk, watch: Watch) -> None:
    draw(desk)
    hear(desk, watch, "out", 0)
    heard: list[Changes] = []
    desk.subscribe(heard.append)
    hear(desk, watch, "in", 60)
    (changes,) = heard
    assert changes.terminals == {"T1"}
    assert len(changes.alerts) == 1


def test_who_comes_and_goes_within_a_minute_is_one_row(desk: Desk, watch: Watch) -> None:
    draw(desk)
    for k in range(7):
        hear(desk, watch, "in" if k % 2 else "out", k * 90)
    (alert,) = alerts(desk)
    assert alert.count == 3


def test_what_the_rules_keep_outlives_a_restart(tmp_path: Path, watch: Watch) -> None:
    desk = open_desk(tmp_path, watch)
    draw(desk, "keep_in")
    hear(desk, watch, "in", 0)
    desk.close()
    desk = open_desk(tmp_path, watch)
    hear(desk, watch, "out", 60)
    assert [alert.kind for alert in alerts(desk)] == [AlertKind.LEFT]
    desk.close()
    desk = open_desk(tmp_path, watch)
    hear(desk, watch, "in", 120)
    assert [alert.active for alert in alerts(desk)] == [False]
    desk.close()


@pytest.mark.parametrize("more", [{"backlog": True}, {"fix_time": NOW + timedelta(hours=1)}])
def test_a_late_or_doubtful_position_raises_no_alert(
    desk: Desk, watch: Watch, more: dict[str, object]
) -> None:
    draw(desk)
    hear(desk, watch, "out", 0)
    watch.now = NOW + timedelta(seconds=60)
    desk.receive("tcp", [replace(at("in", 60), **more)]).result(10)  # type: ignore[arg-type]
    assert alerts(desk) == []


def test_removing_a_fence_ends_what_it_told(desk: Desk, watch: Watch) -> None:
    fence = draw(desk)
    hear(desk, watch, "out", 0)
    hear(desk, watch, "in", 60)
    act(desk, "fence.remove", fence, reason="演习结束")
    assert [alert.active for alert in alerts(desk)] == [False]
    hear(desk, watch, "in", 120)
    assert [alert.active for alert in alerts(desk)] == [False]


def test_a_fence_that_was_changed_is_the_one_held_against(desk: Desk, watch: Watch) -> None:
    fence = draw(desk)
    hear(desk, watch, "out", 0)
    act(desk, "fence.change", fence, rings=[[[lon - 0.06, lat] for lon, lat in SQUARE]])
    hear(desk, watch, "in", 600)
    assert alerts(desk) == []


def test_a_fix_heard_again_counts_once_after_a_restart_and_over_another_source(
    tmp_path: Path, watch: Watch
) -> None:
    desk = open_desk(tmp_path, watch)
    for seconds in (0, 60, 120):
        hear(desk, watch, "in", seconds)
    desk.close()
    desk = open_desk(tmp_path, watch)
    again = [at("in", seconds) for seconds in (0, 60, 120)]
    desk.receive("tcp", [replace(one, backlog=True) for one in again]).result(10)
    desk.receive("rdss", again).result(10)
    assert len(desk.ask(queries.track, "T1", NOW).result(10)) == 3
    counted = desk.ask(queries.refusals).result(10)
    assert sorted(counted) == [("rdss", "duplicate", 3), ("tcp", "duplicate", 3)]
    desk.close()


def test_doubts_are_counted_where_refusals_are(desk: Desk, watch: Watch) -> None:
    hear(desk, watch, "in", 600)
    desk.receive("tcp", [at("in", 0), at("in", 90_000)]).result(10)
    counted = desk.ask(queries.refusals).result(10)
    assert sorted(counted) == [("tcp", "future", 1), ("tcp", "older", 1)]
    assert len(desk.ask(queries.track, "T1", NOW).result(10)) == 3
