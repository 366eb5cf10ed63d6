"""The lights of terminals: a shape and a colour for each way that one can stand with us."""

from app.model import TerminalState
from widgets.parts.short_marks import Mark

_DIAMOND = ((0.5, 0.04), (0.96, 0.5), (0.5, 0.96), (0.04, 0.5))
_SQUARE = ((0.15, 0.15), (0.85, 0.15), (0.85, 0.85), (0.15, 0.85))
_SWAP = ((0.04, 0.5), (0.4, 0.1), (0.4, 0.35), (0.96, 0.35), (0.96, 0.65), (0.4, 0.65), (0.4, 0.9))
_CROSS = (
    *((0.1, 0.25), (0.25, 0.1), (0.5, 0.35), (0.75, 0.1), (0.9, 0.25), (0.65, 0.5)),
    *((0.9, 0.75), (0.75, 0.9), (0.5, 0.65), (0.25, 0.9), (0.1, 0.75), (0.35, 0.5)),
)

REPLACED = Mark(_SWAP, "grade2")
STATES: dict[TerminalState, Mark] = {
    TerminalState.ADMITTED: Mark((), "calm"),
    TerminalState.WAITING: Mark(_DIAMOND, "grade2"),
    TerminalState.REFUSED: Mark(_CROSS, "done"),
    TerminalState.SUSPENDED: Mark(_SQUARE, "dim", filled=False),
}
