"""Which desk is opened, and what is said where it cannot be."""

import pytest

from app import paths
from widgets import console
from widgets.console import Options


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
