"""F8 writes a note of the shift, whatever is chosen, and the ledger keeps it."""

import pytest
from PySide6.QtCore import Qt

from app.casework import notes
from app.store import queries
from app.store.verify import verify
from widgets.shot import settle

NOTE = "与区供电局核对停电范围"


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)], ids=["desk", "laptop"])
def test_f8_writes_a_note_though_no_case_is_chosen(window, qtbot, size):
    window.resize(*size)
    settle(window)
    assert window.duty.case == ""
    qtbot.keyClick(window.panes.queue.view, Qt.Key.Key_F8)
    line = window.panes.log.note
    assert line.isVisible()
    line.setText(NOTE)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(window)
    (last,) = window.desk.ask(queries.entries, "", 1).result()
    assert (last.act, last.subject, last.reason) == (notes.ACT, notes.SUBJECT, NOTE)
    log = window.panes.log
    assert NOTE in " ".join(log.table.index(0, at).data() for at in range(log.table.columnCount()))
    assert verify(window.desk.folder).ok
