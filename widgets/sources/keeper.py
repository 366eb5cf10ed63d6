"""Has the gateway hear what the desk keeps and what the command line asks for, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from app.changes import Changes
from app.ingest.gateway import Gateway
from app.ingest.sources import SourceStatus
from app.settings import SOURCE_LIMITS, SOURCES, Settings
from app.sources.kept import Known, read_all
from app.sources.limits import Limits
from app.sources.source import DEFAULT, NAME_MOST, Kind, Source
from app.store import queries
from widgets.bridge import Bridge
from widgets.words import sources as said

REPLAY = "replay"
"""The id of the log that the command line names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """What the command line asks of this run alone: a port for the first listener, a log."""

    port: int = 0
    replay: Path | None = None
    speed: float = 1.0

    @property
    def sources(self) -> tuple[Source, ...]:
        if self.replay is None:
            return ()
        name, path = self.replay.name[:NAME_MOST], str(self.replay)
        return (Source(id=REPLAY, name=name, kind=Kind.LOG, path=path, speed=self.speed),)


def effective(known: Known, passing: Passing) -> tuple[Source, ...]:
    """The sources of this run: those that are kept, with the port that was asked for, and more."""
    kept = (
        replace(one, port=passing.port) if passing.port and one.id == DEFAULT.id else one
        for one in known.sources
    )
    return (*kept, *passing.sources)


class Keeper(QObject):
    """Follows the setting from `start` on. `simulated`: what the first listener hears is."""

    def __init__(
        self,
        bridge: Bridge,
        gateway: Gateway,
        passing: Passing,
        *,
        simulated: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._gateway, self._passing = bridge, gateway, passing
        self._simulated = simulated
        self._heard: tuple[Source, ...] = ()
        self._limits = Limits()
        bridge.changed.connect(self._refresh)

    def start(self) -> list[str]:
        """Begin to hear; what does not work, in words. Returns when each has been tried."""
        settings: Settings = self._bridge.desk.ask(queries.settings).result()
        known = read_all(settings[SOURCES])
        self._heard = effective(known, self._passing)
        self._limits = settings[SOURCE_LIMITS]
        self._gateway.start(self._heard, self._limits)
        troubles = [_trouble(row) for row in self.status() if row.state == "waiting"]
        return troubles + _unread(len(known.unread))

    def status(self) -> Sequence[SourceStatus]:
        """How each stands; what is simulated says so."""
        rows = self._gateway.status()
        if not self._simulated:
            return rows
        return tuple(replace(row, simulated=row.id == DEFAULT.id) for row in rows)

    def _refresh(self, changes: Changes) -> None:
        if changes.settings & {SOURCES.name, SOURCE_LIMITS.name}:
            self._bridge.ask(queries.settings, then=self._put)

    def _put(self, settings: Settings) -> None:
        wanted = effective(read_all(settings[SOURCES]), self._passing)
        limits = settings[SOURCE_LIMITS]
        if (wanted, limits) != (self._heard, self._limits):
            self._heard, self._limits = wanted, limits
            self._bridge.after(self._gateway.apply(wanted, limits), lambda _: None)


def _trouble(row: SourceStatus) -> str:
    text = QCoreApplication.translate("sources", "信源“%1”不通：%2")
    return text.replace("%1", row.name).replace("%2", said.trouble(row))


def _unread(count: int) -> list[str]:
    if not count:
        return []
    text = QCoreApplication.translate("sources", "信源的设置有 %1 行读不出，没有启动")
    return [text.replace("%1", str(count))]
