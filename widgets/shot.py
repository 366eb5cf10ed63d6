"""Pictures of the scenes: frozen clock, seeded desk in a passing folder, same bytes every time."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QDialog

from app import paths
from app.demo.roster import spots
from app.demo.scene import SCENE_TIME, SceneClock, seed_desk
from app.desk import Desk
from app.model import Officer, Role
from maps.hierarchy import Hierarchy, open_hierarchy
from widgets import application, theme
from widgets.map_view import MapView
from widgets.scenes import SCENES, Scene
from widgets.short_line import codes_of
from widgets.window import Window
from widgets.wiring import open_window

OFFICER = Officer(
    id="duty", name="张三", roles=frozenset(Role) - {Role.SYSTEM, Role.HANDLER}, centre="500000"
)


def names() -> tuple[str, ...]:
    """The scenes there are."""
    return tuple(SCENES)


def write(
    name: str,
    out: Path,
    *,
    theme_name: str = "night",
    size: tuple[int, int] | None = None,
    language: str = "",
) -> None:
    """Draw a scene and write it as PNG. OSError where the file cannot be written.

    `language` "" is the scene's own.
    """
    scene = SCENES[name]
    if not out.parent.is_dir():
        raise OSError(f"{out.parent}: no such folder")
    application.hush()
    application.start(theme_name=theme_name, language=language or scene.language, still=True)
    hierarchy = open_hierarchy(cache=paths.cache_folder(), today=SCENE_TIME.date())
    with opened(scene, hierarchy, size or scene.size) as window:
        image = picture(window, scene)
    writer = QImageWriter(str(out), QByteArray(b"png"))
    if not writer.write(image):
        raise OSError(f"{out}: {writer.errorString()}")


@contextmanager
def opened(scene: Scene, hierarchy: Hierarchy, size: tuple[int, int]) -> Iterator[Window]:
    """The scene's window, played and settled, as long as it is wanted."""
    clock = SceneClock()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.current().name)  # a scene before may have left a laptop's sizes
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="yutu-scene-")))
        desk = Desk(
            folder,
            hierarchy.locate,
            clock=clock,
            officer=OFFICER,
            edition=hierarchy.edition,
            codes=codes_of(hierarchy),
        )
        stack.callback(desk.close)
        towns = spots(hierarchy.children, hierarchy.centre)
        seed_desk(desk, clock, towns, variant=scene.variant)
        window = open_window(desk, hierarchy, clock=clock, demo=True)
        stack.callback(take_down, window)
        window.listen_to(tuple, simulated=True)
        window.resize(*size)
        window.show()
        settle(window)
        scene.play(window)
        settle(window)
        yield window


def take_down(window: Window) -> None:
    """Close and delete: a window that stayed would be dressed again with every later scene."""
    window.close_down()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(window: Window) -> None:
    """Until all questions are answered and every map stands sharp."""
    window.bridge.settle()
    window.show_time()
    window.bridge.settle()
    for the_map in _maps(window):
        the_map.render_sync()


def _maps(window: Window) -> list[MapView]:
    """The first map, and those of other windows that are open."""
    return [the_map for the_map in window.findChildren(MapView) if the_map.isVisible()]


def picture(window: Window, scene: Scene | None = None) -> QImage:
    """What is on the screen; a dialog lies over the middle of the window, another window lower."""
    other = scene.shown(window) if scene is not None else None
    if other is not None and scene is not None and scene.alone:
        return other.grab().toImage()
    image = window.grab().toImage()
    if other is not None:
        over = other.grab().toImage()
        low = QPoint(image.width() - over.width() - 24, image.height() - over.height() - 40)
        _lay_over(image, over, low)
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        over = dialog.grab().toImage()
        at = QPoint((image.width() - over.width()) // 2, (image.height() - over.height()) // 3)
        _lay_over(image, over, at)
        dialog.close()
    return image


def _lay_over(image: QImage, over: QImage, at: QPoint) -> None:
    painter = QPainter(image)
    painter.drawImage(at, over)
    painter.setPen(theme.current().colour("focus"))
    painter.drawRect(QRect(at, over.size()).adjusted(-1, -1, 0, 0))
    painter.end()
