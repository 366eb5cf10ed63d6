"""Every reason why what a terminal, receiver or document said is refused, in its countable form.

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

LINKS: tuple[str, ...] = (
    "no 5B delimiter",
    "no closing 5D",
    "bad escape after 5A or 5E",
)
"""Bytes that are no JT/T 809 frame."""

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
    "terminal not admitted",
    "terminal refused",
    "terminal suspended",
    "another device under this number",
    "quarantine full, the oldest dropped",
    "too many registrations",
    "too many connections",
    "too many connections of one host",
    "host not allowed",
    "too fast",
    "nothing said",
    "replies not read",
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

SHORT: tuple[str, ...] = (
    "binary length out of range",
    "no known tag of a binary frame",
    "content too short",
    "content is cut",
    "content is not hexadecimal",
    "content has half a byte",
    "content is not GBK text",
    "the receiver says that it came damaged",
    "card number is not digits",
    "field is empty",
    "field is not ASCII",
    "field is not a count",
    "field is not a number",
    "field is not hhmm",
    "field is not mmss",
    "field is none of its values",
    "beam count overruns its fields",
    "hemisphere is not a letter",
    "position is not degrees, minutes and seconds",
    "height has no sign",
)
"""Short messages that are not what they should be."""

DOCUMENTS: tuple[str, ...] = (
    "file is too large",
    "text is in an unknown encoding",
    "XML is not well formed",
    "XML has a DOCTYPE",
    "XML is nested too deeply",
    "XML has too many elements",
    "JSON is not well formed",
    "JSON is nested too deeply",
    "JSON is not an object",
    "JSON of no known class",
    "document is no GPX",
    "document is no CAP alert",
    "element is missing",
    "event has no point",
    "polygon is not closed",
    "reference is not sender, identifier and time",
    "update or cancel without a reference",
    "time is not ISO 8601",
    "time has no zone",
    "datum is not CGCS2000",
    "no columns of longitude and latitude",
    "row cannot be read",
    "row has more cells than the head",
    "not a feature or geometry",
)
"""Documents, and rows and objects in them, that are not what they should be."""

REASONS: tuple[str, ...] = (
    *FRAMES,
    *LINKS,
    *BODIES,
    *SESSIONS,
    *LINES,
    *FIELDS,
    *SHORT,
    *DOCUMENTS,
)
