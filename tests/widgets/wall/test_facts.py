"""What stands on the wall beside the map."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.catalogue import plants as catalogue
from app.model import (
    Alert,
    AlertKind,
    AlertState,
    Availability,
    Case,
    CaseState,
    Commissioning,
    Grade,
)
from tests.conftest import NOW
from widgets.wall import facts

ALERT = Alert(id="a", kind=AlertKind.SOS, grade=Grade.II, raised=NOW, last=NOW)


def a_case(ident, grade, **fields):
    return Case(
        id=ident, title="", grade=grade, state=fields.pop("state", CaseState.HANDLING),
        opened=NOW, changed=NOW, **fields,
    )  # fmt: skip


def test_figures_count_open_cases_alone(qapp):
    cases = (
        a_case("1", Grade.I, overdue=True),
        a_case("2", Grade.III),
        a_case("3", Grade.III),
        a_case("4", Grade.I, overdue=True, state=CaseState.CLOSED),
    )
    found = [(tile.number, tile.grade) for tile in facts.tiles(cases, 7)]
    assert found == [
        (3, None), (1, None), (1, Grade.I), (0, Grade.II), (2, Grade.III), (0, Grade.IV), (7, None),
    ]  # fmt: skip


def rows(*alerts, now=NOW):
    return facts.alarms(alerts, now, where=lambda alert: alert.id)


def test_the_first_five_grave_alarms_in_the_officers_order(qapp):
    many = [replace(ALERT, id=f"{k}", raised=NOW - timedelta(minutes=k)) for k in range(7)]
    found = rows(
        replace(ALERT, id="grave", grade=Grade.I),
        replace(ALERT, id="light", grade=Grade.III),
        replace(ALERT, id="done", state=AlertState.CONFIRMED),
        *many,
    )
    assert [row.where for row in found] == ["grave", "6", "5", "4", "3"]


@pytest.mark.parametrize(
    ("state", "half_second", "lit"),
    [
        (AlertState.NEW, False, True),
        (AlertState.NEW, True, False),
        (AlertState.SEEN, True, True),
    ],
)
def test_only_what_nobody_has_seen_blinks(qapp, state, half_second, lit):
    now = NOW.replace(microsecond=500_000 if half_second else 0)
    assert rows(replace(ALERT, state=state), now=now)[0].lit is lit


def test_each_plant_that_is_out_or_not_in_service_has_a_row_and_first_synchronised_is_said(qapp):
    known = list(catalogue())
    serving = next(p for p in known if p.commissioning is Commissioning.IN_SERVICE)
    known[known.index(serving)] = replace(serving, availability=Availability.UNPLANNED)
    found = facts.plants(known)
    closed = sum(p.commissioning is Commissioning.CLOSED for p in known)
    counted = [int(row.state.split(" ")[0]) for row in found[:3]]
    assert sum(counted) == len(known) - closed
    odd = {row.name: row.state for row in found[3:]}
    assert next(iter(odd)) == serving.name
    assert "首次并网" in odd["永川港桥燃机电厂"]
    assert "在役" not in odd["永川港桥燃机电厂"]
