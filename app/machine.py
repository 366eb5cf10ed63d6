"""What this process may take of its machine, and what it takes: open files, memory, CPU by thread.

Linux tells all of it; where a system does not, the figure is missing and nothing fails.
"""

import os
import threading
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

MOST_FILES = 1 << 16


def more_files() -> int:
    """Let this process open as many files as the system allows it; how many that is.

    A thousand, which many systems give at first, would turn terminals away.
    """
    try:
        import resource
    except ImportError:  # not a Unix: sockets are not files there
        return MOST_FILES
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft != resource.RLIM_INFINITY and soft < most:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
            return most
    return most if soft == resource.RLIM_INFINITY else max(soft, 0)


def resident_mb() -> float:
    """What this process holds in memory now (proc(5), statm)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def cpu_by_thread() -> dict[str, float]:
    """Seconds of CPU of the threads that live, by name without its number."""
    spent: defaultdict[str, float] = defaultdict(float)
    for thread in threading.enumerate():
        if thread.ident is not None:
            with suppress(OSError, AttributeError):
                clock = time.pthread_getcpuclockid(thread.ident)
                spent[thread.name.rpartition("_")[0] or thread.name] += time.clock_gettime(clock)
    return spent


def busy_s() -> float:
    """Seconds of CPU that all processes of the machine have spent (proc(5), stat)."""
    fields = Path("/proc/stat").read_text().splitlines()[0].split()[1:]
    user, nice, system, _, _, hard, soft, *_ = map(int, fields)
    return (user + nice + system + hard + soft) / os.sysconf("SC_CLK_TCK")
