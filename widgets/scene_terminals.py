"""The scenes of terminals: a register with those who wait to be let in, and a text to one."""

from dataclasses import replace
from datetime import timedelta

import msgspec

from app.casework.acts import Act
from app.demo.desk import put_on_register
from app.demo.scene import SceneClock
from app.model import SYSTEM, CommandState, Entry, Newcomer, Terminal
from app.store import queries
from widgets import choosing
from widgets.terminal_work import TerminalWork
from widgets.window import Window

_MAKER, _MODEL = "演示", "YT-2"
_STRANGERS = (
    ("13983120077", "70117", "BD-808", "B0033121", "渝A9F210", 41, 2),
    ("15023338461", "70117", "BD-808", "B0033122", "渝C00713", 12, 190),
    ("13500000001", "44030", "T3", "0000001", "", 1, 2500),
)
"""Number, maker, model, device, plate, how often, how many seconds ago it last knocked."""


def board(window: Window) -> None:
    """Who waits, who is in, what was sent; the first who waits under the cursor."""
    _fill(window)
    choosing.choose_case(window, "")
    window.map.fit_place(window.centre)
    window.bridge.settle()
    _work(window).show_board()


def text(window: Window) -> None:
    """A text under way to the terminal of a unit."""
    _fill(window)
    window.map.fit_place(window.centre)
    window.bridge.settle()
    _work(window).show_board()
    phone = next(iter(sorted(window.desk.roll())))
    window.panes.terminals.online = lambda _: True
    _work(window).text(
        [(phone, f"江北消防-01  {phone}")], text="朱沱镇滨江路燃气管道泄漏，先疏散后关阀，到场回报"
    )


def _work(window: Window) -> TerminalWork:
    work = window.findChild(TerminalWork)
    assert isinstance(work, TerminalWork)
    return work


def _fill(window: Window) -> None:
    units = [unit for unit in window.desk.ask(queries.units).result() if unit.terminal]
    put_on_register(window.desk, [_known(unit.terminal) for unit in units])
    phones = sorted(unit.terminal for unit in units)
    for number, (phone, maker, model, serial, plate, tries, ago_s) in enumerate(_STRANGERS):
        device = (maker, model, serial, plate)
        _knock(window, phone, device, tries=tries, ago_s=ago_s, host=f"10.8.0.{number + 4}")
    other = (_MAKER, _MODEL, "9912345", f"演示{phones[4][-5:]}")
    _knock(window, phones[4], other, tries=3, ago_s=34, host="10.8.0.9")
    window.desk.do(_act("suspend", phones[2], reason="返厂检修")).result()
    _send(window, phones[0], "到朱沱镇政府集结", CommandState.DONE)
    _send(window, phones[1], "暂缓出动，原地待命", CommandState.UNCONFIRMED)


def _known(phone: str) -> Terminal:
    return Terminal(
        id=phone,
        maker=_MAKER,
        model=_MODEL,
        serial=phone[-7:],
        plate=f"演示{phone[-5:]}",
        version=(2013, 2019)[int(phone[-1]) % 2],
        auth="demo",
    )


def _knock(
    window: Window,
    phone: str,
    device: tuple[str, str, str, str],
    *,
    tries: int,
    ago_s: int,
    host: str,
) -> None:
    """Some knocks at once, at a moment that is past for the scene."""
    clock, now = window.clock, window.clock()
    maker, model, serial, plate = device
    caller = Newcomer(
        phone=phone,
        maker=maker,
        model=model,
        serial=serial,
        plate=plate,
        version=2019,
        host=host,
        first=now,
        last=now,
    )
    for last_s, times in ((ago_s + 40 * tries, 1), (ago_s, tries - 1)):
        if isinstance(clock, SceneClock):
            clock.now = now - timedelta(seconds=last_s)
        if times:
            window.desk.register(replace(caller, tries=times)).result()
    if isinstance(clock, SceneClock):
        clock.now = now


def _send(window: Window, phone: str, words: str, state: CommandState) -> None:
    entry = window.desk.do(_act("text", phone, text=words)).result()
    assert isinstance(entry, Entry)
    ident = next(key[8:] for key in entry.after if key.startswith("command:"))
    (command,) = window.desk.ask(queries.commands, [ident]).result()
    told = replace(command, state=state, tries=1, ended=window.clock())
    fields = msgspec.to_builtins(told)
    subject = f"command:{ident}"
    window.desk.do(Act(name="command.report", subject=subject, fields=fields), SYSTEM).result()


def _act(name: str, phone: str, *, reason: str = "", **fields: object) -> Act:
    return Act(name=f"terminal.{name}", subject=f"terminal:{phone}", fields=fields, reason=reason)
