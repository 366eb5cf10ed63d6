"""A time axis for spans of minutes to months: Beijing time, a step that people count in."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pyqtgraph as pg
from typing_extensions import override

from widgets import formats

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
STEPS_S = (
    *(10, 30),
    *(minutes * _MINUTE for minutes in (1, 2, 5, 10, 15, 30)),
    *(hours * _HOUR for hours in (1, 2, 3, 6, 12)),
    *(days * _DAY for days in (1, 2, 7, 14, 28)),
)
LABEL_PX = 64
_OFFSET_S = 8 * _HOUR


def step_s(span_s: float, width_px: float) -> int:
    """Seconds between two labels, so that no two of them touch."""
    most = max(1.0, width_px / LABEL_PX)
    return next((step for step in STEPS_S if span_s / step <= most), STEPS_S[-1])


def label(seconds: float, step: float) -> str:
    """08:00, 08:00:30 below a minute, 11-23 where a day begins."""
    at = formats.local(datetime.fromtimestamp(seconds, UTC))
    if (at.hour, at.minute, at.second) == (0, 0, 0):
        return f"{at:%m-%d}"
    return f"{at:%H:%M:%S}" if step < _MINUTE else f"{at:%H:%M}"


class FineTimeAxis(pg.AxisItem):  # type: ignore[misc]
    """Labels on round times of Beijing."""

    @override
    def tickValues(
        self, minVal: float, maxVal: float, size: float
    ) -> list[tuple[int, list[float]]]:
        step = step_s(maxVal - minVal, size)
        first = -((-(int(minVal) + _OFFSET_S)) // step) * step - _OFFSET_S
        return [(step, [float(at) for at in range(first, int(maxVal) + 1, step)])]

    @override
    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [label(value, spacing) for value in values]
