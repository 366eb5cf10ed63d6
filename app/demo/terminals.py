"""The demonstration's register of terminals for a scene: who is in, who knocks, what was sent."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec

from app.casework.acts import Act
from app.demo.desk import put_on_register
from app.demo.scene import SceneClock
from app.desk import Desk
from app.model import SYSTEM, CommandState, Entry, Newcomer, Terminal
from app.store import queries

MAKER, MODEL = "演示", "YT-2"
STRANGERS = (
    ("13983120077", "70117", "BD-808", "B0033121", "渝A9F210", 41, 2),
    ("15023338461", "70117", "BD-808", "B0033122", "渝C00713", 12, 190),
    ("13500000001", "44030", "T3", "0000001", "", 1, 2500),
)
"""Number, maker, model, device, plate, how often, how many seconds ago it last knocked."""

TEXT = "朱沱镇滨江路燃气管道泄漏，先疏散后关阀，到场回报"
SENT = (
    ("到朱沱镇政府集结", CommandState.DONE),
    ("暂缓出动，原地待命", CommandState.UNCONFIRMED),
)

Now = Callable[[], datetime]


def fill_register(desk: Desk, clock: Now) -> list[str]:
    """Put the units' terminals on the register, some of them with a story; their numbers."""
    phones = sorted(unit.terminal for unit in desk.ask(queries.units).result() if unit.terminal)
    put_on_register(desk, map(_known, phones))
    for number, (phone, *device, tries, ago_s) in enumerate(STRANGERS, 4):
        _knock(desk, clock, _caller(phone, device, host=f"10.8.0.{number}"), tries, ago_s)
    swapped = (MAKER, MODEL, "9912345", f"演示{phones[4][-5:]}")
    _knock(desk, clock, _caller(phones[4], swapped, host="10.8.0.9"), 3, 34)
    desk.do(_act("suspend", phones[2], reason="返厂检修")).result()
    for phone, (words, state) in zip(phones, SENT, strict=False):
        _send(desk, clock, phone, words, state)
    return phones


def _known(phone: str) -> Terminal:
    return Terminal(
        id=phone,
        maker=MAKER,
        model=MODEL,
        serial=phone[-7:],
        plate=f"演示{phone[-5:]}",
        version=(2013, 2019)[int(phone[-1]) % 2],
        auth="demo",
    )


def _caller(phone: str, device: tuple[str, ...] | list[str], *, host: str) -> Newcomer:
    maker, model, serial, plate = device
    never = datetime(1970, 1, 1, tzinfo=UTC)
    return Newcomer(
        phone=phone,
        maker=maker,
        model=model,
        serial=serial,
        plate=plate,
        version=2019,
        host=host,
        first=never,
        last=never,
    )


def _knock(desk: Desk, clock: Now, caller: Newcomer, tries: int, ago_s: int) -> None:
    """Some knocks: the first and the last at moments that are past for the scene."""
    now = clock()
    for last_s, times in ((ago_s + 40 * tries, 1), (ago_s, tries - 1)):
        if isinstance(clock, SceneClock):
            clock.now = now - timedelta(seconds=last_s)
        if times:
            desk.register(replace(caller, tries=times)).result()
    if isinstance(clock, SceneClock):
        clock.now = now


def _send(desk: Desk, clock: Now, phone: str, words: str, state: CommandState) -> None:
    entry = desk.do(_act("text", phone, text=words)).result()
    assert isinstance(entry, Entry)
    ident = next(key[8:] for key in entry.after if key.startswith("command:"))
    (command,) = desk.ask(queries.commands, [ident]).result()
    fields = msgspec.to_builtins(replace(command, state=state, tries=1, ended=clock()))
    told = Act(name="command.report", subject=f"command:{ident}", fields=fields)
    desk.do(told, SYSTEM).result()


def _act(name: str, phone: str, *, reason: str = "", **fields: object) -> Act:
    return Act(name=f"terminal.{name}", subject=f"terminal:{phone}", fields=fields, reason=reason)
