"""The dialog of pictures and pages: what is chosen is made, noted and proved, or nothing is."""

import hashlib
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.store import queries
from maps.printing import pictures
from tests.maps.printing.pdf import Pdf
from widgets.export import making, printers
from widgets.export.wish import BY_ID, OUTPUTS


def choose(dialog, output: str) -> None:
    dialog.form.output.setCurrentIndex(list(BY_ID).index(output))


def entries(desk) -> list:
    return desk.ask(queries.entries).result()


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda row: row.id)
def test_what_is_made_is_noted_with_its_hash(dialog, desk, tmp_path, finish, output):
    choose(dialog, output.id)
    dialog.form.dpi.setValue(96)
    path, told = tmp_path / f"图 & 1.{output.form}", []
    dialog.made.connect(told.append)
    dialog.export_to(path)
    finish(dialog)
    assert [made.path for made in told] == [path]
    hashed = hashlib.sha256(path.read_bytes()).hexdigest()
    kind = "page" if output.paged else "map"
    assert entries(desk)[0].reason == f"{kind} {output.form} {path.name} sha256={hashed}"
    assert not dialog.isVisible()
    assert list(tmp_path.glob(".yutu*")) == []


def test_a_page_says_the_head_of_the_ledger_that_it_was_made_on(dialog, desk, tmp_path, finish):
    seq, hashed = desk.ask(queries.head).result()
    dialog.export_to(tmp_path / "a.pdf")
    finish(dialog)
    said = Pdf(tmp_path / "a.pdf").text
    assert f"#{seq}{hashed[: making.SHORT_HASH]}" in said
    assert "2026-11-2308:12:05" in said


def test_a_picture_says_it_too(dialog, desk, tmp_path, finish):
    choose(dialog, "map_png")
    dialog.export_to(tmp_path / "a.png")
    finish(dialog)
    assert "2026-11-23 08:12:05" in QImageReader(str(tmp_path / "a.png")).text("Description")


@pytest.mark.parametrize(("dpi", "width"), [(96, 640), (300, 2000), (600, 4000)])
def test_dots_an_inch_and_width_follow_each_other(dialog, shown, dpi, width):
    choose(dialog, "map_png")
    dialog.form.dpi.setValue(dpi)
    assert dialog.form.width_px.value() == width
    dialog.form.dpi.setValue(150)
    dialog.form.width_px.setValue(width)
    assert dialog.form.dpi.value() == dpi
    assert dialog.form.wish().size(shown)[0] == width


@pytest.mark.parametrize(
    ("text", "denominator"),
    [("1:50000", 50_000), ("25 000", 25_000), ("1：1,000", 1_000), ("1:1", 200), ("近", None)],
)
def test_a_scale_is_read_as_people_write_it(dialog, text, denominator):
    dialog.form.fitted.setChecked(False)
    dialog.form.scale.setCurrentText(text)
    assert dialog.form.wish().layout.denominator == denominator


def test_what_is_too_large_says_so_and_cannot_be_made(dialog):
    choose(dialog, "page_svg")
    dialog.form.paper.setCurrentText("A3")
    dialog.form.dpi.setValue(600)
    assert "24" in dialog.trouble.text()
    assert not dialog.export_button.isEnabled()
    dialog.form.dpi.setValue(150)
    assert dialog.trouble.text() == ""
    assert dialog.export_button.isEnabled()


def test_the_preview_shows_the_page_and_follows_the_choices(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.preview.busy, timeout=30_000)
    wide = dialog.preview.image.size()
    assert wide.width() > wide.height()
    dialog.form.way.setCurrentIndex(1)
    assert dialog.preview.busy
    qtbot.waitUntil(lambda: not dialog.preview.busy, timeout=30_000)
    assert dialog.preview.image.width() < dialog.preview.image.height()


@pytest.mark.parametrize("name", ["nowhere/a.pdf", "folder"])
def test_a_place_that_cannot_be_written_is_said_and_nothing_is_noted(
    dialog, desk, tmp_path, finish, name
):
    (tmp_path / "folder").mkdir()
    before = entries(desk)
    dialog.export_to(tmp_path / name)
    finish(dialog)
    assert tmp_path.name in dialog.trouble.text()
    assert (dialog.isVisible(), entries(desk)) == (True, before)


