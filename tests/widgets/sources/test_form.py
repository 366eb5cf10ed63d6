"""The form of a source: built from the table, refuses at the field, and changes the desk."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from app.settings import SOURCES
from app.sources.kept import read_all
from app.sources.source import DEFAULT, PARTICULARS, Kind, Source
from app.store import queries
from widgets.sources import form as forms
from widgets.sources.form import SourceForm


@pytest.fixture
def form_of(bridge, qtbot):
    def make(**options) -> SourceForm:
        form = SourceForm(bridge, **options)
        qtbot.addWidget(form)
        form.show()
        return form

    return make


def kept(bridge):
    return read_all(bridge.desk.ask(queries.settings).result()[SOURCES]).sources


def choose(form, kind):
    form.kind.setCurrentIndex(form.kind.findData(kind.value))


def shown(labels: dict[str, QLabel]) -> dict[str, str]:
    return {name: label.text() for name, label in labels.items() if label.isVisible()}


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_has_its_own_fields(form_of, kind):
    form = form_of()
    choose(form, kind)
    assert tuple(form.editors) == ("name", *PARTICULARS[kind])


def test_a_source_is_added_under_a_free_name(form_of, bridge):
    form = form_of(taken={"tcp"})
    choose(form, Kind.TCP_LISTENER)
    form.editors["name"].widget.setText("北碚")
    form.editors["port"].widget.setValue(6809)
    form.send()
    bridge.settle()
    added = Source(id="tcp-2", name="北碚", kind=Kind.TCP_LISTENER, port=6809)
    assert kept(bridge) == (DEFAULT, added)
    assert not form.isVisible()


def test_a_source_is_changed_with_its_list(form_of, bridge):
    form = form_of(source=DEFAULT)
    assert not form.kind.isEnabled()
    form.editors["opened"].widget.setChecked(True)
    form.editors["host"].widget.setText("0.0.0.0")
    form.editors["allow"].widget.setPlainText("10.0.0.0/8, 10.9.0.1\n\n fd00::/8 ")
    form.send()
    bridge.settle()
    (source,) = kept(bridge)
    assert source == replace(
        DEFAULT, opened=True, host="0.0.0.0", allow=("10.0.0.0/8", "10.9.0.1", "fd00::/8")
    )


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_sent(form_of, bridge):
    form = form_of(source=DEFAULT)
    form.editors["host"].widget.setText("0.0.0.0")
    assert set(shown(form.wrongs)) == {"host"}
    form.send()
    bridge.settle()
    assert kept(bridge) == (DEFAULT,)
    assert form.isVisible()
    form.editors["host"].widget.setText("127.0.0.1")
    assert shown(form.wrongs) == {}


def test_an_opened_listener_without_a_list_says_that_nobody_comes_in(form_of):
    form = form_of(source=DEFAULT)
    form.editors["opened"].widget.setChecked(True)
    assert "谁也连不上" in shown(form.hints)["allow"]
    form.editors["allow"].widget.setPlainText("10.0.0.0/8")
    assert "allow" not in shown(form.hints)


def test_a_serial_line_without_its_library_says_how_to_get_it(form_of, monkeypatch):
    monkeypatch.setattr(forms, "is_installed", lambda: False)
    form = form_of()
    choose(form, Kind.SERIAL)
    assert "pip install pyserial" in shown(form.hints)["device"]


def test_what_the_desk_refuses_is_said_and_the_form_stays(form_of, bridge):
    form = form_of(source=DEFAULT)
    form.send()
    bridge.settle()
    assert form.trouble.isVisible()
    assert form.isVisible()


def test_a_row_with_what_no_list_offers_is_shown_as_it_is(form_of):
    log = Source(id="log", kind=Kind.LOG, path="/a b/日志.log", speed=2.5, looped=True)
    form = form_of(source=log)
    assert form.act().fields["path"] == "/a b/日志.log"
    assert form.act().fields["speed"] == 2.5
    assert form.act().fields["looped"] is True
