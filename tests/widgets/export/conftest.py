"""A dialog's surroundings: a desk, a map with something on it, dialogs that are closed again."""

import pytest

from maps.printing.papers import Words
from tests.maps.printing.conftest import shown
from widgets.export.dialog import ExportDialog

__all__ = ["shown"]

ABOUT = Words(title="永川区态势图", subtitle="2025 年区划 · 张三")


@pytest.fixture
def dialog(qtbot, desk, clock, shown):
    made = ExportDialog(shown, ABOUT, desk, clock, output="page_pdf")
    qtbot.addWidget(made, before_close_func=lambda d: d.done(0))
    made.show()
    return made


@pytest.fixture
def finish(qtbot):
    """Wait until what a dialog began has ended."""

    def wait(made) -> None:
        qtbot.waitUntil(lambda: not made.running.busy, timeout=30_000)

    return wait
