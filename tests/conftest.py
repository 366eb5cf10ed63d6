"""What every test stands on: no display, one font, a clock that stands still, a desk of its own."""

import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.clock import Clock, frozen
from app.model import Officer, Role
from tests.small import SmallHierarchy
from widgets import application

application.prepare(still=True)  # before anything makes a QApplication

NOW = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)  # 08:12:05 in Chongqing


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--whole", action="store_true", help="also tests at the city's full size")
    parser.addoption(
        "--update-baselines", action="store_true", help="write the screenshots anew; look at them"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--whole"):
        return
    skip = pytest.mark.skip(reason="at full size; run with --whole")
    for item in items:
        if item.get_closest_marker("whole"):
            item.add_marker(skip)


@pytest.fixture(autouse=True)
def no_thread_is_left_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [t for t in threading.enumerate() if t not in before]
    for thread in left:
        thread.join(timeout=5)
    left = [t for t in left if t.is_alive() and not t.name.startswith("Dummy-")]
    assert not left, f"threads left running: {', '.join(t.name for t in left)}"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["yutu"]


@pytest.fixture(scope="session")
def qapp(qapp: Any) -> Any:
    application.dress(qapp, still=True)
    return qapp


@pytest.fixture
def clock() -> Clock:
    return frozen(NOW)


@pytest.fixture
def officer() -> Officer:
    """A supervisor alone on a night shift, with every post of the desk."""
    return Officer(id="zhang", name="张三", roles=frozenset(Role) - {Role.SYSTEM}, centre="500000")


@pytest.fixture(scope="session")
def small_hierarchy() -> SmallHierarchy:
    return SmallHierarchy()


@pytest.fixture(scope="session")
def hierarchy(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The division in force on the frozen day, unpacked once a run."""
    from maps.hierarchy import open_hierarchy

    cache = tmp_path_factory.mktemp("packs")
    return open_hierarchy(cache=cache, today=date(2026, 11, 23))


@pytest.fixture
def desk(
    tmp_path: Path, small_hierarchy: SmallHierarchy, clock: Clock, officer: Officer
) -> Iterator[Any]:
    from app.desk import Desk

    desk = Desk(
        tmp_path / "desk",
        small_hierarchy.locate,
        clock=clock,
        officer=officer,
        edition=small_hierarchy.edition,
    )
    yield desk
    desk.close()


@pytest.fixture
def bridge(desk: Any, clock: Clock, qapp: Any) -> Iterator[Any]:
    from widgets.bridge import Bridge

    bridge = Bridge(desk, clock=clock)
    yield bridge
    bridge.close()
