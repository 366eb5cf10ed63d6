"""CSV with a line of names at its head: UTF-8 or GBK, comma, tab or semicolon, in any order.

The datum is what a column or the caller says; where none says it, no row is `valid`.
"""

import codecs
import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from app.ingest.files.names import quantity_of
from app.ingest.files.parts import UnfitError
from app.ingest.files.rows import fields_of
from app.model import Message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LONGEST_ROW = 1 << 16


def text_of(data: bytes) -> str:
    """UTF-8, or GBK where it is not that; UnfitError where it is neither."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "gb18030")


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        raise UnfitError("text is in an unknown encoding") from None


def columns_of(head: str) -> tuple[list[str | None], str] | None:
    """The quantity of each column and the mark between them; None where this is no table's head."""
    for mark in (",", "\t", ";"):
        try:
            names = next(csv.reader([head], delimiter=mark), [])
        except csv.Error:
            continue
        found = [quantity_of(name) for name in names]
        if "lon" in found and "lat" in found:
            return found, mark
    return None


def read_table(text: str, *, datum: str = "") -> Iterator[Message]:
    """One Message a row; UnfitError where the first line names no longitude and latitude."""
    lines = StringIO(text.lstrip("\ufeff"), newline="")
    head = lines.readline(_LONGEST_ROW)
    known = columns_of(head.strip())
    if known is None:
        raise UnfitError("no columns of longitude and latitude")
    columns, mark = known
    names = next(csv.reader([head.strip()], delimiter=mark))
    others = [name for name, column in zip(names, columns, strict=True) if column is None]
    reader = csv.reader(lines, delimiter=mark)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Message(format="csv", type="row", error="row cannot be read")
            continue
        if any(cell.strip() for cell in cells):
            yield _row(cells, columns, others, datum)


def _row(
    cells: Sequence[str], columns: Sequence[str | None], others: Sequence[str], datum: str
) -> Message:
    if len(cells) > len(columns):
        return Message(format="csv", type="row", error="row has more cells than the head")
    row: dict[str, str] = {}
    rest: list[str] = []
    for column, cell in zip(columns, cells, strict=False):
        if column is None:
            rest.append(cell)
        elif cell.strip():
            row.setdefault(column, cell.strip())
    extra = {name: value for name, value in zip(others, rest, strict=False) if value}
    told = {"terminal": row.get("terminal"), "text": row.get("text"), "extra": extra}
    try:
        return Message(format="csv", type="row", **told, **fields_of(row, stated=datum))  # type: ignore[arg-type]
    except UnfitError as unfit:
        return Message(format="csv", type="row", error=str(unfit), **told)  # type: ignore[arg-type]