def test_what_the_desk_refuses_to_note_does_not_leave(dialog, desk, tmp_path, finish):
    desk.lock("0000").result()
    dialog.export_to(tmp_path / "a.pdf")
    finish(dialog)
    assert dialog.trouble.text()
    assert list(tmp_path.glob("*.pdf")) == []


def test_escape_gives_up_what_is_being_made_and_then_closes(
    dialog, desk, tmp_path, finish, qtbot, monkeypatch
):
    begun, before = threading.Event(), entries(desk)

    def endless(sheet, path, dpr, progress, **_):
        begun.set()
        while True:
            progress.at(0.5)

    monkeypatch.setattr(making, "write_png", endless)
    choose(dialog, "page_png")
    dialog.export_to(tmp_path / "a.png")
    assert begun.wait(10)
    assert not dialog.form.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    finish(dialog)
    assert dialog.isVisible()
    assert (dialog.trouble.text(), entries(desk)) == ("已取消，没有写入文件", before)
    assert list(tmp_path.glob("*png")) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("typed", "there", "yes", "written"),
    [
        ("a", False, None, "a.pdf"),
        ("a.pdf", True, None, "a.pdf"),  # the system's own dialog has asked
        ("a", True, True, "a.pdf"),
        ("a", True, False, None),
        ("", False, None, None),
    ],
)
def test_no_file_is_replaced_without_a_yes(
    dialog, tmp_path, finish, monkeypatch, typed, there, yes, written
):
    if there:
        (tmp_path / "a.pdf").write_bytes(b"old")
    name = str(tmp_path / typed) if typed else ""
    answer = {True: QMessageBox.StandardButton.Yes, False: QMessageBox.StandardButton.No}.get(yes)
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    monkeypatch.setattr(QMessageBox, "question", lambda *args: asked.append(args) or answer)
    dialog.export_button.click()
    finish(dialog)
    assert bool(asked) is (yes is not None)
    found = (tmp_path / "a.pdf").read_bytes() if (tmp_path / "a.pdf").exists() else b""
    assert found.startswith(b"%PDF") is (written is not None)


def test_without_a_printer_pdf_is_offered(dialog, monkeypatch):
    monkeypatch.setattr(printers, "support", lambda: None)
    dialog.print_button.click()
    assert "PDF" in dialog.trouble.text()


def test_a_page_goes_to_the_printer_that_was_chosen(dialog, desk, tmp_path, finish, monkeypatch):
    support = pytest.importorskip("PySide6.QtPrintSupport", exc_type=ImportError)
    file, told = tmp_path / "printed.pdf", []

    def chosen(sheet, parent):
        printer = support.QPrinter(support.QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(file))
        printer.setFullPage(True)
        printers.vectors.set_page(printer, sheet)
        return printer

    monkeypatch.setattr(printers, "trouble", lambda: "")
    monkeypatch.setattr(printers, "choose", chosen)
    dialog.made.connect(told.append)
    dialog.print_button.click()
    finish(dialog)
    assert told == [None]
    assert Pdf(file).size_pt == pytest.approx((842, 595), abs=1)
    assert "示意边界" in Pdf(file).text
    assert entries(desk)[0].reason == "page print"


def test_closing_while_something_is_made_leaves_nothing_behind(dialog, desk, tmp_path):
    """As a lock does, which closes what lies over the console."""
    before = entries(desk)
    choose(dialog, "page_png")
    dialog.form.dpi.setValue(600)
    dialog.export_to(tmp_path / "a.png")
    assert dialog.close()
    assert not dialog.isVisible()
    assert (list(tmp_path.glob("*png")), entries(desk)) == ([], before)


def test_dots_of_the_page_are_those_that_were_chosen(dialog, shown, tmp_path, finish):
    choose(dialog, "page_png")
    dialog.form.dpi.setValue(120)
    expected = pictures.size_of(dialog.sheet(), 1.25)
    dialog.export_to(tmp_path / "a.png")
    finish(dialog)
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == expected
