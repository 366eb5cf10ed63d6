"""One simulated terminal: a JT/T 808 client over TCP that registers, reports and catches up.

It says what a real one would say and believes nothing about who listens.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from random import Random
from struct import Struct

from app.clock import Clock
from app.ingest.frames import Jt808Framer
from app.ingest.jt808_batch import batch_body
from app.ingest.jt808_frame import Damage, Frame, build, parse
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
from app.ingest.simulation.motion import Beat, Walker
from app.ingest.simulation.plan import Event, Happening, happening

Elapsed = Callable[[], float]
"""Seconds of the plan since the simulation began."""

_FIXED, _BEIDOU, _GPS, _ACC = 1 << 1, 1 << 19, 1 << 18, 1
_SERIAL = Struct(">H")
_ANSWER_S = 15.0
_HEARTBEAT_S = 45.0
_LOOK_S = 1.0
_KEPT = 400
_UNANSWERED = 60
_BATCH = 20
_FIRST_WAIT_S, _LONGEST_WAIT_S = 0.5, 30.0
_OFFLINE = frozenset({Happening.DROPOUT, Happening.BLIND})
_FACTORS = {Happening.OVERSPEED: 1.9, Happening.COLLISION: 0.0, Happening.SOS: 0.0}


class LinkLostError(ConnectionError):
    """The platform hung up, did not answer, or refused."""


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
        self._answers: dict[int, asyncio.Future[bytes]] = {}
        self._writer: asyncio.StreamWriter | None = None

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
        reader, writer = await asyncio.open_connection(host, port)
        self._writer = writer
        listening = asyncio.create_task(self._listen(reader))
        try:
            await self._greet()
            self._wait_s = _FIRST_WAIT_S
            await self._report_until_offline(listening)
        finally:
            listening.cancel()
            self._answers.clear()
            writer.close()
            with suppress(OSError, asyncio.CancelledError):
                await listening
            with suppress(OSError):
                await writer.wait_closed()
            self._keep_unanswered()

    async def _greet(self) -> None:
        if not self._code:
            answer = read_register_reply(await self._ask(0x0100, self._registration()))
            if answer is None or not answer[2]:
                raise LinkLostError(f"registration refused: {answer}")
            self._code = answer[2]
        body = authentication_body(
            self._code, version=self.beat.version, imei=self.beat.phone.zfill(15), software="demo-1"
        )
        reply = read_reply(await self._ask(0x0102, body))
        if reply is None or reply[2] != REPLY_OK:
            self._code = ""
            raise LinkLostError("authentication refused")

    async def _report_until_offline(self, listening: "asyncio.Task[None]") -> None:
        silent_s = 0.0
        while not self._offline():
            await self._send_kept()
            await self._send_position()
            silent_s += self._interval_s
            if silent_s >= _HEARTBEAT_S:
                silent_s = 0.0
                await self._send(0x0002)
            await self._pause(listening)

    async def _pause(self, listening: "asyncio.Task[None]") -> None:
        """Until the next report is due, or at once when something happens or the link is gone."""
        before = self._event()
        left_s = self._interval_s
        while left_s > 0 and self._event() is before:
            look_s = min(left_s, _LOOK_S)
            done, _ = await asyncio.wait({listening}, timeout=look_s)
            if done or len(self._unanswered) > _UNANSWERED:
                raise LinkLostError("the platform hung up or answers nothing")
            left_s -= look_s

    async def _stay_away(self) -> None:
        """The link is gone; in a blind area positions are kept for later, else they are lost."""
        while (event := self._offline()) is not None:
            await asyncio.sleep(self._interval_s)
            body = self._position()
            if event.what is Happening.BLIND:
                self._kept.append(body)

    async def _send_kept(self) -> None:
        while self._kept:
            bodies = [self._kept.popleft() for _ in range(min(_BATCH, len(self._kept)))]
            try:
                await self._ask(0x0704, batch_body(bodies, backlog=True))
            except BaseException:
                self._kept.extendleft(reversed(bodies))
                raise

    def _keep_unanswered(self) -> None:
        """What nobody confirmed is sent again as backlog: who stores it acknowledges it."""
        self._kept.extend(self._unanswered.values())
        self._unanswered.clear()

    async def _send_position(self) -> None:
        body = self._position()
        serial = await self._send(0x0200, body)
        self._unanswered[serial] = body

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
                maker="DEMO",
                model="YUTU-SIM",
                terminal=self.beat.phone[-7:],
                colour=2,
                plate=self.beat.plate,
            )
        )

    async def _send(self, message_id: int, body: bytes = b"") -> int:
        if self._writer is None:
            raise LinkLostError("not connected")
        self._serial = (self._serial + 1) & 0xFFFF
        serial = self._serial
        self._writer.write(build(message_id, self.beat.phone, serial, body, self.beat.version))
        await self._writer.drain()
        return serial

    async def _ask(self, message_id: int, body: bytes) -> bytes:
        """Sends and waits for the answer's body; TimeoutError or the link's error without one."""
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._answers[(self._serial + 1) & 0xFFFF] = answer
        await self._send(message_id, body)
        return await asyncio.wait_for(answer, _ANSWER_S)

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        framer = Jt808Framer()
        try:
            while chunk := await reader.read(4096):
                for raw in framer.feed(chunk):
                    frame = parse(raw)
                    if not isinstance(frame, Damage):
                        await self._heard(frame)
        finally:
            for answer in self._answers.values():
                if not answer.done():
                    answer.set_exception(LinkLostError("the platform hung up"))

    async def _heard(self, frame: Frame) -> None:
        if frame.id in (0x8001, 0x8100) and len(frame.body) >= _SERIAL.size:
            self._answered(frame)
        elif frame.id == 0x8201:
            await self._send(0x0201, _SERIAL.pack(frame.serial) + self._position())
        elif frame.id & 0x8000:
            result = REPLY_OK if frame.id == 0x8300 else REPLY_UNSUPPORTED
            await self._send(0x0001, general_reply_body(frame, result=result))

    def _answered(self, frame: Frame) -> None:
        (serial,) = _SERIAL.unpack_from(frame.body)
        body = self._unanswered.pop(serial, None)
        waiting = self._answers.pop(serial, None)
        if waiting is not None and not waiting.done():
            waiting.set_result(frame.body)
        reply = read_reply(frame.body) if frame.id == 0x8001 else None
        if reply is None or body is None:
            return
        if reply[2] == REPLY_ALARM:
            self._calmed = self._event()
        elif reply[2] != REPLY_OK:
            self._kept.append(body)


def _alarm(what: Happening | None) -> int:
    if what in (Happening.SOS, Happening.OVERSPEED, Happening.COLLISION):
        return 1 << ALARMS.index(what)
    return 0
