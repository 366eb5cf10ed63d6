"""What a source may be, and what of it cannot."""

from dataclasses import fields, replace

import pytest

from app.sources.source import (
    DEFAULT,
    PARTICULARS,
    Kind,
    Source,
    new_id,
    problems,
    read_source,
    row_of,
)

UDP = Source(id="u", kind=Kind.UDP_LISTENER, port=5005)
CLIENT = Source(id="g", kind=Kind.TCP_CLIENT, host="gpsd.local", port=2947, greeting="gpsd")
SERIAL = Source(id="s", kind=Kind.SERIAL, device="/dev/ttyUSB0", baud=115200)
LOG = Source(id="l", kind=Kind.LOG, path="/data/a.log", speed=10.0, looped=True)
GOOD = (DEFAULT, UDP, CLIENT, SERIAL, LOG)


@pytest.mark.parametrize("source", GOOD, ids=[one.kind.value for one in GOOD])
def test_a_source_of_each_kind_is_kept_by_its_own_fields_and_reads_back(source):
    assert problems(source) == {}
    row = row_of(source)
    assert set(row) == {"id", "name", "kind", "enabled", *PARTICULARS[source.kind]}
    assert read_source(row) == source


def test_every_field_belongs_to_some_kind():
    named = {name for names in PARTICULARS.values() for name in names}
    assert named | {"id", "name", "kind", "enabled"} == {field.name for field in fields(Source)}


OPEN = replace(DEFAULT, opened=True, host="0.0.0.0")
WRONG = (
    (
        "a listener that is not opened stays on this machine",
        replace(OPEN, opened=False),
        "host",
        "closed",
    ),
    ("all addresses of version 6 as well", replace(DEFAULT, host="::"), "host", "closed"),
    ("opened, yet on this machine alone", replace(OPEN, host="127.0.0.1"), "host", "own"),
    ("a name is no address to listen on", replace(DEFAULT, host="localhost"), "host", "address"),
    (
        "a network has nothing right of its bits",
        replace(OPEN, allow=("10.0.0.1/8",)),
        "allow",
        "network",
    ),
    ("no network", replace(OPEN, allow=("10.0.0.0/8", "all")), "allow", "network"),
    ("a server without a host", replace(CLIENT, host=""), "host", "host"),
    ("a host with a blank in it", replace(CLIENT, host="a b"), "host", "host"),
    ("a server without a port", replace(CLIENT, port=0), "port", "port"),
    ("a line without a device", replace(SERIAL, device=""), "device", "device"),
    ("a speed no line has", replace(SERIAL, baud=9601), "baud", "baud"),
    ("a log without a file", replace(LOG, path=" "), "path", "path"),
    ("a log played faster than there is", replace(LOG, speed=1e9), "speed", "speed"),
    ("a name of two lines", replace(DEFAULT, name="a\nb"), "name", "text"),
)


@pytest.mark.parametrize(
    ("source", "field", "code"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG]
)
def test_what_cannot_be_is_said_at_its_field_and_never_read(source, field, code):
    assert problems(source) == {field: code}
    with pytest.raises(ValueError, match=code if source.speed < 1e9 else "speed"):
        read_source(row_of(source))


@pytest.mark.parametrize(
    "source",
    [
        OPEN,
        replace(OPEN, allow=("10.0.0.0/8", "fd00::/8", "1.2.3.4")),
        replace(DEFAULT, host="::1"),
    ],
)
def test_a_listener_may_be_opened_and_may_speak_version_6(source):
    assert problems(source) == {}


UNREADABLE = (
    5,
    None,
    [],
    {},
    {"id": "a"},
    {"id": "a", "kind": "pigeon"},
    {"id": "A b", "kind": "tcp"},
    {"id": "", "kind": "tcp"},
    {"id": "a", "kind": "tcp", "port": "80"},
    {"id": "a", "kind": "tcp", "port": 70000},
    {"id": "a", "kind": "tcp", "opened": 1},
    {"id": "a", "kind": "tcp", "name": "x" * 100},
    {"id": "a", "kind": "client", "host": "h", "port": 1, "greeting": "hello"},
    {"id": "a", "kind": "log", "path": "a", "speed": float("nan")},
)


@pytest.mark.parametrize("row", UNREADABLE, ids=repr)
def test_a_damaged_row_is_an_error_with_a_reason(row):
    with pytest.raises(ValueError, match=r".+"):
        read_source(row)


def test_an_id_is_the_first_that_is_free():
    assert new_id(Kind.SERIAL, ()) == "serial"
    assert new_id(Kind.SERIAL, ("serial", "serial-2", "tcp")) == "serial-3"
