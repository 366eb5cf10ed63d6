"""The named scenes look as they did when somebody last looked; --update-baselines renews them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from tests.journeys.pictures import hold
from widgets import application, theme
from widgets.scenes import LAPTOP, SCENES, WIDE
from widgets.shot import opened, picture

BASELINES = Path(__file__).parents[1] / "baselines"
PICTURES = (
    *((name, "night", WIDE) for name in ("overview", "grids", "dispatch")),
    *(
        (name, "night", LAPTOP)
        for name in (
            "district", "town", "case-detail", "plants", "alarm-flood", "laptop", "empty-desk",
        )
    ),
    *((name, "day", LAPTOP) for name in ("laptop", "dispatch")),
)  # fmt: skip
"""Every scene that was asked for, both sizes, both themes: few enough to be looked at."""


@pytest.fixture
def looks(qapp):
    """Pictures of both themes and languages; afterwards everything is as it was."""
    yield
    app = QApplication.instance()
    theme.apply(app, "night")
    application.speak(app, "zh")


@pytest.mark.parametrize(("scene", "theme_name", "size"), PICTURES)
def test_a_scene_looks_as_it_did(
    qtbot, looks, hierarchy, tmp_path, request, scene, theme_name, size
):
    app = QApplication.instance()
    theme.apply(app, theme_name)
    application.speak(app, SCENES[scene].language)
    with opened(SCENES[scene], hierarchy, size) as window:
        image = picture(window, SCENES[scene])
    hold(
        f"{scene}-{theme_name}-{size[0]}x{size[1]}",
        image,
        BASELINES,
        tmp_path,
        update=request.config.getoption("--update-baselines"),
    )


@pytest.fixture
def drawing(qapp):
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#23272B"))
    return image


def test_one_changed_pixel_is_found_named_and_drawn(drawing, tmp_path):
    hold("a", drawing, tmp_path / "known", tmp_path / "out", update=True)
    hold("a", drawing, tmp_path / "known", tmp_path / "out")
    drawing.setPixelColor(17, 5, QColor("#23272C"))
    with pytest.raises(AssertionError, match=r"a: 1 pixels differ, all within 1x1 at \(17, 5\)"):
        hold("a", drawing, tmp_path / "known", tmp_path / "out")
    marked = QImage(str(tmp_path / "out" / "a-difference.png"))
    assert marked.pixelColor(17, 5) == QColor("red")
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        "a-actual.png", "a-difference.png", "a-expected.png",
    ]  # fmt: skip


def test_a_picture_of_another_size_is_told_so(drawing, tmp_path):
    hold("a", drawing, tmp_path, tmp_path, update=True)
    with pytest.raises(AssertionError, match="a is 30x40, its baseline 60x40"):
        hold("a", drawing.copy(0, 0, 30, 40), tmp_path, tmp_path)


def test_a_missing_baseline_is_a_failure(drawing, tmp_path):
    with pytest.raises(AssertionError, match="is not there"):
        hold("a", drawing, tmp_path, tmp_path)
