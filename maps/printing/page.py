"""A page with layout: title, the map at its scale, and at the foot what proves it."""

import math
from dataclasses import replace

from maps.labels import Box
from maps.printing import strip
from maps.printing.ink import Shapes
from maps.printing.papers import LEAST_DENOMINATOR, MOST_DENOMINATOR, Layout, Words
from maps.printing.sheet import Line, Sheet
from maps.printing.shown import Shown
from maps.style import STYLES
from maps.viewport import METRES_PER_PX_AT_1, Viewport

TITLE, TEXT, SMALL = 22, 12, 11
_TITLE_HIGH, _TEXT_HIGH, _FOOT_HIGH, _GAP = 32.0, 18.0, 16.0, 6.0


def page(shown: Shown, layout: Layout, words: Words) -> Sheet:
    """The page of a layout. KeyError for a paper or a theme that is not known."""
    width, height = layout.size_px
    margin = layout.margin_px
    head = _TITLE_HIGH + (_TEXT_HIGH if words.subtitle else 0) + _GAP
    foot = _FOOT_HIGH + _GAP
    room = Box(margin, margin + head, width - 2 * margin, height - 2 * margin - head - foot)
    printed = _printed(shown, layout)
    frame, below = _parts(printed, layout, room)
    view = view_of(shown.viewport, frame, layout.denominator)
    return Sheet(
        width=width,
        height=height,
        frame=frame,
        shown=printed.at(view),
        pieces=_pieces(layout),
        lines=_lines(words, view, Box(margin, margin, room.width, height - 2 * margin)),
        legend=below,
        framed=True,
    )


def _printed(shown: Shown, layout: Layout) -> Shown:
    """The map in the colours and with the layers of the page."""
    ruled = layout.graticule or "graticule" not in shown.stack.hidden
    stack = shown.stack.showing("graticule", ruled).showing("legend", layout.legend)
    return replace(shown, style=STYLES[layout.theme], stack=stack)


def _parts(shown: Shown, layout: Layout, room: Box) -> tuple[Box, Box | None]:
    """Where the map lies and where its legend, which tells of what is seen in that frame."""
    frame, high = _frame(room, 0), 0.0
    symbols = Shapes(shown.style)
    for _ in range(2):
        view = view_of(shown.viewport, frame, layout.denominator)
        high = max(high, strip.height(strip.rows_of(shown.at(view), symbols), room.width))
        frame = _frame(room, high + _GAP if high else 0)
    below = frame.y + frame.height + _GAP
    return frame, Box(frame.x, below, frame.width, high) if high else None


def _frame(room: Box, less: float) -> Box:
    return Box(room.x, room.y, math.floor(room.width), max(math.floor(room.height - less), 1))


def view_of(view: Viewport, frame: Box, denominator: float | None) -> Viewport:
    """What was in view, in a frame: at a scale, or as large as all of it fits."""
    width, height = int(frame.width), int(frame.height)
    if denominator is None:
        across, down = view.width / width, view.height / height
        scale = _round_up(view.metres_per_px * max(across, down) / METRES_PER_PX_AT_1)
        scale *= METRES_PER_PX_AT_1
    else:
        scale = min(max(denominator, LEAST_DENOMINATOR), MOST_DENOMINATOR) * METRES_PER_PX_AT_1
    return view.resized(width, height).scaled_to(scale).snapped()


def _round_up(denominator: float) -> float:
    """To the next number of two figures: 1:450,000 is read, 1:448,585 is not."""
    step = 10.0 ** (math.floor(math.log10(denominator)) - 1)
    return math.ceil(denominator / step - 1e-9) * step


def scale_text(view: Viewport) -> str:
    """1:50 000, with narrow gaps between thousands."""
    return f"1:{round(view.scale_denominator):,}".replace(",", "\u00a0")


def _pieces(layout: Layout) -> frozenset[str]:
    wanted = {"scale": layout.scale_bar, "north": layout.north}
    return frozenset(name for name, there in wanted.items() if there)


def _lines(words: Words, view: Viewport, room: Box) -> tuple[Line, ...]:
    foot = room.y + room.height - _FOOT_HIGH
    scale = f"{scale_text(view)} · CGCS2000"
    found = [Line(words.title, Box(room.x, room.y, room.width, _TITLE_HIGH), TITLE)]
    if words.subtitle:
        under = Box(room.x, room.y + _TITLE_HIGH, room.width, _TEXT_HIGH)
        found.append(Line(words.subtitle, under, TEXT, faint=True))
    split = room.width * 0.74
    found.append(Line(words.proof, Box(room.x, foot, split, _FOOT_HIGH), SMALL, faint=True))
    rest = Box(room.x + split, foot, room.width - split, _FOOT_HIGH)
    found.append(Line(scale, rest, SMALL, right=True))
    return tuple(found)
