"""Which alarm waits for a person, in what order, and which one has the strip; pure, time is given.

Grades Ⅰ and Ⅱ hold the strip until answered, Ⅲ has it for eight seconds, Ⅳ only when chosen.
"""

from datetime import datetime, timedelta

from app.model import Alert, AlertKind, AlertState, Grade

WAITING = frozenset({AlertState.NEW, AlertState.SEEN})
PASSING = timedelta(seconds=8)
"""How long a new alarm of grade Ⅲ has the strip, where nothing worse wants it."""


def order(alert: Alert) -> tuple[bool, int, bool, datetime, str]:
    """The officer's order: unseen before seen, grade, a person in need first, then age."""
    need = alert.kind != AlertKind.SOS
    return alert.state != AlertState.NEW, alert.grade.value, need, alert.raised, alert.id


class Waiting:
    """The open alerts as last told, and the one the officer chose."""

    def __init__(self) -> None:
        self.alerts: tuple[Alert, ...] = ()
        self._told: dict[str, datetime] = {}
        self._chosen = ""

    def put(self, alerts: tuple[Alert, ...], now: datetime) -> tuple[Alert, ...]:
        """The open alerts at `now`; those that are new. A worse new one ends what was chosen."""
        fresh = tuple(alert for alert in alerts if alert.id not in self._told)
        chosen = next((alert for alert in alerts if alert.id == self._chosen), None)
        if chosen and any(a.grade < Grade.III and order(a) < order(chosen) for a in fresh):
            self._chosen = ""
        self._told = {alert.id: self._told.get(alert.id, now) for alert in alerts}
        self.alerts = alerts
        return fresh

    def choose(self, ident: str) -> None:
        self._chosen = ident

    def all(self) -> list[Alert]:
        """What a person still has to answer, worst first."""
        return sorted((a for a in self.alerts if a.state in WAITING), key=order)

    def next(self) -> Alert | None:
        """Choose the following alarm that waits, and round again."""
        waiting = self.all()
        if not waiting:
            return None
        ids = [alert.id for alert in waiting]
        at = ids.index(self._chosen) + 1 if self._chosen in ids else 0
        self._chosen = ids[at % len(ids)]
        return waiting[at % len(ids)]

    def shown(self, now: datetime | None) -> Alert | None:
        """The one chosen, else the worst that may hold the strip."""
        waiting = self.all()
        chosen = next((alert for alert in waiting if alert.id == self._chosen), None)
        return chosen or next((alert for alert in waiting if self._holds(alert, now)), None)

    def _holds(self, alert: Alert, now: datetime | None) -> bool:
        if alert.grade != Grade.III:
            return alert.grade < Grade.III
        told = self._told.get(alert.id)
        if alert.state != AlertState.NEW or told is None or now is None:
            return False
        return now - told < PASSING
