"""How a terminal and the platform greet each other in JT/T 808: register, authenticate, reply."""

from dataclasses import dataclass
from itertools import pairwise
from struct import Struct

from app.ingest.jt808_frame import Frame

REPLY_OK, REPLY_FAILED, REPLY_BAD, REPLY_UNSUPPORTED, REPLY_ALARM = range(5)
"""Results of a general reply (JT/T 808-2019 tables 4 and 5)."""

REGISTERED, VEHICLE_TAKEN, NO_VEHICLE, TERMINAL_TAKEN, NO_TERMINAL = range(5)
"""Results of a registration (table 8); the authentication code follows only the first."""

_LAYOUTS = {2011: (5, 8, 7), 2013: (5, 20, 7), 2019: (11, 30, 30)}
"""Bytes of maker, model and terminal id (JT/T 808-2011, -2013 and -2019, table 7)."""

_AREA = Struct(">HH")
_GENERAL = Struct(">HHB")
_REGISTERED = Struct(">HB")


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """0x0100. `province`, `city`: GB/T 2260 numbers; `plate` is a VIN where `colour` is 0."""

    phone: str
    version: int
    province: int
    city: int
    maker: str
    model: str
    terminal: str
    colour: int
    plate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Authentication:
    """0x0102. IMEI and software version are said by 2019 terminals only."""

    phone: str
    code: str
    imei: str = ""
    software: str = ""


def text_of(data: bytes) -> str:
    """GB 18030 text without its padding; what cannot be read is U+FFFD, controls are visible."""
    text = data.rstrip(b"\x00").decode("gb18030", "replace")
    return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in text)


def _field(data: bytes) -> str:
    return text_of(data.strip(b"\x00")).strip()


def read_registration(frame: Frame) -> Registration | str:
    """The registration, or why it is none. Short 2013 bodies are those of 2011."""
    body = frame.body
    version = 2011 if frame.version == 2013 and len(body) < 37 else frame.version
    maker, model, terminal = _LAYOUTS[version]
    ends = (4, 4 + maker, 4 + maker + model, 4 + maker + model + terminal)
    if len(body) <= ends[-1]:
        return f"registration too short: {len(body)} bytes of {ends[-1] + 1}"
    province, city = _AREA.unpack_from(body)
    fields = [_field(body[start:end]) for start, end in pairwise(ends)]
    return Registration(
        phone=frame.phone,
        version=version,
        province=province,
        city=city,
        maker=fields[0],
        model=fields[1],
        terminal=fields[2],
        colour=body[ends[-1]],
        plate=text_of(body[ends[-1] + 1 :]),
    )


def registration_body(registration: Registration) -> bytes:
    """The 0x0100 body. ValueError where a field is longer than its place."""
    widths = _LAYOUTS[registration.version]
    fields = (registration.maker, registration.model, registration.terminal)
    packed = b""
    for text, width in zip(fields, widths, strict=True):
        data = text.encode("gb18030")
        if len(data) > width:
            raise ValueError(f"{text!r} does not fit {width} bytes")
        packed += data.ljust(width, b"\x00")
    head = _AREA.pack(registration.province, registration.city) + packed
    return head + bytes((registration.colour,)) + registration.plate.encode("gb18030")


def read_authentication(frame: Frame) -> Authentication | str:
    """The code a terminal shows; 2019: u8 length, code, IMEI 15, software version 20."""
    body = frame.body
    if frame.version != 2019:
        code = text_of(body)
        return Authentication(phone=frame.phone, code=code) if code else "authentication is empty"
    if not body or len(body) < 1 + body[0]:
        return "authentication code overruns its body"
    end = 1 + body[0]
    return Authentication(
        phone=frame.phone,
        code=text_of(body[1:end]),
        imei=_field(body[end : end + 15]),
        software=_field(body[end + 15 : end + 35]),
    )


def authentication_body(
    code: str, *, version: int = 2013, imei: str = "", software: str = ""
) -> bytes:
    data = code.encode("gb18030")
    if version != 2019:
        return data
    tail = imei.encode("ascii").ljust(15, b"\x00") + software.encode("ascii").ljust(20, b"\x00")
    return bytes((len(data),)) + data + tail


def general_reply_body(frame: Frame, *, result: int = REPLY_OK) -> bytes:
    """0x8001: serial and id of what is answered, and the result."""
    return _GENERAL.pack(frame.serial, frame.id, result)


def register_reply_body(frame: Frame, *, result: int = REGISTERED, code: str = "") -> bytes:
    """0x8100: serial of the registration, the result, and the code where it is accepted."""
    tail = code.encode("gb18030") if result == REGISTERED else b""
    return _REGISTERED.pack(frame.serial, result) + tail


def read_reply(body: bytes) -> tuple[int, int, int] | None:
    """(serial answered, id answered, result) of 0x0001 or 0x8001; None where it is too short."""
    return _GENERAL.unpack(body) if len(body) == _GENERAL.size else None


def read_register_reply(body: bytes) -> tuple[int, int, str] | None:
    """(serial answered, result, authentication code) of 0x8100; None where it is too short."""
    if len(body) < _REGISTERED.size:
        return None
    serial, result = _REGISTERED.unpack_from(body)
    return serial, result, text_of(body[_REGISTERED.size :]) if result == REGISTERED else ""
