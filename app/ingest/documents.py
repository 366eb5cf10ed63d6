"""Documents told apart by their first bytes, and read whole: GPX, GeoJSON, CSV, CAP, CoT, 809 logs.

Whatever the bytes are, nothing is raised: a document that is none is one Message with its reason.
"""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum

from app.ingest.files.cap import Alert, read_cap
from app.ingest.files.cot import events, read_event
from app.ingest.files.geojson import decoded, read_geojson
from app.ingest.files.gpx import read_gpx
from app.ingest.files.parts import MOST_BYTES, UnfitError
from app.ingest.files.table import columns_of, read_table, text_of
from app.ingest.files.xml import read_xml
from app.ingest.jt809.link import is_link, read_link
from app.model import Message


class Document(StrEnum):
    GPX = "gpx"
    GEOJSON = "geojson"
    CSV = "csv"
    CAP = "cap"
    COT = "cot"
    JT809 = "jt809"


DOCUMENTS = frozenset(Document)
_ROOT = re.compile(rb"<(?:[A-Za-z0-9_]{1,20}:)?(gpx|alert|event)[\s>/]")
_ROOTS = {b"gpx": Document.GPX, b"alert": Document.CAP, b"event": Document.COT}
_COLLECTION = re.compile(rb'"type"\s*:\s*"(?:FeatureCollection|Feature|GeometryCollection)"')
_SHAPE = re.compile(rb'\A\{\s*"type"\s*:\s*"(?:Multi)?(?:Point|LineString|Polygon)"')
_SPOKEN = re.compile(rb'\A\{\s*"(?:class|_type)"')
_BLANK = b" \t\r\n\x00\xef\xbb\xbf"


def sniff(head: bytes) -> Document | None:
    """Which document begins so; None where it is a log of frames or lines, or unknown."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") and b"\x00" in head[:32]:
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    if is_link(head):
        return Document.JT809
    start = head.lstrip(_BLANK)
    if start[:1] == b"<":
        root = _ROOT.search(start)
        return None if root is None else _ROOTS[root[1]]
    if start[:1] == b"{":
        return _json(start)
    line = start.partition(b"\n")[0].partition(b"\r")[0][:4096]
    if line[:1] in (b"$", b"!", b"#", b"~") or not line:
        return None
    text = line.decode("utf-8", "replace")
    if "\ufffd" in text:
        text = line.decode("gb18030", "replace")
    return None if columns_of(text) is None else Document.CSV


def _json(start: bytes) -> Document | None:
    """A document of GeoJSON; lines of it, one feature each, are a log of objects."""
    if _SPOKEN.match(start):
        return None
    if _SHAPE.match(start):
        return Document.GEOJSON
    found = _COLLECTION.search(start[:4096])
    if found is None:
        return None
    first, _, rest = start.partition(b"\n")
    lines = rest.lstrip()[:1] == b"{" and first.rstrip().endswith(b"}")
    return None if lines else Document.GEOJSON


def read_document(kind: Document, data: bytes, *, datum: str = "") -> Iterator[Message]:
    """The Messages of a document, in its order. `datum`: that of a table which says none."""
    try:
        if len(data) > MOST_BYTES:
            raise UnfitError("file is too large")
        yield from READERS[kind](data, datum)
    except UnfitError as unfit:
        yield Message(format=kind.value, type="", error=str(unfit), raw=data[:64])


def _gpx(data: bytes, _: str) -> Iterator[Message]:
    root = read_xml(data.lstrip(b" \t\r\n"))
    if root.name != "gpx":
        raise UnfitError("document is no GPX")
    return read_gpx(root)


def _cap(data: bytes, _: str) -> Iterator[Message]:
    alert = read_cap(read_xml(data.lstrip(b" \t\r\n")))
    yield alert_message(alert)


def alert_message(alert: Alert) -> Message:
    """An alert as a Message: never a position; the whole of it in `extra`."""
    infos = alert.infos
    text = (infos[0].headline or infos[0].event) if infos else None
    status = (alert.status.lower(), alert.kind.lower())
    extra = {"alert": alert}
    return Message(format="cap", type=alert.kind, text=text, status=status, extra=extra)


def _cot(data: bytes, _: str) -> Iterator[Message]:
    return map(read_event, events(data))


def _geojson(data: bytes, _: str) -> Iterator[Message]:
    return read_geojson(decoded(data))


def _csv(data: bytes, datum: str) -> Iterator[Message]:
    return read_table(text_of(data), datum=datum)


def _jt809(data: bytes, _: str) -> Iterator[Message]:
    return read_link(data)


READERS: dict[Document, Callable[[bytes, str], Iterator[Message]]] = {
    Document.GPX: _gpx,
    Document.GEOJSON: _geojson,
    Document.CSV: _csv,
    Document.JT809: _jt809,
    Document.CAP: _cap,
    Document.COT: _cot,
}
