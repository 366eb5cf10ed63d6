"""What a column with a sample says is never wider than it, in either language."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetrics

from app.catalogue import plants
from app.model import OPEN_ALERTS, Availability, TaskState
from tests.widgets import rows as r
from widgets import application
from widgets.models.alerts import ALERTS
from widgets.models.column import Context
from widgets.models.offers import OFFERS, Offer
from widgets.models.plants import PLANTS
from widgets.models.units import UNITS, UnitLine, loose_line

MINUTES = (0.0, 0.9, 59.0, 23 * 60.0, 9 * 24 * 60.0)


def alerts():
    later = r.ago(-120)
    return [
        r.alert(1, state=state, last=r.ago(minutes), shelved_until=later)
        for state in OPEN_ALERTS
        for minutes in MINUTES
    ]


def units():
    lines = [UnitLine(r.unit_row(n, state)) for n, state in enumerate((None, *TaskState), 1)]
    fixed = [UnitLine(r.unit_row(1), r.fix(1, minutes)) for minutes in MINUTES]
    return [*lines, *fixed, loose_line(r.fix(1))]


def offers():
    found = r.recommendation().candidates
    ages = (None, 59.0, 59 * 60.0)
    return [Offer(replace(one, age_s=age), assists=True) for one in found for age in ages]


def all_plants():
    return [replace(plant, availability=state) for plant in plants() for state in Availability]


@pytest.fixture(params=["zh", "en"])
def spoken(request, qapp):
    application.speak(qapp, request.param)
    yield
    application.speak(qapp, "zh")


@pytest.mark.parametrize(
    ("columns", "rows"),
    [(ALERTS, alerts), (UNITS, units), (OFFERS, offers), (PLANTS, all_plants)],
)
def test_no_cell_is_wider_than_its_sample(qapp, spoken, columns, rows):
    metrics, context = QFontMetrics(qapp.font()), Context(now=r.NOW)
    cut = {
        text
        for column in columns
        if column.sample and column.kind != "code"
        for row in rows()
        if metrics.horizontalAdvance(text := column.text(row, context))
        > max(metrics.horizontalAdvance(sample) for sample in column.samples())
    }
    assert cut == set()
