"""The console as a whole: hierarchy, desk, listener, simulator and window, opened and closed.

Failures of the surroundings become one line and an exit code; nothing here decides or draws.
"""

import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path

import click
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app import paths
from app.clock import utc_now
from app.courier import Courier
from app.desk import Desk
from app.ingest.gateway import Gateway
from app.model import Officer, Role
from app.private import make_file, make_folder, opener
from app.sources.source import DEFAULT
from app.store.errors import StoreError
from maps.hierarchy import Hierarchy, open_hierarchy
from widgets import application, garbage, short_line
from widgets.edition import edition_of
from widgets.sources.keeper import Keeper, Passing
from widgets.toasts import Tone
from widgets.unpacking import Unpacking
from widgets.window import Window
from widgets.wiring import open_window

ROOT = Path(__file__).parent.parent
MARKER = "DEMO"
"""A file in a desk's folder that says it is a demonstration; its ledger is invented."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line asked for; `demo` None: a demonstration where there is no data yet;
    `edition` None: the desk's own, or the division in force today."""

    data: Path | None = None
    demo: bool | None = None
    centre: str = "500000"
    theme: str = "night"
    language: str = "zh"
    replay: Path | None = None
    speed: float = 1.0
    port: int = 0
    edition: str | None = None


AGAIN = 64
"""What the event loop ends with where the console is to be opened anew."""


class NotPossible(Exception):  # noqa: N818  # what was asked for cannot be; the text says why
    """One line for the person at the desk."""


def run(options: Options) -> int:
    """Open everything, show the window, close everything; the exit code."""
    app = application.start(theme_name=options.theme, language=options.language)
    try:
        while (code := _once(options, app)) == AGAIN:
            pass
        return code
    except (NotPossible, StoreError, OSError) as error:
        click.echo(_say(error), err=True)
        return 1


def _once(options: Options, app: QApplication) -> int:
    """From opening to closing; AGAIN where the officer wants it opened anew."""
    with ExitStack() as stack:
        window = open_console(options, app, stack)
        stack.callback(window.deleteLater)
        window.reopen_wanted.connect(partial(app.exit, AGAIN))
        # Where no window manager answers to "maximized", it fills the screen all the same.
        window.setGeometry(window.screen().availableGeometry())
        window.showMaximized()
        garbage.settle()
        return app.exec()


def open_console(options: Options, app: QApplication, stack: ExitStack) -> Window:
    """The window with all behind it; what it opens, `stack` closes in reverse order."""
    folder, demo = choose_folder(options)
    _log_to(paths.log_folder())
    hierarchy = _hierarchy(app, options.edition or edition_of(folder))
    if hierarchy.place(options.centre) is None:
        raise NotPossible(
            QCoreApplication.translate("console", "没有代码为 %1 的辖区").replace(
                "%1", options.centre
            )
        )
    desk = Desk(
        folder,
        hierarchy.locate,
        clock=utc_now,
        officer=duty_officer(options.centre),
        edition=hierarchy.edition,
        places=hierarchy.finest,
        codes=short_line.codes_of(hierarchy),
    )
    stack.callback(desk.close)
    if demo:
        (folder / MARKER).touch()
        from app.demo import desk as demo_desk  # here, for a desk on duty needs no demonstration

        demo_desk.enrol(desk, hierarchy)
    window = open_window(
        desk, hierarchy, clock=utc_now, demo=demo, centre=options.centre, remember=True
    )
    window.edition_forced = options.edition is not None
    stack.callback(window.close_down)
    courier = Courier(desk, clock=utc_now)
    gateway = Gateway(
        desk.receive,
        desk.register,
        clock=utc_now,
        roll=desk.roll(),
        downlink=courier.downlink,
    )
    courier.start()
    stack.callback(courier.stop)
    stack.callback(gateway.stop)
    window.panes.terminals.online = courier.downlink.online
    simulated = demo and options.replay is None
    keeper = Keeper(
        window.bridge,
        gateway,
        Passing(port=options.port, replay=options.replay, speed=options.speed),
        simulated=simulated,
        parent=window,
    )
    for trouble in keeper.start():
        window.tell(trouble, Tone.FAILED)
    window.listen_to(keeper.status, simulated=simulated)
    short_line.begin(desk, gateway, stack, clock=utc_now, demo=simulated)
    port = gateway.port_of(DEFAULT.id)
    if simulated and port:
        stack.enter_context(simulating(folder, hierarchy, port, options.speed))
    return window


def choose_folder(options: Options) -> tuple[Path, bool]:
    """The desk's folder and whether it is a demonstration. Raises NotPossible."""
    own = options.data or paths.data_folder()
    if options.demo and options.data is None:
        return paths.demo_folder(), True
    if (own / MARKER).exists():
        if options.demo is False:
            raise NotPossible(
                QCoreApplication.translate("console", "%1 是演示库，不能当正式库用").replace(
                    "%1", str(own)
                )
            )
        return own, True
    if (own / "desk.db").exists():
        if options.demo:
            raise NotPossible(
                QCoreApplication.translate("console", "%1 是正式库，不能用来演示").replace(
                    "%1", str(own)
                )
            )
        return own, False
    if options.demo is False:
        return own, False
    return (own if options.data else paths.demo_folder()), True


def duty_officer(centre: str) -> Officer:
    """The officer of a desk without accounts: every post, at one centre."""
    roles = frozenset(Role) - {Role.SYSTEM, Role.HANDLER}
    return Officer(
        id="duty", name=QCoreApplication.translate("console", "值班员"), roles=roles, centre=centre
    )


def _say(error: Exception) -> str:
    return f"yutu: {error}".replace("\n", " ")


def _hierarchy(app: QApplication, edition: str | None) -> Hierarchy:
    """The edition asked for, or the one in force today."""
    with Unpacking(app) as progress:
        try:
            return open_hierarchy(
                edition, cache=paths.cache_folder(), progress=progress, today=utc_now().date()
            )
        except ValueError as error:
            raise NotPossible(str(error)) from error


def _log_to(folder: Path) -> None:
    if logging.getLogger().handlers:  # opened anew
        return
    make_folder(folder)
    make_file(folder / "yutu.log")
    handler = RotatingFileHandler(
        folder / "yutu.log", maxBytes=2_000_000, backupCount=3, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])


@contextmanager
def simulating(folder: Path, hierarchy: Hierarchy, port: int, speed: float) -> Iterator[None]:
    """The demonstration's terminals: a process of its own, which ends with its standard input."""
    from app.demo import desk as demo_desk

    roster = demo_desk.write_roster(folder / "roster.json", hierarchy)
    command = [sys.executable, "-m", "app.ingest.simulate", "--port", str(port)]
    command += ["--roster", str(roster), "--seed", "20261123", "--speed", str(speed)]
    with open(folder / "simulator.log", "wb", opener=opener) as log:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=log, stderr=subprocess.STDOUT, cwd=ROOT
        )
    try:
        yield
    finally:
        assert process.stdin is not None
        process.stdin.close()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
