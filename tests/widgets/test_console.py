"""Which desk is opened, and what is said where it cannot be."""

from contextlib import ExitStack
from functools import partial

import pytest
from PySide6.QtCore import QTimer

from app import paths
from widgets import console
from widgets.console import Options
from widgets.edition import edition_of, keep_to


@pytest.fixture(autouse=True)
def folders(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "real")
    monkeypatch.setattr(paths, "demo_folder", lambda: tmp_path / "demo")


def made(folder, *, demo):
    folder.mkdir(parents=True)
    (folder / "desk.db").touch()
    if demo:
        (folder / console.MARKER).touch()
    return folder


def test_an_empty_machine_opens_the_demonstration(qapp, tmp_path):
    assert console.choose_folder(Options()) == (tmp_path / "demo", True)


def test_a_real_desk_is_opened_as_what_it_is(qapp, tmp_path):
    folder = made(tmp_path / "real", demo=False)
    assert console.choose_folder(Options()) == (folder, False)
    assert console.choose_folder(Options(demo=True)) == (tmp_path / "demo", True)


@pytest.mark.parametrize(("demo", "is_demo"), [(None, True), (True, True), (False, False)])
def test_an_empty_folder_becomes_what_was_asked_for(qapp, tmp_path, demo, is_demo):
    own = tmp_path / "own"
    assert console.choose_folder(Options(data=own, demo=demo)) == (own, is_demo)


@pytest.mark.parametrize("demo", [True, False])
def test_a_demonstration_is_never_taken_for_a_real_desk_nor_the_other_way(qapp, tmp_path, demo):
    own = made(tmp_path / "own", demo=not demo)
    with pytest.raises(console.NotPossible):
        console.choose_folder(Options(data=own, demo=demo))


@pytest.fixture
def opened(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(console, "_log_to", lambda folder: None)
    with ExitStack() as stack:
        yield lambda **asked: console.open_console(
            Options(data=tmp_path / "own", demo=False, **asked), qapp, stack
        )


@pytest.mark.parametrize(("edition", "since"), [("2023", "2023-01-01"), ("2025", "2025-11-06")])
def test_the_division_asked_for_is_opened_and_named(opened, edition, since):
    window = opened(edition=edition)
    assert window.hierarchy.edition == window.desk.edition == edition
    assert since in window.edition()


def test_a_division_that_is_not_there_is_said(opened):
    with pytest.raises(console.NotPossible, match="1997"):
        opened(edition="1997")


def test_a_desk_keeps_to_the_edition_that_was_made_for_it(tmp_path):
    assert edition_of(tmp_path) is None
    keep_to(tmp_path / "desk", "2025+own-1")
    assert edition_of(tmp_path / "desk") == "2025+own-1"


def test_the_console_opened_anew_shows_the_division_that_was_chosen(qapp, tmp_path, monkeypatch):
    shown = []

    def open_it(options, app, stack):
        window = open_console(options, app, stack)
        shown.append(window.hierarchy.edition)
        keep_to(window.desk.folder, "2023")
        again = window.reopen_wanted.emit if len(shown) == 1 else partial(qapp.exit, 7)
        QTimer.singleShot(0, again)
        return window

    open_console = console.open_console
    monkeypatch.setattr(console.application, "start", lambda **_: qapp)
    monkeypatch.setattr(console, "_log_to", lambda folder: None)
    monkeypatch.setattr(console, "open_console", open_it)
    assert console.run(Options(data=tmp_path / "own", demo=False)) == 7
    assert shown == ["2025", "2023"]
