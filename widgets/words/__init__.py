"""Every state, kind, act, refusal and reason as a person reads it; codes in, translated text out.

The tables hold the Chinese source texts for lupdate; an unknown code is shown as it is.
"""

from widgets.words.acts import ACTS, REFUSALS, act, refusal
from widgets.words.codes import CODES, grade, word
from widgets.words.reasons import REASONS, SHORTFALLS, reason, shortfall
from widgets.words.refused import INPUT, POSITIONS, refused
from widgets.words.said import QT_TRANSLATE_NOOP
from widgets.words.states import NUMERALS, SHAPES, STATES
from widgets.words.surroundings import (
    BOUNDARIES,
    LAYERS,
    SOURCES,
    boundary,
    layer,
    source,
    source_state,
)

__all__ = [
    "ACTS",
    "BOUNDARIES",
    "CODES",
    "INPUT",
    "LAYERS",
    "NUMERALS",
    "POSITIONS",
    "QT_TRANSLATE_NOOP",
    "REASONS",
    "REFUSALS",
    "SHAPES",
    "SHORTFALLS",
    "SOURCES",
    "STATES",
    "act",
    "boundary",
    "grade",
    "layer",
    "reason",
    "refusal",
    "refused",
    "shortfall",
    "source",
    "source_state",
    "word",
]
