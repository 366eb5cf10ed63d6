"""A vector file once made into flat arrays, by a process of its own, and kept in the cache.

The key is of the file's path, size and time of change, of its datum and of the form of the arrays:
a file that has changed is read anew.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread

from app.basemaps import Datum, Kind
from maps.base.errors import BaseError, Reason
from maps.base.flat import Flat, load

_FORM = 1
_ROOT = Path(__file__).parents[2]
_CHECK_S = 0.1
_MOST_KEPT = 32

Progress = Callable[[float, str], None]


def place(path: Path, kind: Kind, datum: Datum, cache: Path) -> Path:
    """The folder of a file's arrays. BaseError (GONE) where the file is not there."""
    try:
        found = path.stat()
    except OSError as error:
        raise BaseError(Reason.GONE, path.name) from error
    said = (str(path.resolve()), found.st_size, found.st_mtime_ns, kind.value, datum.value, _FORM)
    return cache / "base" / sha256(json.dumps(said).encode()).hexdigest()[:24]


def kept(folder: Path) -> Flat | None:
    """What was made before; None where it is not there or not whole."""
    try:
        return load(folder)
    except (OSError, ValueError):
        return None


def converted(
    path: Path,
    kind: Kind,
    datum: Datum,
    *,
    cache: Path,
    progress: Progress = lambda share, doing: None,
    cancelled: Event | None = None,
) -> Flat:
    """The features of a file, read now unless they were before; blocks: not for the GUI thread.

    Raises BaseError with the reason, CANCELLED once `cancelled` is set.
    """
    folder = place(path, kind, datum, cache)
    found = kept(folder)
    if found is not None:
        return found
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".making-", dir=folder.parent))
    try:
        _run(path, kind, datum, work, progress, cancelled or Event())
        shutil.rmtree(folder, ignore_errors=True)
        work.replace(folder)
        _trim(folder.parent)
        return load(folder)
    except (OSError, ValueError) as error:
        if isinstance(error, BaseError):
            raise
        raise BaseError(Reason.UNREADABLE, str(error)) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _trim(parent: Path) -> None:
    """The latest conversions stay; older ones, and what a killed process left, are made anew."""
    made = sorted(
        (path for path in parent.iterdir() if path.is_dir()),
        key=lambda path: path.stat().st_mtime,
        reverse=True,
    )
    for path in made[_MOST_KEPT:]:
        shutil.rmtree(path, ignore_errors=True)


def _run(
    path: Path, kind: Kind, datum: Datum, work: Path, progress: Progress, cancelled: Event
) -> None:
    command = [sys.executable, "-m", "maps.base.convert", str(path.resolve())]
    process = subprocess.Popen(
        [*command, kind.value, datum.value, str(work)],
        cwd=_ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        errors="replace",
    )
    ended = Event()
    guard = Thread(target=_guard, args=(process, cancelled, ended), name="base-conversion")
    guard.start()
    said: dict[str, object] = {}
    try:
        assert process.stdout is not None
        for line in process.stdout:
            said = _said(line) or said
            if "share" in said:
                progress(float(str(said["share"])), str(said["doing"]))
        process.wait()
    finally:
        ended.set()
        guard.join()
        process.stdout.close() if process.stdout else None
    if cancelled.is_set():
        raise BaseError(Reason.CANCELLED)
    if "failed" in said:
        raise BaseError(Reason(str(said["failed"])), str(said.get("detail", "")))
    if "done" not in said:
        raise BaseError(Reason.UNREADABLE, f"exit {process.returncode}")


def _guard(process: "subprocess.Popen[str]", cancelled: Event, ended: Event) -> None:
    """End the process once it is cancelled, at once."""
    while not ended.wait(_CHECK_S):
        if cancelled.is_set():
            process.kill()
            return


def _said(line: str) -> dict[str, object]:
    """What a line says; a line of somebody else's says nothing."""
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
