"""The columns of the register of terminals: how each stands, whose it is, when it was heard."""

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from app.fixes.freshness import Freshness, freshness
from app.model import Command, Fix, TerminalState
from app.store.queries import TerminalRow
from widgets import formats, words
from widgets.models import samples
from widgets.models.column import Column, Context, Kind
from widgets.models.units import FRESH_MARKS
from widgets.parts.short_marks import mark_icon
from widgets.parts.terminal_marks import REPLACED, STATES
from widgets.words import QT_TRANSLATE_NOOP

_BY_STATE = (TerminalState.SUSPENDED, TerminalState.ADMITTED, TerminalState.REFUSED)


@dataclass(slots=True)
class TerminalLine:
    """A row of the board, and the terminal's last fix, which is set anew as it is heard."""

    row: TerminalRow
    fix: Fix | None = field(default=None, compare=False)

    @property
    def waits(self) -> bool:
        """Whether somebody has to decide on it."""
        return self.row.caller is not None

    @property
    def replaces(self) -> bool:
        """Another device under a number that is ours."""
        return self.row.caller is not None and self.row.known is not None

    @property
    def heard(self) -> datetime | None:
        """When it last said something that we know of: a fix, or that it wants in."""
        if self.row.caller is not None:
            return self.row.caller.last
        return self.fix.received if self.fix else None


def state_word(line: TerminalLine) -> str:
    if line.replaces:
        return QCoreApplication.translate("terminals", "换机")
    return words.word(line.row.state)


def _icon(line: TerminalLine) -> QIcon:
    return mark_icon(REPLACED if line.replaces else STATES[line.row.state])


def line_freshness(line: TerminalLine, now: datetime) -> Freshness:
    kind = line.row.unit.kind if line.row.unit else None
    return freshness(line.fix.received if line.fix else None, now, kind)


def order_of(line: TerminalLine) -> tuple[int, float, str]:
    """Who waits first, the last to knock on top; then the suspended, the admitted, the refused."""
    if line.row.caller is not None:
        return 0, -line.row.caller.last.timestamp(), line.row.key
    return 1 + _BY_STATE.index(line.row.state), 0.0, line.row.phone


def device(line: TerminalLine) -> str:
    """Maker, model and number of the device."""
    thing = line.row.caller or line.row.known
    parts = (thing.maker, thing.model, thing.serial) if thing else ()
    return " ".join(part for part in parts if part) or formats.NONE


def command_word(command: Command | None) -> str:
    """What was sent last, and what became of it."""
    if command is None:
        return formats.NONE
    return f"{words.word(command.kind)} · {words.word(command.state)}"


def carrier(line: TerminalLine) -> str:
    return line.row.unit.name if line.row.unit else formats.NONE


def heard(line: TerminalLine, context: Context) -> str:
    """How long ago it was heard, behind the mark of how fresh that is."""
    if line.heard is None:
        return formats.NONE
    ago = formats.ago(line.heard, context.now)
    return ago if line.waits else f"{FRESH_MARKS[line_freshness(line, context.now)]} {ago}"


def _widest_ages() -> tuple[str, ...]:
    return tuple(f"● {said}" for said in samples.ages_ago())


def _widest_states() -> tuple[str, ...]:
    swapped = QCoreApplication.translate("terminals", "换机")
    names = (swapped, *(words.word(state) for state in TerminalState))
    return tuple(f"\u3000\u2002 {name}" for name in names)  # room for the light before it


TERMINALS: tuple[Column[TerminalLine], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "终端"),
        lambda line, _: state_word(line),
        sample=_widest_states,
        icon=_icon,
        sort=order_of,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "号码"),
        lambda line, _: line.row.phone,
        kind=Kind.CODE,
        sample="13800000000",
        sort=lambda line: line.row.phone,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "力量"),
        lambda line, _: carrier(line),
        weight=3,
        sort=carrier,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "设备"),
        lambda line, _: device(line),
        weight=3,
        extra=True,
        sort=device,
        tip=lambda line, _: device(line),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "最近收到"),
        heard,
        sample=_widest_ages,
        sort=lambda line: line.heard.timestamp() if line.heard else 0.0,
        tip=lambda line, _: formats.absolute(line.heard),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "下发"),
        lambda line, _: command_word(line.row.command),
        weight=4,
        sort=lambda line: command_word(line.row.command),
    ),
)
