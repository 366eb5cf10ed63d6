"""Makes a file of objects off the GUI thread; what leaves is noted before it stands there."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.clock import Clock
from app.desk import Desk
from maps.objects.files import WRITERS
from maps.objects.layers import Layer, layers
from maps.objects.scope import Scope, Source, TooManyError
from maps.printing.files import beside, digest, publish
from maps.printing.progress import Progress
from widgets.export.job import FailedError
from widgets.export.making import Made, note, proof


@dataclass(frozen=True, slots=True)
class ObjectsWish:
    """Which objects, of which layers, in which format; `title`: what the file says of itself."""

    scope: Scope
    wanted: frozenset[str]
    form: str
    title: str = ""


def make_objects(
    desk: Desk, clock: Clock, source: Source, wish: ObjectsWish, target: Path, work: Progress
) -> Made:
    """The file of a wish. OSError, FailedError, CancelledError: nothing was written."""
    found = _layers(source, wish, work)
    with beside(target) as made:
        WRITERS[wish.form](made, found, {"title": wish.title, "proof": proof(desk, clock)})
        work.check()
        hashed = digest(made)
        counts = {layer.name: len(layer.rows) for layer in found}
        entry = note(
            desk, kind="objects", form=wish.form, file=target.name, sha256=hashed, counts=counts
        )
        publish(made, target)
    return Made(target, hashed, entry)


def _layers(source: Source, wish: ObjectsWish, work: Progress) -> list[Layer]:
    found: list[Layer] = []
    try:
        for layer in layers(source, wish.scope, wish.wanted):
            found.append(layer)
            work.at(len(found) / (len(wish.wanted) + 1))
    except TooManyError as error:
        said = QCoreApplication.translate("export", "行政区有 %1 个，太多：请放大或去掉这一层")
        raise FailedError(said.replace("%1", str(error.args[0]))) from error
    if not found:
        raise FailedError(QCoreApplication.translate("export", "没有可导出的对象"))
    return found
