"""What is measured of the console in a run of `bench ingest --only path`, and its rows."""

import os
import time
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer

from app.machine import busy_s, cpu_by_thread, resident_mb
from maps.benches.timing import Row, figures

BEAT_S = 0.005
MEMORY_EVERY_MS = 60_000


class Meter(QObject):
    """Runs on the GUI thread from `begin` to `end`: a heartbeat, memory, CPU by thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._late_ms: list[float] = []
        self._memory_mb: list[float] = []
        self._beat = self._timer(round(BEAT_S * 1000), self._note_beat)
        self._look = self._timer(MEMORY_EVERY_MS, self._note_memory)
        self._last = self._begun = self._took_s = 0.0
        self._cpu: dict[str, float] = {}
        self._busy_s = 0.0

    def begin(self) -> None:
        self._note_memory()
        self._cpu, self._busy_s = cpu_by_thread(), busy_s()
        self._last = self._begun = time.perf_counter()
        self._beat.start()
        self._look.start()

    def end(self) -> None:
        self._beat.stop()
        self._look.stop()
        self._took_s = time.perf_counter() - self._begun
        spent = cpu_by_thread()
        self._cpu = {name: spent[name] - self._cpu.get(name, 0.0) for name in sorted(spent)}
        self._busy_s = busy_s() - self._busy_s
        self._note_memory()

    def rows(self, frames: int, crowd_s: float) -> list[Row]:
        """`frames` that were heard meanwhile; `crowd_s`: CPU of the process that said them."""
        ours_s = sum(self._cpu.values())
        a_frame = {name: _us(spent / frames) for name, spent in self._cpu.items()}
        return [
            _row("lateness of a 5 ms heartbeat", "ms", len(self._late_ms), figures(self._late_ms)),
            _row("CPU of a frame", "us", frames, {"console": _us(ours_s / frames)})
            | {"threads": {name: us for name, us in a_frame.items() if us >= 0.1}}
            | {"crowd": _us(crowd_s / frames)},
            _row("memory, each minute", "MB", len(self._memory_mb), {})
            | {"each": [round(mb) for mb in self._memory_mb]},
            _row("processors busy", "processors", os.cpu_count() or 1, {})
            | self._shares({"console": ours_s, "crowd": crowd_s}),
        ]

    def _shares(self, spent: Mapping[str, float]) -> dict[str, Any]:
        """How many processors each kept busy, and all the others of the machine."""
        told = {name: round(seconds / self._took_s, 2) for name, seconds in spent.items()}
        others = self._busy_s - sum(spent.values())
        told["others"] = round(max(others, 0.0) / self._took_s, 2)
        return told | {"load": [round(load, 1) for load in os.getloadavg()]}

    def _note_beat(self) -> None:
        now = time.perf_counter()
        self._late_ms.append(max(0.0, now - self._last - BEAT_S) * 1000)
        self._last = now

    def _note_memory(self) -> None:
        self._memory_mb.append(resident_mb())

    def _timer(self, interval_ms: int, slot: Any) -> QTimer:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer


def _row(work: str, unit: str, n: int, told: Mapping[str, float]) -> Row:
    return {"work": f"path: {work}", "unit": unit, "n": n} | dict(told)


def _us(seconds: float) -> float:
    return round(seconds * 1e6, 1)
