"""Every reason why what a terminal or a receiver said is refused, in its countable form.

What varies (lengths, values) stands behind a colon and is cut off by `sources.reason_of`. The
words that people read are in `widgets.words`; `main.py decode` prints these.
"""

from app.ingest.nmea_sentence import MAX_LINE
from app.ingest.nmea_tables import MODES

FRAMES: tuple[str, ...] = (
    "no 7E delimiter",
    "no closing 7E",
    "bad escape after 7D",
    "frame too short",
    "checksum mismatch",
    "length mismatch",
    "packet number out of range",
    "not whole hexadecimal bytes",
)
"""Bytes that are no JT/T 808 frame."""

BODIES: tuple[str, ...] = (
    "body is encrypted",
    "body too short",
    "location too short",
    "latitude out of range",
    "longitude out of range",
    "not a time",
    "batch too short",
    "batch item overruns",
    "batch count mismatch",
    "batch has trailing bytes",
    "registration too short",
    "authentication is empty",
    "authentication code overruns its body",
)
"""Sound frames whose body is not."""

SESSIONS: tuple[str, ...] = (
    "not a terminal's message",
    "not authenticated",
    "wrong authentication code",
    "registration refused",
    "too many registrations",
    "too many connections",
    "no known format",
)
"""Sound messages of somebody who may not say them, and peers that are not let in."""

LINES: tuple[str, ...] = (
    "does not begin with $ or !",
    f"longer than {MAX_LINE} bytes",
    "checksum missing",
    "checksum is not two hexadecimal digits",
    "no sentence address",
    "not ASCII",
    "too few fields",
)
"""Lines that are no NMEA 0183 sentence."""

FIELDS: tuple[str, ...] = (
    "speed is not a number",
    "speed is negative",
    "course is not a number",
    "course out of range",
    "altitude is not a number",
    "altitude is not in metres",
    "pdop is not a number",
    "hdop is not a number",
    "vdop is not a number",
    "satellites is not a count",
    "satellite is not a count",
    "satellite list is cut",
    "parts is not a count",
    "part is not a count",
    "part out of range",
    "in view is not a count",
    "time is not hhmmss",
    "time out of range",
    "date is not ddmmyy",
    "date is not a count",
    "date out of range",
    "date before the GPS epoch",
    "a fix without a position",
    "position is incomplete",
    "latitude is not degrees and minutes",
    "longitude is not degrees and minutes",
    "latitude has 60 minutes or more",
    "longitude has 60 minutes or more",
    "hemisphere is not N or S",
    "hemisphere is not E or W",
    "status is not one of AV",
    "quality is not one of 012345678",
    "selection is not one of MA",
    "dimension is not one of 123",
    f"mode is not one of {MODES}",
    f"mode is not of {MODES}",
)
"""Sentences with a field that cannot be what it should be."""

REASONS: tuple[str, ...] = (*FRAMES, *BODIES, *SESSIONS, *LINES, *FIELDS)
