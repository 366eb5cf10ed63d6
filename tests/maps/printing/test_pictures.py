"""Pictures of dots: as on the screen at one dot a pixel, of physical sizes at any other."""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QImageReader

from app.clock import frozen
from maps.labels import Box
from maps.printing import bands, pictures
from maps.printing.page import page, view_of
from maps.printing.papers import PX_PER_MM, Layout, Words
from maps.printing.png import PngWriter
from maps.printing.progress import CancelledError, Progress
from maps.printing.sheet import bare
from maps.viewport import METRES_PER_PX_AT_1
from tests.maps.printing.conftest import NOW
from widgets.map_view import MapView

WORDS = Words(title="态势图", subtitle="张三", proof="#1 ab")


def pixels(image: QImage) -> np.ndarray:
    return pictures.rgb_of(image.convertToFormat(QImage.Format.Format_RGB32))


def off(one: np.ndarray, other: np.ndarray) -> int:
    assert one.shape == other.shape
    return int((np.abs(one.astype(int) - other).max(axis=2) > 2).sum())


@pytest.fixture
def view(qtbot, shown):
    made = MapView()
    qtbot.addWidget(made, before_close_func=MapView.shut)
    made.animated = False
    made.resize(640, 480)
    made.set_clock(frozen(NOW))
    made.set_style("day")
    made.set_hierarchy(shown.division)
    made.set_data(shown.data)
    made.set_attribution(shown.attribution)
    made.set_watermark(shown.watermark)
    made.show_view(shown.viewport)
    return made


def test_at_one_dot_a_pixel_a_picture_is_the_map(view, tmp_path):
    file = tmp_path / "map.png"
    pictures.write_png(bare(view.shown()), file, 1.0, Progress())
    assert off(pixels(QImage(str(file))), pixels(view.render_sync())) == 0


@pytest.mark.parametrize("dpr", [1.0, 1.5, 300 / 96])
def test_bands_join_without_a_seam(shown, dpr, monkeypatch):
    whole = pixels(pictures.picture(bare(shown), dpr, Progress()))
    monkeypatch.setattr(pictures, "BAND_DOTS", 70 * whole.shape[1])
    assert bands.count(shown, dpr, 70 * whole.shape[1]) > 5
    assert off(pixels(pictures.picture(bare(shown), dpr, Progress())), whole) == 0


@pytest.mark.parametrize(("dpi", "width"), [(96, 640), (200, 1333), (300, 2000)])
def test_a_picture_has_the_dots_and_says_how_dense_they_are(shown, tmp_path, dpi, width):
    file = tmp_path / "map.png"
    pictures.write_png(bare(shown), file, dpi / 96, Progress(), texts={"Ledger": "#7 渝"})
    reader = QImageReader(str(file))
    assert reader.size().width() == width
    assert reader.text("Ledger") == "#7 渝"
    image = reader.read()
    assert image.dotsPerMeterX() == round(dpi / 0.0254)
    assert (image.height(), image.depth()) == (round(480 * dpi / 96), 32)


def test_a_finer_picture_shows_the_same_map_and_not_a_blown_up_screen(shown):
    once = pixels(pictures.picture(bare(shown), 1.0, Progress()))
    thrice = pixels(pictures.picture(bare(shown), 3.0, Progress()))
    blown = np.repeat(np.repeat(once, 3, axis=0), 3, axis=1)
    shrunk = thrice.reshape(480, 3, 640, 3, 3).mean(axis=(1, 3))
    assert np.abs(shrunk - once).mean() < 4
    assert np.abs(np.diff(thrice.astype(int), axis=1)).max() > 60
    assert off(thrice, blown) > 10_000


@pytest.mark.parametrize(("paper", "landscape"), [("A4", True), ("A4", False), ("A3", True)])
@pytest.mark.parametrize("turn_rad", [0.0, 0.7])
def test_a_fitted_page_holds_all_that_was_in_view(shown, paper, landscape, turn_rad):
    turned = shown.at(shown.viewport.turned(turn_rad))
    made = page(turned, Layout(paper=paper, landscape=landscape), WORDS)
    assert made.shown.viewport.grown(1, 1).covers(turned.viewport)
    sides = made.width / PX_PER_MM, made.height / PX_PER_MM
    expected = {"A4": (210, 297), "A3": (297, 420)}[paper]
    assert sorted(sides) == pytest.approx(expected)
    assert (sides[0] > sides[1]) is landscape
    frame = made.frame
    assert (made.shown.viewport.width, made.shown.viewport.height) == (frame.width, frame.height)


@pytest.mark.parametrize("denominator", [2_000, 50_000, 1_000_000])
def test_a_chosen_scale_is_kept_to_the_millimetre(shown, denominator):
    view = view_of(shown.viewport, Box(0, 0, 900, 500), denominator)
    metres_per_mm = view.metres_per_px * PX_PER_MM
    assert metres_per_mm == pytest.approx(denominator / 1000)


@pytest.mark.parametrize("denominator", [0.0, -5.0, 1.0, 1e12])
def test_a_scale_that_no_page_can_have_is_brought_within_what_it_can(shown, denominator):
    view = view_of(shown.viewport, Box(0, 0, 900, 500), denominator)
    assert 199 <= view.metres_per_px / METRES_PER_PX_AT_1 <= 5_000_001


def test_a_page_is_drawn_whole_with_paper_about_the_map(shown):
    made = page(shown, Layout(), WORDS)
    image = pixels(pictures.picture(made, 1.0, Progress()))
    assert image.shape[:2] == (round(made.height), round(made.width))
    margin = int(made.frame.x) - 2
    assert (image[:, :margin] == 255).all()
    assert (image[-margin:] == 255).all()
    inside = image[int(made.frame.y) + 2 :, margin + 4 :]
    assert (inside[: int(made.frame.height) - 4, : int(made.frame.width) - 4] == 255).mean() < 0.5


def test_work_that_is_not_wanted_stops(shown, tmp_path):
    progress = Progress(lambda share: progress.cancel())
    with pytest.raises(CancelledError):
        pictures.write_png(bare(shown), tmp_path / "map.png", 4.0, progress)


def test_progress_tells_shares_that_rise_to_one(shown):
    told: list[float] = []
    pictures.picture(bare(shown), 5.0, Progress(told.append))
    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize("rows", [3, 5])
def test_a_png_of_another_height_than_told_is_an_error(tmp_path, rows):
    made = np.zeros((rows, 2, 3), np.uint8)
    with (
        (tmp_path / "a.png").open("wb") as file,
        pytest.raises(ValueError, match="rows"),
        PngWriter(file, 2, 4, dpi=96, texts={}) as out,
    ):
        out.rows(made)
