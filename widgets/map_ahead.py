"""Which picture is prepared for a view: larger than it, and ahead of it where a hand moves it."""

from dataclasses import replace

from maps.viewport import Viewport

LEAST_MARGIN = 96
STILL_MARGIN = LEAST_MARGIN // 3 + 2
"""For a map that nobody moves: the least that still is good."""

_MARGIN_PARTS = 8  # a picture is larger than the view by an eighth on every side
_AHEAD_STEPS = 10  # steps of the hand that pass until a picture is there
_AHEAD_SHARE = 0.7


def viewport_of(view: Viewport, dpr: float, *, margin: int | None = None) -> Viewport:
    """The picture to prepare for a view: with margins, in device pixels."""
    usual = (max(s // _MARGIN_PARTS, LEAST_MARGIN) for s in (view.width, view.height))
    grown = view.grown(*(usual if margin is None else (margin, margin)))
    return replace(
        grown,
        metres_per_px=grown.metres_per_px / dpr,
        width=round(grown.width * dpr),
        height=round(grown.height * dpr),
    )


def lead_px(before: Viewport, now: Viewport) -> tuple[float, float]:
    """How far to the right and down the view went over its ground; nothing where it zoomed."""
    if not before.aligned(now):
        return 0.0, 0.0
    x, y = before.pixel(now.x, now.y)
    return x - before.width / 2, y - before.height / 2


def ahead(viewport: Viewport, lead: tuple[float, float], dpr: float) -> Viewport:
    """The picture moved on in the way the view goes, by as many pixels as keep the view in it."""
    right, down = (
        min(max(_AHEAD_STEPS * step * dpr, -most), most)
        for step, most in zip(lead, _most_ahead(viewport), strict=True)
    )
    at = viewport.to_map(viewport.width / 2 + round(right), viewport.height / 2 + round(down))
    return viewport.centred(*at)


def _most_ahead(viewport: Viewport) -> tuple[float, float]:
    """Of a margin the larger part: what is left lies behind, for a hand that turns back."""
    parts = _MARGIN_PARTS + 2  # the picture is so many parts, of which one is a margin
    return viewport.width / parts * _AHEAD_SHARE, viewport.height / parts * _AHEAD_SHARE
