"""Every state, kind, act, refusal and reason as a person reads it; codes in, translated text out.

The tables hold the Chinese source texts for lupdate; an unknown code is shown as it is.
"""

from widgets.words.acts import ACTS, REFUSALS, act, refusal
from widgets.words.codes import CODES, grade, word
from widgets.words.colouring import CLASSINGS, MEASURES, RAMPS, Table
from widgets.words.reasons import REASONS, SHORTFALLS, reason, shortfall
from widgets.words.refused import INPUT, POSITIONS, refused
from widgets.words.said import QT_TRANSLATE_NOOP, said
from widgets.words.settings import SETTINGS, setting
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
    "CLASSINGS",
    "CODES",
    "INPUT",
    "LAYERS",
    "MEASURES",
    "NUMERALS",
    "POSITIONS",
    "QT_TRANSLATE_NOOP",
    "RAMPS",
    "REASONS",
    "REFUSALS",
    "SETTINGS",
    "SHAPES",
    "SHORTFALLS",
    "SOURCES",
    "STATES",
    "Table",
    "act",
    "boundary",
    "grade",
    "layer",
    "reason",
    "refusal",
    "refused",
    "said",
    "setting",
    "shortfall",
    "source",
    "source_state",
    "word",
]
