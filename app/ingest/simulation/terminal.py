"""One simulated terminal: a JT/T 808 client over TCP that registers, reports and catches up.

It says what a real one would say and believes nothing about who listens.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from random import Random

from app.clock import Clock
from app.ingest.jt808_batch import batch_body
from app.ingest.jt808_frame import Frame
from app.ingest.jt808_location import location_body
from app.ingest.jt808_names import ALARMS
from app.ingest.jt808_session import (
    REPLY_ALARM,
    REPLY_OK,
    REPLY_UNSUPPORTED,
    Registration,
    authentication_body,
    general_reply_body,
    read_register_reply,
    read_reply,
    registration_body,
)
from app.ingest.simulation.link import SERIAL, Link, LinkLostError, open_link
from app.ingest.simulation.motion import Beat, Walker
from app.ingest.simulation.plan import Event, Happening, happening
from app.model import Terminal

Elapsed = Callable[[], float]
"""Seconds of the plan since the simulation began."""

MAKER, MODEL = "DEMO", "YUTU-SIM"
_FIXED, _BEIDOU, _GPS, _ACC = 1 << 1, 1 << 19, 1 << 18, 1
_HEARTBEAT_S = 45.0
_LOOK_S = 1.0
_KEPT = 400
_UNANSWERED = 60
_BATCH = 20
_FIRST_WAIT_S, _LONGEST_WAIT_S = 0.5, 30.0
_OFFLINE = frozenset({Happening.DROPOUT, Happening.BLIND})
_FACTORS = {Happening.OVERSPEED: 1.9, Happening.COLLISION: 0.0, Happening.SOS: 0.0}


class SimulatedTerminal:
    """Runs until cancelled. `interval_s` is between positions, in real seconds."""

    def __init__(
        self,
        beat: Beat,
        events: Sequence[Event],
        *,
        random: Random,
        elapsed: Elapsed,
        clock: Clock,
        interval_s: float,
    ) -> None:
        self.beat = beat
        self._events = events
        self._random = random
        self._elapsed = elapsed
        self._clock = clock
        self._interval_s = interval_s
        self._walker = Walker(beat, random)
        self._serial = random.randrange(0x8000)
        self._code = ""
        self._calmed: Event | None = None
        self._wait_s = _FIRST_WAIT_S
        self._moved_s: float | None = None
        self._kept: deque[bytes] = deque(maxlen=_KEPT)
        self._unanswered: dict[int, bytes] = {}
        self._link: Link | None = None
        self._tracked: tuple[float, float] | None = None

    async def run(self, host: str, port: int) -> None:
        """Connects again and again, waiting longer after each failure, part of it at random."""
        while True:
            if self._offline():
                await self._stay_away()
            try:
                await self._session(host, port)
            except (OSError, EOFError, TimeoutError):
                await asyncio.sleep(self._wait_s * self._random.uniform(0.5, 1.0))
                self._wait_s = min(self._wait_s * 2, _LONGEST_WAIT_S)

    async def _session(self, host: str, port: int) -> None:
        """One connection, from greeting until an event takes the link away (then it returns)."""
        link = await open_link(
            host,
            port,
            self._heard,
            phone=self.beat.phone,
            version=self.beat.version,
            serial=self._serial,
        )
        self._link = link
        try:
            await self._greet(link)
            self._wait_s = _FIRST_WAIT_S
            await self._report_until_offline(link)
        finally:
            self._link = None
            self._serial = link.serial
            self._keep_unanswered()
            await link.close()

    async def _greet(self, link: Link) -> None:
        if not self._code:
            answer = read_register_reply(await link.ask(0x0100, self._registration()))
            if answer is None or not answer[2]:
                raise LinkLostError(f"registration refused: {answer}")
            self._code = answer[2]
        body = authentication_body(
            self._code, version=self.beat.version, imei=self.beat.phone.zfill(15), software="demo-1"
        )
        reply = read_reply(await link.ask(0x0102, body))
        if reply is None or reply[2] != REPLY_OK:
            self._code = ""
            raise LinkLostError("authentication refused")

    async def _report_until_offline(self, link: Link) -> None:
        silent_s = 0.0
        while not self._offline():
            await self._send_kept(link)
            body = self._position()
            self._unanswered[link.upcoming] = body
            await link.send(0x0200, body)
            silent_s += self._interval_s
            if silent_s >= _HEARTBEAT_S:
                silent_s = 0.0
                await link.send(0x0002)
            await self._pause(link)

    async def _pause(self, link: Link) -> None:
        """Until the next report is due, or at once when something begins or ends."""
        before = self._event()
        since_s = self._now_s()
        while self._event() is before:
            left_s = since_s + self._between_s() - self._now_s()
            if left_s <= 0:
                return
            await link.wait(min(left_s, _LOOK_S))
            if len(self._unanswered) > _UNANSWERED:
                raise LinkLostError("the platform answers nothing")

    async def _stay_away(self) -> None:
        """The link is gone; in a blind area positions are kept for later, else they are lost."""
        while (event := self._offline()) is not None:
            await asyncio.sleep(self._interval_s)
            body = self._position()
            if event.what is Happening.BLIND:
                self._kept.append(body)

    async def _send_kept(self, link: Link) -> None:
        while self._kept:
            bodies = [self._kept.popleft() for _ in range(min(_BATCH, len(self._kept)))]
            try:
                await link.ask(0x0704, batch_body(bodies, backlog=True))
            except BaseException:
                self._kept.extendleft(reversed(bodies))
                raise

    def _keep_unanswered(self) -> None:
        """What nobody confirmed is sent again as backlog: who stores it acknowledges it."""
        self._kept.extend(self._unanswered.values())
        self._unanswered.clear()

    def _position(self) -> bytes:
        event = self._event()
        what = event.what if event is not None and event is not self._calmed else None
        factor = _FACTORS.get(what, 1.0) if what else 1.0
        sample = self._walker.advance(self._since_last_s(), factor=factor)
        return location_body(
            lon=sample.lon,
            lat=sample.lat,
            at=self._clock(),
            alt_m=sample.alt_m,
            speed_kmh=sample.speed_kmh,
            course_deg=sample.course_deg,
            alarm=_alarm(what),
            status=_FIXED | _BEIDOU | _GPS | _ACC,
            additions={0x30: b"\x18", 0x31: bytes((self._random.randint(9, 24),))},
        )

    def _since_last_s(self) -> float:
        now_s = asyncio.get_running_loop().time()
        before_s, self._moved_s = self._moved_s, now_s
        return self._interval_s if before_s is None else now_s - before_s

    def _event(self) -> Event | None:
        return happening(self._events, self._elapsed())

    def _offline(self) -> Event | None:
        event = self._event()
        return event if event is not None and event.what in _OFFLINE else None

    def _registration(self) -> bytes:
        return registration_body(
            Registration(
                phone=self.beat.phone,
                version=self.beat.version,
                province=50,
                city=100,
                maker=MAKER,
                model=MODEL,
                terminal=self.beat.phone[-7:],
                colour=2,
                plate=self.beat.plate,
            )
        )

    async def _heard(self, frame: Frame) -> None:
        link = self._link
        if frame.id == 0x8001:
            self._answered(frame)
        elif link is None or frame.id == 0x8100:
            return
        elif frame.id == 0x8201:
            await link.send(0x0201, SERIAL.pack(frame.serial) + self._position())
        elif frame.id & 0x8000:
            result = REPLY_OK if frame.id == 0x8300 or self._tracks(frame) else REPLY_UNSUPPORTED
            await link.send(0x0001, general_reply_body(frame, result=result))

    def _tracks(self, frame: Frame) -> bool:
        """0x8202: report more often for a while, or as before; False where it is none."""
        if frame.id != 0x8202 or len(frame.body) not in (2, 6):
            return False
        interval_s = int.from_bytes(frame.body[:2], "big")
        until_s = self._now_s() + int.from_bytes(frame.body[2:], "big")
        self._tracked = (float(interval_s), until_s) if interval_s else None
        return True

    def _between_s(self) -> float:
        """Seconds between positions, now."""
        if self._tracked is not None and self._now_s() < self._tracked[1]:
            return self._tracked[0]
        return self._interval_s

    @staticmethod
    def _now_s() -> float:
        return asyncio.get_running_loop().time()

    def _answered(self, frame: Frame) -> None:
        reply = read_reply(frame.body)
        body = self._unanswered.pop(reply[0], None) if reply else None
        if reply is None or body is None:
            return
        if reply[2] == REPLY_ALARM:
            self._calmed = self._event()
        elif reply[2] != REPLY_OK:
            self._kept.append(body)


def device_of_beat(beat: Beat) -> Terminal:
    """What the terminal of a beat says of itself, for a register that has it beforehand."""
    return Terminal(
        id=beat.phone,
        maker=MAKER,
        model=MODEL,
        serial=beat.phone[-7:],
        plate=beat.plate,
        version=beat.version,
    )


def _alarm(what: Happening | None) -> int:
    if what in (Happening.SOS, Happening.OVERSPEED, Happening.COLLISION):
        return 1 << ALARMS.index(what)
    return 0
