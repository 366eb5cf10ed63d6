"""The beat in which the map blinks: only while something grave has not been acknowledged."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from app.model import OPEN_ALERTS, Alert, AlertState, Grade

_BEAT_MS = 500


class Blink(QTimer):
    """`timeout` comes twice a second while there is a reason."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setInterval(_BEAT_MS)

    def watch(self, alerts: Iterable[Alert]) -> None:
        """Go on or stop, as the alerts of now ask for."""
        urgent = any(map(_urgent, alerts))
        if urgent and not self.isActive():
            self.start()
        elif not urgent:
            self.stop()


def _urgent(alert: Alert) -> bool:
    """Grave, and seen by nobody."""
    grave = alert.state is AlertState.NEW and alert.grade <= Grade.II
    return grave and alert.state in OPEN_ALERTS
