#!/usr/bin/env python3
"""Set the console up and start it, on a machine that has Python and nothing else.

`python3 run.py` opens the console, `python3 run.py test` runs the tests, `python3 run.py check`
runs style, import contracts and types; any other words go to main.py (`python3 run.py shot …`).
Standard library only: it makes .venv, puts the pinned uv beside it, and lets uv.lock decide.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
UV_HOME = VENV / "uv"
UV = "uv==0.13.9"
BIN = "Scripts" if os.name == "nt" else "bin"
PYTHON = VENV / BIN / ("python.exe" if os.name == "nt" else "python")

# What Qt's wheels leave to the system: library -> Debian package (checked on Debian 12 and 13).
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("lint-imports",),
    ("mypy",),
)


ON_ALL_CORES = ("-n", "auto", "--dist", "loadfile")


class SetupError(Exception):
    """What stands in the way, in one line, in both languages."""


def has_display() -> bool:
    """Whether a window can be opened here; a platform chosen by hand is taken at its word."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(k) for k in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(*, window: bool) -> list[str]:
    """Debian packages that are needed and not there, in the order of the tables above."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = QT_LIBRARIES | (WINDOW_LIBRARIES if window else {})
    missing = [package for library, package in wanted.items() if not _loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.insert(0, "python3-venv")
    return missing


def _agrees(packages: list[str]) -> bool:
    """Root is taken as a yes; anybody else is asked, and silence is a no."""
    print(f"缺少系统组件 Missing system packages: {' '.join(packages)}", flush=True)
    if os.geteuid() == 0:
        return True
    if not sys.stdin.isatty() or not shutil.which("sudo"):
        return False
    return input("现在安装？Install them now? [y/N] ").strip().lower() in {"y", "yes", "是"}


def install_packages(packages: list[str]) -> None:
    """Install Debian packages; raises SetupError with the command where that is not possible."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not (shutil.which("apt-get") and _agrees(packages)):
        raise SetupError(f"请先运行 Please run first: sudo {' '.join(command)}")
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-qq"], [*command[:2], "-qq", *command[2:]]):
        if subprocess.run([*sudo, *step], env=quiet, stdout=subprocess.DEVNULL).returncode:
            raise SetupError(f"安装未成功 Installation failed: {' '.join([*sudo, *step])}")


def stamp(*, dev: bool, window: bool) -> str:
    """What a finished set-up depends on: a warm start compares this and nothing else."""
    lock = hashlib.sha256((ROOT / "uv.lock").read_bytes()).hexdigest()[:16]
    return f"{lock} {sys.version_info[:3]} {ROOT} {'dev' if dev else 'run'} window={window}"


def _is_ready(wanted: str, file: Path) -> bool:
    return PYTHON.exists() and file.exists() and file.read_text("utf-8") == wanted


def set_up(*, dev: bool, window: bool) -> None:
    """Bring .venv to what uv.lock says; does nothing where that is done already."""
    wanted = stamp(dev=dev, window=window)
    mark = VENV / f"ready-{'dev' if dev else 'run'}{'-window' if window else ''}"
    if _is_ready(wanted, mark):
        return
    if packages := missing_packages(window=window):
        install_packages(packages)
    print("准备运行环境 Setting up (.venv) …", flush=True)
    if not PYTHON.exists():
        _run([sys.executable, "-m", "venv", str(VENV)])
    uv = UV_HOME / BIN / ("uv.exe" if os.name == "nt" else "uv")
    if not uv.exists():
        pip = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        _run([*pip, "--upgrade", "--target", str(UV_HOME), UV])
    groups = ["--group", "dev"] if dev else ["--no-default-groups", "--inexact"]
    _run([str(uv), "sync", "--frozen", "-q", "--python", str(PYTHON), *groups])
    mark.write_text(wanted, "utf-8")


def _run(command: list[str]) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in {"VIRTUAL_ENV", "PYTHONHOME"}}
    if subprocess.run(command, cwd=ROOT, env=environment).returncode:
        raise SetupError(f"未成功 Failed: {' '.join(command)}")


def _become(command: list[str]) -> int:
    """Hand over to `command`: the same process where the system can, a child where not."""
    if "fcitx" in os.environ.get("XMODIFIERS", ""):
        os.environ.setdefault("QT_IM_MODULE", "ibus")  # Qt's wheels carry ibus and not fcitx
    # Pictures are made on threads; an arena of glibc's for each keeps a quarter more memory.
    os.environ.setdefault("MALLOC_ARENA_MAX", "1")
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(command[0], command)
    return subprocess.run(command).returncode


def _check() -> int:
    tools = VENV / BIN
    return max(
        subprocess.run([str(tools / name), *rest], cwd=ROOT).returncode for name, *rest in CHECKS
    )


def spread(words: list[str]) -> list[str]:
    """All tests run on all cores, those of one file on one; a named file runs by itself."""
    whole = all(word.startswith("-") for word in words)
    return [*(ON_ALL_CORES if whole else ()), *words]


def main(words: list[str]) -> int:
    """Set up for what is asked and do it; the exit code is that of what was asked."""
    dev = words[:1] in (["test"], ["check"])
    opens = not dev and (not words or words[0].startswith("--")) and "--help" not in words
    if sys.version_info < (3, 11):  # noqa: UP036  # run.py is met by older Pythons too
        raise SetupError("需要 Python 3.11 或更新 Python 3.11 or newer is needed.")
    set_up(dev=dev, window=opens and has_display())
    if words[:1] == ["check"]:
        return _check()
    if dev:
        os.chdir(ROOT)
        return _become([str(PYTHON), "-m", "pytest", *spread(words[1:])])
    if opens and not has_display():
        print("没有显示器，无法开窗；可用 No display to open a window on; try: "
              "python3 run.py shot --scene overview --out overview.png")  # fmt: skip
        return 0
    return _become([str(PYTHON), str(ROOT / "main.py"), *words])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
