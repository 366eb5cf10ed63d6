"""The other side of `bench map --peer qgis`: run by the system's Python, knows QGIS and not us.

Reads one JSON order a line, does it with the public interface of QGIS, and answers one JSON line.
The data lie in the GeoPackages of the folder that is its argument.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from qgis import core  # type: ignore[import-not-found]
from qgis.PyQt.QtCore import QSize  # type: ignore[import-not-found]
from qgis.PyQt.QtGui import QColor, QImage, QPainter  # type: ignore[import-not-found]

Order = dict[str, Any]


class Peer:
    """Keeps the layers it has opened; an order is a method's name and its arguments."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._layers: dict[str, Any] = {}
        self._jobs: dict[str, Callable[[Any], Any]] = {
            "parallel": _parallel,
            "painter": _painter,
            "cached": self._cached,
        }
        self._cache = core.QgsMapRendererCache()
        self._turn = 0

    def version(self) -> str:
        return str(core.Qgis.QGIS_VERSION)

    def frames(self, *, scene: Order, job: str, views: list[list[float]]) -> list[list[float]]:
        """Wall and CPU milliseconds of each view, drawn from what is on disk."""
        settings = self._settings(scene)
        return [_timed(partial(self._drawn, settings, job, view)) for view in views]

    def picture(self, *, scene: Order, view: list[float], out: str) -> bool:
        """One view as a PNG, to see that both sides draw the same."""
        return bool(self._drawn(self._settings(scene), "painter", view).save(out))

    def restyle(
        self, *, scene: Order, job: str, view: list[float], units: list[int], written: bool
    ) -> list[float]:
        """Other classes for these units and the view drawn; without the writing where not asked."""
        settings = self._settings(scene)
        layer = self._layer(scene["fill"], scene)
        self._turn += 1
        field = layer.fields().indexOf("class")
        values = {unit + 1: {field: (unit + self._turn) % 5} for unit in units}
        if not written:
            layer.dataProvider().changeAttributeValues(values)

        def work() -> None:
            if written:
                layer.dataProvider().changeAttributeValues(values)
            layer.triggerRepaint()
            self._drawn(settings, job, view)

        return _timed(work)

    def hits(self, *, layer: str, points: list[list[float]], reach: float) -> list[list[float]]:
        """Milliseconds for the feature under each point; `reach` in metres makes it a rectangle."""
        source = self._open(layer)
        took = []
        for x, y in points:
            box = core.QgsRectangle(x - reach, y - reach, x + reach, y + reach)
            request = core.QgsFeatureRequest(box).setFlags(core.QgsFeatureRequest.ExactIntersect)
            took.append(_timed(lambda: next(source.getFeatures(request), None)))  # noqa: B023
        return took

    def spent(self) -> float:
        """CPU milliseconds of this process so far."""
        return time.process_time() * 1000

    def memory(self) -> float:
        """The most that this process has held, in megabytes (proc(5), not what was forked)."""
        status = Path("/proc/self/status").read_text().split("VmHWM:")[1]
        return int(status.split()[0]) / 1024

    def _open(self, name: str) -> Any:
        path = f"{self._folder / name}.gpkg"
        if name not in self._layers:
            layer = self._layers[name] = core.QgsVectorLayer(path, name, "ogr")
            if not layer.isValid():
                raise OSError(f"QGIS cannot open {path}")
            method = core.QgsVectorSimplifyMethod()
            method.setSimplifyHints(core.QgsVectorSimplifyMethod.GeometrySimplification)
            layer.setSimplifyMethod(method)
        return self._layers[name]

    def _layer(self, name: str, scene: Order) -> Any:
        """A layer in the look of the scene; made anew only where that look is another."""
        layer = self._open(name)
        look = json.dumps([scene[key] for key in ("fill", "classes", "outlines", "points")])
        if layer.customProperty("look") != look:
            layer.setCustomProperty("look", look)
            layer.setRenderer(_renderer(name, scene))
        return layer

    def _settings(self, scene: Order) -> Any:
        names = [name for name in (scene["points"], *scene["outlines"]) if name]
        if scene["fill"] not in names:
            names.append(scene["fill"])
        layers = [self._layer(name, scene) for name in names]
        settings = core.QgsMapSettings()
        settings.setLayers(layers)
        settings.setOutputSize(QSize(*scene["size"]))
        settings.setOutputDpi(96)
        settings.setDestinationCrs(layers[-1].crs())
        settings.setBackgroundColor(QColor(*scene["ground"]))
        for flag in (
            core.QgsMapSettings.Antialiasing,
            core.QgsMapSettings.UseRenderingOptimization,
        ):
            settings.setFlag(flag, True)
        settings.setFlag(core.QgsMapSettings.DrawLabeling, False)
        return settings

    def _drawn(self, settings: Any, job: str, view: list[float]) -> Any:
        settings.setExtent(core.QgsRectangle(*view))
        return self._jobs[job](settings)

    def _cached(self, settings: Any) -> Any:
        """In parallel, with what QGIS keeps of layers that did not change."""
        return _parallel(settings, self._cache)


def _parallel(settings: Any, cache: Any = None) -> Any:
    job = core.QgsMapRendererParallelJob(settings)
    if cache is not None:
        job.setCache(cache)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def _painter(settings: Any) -> Any:
    image = QImage(settings.outputSize(), QImage.Format_RGB32)
    image.fill(settings.backgroundColor())
    painter = QPainter(image)
    job = core.QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    painter.end()
    return image


def _renderer(name: str, scene: Order) -> Any:
    """Points as plain circles, the level in classes, the levels above as outlines alone."""
    if name == scene["points"]:
        return core.QgsSingleSymbolRenderer(core.QgsMarkerSymbol.createSimple(scene["circle"]))
    if name != scene["fill"]:
        return core.QgsSingleSymbolRenderer(
            core.QgsFillSymbol.createSimple(scene["outlines"][name])
        )
    rows = [
        core.QgsRendererCategory(value, core.QgsFillSymbol.createSimple(look), "")
        for value, look in enumerate(scene["classes"])
    ]
    return core.QgsCategorizedSymbolRenderer("class", rows)


def _timed(work: Callable[[], object]) -> list[float]:
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    took = time.perf_counter() - wall
    return [took * 1000, (time.process_time() - cpu) * 1000]


def main(folder: Path) -> None:
    """Answer orders until there are no more."""
    app = core.QgsApplication([], False)
    app.initQgis()
    peer = Peer(folder)
    for line in sys.stdin:
        order = json.loads(line)
        answer = getattr(peer, order.pop("do"))(**order)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    peer = None  # type: ignore[assignment]  # its layers go before QGIS does
    app.exitQgis()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
