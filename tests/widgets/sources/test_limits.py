"""The bounds of a peer: a line for each, within what the record allows, kept by the desk."""

from dataclasses import fields, replace

import pytest

from app.casework.sources import LIMIT, PEERS
from app.settings import SOURCE_LIMITS
from app.sources.limits import Limits
from app.store import queries
from widgets.sources.limits import LimitsForm
from widgets.words import sources as words


@pytest.fixture
def form(bridge, qtbot):
    form = LimitsForm(bridge, Limits())
    qtbot.addWidget(form)
    form.show()
    return form


def test_every_bound_has_its_words_and_its_value(form):
    assert set(form.editors) == set(words.LIMITS) == {field.name for field in fields(Limits)}
    assert {name: editor.value() for name, editor in form.editors.items()} == {
        field.name: getattr(Limits(), field.name) for field in fields(Limits)
    }


def test_nothing_is_typed_that_the_record_would_not_take(form):
    for editor in form.editors.values():
        editor.setValue(editor.maximum() * 10 + 1)
        assert editor.value() == editor.maximum() > 0
        editor.setValue(-5)
        assert editor.value() == editor.minimum() > 0


def test_what_is_changed_is_kept_and_noted(form, bridge):
    form.editors["per_host"].setValue(50)
    form.send()
    bridge.settle()
    kept = bridge.desk.ask(queries.settings).result()[SOURCE_LIMITS]
    assert kept == replace(Limits(), per_host=50)
    (entry,) = bridge.desk.ask(queries.entries).result()
    assert (entry.act, entry.subject, entry.reason) == (LIMIT, PEERS, "per_host=50 (1000)")
    assert not form.isVisible()


def test_what_changes_nothing_is_said(form, bridge):
    form.send()
    bridge.settle()
    assert form.trouble.isVisible()
