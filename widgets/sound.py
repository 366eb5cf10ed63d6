"""Alarm tones: one port, silent where there is no sound; silence is not acknowledgement."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtWidgets import QApplication

from app.model import Alert, AlertState, Grade

SILENCE = timedelta(minutes=2)
REPEAT = {Grade.I: timedelta(seconds=5), Grade.II: timedelta(seconds=15)}
"""How often a tone comes again while the worst alarm is unseen; Ⅲ sounds once, Ⅳ never."""


class Sound:
    """Told of the worst unseen alarm every half second, it beeps when a tone is due."""

    def __init__(self, beep: Callable[[], None] = QApplication.beep) -> None:
        self._beep = beep
        self._silent_until: datetime | None = None
        self._last: datetime | None = None
        self._known: set[str] = set()

    def silence(self, now: datetime) -> None:
        """Quiet for two minutes, or loud again where it was quiet."""
        self._silent_until = None if self.silenced(now) else now + SILENCE

    def silenced(self, now: datetime) -> bool:
        return self._silent_until is not None and now < self._silent_until

    def hear(self, worst: Alert | None, now: datetime, *, flooded: bool = False) -> None:
        """Beep if `worst` calls for it; in a flood only Ⅰ and Ⅱ sound."""
        if worst is None or worst.state != AlertState.NEW or self.silenced(now):
            return
        if worst.grade == Grade.IV or (flooded and worst.grade == Grade.III):
            return
        fresh = worst.id not in self._known
        self._known.add(worst.id)
        every = REPEAT.get(worst.grade)
        due = every is not None and (self._last is None or now - self._last >= every)
        if fresh or due:
            self._last = now
            self._beep()
