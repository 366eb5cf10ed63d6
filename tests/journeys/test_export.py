"""What the officer sees leaves the console: by three keys, marked as what it is, and on record."""

import pyogrio
import pytest
from PySide6.QtCore import Qt

from app.store import queries
from tests.journeys.test_sos_by_keyboard import press
from tests.maps.printing.pdf import Pdf
from widgets.export.dialog import ExportDialog
from widgets.export.objects import ObjectsDialog
from widgets.shot import settle

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
YONGCHUAN = "500118"


def opened(window, kind):
    return next(d for d in window.findChildren(kind) if d.isVisible())


def finish(window, qtbot, dialog, path):
    done = []
    dialog.finished.connect(done.append)
    dialog.export_to(path)
    qtbot.waitUntil(lambda: bool(done), timeout=60_000)
    settle(window)


@pytest.mark.parametrize(
    ("key", "held", "kind", "file"),
    [
        (KEY.Key_P, CTRL, ExportDialog, "seite.pdf"),
        (KEY.Key_P, CTRL | SHIFT, ExportDialog, "bild.png"),
        (KEY.Key_X, CTRL | SHIFT, ObjectsDialog, "objekte.gpkg"),
    ],
    ids=["page", "picture", "objects"],
)
def test_a_key_opens_the_way_out_and_the_log_tells_of_it(
    window, qtbot, tmp_path, key, held, kind, file
):
    window.map.fit_place(YONGCHUAN)
    window.feed.select_place(YONGCHUAN)
    settle(window)
    press(window, qtbot, key, held)
    dialog = opened(window, kind)
    finish(window, qtbot, dialog, tmp_path / file)
    assert (tmp_path / file).stat().st_size > 1000
    entry = window.desk.ask(queries.entries).result()[0]
    assert (entry.act, entry.actor) == ("desk.export", window.desk.officer.id)
    assert file in entry.reason
    assert any(file in text for text in window.toasts.texts())


def test_a_page_of_a_demonstration_says_so_and_whose_it_is(window, qtbot, tmp_path):
    press(window, qtbot, KEY.Key_P, CTRL)
    dialog = opened(window, ExportDialog)
    dialog.form.title.setText("交接班")
    finish(window, qtbot, dialog, tmp_path / "a.pdf")
    said = Pdf(tmp_path / "a.pdf").text
    for must in ("交接班", "演示", window.desk.officer.name, "区划", "数据时刻", "台账#", "NGCC"):
        assert must in said, must


def test_a_place_that_is_chosen_is_what_the_file_holds(window, qtbot, tmp_path):
    window.feed.select_place(YONGCHUAN)
    settle(window)
    press(window, qtbot, KEY.Key_X, CTRL | SHIFT)
    finish(window, qtbot, opened(window, ObjectsDialog), tmp_path / "a.gpkg")
    meta, _, _, fields = pyogrio.raw.read(tmp_path / "a.gpkg", layer="places")
    row = dict(zip(meta["fields"], (field[0] for field in fields), strict=True))
    assert (row["code"], row["name"], len(fields[0])) == (YONGCHUAN, "永川区", 1)


def test_a_locked_console_keeps_its_ways_out_shut(window, qtbot):
    press(window, qtbot, KEY.Key_P, CTRL)
    assert opened(window, ExportDialog)
    window.desk.lock("0000").result()
    settle(window)
    press(window, qtbot, KEY.Key_P, CTRL | SHIFT)
    assert [d for d in window.findChildren(ExportDialog) if d.isVisible()] == []
