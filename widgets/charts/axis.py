"""The time axis of a chart: Beijing hours, the date where a day begins; seconds since 1970 in."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pyqtgraph as pg
from typing_extensions import override

from widgets import formats

_HOUR_S = 3600
STEPS_H = (1, 2, 3, 6, 12)
LABEL_PX = 52
"""Room that a label and the gap beside it need."""


def step_s(span_s: float, width_px: float) -> int:
    """Seconds between two labels, so that no two of them touch."""
    most = max(1, int(width_px // LABEL_PX))
    return next(
        (hours * _HOUR_S for hours in STEPS_H if span_s / (hours * _HOUR_S) <= most),
        24 * _HOUR_S,
    )


def label(seconds: float) -> str:
    """08:00; 11-23 at midnight."""
    at = formats.local(datetime.fromtimestamp(seconds, UTC))
    return f"{at:%m-%d}" if at.hour == 0 and at.minute == 0 else f"{at:%H:%M}"


class TimeAxis(pg.AxisItem):  # type: ignore[misc]
    """Labels on full hours of Beijing, whose offset is a whole number of hours."""

    @override
    def tickValues(
        self, minVal: float, maxVal: float, size: float
    ) -> list[tuple[int, list[float]]]:
        step = step_s(maxVal - minVal, size)
        offset = 8 * _HOUR_S
        first = -((-(int(minVal) + offset)) // step) * step - offset
        return [(step, [float(at) for at in range(first, int(maxVal) + 1, step)])]

    @override
    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [label(value) for value in values]
