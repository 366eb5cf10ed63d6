"""How long a peer may say nothing, or nothing that is known, before it is given up."""

from app.sources.limits import Limits

NOISE = "no known format"
SILENT = "nothing said"
UNREAD = "replies not read"


class Patience:
    """Times are of one steady clock. `own`: a line that we opened is borne with for ever."""

    __slots__ = ("_begun", "_entered_s", "_heard_s", "_limits", "_skipped", "_unread_s", "own")

    def __init__(self, limits: Limits, now_s: float, *, own: bool) -> None:
        self._limits, self.own = limits, own
        self._entered_s = self._heard_s = now_s
        self._unread_s: float | None = None
        self._begun, self._skipped = False, 0

    def heard(self, now_s: float) -> None:
        """Bytes have come."""
        self._heard_s = now_s

    def understood(self) -> None:
        """It has begun to say something that is known."""
        self._begun = True

    def unread(self, since_s: float | None) -> None:
        """Since when it leaves replies unread; None: it reads them."""
        self._unread_s = since_s

    def noise(self, size: int) -> str:
        """So many more bytes that nothing came of; why that is too much, or ""."""
        self._skipped += size
        if self._begun or self._skipped <= self._limits.noise:
            return ""
        self._skipped = 0
        return NOISE

    def over(self, now_s: float, *, held: bool) -> str | None:
        """Why it is to be given up, "" where it has only gone; None where it may stay.

        One that is `held` back by us is not silent.
        """
        if self._unread_s is not None and now_s - self._unread_s > self._limits.reply_s:
            return UNREAD
        if held or self.own:
            return None
        if not self._begun and now_s - self._entered_s > self._limits.first_s:
            return SILENT
        return "" if now_s - self._heard_s > self._limits.quiet_s else None
