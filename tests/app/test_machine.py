"""What a process may take, and what it takes, as the system tells it."""

import threading

import pytest

from app import machine

resource = pytest.importorskip("resource")


@pytest.fixture
def limits():
    """The limits as they were, put back afterwards."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield before
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_as_many_files_may_be_open_as_the_system_allows(limits):
    soft, hard = limits
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 256), hard))
    most = machine.more_files()
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == most
    assert most == min(hard, machine.MOST_FILES) or hard == resource.RLIM_INFINITY


def test_a_limit_that_is_high_enough_stays(limits):
    most = machine.more_files()
    assert machine.more_files() == most


def test_memory_and_processor_time_are_told():
    def work():
        sum(range(200_000))
        done.wait(5)

    done = threading.Event()
    thread = threading.Thread(target=work, name="worker_3")
    thread.start()
    try:
        spent = machine.cpu_by_thread()
    finally:
        done.set()
        thread.join()
    assert {"MainThread", "worker"} <= spent.keys()
    assert spent["MainThread"] > 0
    assert machine.resident_mb() > 1
    assert machine.busy_s() > 0
