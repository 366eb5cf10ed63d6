"""The simulator against a small listener of the test's own: what it says, and when it ends."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from app.clock import frozen
from app.ingest.frames import Jt808Framer
from app.ingest.jt808 import interpret
from app.ingest.jt808_batch import read_batch
from app.ingest.jt808_frame import build, parse
from app.ingest.jt808_session import (
    REPLY_ALARM,
    REPLY_FAILED,
    general_reply_body,
    read_authentication,
    read_registration,
    read_reply,
    register_reply_body,
)
from app.ingest.simulate import play
from app.ingest.simulation.motion import Beat, write_roster
from app.ingest.simulation.plan import Event, Happening
from app.ingest.simulation.terminal import SimulatedTerminal

NOW = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)
ROOT = Path(__file__).parents[4]
PATIENCE_S = 30


def beats(count):
    return tuple(
        Beat(
            phone=str(50011800001 + n),
            unit=f"U{n}",
            kind="grid",
            version=(2019, 2013)[n % 2],
            plate=f"演示{n}",
            speed_kmh=14,
            waypoints=((105.9, 29.35), (105.91, 29.36)),
        )
        for n in range(count)
    )


class Listener:
    """Answers as a platform does; `heard` has every frame. `rules` change what it answers."""

    def __init__(self, **rules):
        self.heard = []
        self.rules = rules
        self.port = 0
        self.writers = []

    def of(self, message_id):
        return [frame for frame in self.heard if frame.id == message_id]

    async def until(self, true):
        async with asyncio.timeout(PATIENCE_S):
            while not true():
                await asyncio.sleep(0.02)

    async def serve(self, reader, writer):
        self.writers.append(writer)
        framer = Jt808Framer()
        try:
            while chunk := await reader.read(4096):
                for raw in framer.feed(chunk):
                    frame = parse(raw)
                    self.heard.append(frame)
                    self.answer(frame, writer)
        except OSError:
            pass
        finally:
            writer.close()

    def answer(self, frame, writer):
        if frame.id == 0x0100:
            body = register_reply_body(frame, code=f"C{frame.phone}")
            writer.write(build(0x8100, frame.phone, 1, body, frame.version))
        elif frame.id != 0x0001:
            result = self.rules.get(frame.id, lambda f: 0)(frame)
            if result is not None:
                body = general_reply_body(frame, result=result)
                writer.write(build(0x8001, frame.phone, 2, body, frame.version))


@asynccontextmanager
async def listening(**rules):
    listener = Listener()
    listener.rules = {int(name, 16): rule for name, rule in rules.items()}
    server = await asyncio.start_server(listener.serve, "127.0.0.1", 0)
    listener.port = server.sockets[0].getsockname()[1]
    try:
        yield listener
    finally:
        server.close()
        for writer in listener.writers:
            writer.close()
        await server.wait_closed()


@asynccontextmanager
async def running(work):
    task = asyncio.create_task(work)
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def terminal(*events, elapsed=lambda: 0.0, interval_s=0.05, version=2019):
    return SimulatedTerminal(
        beats(2)[version == 2013],
        events,
        random=Random(1),
        elapsed=elapsed,
        clock=frozen(NOW),
        interval_s=interval_s,
    )


def during(what):
    return Event(what=what, start_s=0, length_s=100)


def test_three_units_register_authenticate_and_report_in_both_versions():
    async def scene():
        async with listening() as desk:
            work = play("127.0.0.1", desk.port, beats(3), seed=1, speed=50, clock=frozen(NOW))
            async with running(work):
                await desk.until(lambda: len({f.phone for f in desk.of(0x0200)}) == 3)
            return desk

    desk = asyncio.run(scene())
    registered = {f.phone: read_registration(f) for f in desk.of(0x0100)}
    assert {r.plate for r in registered.values()} == {"演示0", "演示1", "演示2"}
    assert {r.version for r in registered.values()} == {2013, 2019}
    codes = {f.phone: read_authentication(f).code for f in desk.of(0x0102)}
    assert codes == {phone: f"C{phone}" for phone in registered}
    for frame in desk.of(0x0200):
        said = interpret(frame)
        assert said.valid
        assert said.fix_time == NOW
        assert 105.89 < said.lon < 105.92
        assert {"beidou", "fixed"} <= set(said.status)


@pytest.mark.parametrize("version", [2013, 2019])
def test_a_call_for_help_lasts_until_the_platform_confirms_it(version):
    def alarm(frame):
        return frame.body[3] & 1

    async def scene():
        confirm = {"0200": lambda f: REPLY_ALARM if alarm(f) else 0}
        async with listening(**confirm) as desk:
            one = terminal(during(Happening.SOS), version=version)
            async with running(one.run("127.0.0.1", desk.port)):
                await desk.until(lambda: len(desk.of(0x0200)) >= 4)
            return [alarm(frame) for frame in desk.of(0x0200)]

    said = asyncio.run(scene())
    assert said[0] == 1
    assert said[-1] == 0
    assert said == sorted(said, reverse=True)


def test_what_was_kept_in_a_blind_area_is_sent_late_as_a_batch():
    async def scene():
        begun = time.monotonic()
        async with listening() as desk:
            blind = Event(what=Happening.BLIND, start_s=0, length_s=0.5)
            one = terminal(blind, elapsed=lambda: time.monotonic() - begun)
            async with running(one.run("127.0.0.1", desk.port)):
                await desk.until(lambda: desk.of(0x0704) and desk.of(0x0200))
            return desk

    desk = asyncio.run(scene())
    batch = read_batch(desk.of(0x0704)[0])
    assert batch.error is None
    assert batch.items
    assert all(item.backlog and item.valid for item in batch.items)


def test_a_dropout_says_nothing_and_loses_what_it_saw():
    async def scene():
        begun = time.monotonic()
        async with listening() as desk:
            gone = Event(what=Happening.DROPOUT, start_s=0, length_s=0.3)
            one = terminal(gone, elapsed=lambda: time.monotonic() - begun)
            async with running(one.run("127.0.0.1", desk.port)):
                await desk.until(lambda: desk.of(0x0200))
                assert time.monotonic() - begun >= 0.3
            return desk

    assert not asyncio.run(scene()).of(0x0704)


def test_positions_that_were_not_stored_are_sent_again_after_the_link_is_back():
    async def scene():
        async with listening(**{"0200": lambda frame: None}) as desk:
            one = terminal()
            async with running(one.run("127.0.0.1", desk.port)):
                await desk.until(lambda: len(desk.of(0x0200)) >= 3)
                desk.writers[0].close()
                await desk.until(lambda: desk.of(0x0704))
            return desk

    desk = asyncio.run(scene())
    lost = {f.body for f in desk.of(0x0200)}
    again = desk.of(0x0704)[0].body
    assert sum(body in again for body in lost) >= 3
    assert len(desk.of(0x0100)) == 1  # it keeps its code


def test_a_refused_code_is_forgotten_and_asked_for_again():
    answers = iter([REPLY_FAILED, 0])

    async def scene():
        async with listening(**{"0102": lambda frame: next(answers, 0)}) as desk:
            async with running(terminal().run("127.0.0.1", desk.port)):
                await desk.until(lambda: desk.of(0x0200))
            return desk

    assert len(asyncio.run(scene()).of(0x0100)) == 2


def test_a_text_from_the_desk_is_acknowledged_and_the_unknown_is_refused():
    async def scene():
        async with listening() as desk:
            async with running(terminal().run("127.0.0.1", desk.port)):
                await desk.until(lambda: desk.of(0x0200))
                phone = desk.heard[0].phone
                for serial, message_id in ((70, 0x8300), (71, 0x8500), (72, 0x8201)):
                    desk.writers[0].write(build(message_id, phone, serial, b"\x01\x01", 2019))
                await desk.until(lambda: len(desk.of(0x0001)) == 2 and desk.of(0x0201))
            return desk

    desk = asyncio.run(scene())
    assert [read_reply(f.body) for f in desk.of(0x0001)] == [(70, 0x8300, 0), (71, 0x8500, 3)]
    assert desk.of(0x0201)[0].body[:2] == b"\x00\x48"


def test_it_waits_for_a_listener_that_comes_late():
    async def scene():
        async with listening() as first:
            port = first.port
        desk = Listener()
        async with running(terminal().run("127.0.0.1", port)):
            await asyncio.sleep(0.3)
            server = await asyncio.start_server(desk.serve, "127.0.0.1", port)
            await desk.until(lambda: desk.of(0x0200))
        server.close()
        for writer in desk.writers:
            writer.close()
        await server.wait_closed()

    asyncio.run(scene())


def start(tmp_path, port, **options):
    write_roster(tmp_path / "roster.json", beats(3))
    command = [sys.executable, "-m", "app.ingest.simulate", "--port", str(port)]
    command += ["--roster", str(tmp_path / "roster.json"), "--seed", "1", "--speed", "20"]
    return subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE, **options
    )


def end_by_closing(process):
    process.stdin.close()


def end_by_signal(process):
    process.send_signal(signal.SIGTERM)


@pytest.mark.parametrize("end", [end_by_closing, end_by_signal])
def test_the_process_reports_and_then_ends_without_a_word(tmp_path, end):
    async def scene():
        async with listening() as desk:
            process = start(tmp_path, desk.port)
            try:
                await desk.until(lambda: len({f.phone for f in desk.of(0x0200)}) == 3)
                end(process)
                code = await asyncio.to_thread(process.wait, PATIENCE_S)
            finally:
                process.kill()
                process.wait()
            with process.stderr:
                said = process.stderr.read()
            process.stdin.close()
            return code, said

    assert asyncio.run(scene()) == (0, b"")


PARENT = """
import subprocess, sys, time
command = [sys.executable, "-m", "app.ingest.simulate", "--speed", "50", "--port", "{port}"]
child = subprocess.Popen([*command, "--roster", {roster!r}], stdin={stdin})
print(child.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="there are no orphans to find on Windows")
def test_the_process_does_not_outlive_a_parent_that_was_killed(tmp_path):
    """The pipe stays open in this test, so that only the parent's death can end it."""
    write_roster(tmp_path / "roster.json", beats(1))
    read_end, write_end = os.pipe()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(PATIENCE_S)
        parent = PARENT.format(
            port=server.getsockname()[1], roster=str(tmp_path / "roster.json"), stdin=read_end
        )
        process = subprocess.Popen(
            [sys.executable, "-c", parent], cwd=ROOT, stdout=subprocess.PIPE, pass_fds=[read_end]
        )
        os.close(read_end)
        child = int(process.stdout.readline())
        server.accept()[0].close()  # it is at work, and knows its parent
    process.kill()
    process.wait()
    process.stdout.close()
    try:
        assert _gone(child)
    finally:
        os.close(write_end)


def _gone(pid):
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("content", ["", '[{"phone": "1"}]'])
def test_a_wrong_roster_ends_it_with_a_message(tmp_path, content):
    path = tmp_path / "roster.json"
    path.write_text(content)
    done = subprocess.run(
        [sys.executable, "-m", "app.ingest.simulate", "--port", "9", "--roster", str(path)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"roster.json" in done.stderr
