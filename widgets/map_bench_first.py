"""What a process of the bench runs that must hold nothing but the console's own map.

It imports nothing of the other benches: their libraries would count to its start and its memory.
"""

import ctypes
import json
import sys
import time
from contextlib import suppress
from pathlib import Path


def first_map() -> None:
    """In a fresh process: draw the whole city with all layers, and say CPU ms and megabytes."""
    import gc

    gc.disable()  # as main.py does
    from app.clock import utc_now
    from app.paths import cache_folder
    from maps.hierarchy import open_hierarchy
    from widgets import application
    from widgets.map_view import MapView

    application.hush()
    app = application.start(still=True)
    view = MapView()
    view.resize(1920, 1080)
    view.set_clock(utc_now)
    view.set_hierarchy(open_hierarchy(cache=cache_folder(), today=utc_now().date()))
    view.render_sync()
    view.show()
    app.processEvents()
    sys.stdout.write(json.dumps([time.process_time() * 1000, megabytes()]) + "\n")
    sys.stdout.flush()
    view.shut()


def megabytes() -> float:
    """The most that this process has held since the last `forget_peak`, or ever (proc(5))."""
    status = Path("/proc/self/status").read_text().split("VmHWM:")[1]
    return int(status.split()[0]) / 1024


def forget_peak() -> None:
    """Give back what is free, and count the most that is held from now on.

    Linux: malloc_trim(3); proc(5), clear_refs. Elsewhere what was held before goes on counting.
    """
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
        Path("/proc/self/clear_refs").write_text("5")
