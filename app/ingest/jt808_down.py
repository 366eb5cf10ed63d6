"""What the platform says to terminals of its own accord in JT/T 808: text, questions, tracking."""

from struct import Struct

from app.ingest.jt808_frame import MAX_BODY, build, build_parts
from app.model import Command, CommandKind, CommandState

TEXT, ASK, TRACK = 0x8300, 0x8201, 0x8202

RESULTS: tuple[CommandState, ...] = (
    CommandState.DONE,
    CommandState.FAILED,
    CommandState.BAD,
    CommandState.UNSUPPORTED,
)
"""Result of a terminal's general reply (0x0001) -> what became of the command."""

MESSAGE: dict[CommandKind, int] = {
    CommandKind.TEXT: TEXT,
    CommandKind.ASK: ASK,
    CommandKind.TRACK: TRACK,
    CommandKind.UNTRACK: TRACK,
}

_URGENT, _SHOWN, _SPOKEN = 0x01, 0x04, 0x08
_URGENT_2019, _NOTICE_2019 = 0x02, 0x03
_TYPE_NOTICE = 0x01
_INTERVAL = Struct(">H")
_TRACK = Struct(">HI")


def text_body(text: str, *, urgent: bool, speak: bool, version: int) -> bytes:
    """0x8300: flags, in 2019 the kind of text, and the text in GBK. UnicodeEncodeError.

    Flags of 2013: bit 0 urgent, 2 display, 3 spoken. 2019 has in bits 0 and 1 a number: 1 service,
    2 urgent, 3 notice.
    """
    flags = _SHOWN | (_SPOKEN if speak else 0)
    if version == 2019:
        flags |= _URGENT_2019 if urgent else _NOTICE_2019
        return bytes((flags, _TYPE_NOTICE)) + text.encode("gbk")
    return bytes((flags | (_URGENT if urgent else 0),)) + text.encode("gbk")


def track_body(interval_s: int, validity_s: int) -> bytes:
    """0x8202: seconds between positions and seconds of it all; an interval of 0 stops it, and
    nothing follows it then."""
    return _TRACK.pack(interval_s, validity_s) if interval_s else _INTERVAL.pack(0)


def body_of(command: Command, *, version: int) -> bytes:
    """The body of a command in the edition that its terminal speaks."""
    if command.kind is CommandKind.TEXT:
        return text_body(command.text, urgent=command.urgent, speak=command.speak, version=version)
    if command.kind is CommandKind.ASK:
        return b""
    return track_body(command.interval_s, command.validity_s)


def packets(body: bytes) -> int:
    """How many frames a body takes, each with a serial of its own."""
    return max(1, -(-len(body) // MAX_BODY))


def frames_of(command: Command, *, version: int, serial: int, body: bytes) -> bytes:
    """The frames of a command from `serial` on, ready for the wire, one behind the other.

    A text of the longest kind does not fit one body (1,023 bytes) and goes in packets.
    """
    message_id = MESSAGE[command.kind]
    if packets(body) == 1:
        return build(message_id, command.terminal, serial, body, version)
    return b"".join(build_parts(message_id, command.terminal, serial, body, version))
