"""A column of a table as a value: what a cell says, how it is set, sorted and drawn."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon

from widgets.parts.share import Clock

Row = TypeVar("Row")

ELIDE = Qt.ItemDataRole.UserRole + 1
"""Qt.TextElideMode of a cell: codes in the middle, names at the end."""
CLOCK = Qt.ItemDataRole.UserRole + 2
"""parts.share.Clock drawn under the text of a cell, or None."""
BAR = Qt.ItemDataRole.UserRole + 3
"""Share 0..1 of a bar drawn under the text of a cell, or None."""
KEY = Qt.ItemDataRole.UserRole + 4
QUIET = Qt.ItemDataRole.UserRole + 5
"""True where a row is past and is drawn dim; its marks say why."""


class Kind(StrEnum):
    """How a column is set: a name ends in …, a code loses its middle, a number stands right."""

    NAME = "name"
    CODE = "code"
    NUMBER = "number"


ALIGN = {
    Kind.NAME: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Kind.CODE: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Kind.NUMBER: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


@dataclass(frozen=True, slots=True)
class Context:
    """What a cell may look at besides its row: the present, and the names behind codes."""

    now: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    place: Callable[[str], str] = field(default=lambda code: code)
    unit: Callable[[str], str] = field(default=lambda key: key)
    chain: Callable[[str], tuple[str, ...]] = field(default=lambda code: (code,))
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """`title` is a source text of translation context "columns"; `sample` sets the width.

    `weight` > 0 takes a share of the width that is left instead. A `sample` that is a function is
    asked in the language of the screen, for cells that must never be cut. One that is `extra`
    gives way to the others where the table is narrow.
    """

    title: str
    text: Callable[[Row, Context], str]
    kind: Kind = Kind.NAME
    sample: str | Callable[[], str | tuple[str, ...]] = ""
    weight: int = 0
    icon: Callable[[Row], QIcon] | None = None
    sort: Callable[[Row], Any] | None = None
    tip: Callable[[Row, Context], str] | None = None
    clock: Callable[[Row, Context], Clock | None] | None = None
    bar: Callable[[Row], float | None] | None = None
    extra: bool = False

    def samples(self) -> tuple[str, ...]:
        """The texts of which the widest sets the width; "" where it has a weight instead."""
        found = self.sample if isinstance(self.sample, str) else self.sample()
        return (found,) if isinstance(found, str) else found


def plain_tip(text: str) -> str:
    """A tool tip that Qt cannot take for rich text, whatever a title from outside contains."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return escaped.join(("<span>", "</span>")) if text else ""
